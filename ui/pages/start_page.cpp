#include "ui/pages/start_page.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/widgets/recent_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

StartPage::StartPage(QWidget* parent)
    : QWidget(parent), m_address(new QLineEdit(this)), m_check(new QPushButton(tr("Check &online"), this)), m_unfinished(new QLabel(this)),
      m_goOn(new QPushButton(tr("&Go on with it"), this)), m_forget(new QPushButton(tr("&Forget it"), this)), m_recent(new QVBoxLayout)
{
    setObjectName(u"startPage"_s);
    auto* picture = new QLabel(this);
    const int side = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this) * 3;
    picture->setPixmap(icon(u"weightbridge"_s).pixmap(QSize(side, side), devicePixelRatioF()));
    picture->setAlignment(Qt::AlignCenter);

    auto* title = new QLabel(tr("Drop a checkpoint or its address here"), this);
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
    auto* demo = new QPushButton(tr("Try the &demo (no network)"), this);
    demo->setObjectName(u"startDemoButton"_s);
    connect(demo, &QPushButton::clicked, this, &StartPage::demoRequested);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(open);
    buttons->addWidget(demo);
    buttons->addStretch();

    auto* promise = new QLabel(tr("Nothing in a checkpoint is ever executed."), this);
    promise->setObjectName(u"startPromise"_s);
    promise->setAlignment(Qt::AlignCenter);

    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(picture);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(fontMetrics().height());
    column->addLayout(buttons);
    column->addSpacing(fontMetrics().height());
    column->addLayout(makeAddressRow());
    column->addSpacing(fontMetrics().height());
    column->addWidget(promise);
    column->addLayout(m_recent);
    column->addSpacing(fontMetrics().height());
    column->addWidget(m_unfinished);
    column->addLayout(makeUnfinishedRow());
    column->addStretch(3);
}

QHBoxLayout* StartPage::makeAddressRow()
{
    m_address->setObjectName(u"addressEdit"_s);
    m_address->setPlaceholderText(u"https://… or hf://owner/name/file"_s);
    m_address->setAccessibleName(tr("Address of a checkpoint"));
    m_address->setClearButtonEnabled(true);
    m_address->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    m_check->setObjectName(u"addressCheckButton"_s);
    m_check->setEnabled(false);
    connect(m_address, &QLineEdit::textChanged, this, [this](const QString& text) { m_check->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_address, &QLineEdit::returnPressed, this, &StartPage::tellAddress);
    connect(m_check, &QPushButton::clicked, this, &StartPage::tellAddress);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_address, 4);
    row->addWidget(m_check);
    row->addStretch(1);
    return row;
}

QHBoxLayout* StartPage::makeUnfinishedRow()
{
    m_unfinished->setObjectName(u"unfinishedUpload"_s);
    m_unfinished->setTextFormat(Qt::PlainText);
    m_unfinished->setAlignment(Qt::AlignCenter);
    m_unfinished->setWordWrap(true);
    m_goOn->setObjectName(u"unfinishedUploadButton"_s);
    m_forget->setObjectName(u"forgetUploadButton"_s);
    connect(m_goOn, &QPushButton::clicked, this, [this] { Q_EMIT folderGiven(m_folder); });
    connect(m_forget, &QPushButton::clicked, this, [this] { Q_EMIT folderForgotten(m_folder); });
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_goOn);
    row->addWidget(m_forget);
    row->addStretch();
    showUnfinished(std::nullopt);
    return row;
}

void StartPage::tellAddress()
{
    const QString address = m_address->text().trimmed();
    if (!address.isEmpty()) {
        Q_EMIT addressGiven(address);
    }
}

void StartPage::focusAddress()
{
    m_address->setFocus(Qt::ShortcutFocusReason);
    m_address->selectAll();
}

void StartPage::setRecent(RecentFiles& files)
{
    auto* list = new RecentList(files, this);
    list->setMaximumWidth(list->sizeHint().width());
    m_recent->setContentsMargins(0, fontMetrics().height(), 0, 0);
    m_recent->addWidget(list, 0, Qt::AlignHCenter);
}

void StartPage::clearAddress()
{
    m_address->clear();
}

void StartPage::showUnfinished(const std::optional<UnfinishedUpload>& upload)
{
    m_unfinished->setVisible(upload.has_value());
    m_goOn->setVisible(upload.has_value());
    m_forget->setVisible(upload.has_value());
    if (upload) {
        m_folder = upload->folder;
        m_unfinished->setText(tr("%1 is not published yet: %2 of %3 are kept at the Hub.")
                                  .arg(shown(upload->repository.toStdString()), bytesText(upload->bytesKept), bytesText(upload->bytesTotal)));
        m_goOn->setAccessibleDescription(m_unfinished->text());
        m_forget->setAccessibleDescription(m_unfinished->text());
    }
}

}  // namespace wb::ui
