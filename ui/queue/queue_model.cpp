#include "ui/queue/queue_model.h"

namespace wb::ui {

using namespace Qt::StringLiterals;

QueueModel::QueueModel(Session& session, JobQueue& queue, QObject* parent)
    : QAbstractTableModel(parent), m_session(session), m_queue(queue), m_hasSession(rowOf(session).has_value())
{
    connect(&session, &Session::stateChanged, this, &QueueModel::takeSession);
    connect(&session, &Session::sampled, this, &QueueModel::takeSession);
    connect(&queue, &JobQueue::aboutToInsert, this,
            [this](int first, int last) { beginInsertRows({}, first + sessionRows(), last + sessionRows()); });
    connect(&queue, &JobQueue::inserted, this, [this] { endInsertRows(); });
    connect(&queue, &JobQueue::aboutToRemove, this, [this](int row) { beginRemoveRows({}, row + sessionRows(), row + sessionRows()); });
    connect(&queue, &JobQueue::removed, this, [this] { endRemoveRows(); });
    connect(&queue, &JobQueue::aboutToMove, this, [this](int from, int to) {
        const int before = to > from ? to + 1 : to;
        beginMoveRows({}, from + sessionRows(), from + sessionRows(), {}, before + sessionRows());
    });
    connect(&queue, &JobQueue::moved, this, [this] { endMoveRows(); });
    connect(&queue, &JobQueue::changed, this, [this](int row) { touch(row + sessionRows()); });
}

void QueueModel::takeSession()
{
    const bool has = rowOf(m_session).has_value();
    if (has && !m_hasSession) {
        beginInsertRows({}, 0, 0);
        m_hasSession = true;
        endInsertRows();
    } else if (!has && m_hasSession) {
        beginRemoveRows({}, 0, 0);
        m_hasSession = false;
        endRemoveRows();
    } else if (has) {
        touch(0);
    }
}

void QueueModel::touch(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_queue.entries().size()) + sessionRows();
}

int QueueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const QueueEntry* QueueModel::entryAt(int row) const
{
    const int at = row - sessionRows();
    return at < 0 || at >= static_cast<int>(m_queue.entries().size()) ? nullptr : &m_queue.entries()[static_cast<size_t>(at)];
}

std::optional<JobRow> QueueModel::jobAt(int row) const
{
    if (isSession(row)) {
        return rowOf(m_session);
    }
    const QueueEntry* entry = entryAt(row);
    return entry == nullptr ? std::nullopt : std::optional(rowOf(*entry, m_queue));
}

int QueueModel::rowOfEntry(quint64 id) const
{
    for (int row = sessionRows(); row < rowCount(); ++row) {
        if (entryAt(row)->id == id) {
            return row;
        }
    }
    return -1;
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const std::optional<JobRow> job = jobAt(index.row());
    if (!job) {
        return {};
    }
    if (role == PermilleRole && index.column() == Share) {
        return job->permille;
    }
    if (role == Qt::ToolTipRole) {
        return (index.column() == Step && !job->detail.isEmpty() ? job->detail : job->source).toHtmlEscaped();
    }
    if (role == Qt::TextAlignmentRole && (index.column() == Speed || index.column() == Left)) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    switch (index.column()) {
    case Job:
        return job->name;
    case Step:
        return job->isFailed ? job->step + u": "_s + job->detail : job->step;
    case Share:
        return job->progress;
    case Speed:
        return job->speed;
    case Left:
        return job->left;
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Job:
        return tr("Job");
    case Step:
        return tr("Step");
    case Share:
        return tr("Progress");
    case Speed:
        return tr("Speed");
    case Left:
        //: heading over the time that is left
        return tr("Left");
    default:
        return {};
    }
}

}  // namespace wb::ui
