#pragma once

#include "ui/worker/background_task.h"

#include "core/plan/conversion_report.h"

#include <QWidget>

#include <vector>

class QAction;
class QSplitter;
class QTableView;

namespace wb::ui {

class FileViewer;
class FolderModel;

// The files of a result, and what is in the one that is chosen. Nothing outside the folder is ever opened.
class FilesPane : public QWidget {
    Q_OBJECT

public:
    explicit FilesPane(QWidget* parent = nullptr);

    // `written`: what the conversion made, with its hashes.
    void showFolder(const QString& folder, const std::vector<plan::WrittenFile>& written);

Q_SIGNALS:
    void openFolderRequested();
    void verifyAgainRequested();

private:
    void makeActions();
    QAction* addAct(const QString& name, const QString& text);
    void list();
    void showCurrent();
    void showActs();
    int currentRow() const;

    QString m_folder;
    BackgroundTask m_listing;
    BackgroundTask m_reading;
    FolderModel* m_model;
    QSplitter* m_panes;
    QTableView* m_table;
    FileViewer* m_viewer;
    QAction* m_copyPath = nullptr;
    QAction* m_copyHash = nullptr;
};

}  // namespace wb::ui
