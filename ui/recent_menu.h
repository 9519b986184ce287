#pragma once

#include <QMenu>

namespace wb::ui {

class RecentFiles;

// File > Open recent: the files and addresses, those that are missing greyed with a way to locate them, and Clear.
class RecentMenu : public QMenu {
    Q_OBJECT

public:
    // The files outlive it.
    explicit RecentMenu(RecentFiles& files, QWidget* parent = nullptr);

private:
    void fill();
    void addEntry(int row);

    RecentFiles& m_files;
};

}  // namespace wb::ui
