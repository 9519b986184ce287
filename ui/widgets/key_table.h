#pragma once

#include <QTableView>

namespace wb::ui {

class KeyMapFilter;

// The rows of a key map as a table: rows of one height, keys shortened at their beginning.
class KeyTable : public QTableView {
    Q_OBJECT

public:
    explicit KeyTable(KeyMapFilter* filter, QWidget* parent = nullptr);

    // Widths, order and choice of the columns.
    QByteArray columnState() const;
    void restoreColumnState(const QByteArray& state);
};

}  // namespace wb::ui
