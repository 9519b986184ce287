#pragma once

#include "core/inspect/file_contents.h"
#include "core/io/folder_entry.h"
#include "core/plan/conversion_report.h"

#include <QAbstractTableModel>

#include <vector>

namespace wb::ui {

// What a folder of a result holds, and the SHA-256 of what the conversion wrote.
class FolderModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, KindColumn, SizeColumn, HashColumn, ColumnCount };

    explicit FolderModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    // What was written: shown until the folder has been looked at.
    void setWritten(const std::vector<plan::WrittenFile>& files);
    // What stands there now.
    void setEntries(std::vector<io::FolderEntry> entries);
    const io::FolderEntry& entry(int row) const { return m_entries[static_cast<size_t>(row)]; }
    // Empty for what this conversion did not write, or for another size.
    QString hash(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(int row, int column) const;

    std::vector<plan::WrittenFile> m_written;
    std::vector<io::FolderEntry> m_entries;
};

// "weights", "model card", "link to /etc/passwd" …
QString entryKindText(const io::FolderEntry& entry);

}  // namespace wb::ui
