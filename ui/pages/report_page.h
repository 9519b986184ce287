#pragma once

#include "core/job/result_report.h"

#include <QTemporaryDir>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;

namespace wb::ui {

class ReportView;
class Session;

// The report of the result, to be read, saved as one page, opened in a browser, or copied as a few lines.
class ReportPage : public QWidget {
    Q_OBJECT

public:
    // The session outlives the page.
    explicit ReportPage(Session& session, QWidget* parent = nullptr);

    // Writes the page to the file; false, and said on the page, where that cannot be.
    bool saveTo(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showReport();
    void askWhereToSave();
    void openInBrowser();
    void copySummary();
    void say(const QString& text);

    Session& m_session;
    ReportView* m_view;
    QLabel* m_note;
    std::optional<job::ResultReport> m_report;
    std::unique_ptr<QTemporaryDir> m_forBrowser;
};

// Of the session's outcome; empty without one.
std::optional<job::ResultReport> reportOf(const Session& session);

}  // namespace wb::ui
