#include "ui/pages/start_page.h"

#include "ui/icons.h"

#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

StartPage::StartPage(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"startPage"_s);
    auto* picture = new QLabel(this);
    const int side = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this) * 3;
    picture->setPixmap(icon(u"weightbridge"_s).pixmap(QSize(side, side), devicePixelRatioF()));
    picture->setAlignment(Qt::AlignCenter);

    auto* title = new QLabel(tr("Drop a checkpoint here"), this);
    title->setObjectName(u"startTitle"_s);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.7);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);

    auto* text = new QLabel(tr("VISSL and SEER .torch files, timm and torchvision checkpoints, safetensors.\n"
                               "Or pick a model on the left to see which file to get and where its keys go."),
                            this);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);

    auto* open = new QPushButton(tr("Open file…"), this);
    open->setObjectName(u"startOpenButton"_s);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);

    auto* promise = new QLabel(tr("Nothing in a checkpoint is ever executed."), this);
    promise->setObjectName(u"startPromise"_s);
    promise->setAlignment(Qt::AlignCenter);

    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(picture);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(fontMetrics().height());
    column->addWidget(open, 0, Qt::AlignCenter);
    column->addSpacing(fontMetrics().height());
    column->addWidget(promise);
    column->addStretch(3);
}

}  // namespace wb::ui
