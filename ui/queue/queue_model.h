#pragma once

#include "ui/queue/job_row.h"

#include <QAbstractTableModel>

namespace wb::ui {

// Every job: the session's own work first, where there is some, then the queue in its order. Both outlive it.
class QueueModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Job, Step, Share, Speed, Left, ColumnCount };
    // Share's: thousandths (int); -1 while the whole is not known.
    enum { PermilleRole = Qt::UserRole };

    QueueModel(Session& session, JobQueue& queue, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // The session's row.
    bool isSession(int row) const { return m_hasSession && row == 0; }
    // Null for the session's row and for none.
    const QueueEntry* entryAt(int row) const;
    std::optional<JobRow> jobAt(int row) const;
    int rowOfEntry(quint64 id) const;

private:
    int sessionRows() const { return m_hasSession ? 1 : 0; }
    void takeSession();
    void touch(int row);

    Session& m_session;
    JobQueue& m_queue;
    bool m_hasSession = false;
};

}  // namespace wb::ui
