#pragma once

#include "ui/queue/queue_entry.h"
#include "ui/worker/background_call.h"

#include "core/job/result_report.h"

#include <QTemporaryDir>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;

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
    // The result of a job of the queue, read from its folder, until the user closes it or the session opens something.
    void showJob(const QueueEntry& entry);
    bool isOfJob() const { return m_isOfJob; }

Q_SIGNALS:
    void jobClosed();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showReport();
    void render();
    void takeJob(const job::ResultReport& report, const QString& name);
    void closeJob();
    void askWhereToSave();
    void openInBrowser();
    void copySummary();
    void say(const QString& text);

    Session& m_session;
    ReportView* m_view;
    QLabel* m_note;
    QPushButton* m_close = nullptr;
    bool m_isOfJob = false;
    BackgroundCall m_read;
    std::optional<job::ResultReport> m_report;
    std::unique_ptr<QTemporaryDir> m_forBrowser;
};

// Of the session's outcome; empty without one.
std::optional<job::ResultReport> reportOf(const Session& session);

}  // namespace wb::ui
