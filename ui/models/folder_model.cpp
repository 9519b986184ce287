#include "ui/models/folder_model.h"

#include "ui/format.h"

#include <algorithm>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;
using inspect::FileRole;
using io::FolderEntry;

namespace {

QString roleText(FileRole role)
{
    switch (role) {
    case FileRole::Weights:
        return FolderModel::tr("weights");
    case FileRole::ShardIndex:
        return FolderModel::tr("index of the weights");
    case FileRole::Configuration:
        return FolderModel::tr("configuration");
    case FileRole::Processor:
        return FolderModel::tr("image processor");
    case FileRole::Card:
        return FolderModel::tr("model card");
    case FileRole::Report:
        return FolderModel::tr("report of the conversion");
    case FileRole::Licence:
        return FolderModel::tr("licence");
    case FileRole::Text:
        return FolderModel::tr("text");
    case FileRole::Other:
        return FolderModel::tr("other");
    }
    return {};
}

}  // namespace

QString entryKindText(const FolderEntry& entry)
{
    switch (entry.kind) {
    case FolderEntry::Kind::File:
        return roleText(inspect::roleOf(entry.name));
    case FolderEntry::Kind::Folder:
        return FolderModel::tr("folder");
    case FolderEntry::Kind::Link:
        return FolderModel::tr("link to %1").arg(shown(entry.target));
    case FolderEntry::Kind::Special:
        return FolderModel::tr("no file");
    }
    return {};
}

void FolderModel::setWritten(const std::vector<plan::WrittenFile>& files)
{
    beginResetModel();
    m_written = files;
    m_entries.clear();
    for (const plan::WrittenFile& file : files) {
        m_entries.push_back({file.name, FolderEntry::Kind::File, file.bytes, {}});
    }
    endResetModel();
}

void FolderModel::setEntries(std::vector<FolderEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

QString FolderModel::hash(int row) const
{
    const FolderEntry& at = entry(row);
    const auto written = std::find_if(m_written.begin(), m_written.end(), [&at](const plan::WrittenFile& file) { return file.name == at.name; });
    const bool isSame = written != m_written.end() && at.kind == FolderEntry::Kind::File && written->bytes == at.bytes;
    return isSame ? shown(written->sha256) : QString();
}

int FolderModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int FolderModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FolderModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return text(index.row(), index.column()).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QString FolderModel::text(int row, int column) const
{
    const FolderEntry& at = entry(row);
    switch (column) {
    case NameColumn:
        return shown(at.name);
    case KindColumn:
        return entryKindText(at);
    case SizeColumn:
        return at.kind == FolderEntry::Kind::File ? bytesText(at.bytes) : QString();
    case HashColumn:
        return hash(row);
    default:
        return {};
    }
}

QVariant FolderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const QString headings[ColumnCount] = {tr("File"), tr("Kind"), tr("Size"), tr("SHA-256")};
    return section < ColumnCount ? headings[section] : QVariant();
}

}  // namespace wb::ui
