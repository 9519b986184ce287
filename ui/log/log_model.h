#pragma once

#include "ui/log/log_lines.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace wb::ui {

// The lines of a log that were taken so far, oldest first, at most LogLines::mostLines of them.
class LogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Level, Job, Text, ColumnCount };
    enum { LevelRole = Qt::UserRole };  // Log::Level as int

    explicit LogModel(std::shared_ptr<LogLines> lines, QObject* parent = nullptr);

    // Takes what has come.
    void refresh();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString levelText(Log::Level level);

private:
    std::shared_ptr<LogLines> m_source;
    std::deque<LogLine> m_lines;
};

// Its lines of a level or above, of one job or all, that hold a text.
class LogFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setLowest(Log::Level level);
    void setJob(const QString& job);  // empty: all
    void setText(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Log::Level m_lowest = Log::Level::Info;
    QString m_job;
    QString m_text;
};

}  // namespace wb::ui
