#include "ui/widgets/query_help.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

QueryHelp::QueryHelp(QWidget* parent) : QFrame(parent, Qt::Popup)
{
    setObjectName(u"filterHelpPopup"_s);
    setAccessibleName(tr("What the filter box understands"));
    setFrameShape(QFrame::StyledPanel);
    const QList<std::pair<QString, QString>> lines{
        {u"stem weight"_s, tr("rows in which all these words occur")},
        {u"\"stray.weight\""_s, tr("rows with a cell that is exactly this")},
        {u"/block\\d+-1\\./"_s, tr("rows in which the regular expression finds something")},
        {u"source:res2  dest:stages.0"_s, tr("the same on one side only; also with \"…\" and /…/")},
        {u"shape:28280x*  shape:[64,*,3,3]"_s, tr("by dimensions: * is any, a last * is all that follow")},
        {u"dtype:f32"_s, tr("by element type")},
        {u"bytes:>1G  bytes:<=4Mi  bytes:1M..2G"_s, tr("by size; without a sign, sizes that round to it")},
        {u"stage:3  stage:stem  stage:head"_s, tr("by part of the network")},
        {u"status:unmapped  status:problem"_s, tr("by status; problem is all that must be seen to")},
        {u"rule:no-rule"_s, tr("by the rule that decided")},
        {u"!bias  status:!mapped"_s, tr("! before anything turns it round")},
    };
    auto* grid = new QGridLayout(this);
    grid->setHorizontalSpacing(fontMetrics().averageCharWidth() * 3);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (const auto& [example, meaning] : lines) {
        const int row = grid->rowCount();
        auto* left = new QLabel(example, this);
        left->setFont(fixed);
        auto* right = new QLabel(meaning, this);
        for (QLabel* label : {left, right}) {
            label->setTextFormat(Qt::PlainText);
        }
        grid->addWidget(left, row, 0);
        grid->addWidget(right, row, 1);
    }
}

void QueryHelp::showBelow(const QWidget* anchor)
{
    adjustSize();
    const QRect screen = anchor->screen()->availableGeometry();
    QPoint corner = anchor->mapToGlobal(QPoint(isLeftToRight() ? anchor->width() - width() : 0, anchor->height()));
    corner.setX(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    move(corner);
    show();
}

}  // namespace wb::ui
