#include "ui/widgets/problem_strip.h"

#include "ui/models/key_map_filter.h"
#include "ui/models/key_map_model.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;
using mapping::Status;

ProblemStrip::ProblemStrip(KeyMapFilter* filter, QWidget* parent) : QWidget(parent), m_filter(filter)
{
    setObjectName(u"problemStrip"_s);
    setAccessibleName(tr("Where the problems are"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setCursor(Qt::PointingHandCursor);
    connect(filter, &KeyMapFilter::rowsChanged, this, &ProblemStrip::collect);
    collect();
}

int ProblemStrip::side() const
{
    return fontMetrics().height() * 3 / 4;
}

QSize ProblemStrip::sizeHint() const
{
    return {side() + 2, side() * 6};
}

QSize ProblemStrip::minimumSizeHint() const
{
    return {side() + 2, side()};
}

void ProblemStrip::collect()
{
    const auto places = static_cast<size_t>(std::max(1, height() / side()));
    m_marks.assign(places, {});
    const int rows = m_filter->rowCount();
    int marked = 0;
    for (int row = 0; row < rows; ++row) {
        const Status status = m_filter->keyMap()->mapRow(m_filter->sourceRow(row)).status;
        if (!isProblem(status) && status != Status::Edited) {
            continue;
        }
        ++marked;
        Mark& mark = m_marks[static_cast<size_t>(row) * places / static_cast<size_t>(rows)];
        ++mark.count;
        if (mark.row < 0 || urgency(status) < mark.urgency) {
            mark.row = row;
            mark.urgency = urgency(status);
        }
    }
    setAccessibleDescription(tr("%n marked row(s) among those shown", nullptr, marked));
    update();
}

void ProblemStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    collect();
}

void ProblemStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().window());
    painter.setPen(palette().mid().color());
    const int edge = isLeftToRight() ? 0 : width() - 1;
    painter.drawLine(edge, 0, edge, height());
    const auto count = static_cast<int>(m_marks.size());
    for (int i = 0; i < count; ++i) {
        const Mark& mark = m_marks[static_cast<size_t>(i)];
        if (mark.row >= 0) {
            const QRect place(1, height() * i / count, width() - 1, height() / count);
            statusIcon(statusesByUrgency[static_cast<size_t>(mark.urgency)]).paint(&painter, place);
        }
    }
}

// The mark at a height, or the nearest one within reach of a finger.
const ProblemStrip::Mark* ProblemStrip::markAt(int y) const
{
    const auto count = static_cast<int>(m_marks.size());
    const int slot = std::clamp(y * count / std::max(1, height()), 0, count - 1);
    for (const int near : {slot, slot - 1, slot + 1}) {
        if (near >= 0 && near < count && m_marks[static_cast<size_t>(near)].row >= 0) {
            return &m_marks[static_cast<size_t>(near)];
        }
    }
    return nullptr;
}

void ProblemStrip::mousePressEvent(QMouseEvent* event)
{
    const int rows = m_filter->rowCount();
    if (event->button() != Qt::LeftButton || rows == 0) {
        return;
    }
    const int y = event->position().toPoint().y();
    const Mark* mark = markAt(y);
    Q_EMIT rowChosen(mark != nullptr ? mark->row : std::clamp(y * rows / std::max(1, height()), 0, rows - 1));
}

// The model's tool tip is rich text with what is foreign escaped.
QString ProblemStrip::toolTipOf(const Mark& mark) const
{
    const QString text = m_filter->index(mark.row, KeyMapModel::StatusColumn).data(Qt::ToolTipRole).toString();
    return mark.count == 1 ? text : text + u"<p>"_s + tr("and %n more here", nullptr, mark.count - 1).toHtmlEscaped() + u"</p>"_s;
}

bool ProblemStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Mark* mark = markAt(help->pos().y());
        QToolTip::showText(help->globalPos(), mark != nullptr ? toolTipOf(*mark) : tr("F8 or Alt+Down goes to the next problem."), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace wb::ui
