#include "ui/log/log_model.h"

#include "ui/format.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <iterator>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

LogModel::LogModel(std::shared_ptr<LogLines> lines, QObject* parent) : QAbstractTableModel(parent), m_source(std::move(lines)) {}

void LogModel::refresh()
{
    std::vector<LogLine> lines = m_source->take();
    if (lines.empty()) {
        return;
    }
    const size_t all = m_lines.size() + lines.size();
    if (const size_t excess = all > LogLines::mostLines ? std::min(all - LogLines::mostLines, m_lines.size()) : 0; excess > 0) {
        beginRemoveRows({}, 0, static_cast<int>(excess) - 1);
        m_lines.erase(m_lines.begin(), m_lines.begin() + static_cast<std::ptrdiff_t>(excess));
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(lines.size()) - 1);
    m_lines.insert(m_lines.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    endInsertRows();
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LogModel::levelText(Log::Level level)
{
    switch (level) {
    case Log::Level::Debug:
        return tr("Detail");
    case Log::Level::Info:
        return tr("Information");
    case Log::Level::Warning:
        return tr("Warning");
    case Log::Level::Error:
        break;
    }
    return tr("Error");
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const LogLine& line = m_lines[static_cast<size_t>(index.row())];
    if (role == LevelRole) {
        return static_cast<int>(line.level);
    }
    if (role == Qt::ToolTipRole && index.column() == Text) {
        return shown(line.text).toHtmlEscaped();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case Time:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(line.milliseconds).time(), u"HH:mm:ss"_s);
    case Level:
        return levelText(line.level);
    case Job:
        return shown(line.job);
    case Text:
        return shown(line.text);
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const QString names[]{tr("Time"), tr("Level"), tr("Job"), tr("Line")};
    return section >= 0 && section < ColumnCount ? names[section] : QString();
}

void LogFilter::setLowest(Log::Level level)
{
    m_lowest = level;
    invalidateFilter();
}

void LogFilter::setJob(const QString& job)
{
    m_job = job;
    invalidateFilter();
}

void LogFilter::setText(const QString& text)
{
    m_text = text;
    invalidateFilter();
}

bool LogFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex line = sourceModel()->index(row, LogModel::Text, parent);
    if (line.data(LogModel::LevelRole).toInt() < static_cast<int>(m_lowest)) {
        return false;
    }
    if (!m_job.isEmpty() && line.siblingAtColumn(LogModel::Job).data().toString() != m_job) {
        return false;
    }
    return m_text.isEmpty() || line.data().toString().contains(m_text, Qt::CaseInsensitive);
}

}  // namespace wb::ui
