#pragma once

#include <QListView>

namespace wb::ui {

class RecentFiles;

// The files that were opened last, as a list of the start page: Return opens one or asks where it is, Del forgets it. Hidden while there is none.
class RecentList : public QListView {
    Q_OBJECT

public:
    // The files outlive it.
    explicit RecentList(RecentFiles& files, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fit();

    RecentFiles& m_files;
};

}  // namespace wb::ui
