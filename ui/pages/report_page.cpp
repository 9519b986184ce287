#include "ui/pages/report_page.h"

#include "ui/command_line.h"
#include "ui/error_sentences.h"
#include "ui/format.h"
#include "ui/session.h"
#include "ui/widgets/report_view.h"
#include "ui/worker/core_call.h"

#include "core/job/report_html.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QUrl>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostKeysShown = 1000;

}  // namespace

std::optional<job::ResultReport> reportOf(const Session& session)
{
    if (!session.outcome() || !session.plan()) {
        return std::nullopt;
    }
    const auto& published = session.published();
    // An address may hold a signature: as it may be shown.
    const std::string source = published && session.isRemote() ? published->source.shown : pathBytes(session.sourcePath());
    job::ResultReport report = job::reportOf(*session.plan(), *session.outcome(), source);
    if (published && published->fetched) {
        report.sourceSha256 = published->fetched->sha256;
    }
    report.parity = session.parity();
    return report;
}

ReportPage::ReportPage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_view(new ReportView(this)), m_note(new QLabel(this))
{
    setObjectName(u"reportPage"_s);
    m_view->setObjectName(u"reportView"_s);
    m_view->setAccessibleName(tr("Report of the conversion"));
    m_note->setObjectName(u"reportNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    const auto add = [this, buttons](const QString& name, const QString& text, void (ReportPage::*act)()) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, act);
        buttons->addWidget(button);
        return button;
    };
    buttons->addWidget(m_note, 1);
    add(u"saveReportButton"_s, tr("&Save as HTML…"), &ReportPage::askWhereToSave);
    add(u"browserReportButton"_s, tr("Open in &browser"), &ReportPage::openInBrowser);
    add(u"copyReportButton"_s, tr("Copy &summary"), &ReportPage::copySummary);
    m_close = add(u"closeReportButton"_s, tr("Close &report"), &ReportPage::closeJob);
    m_close->hide();
    setFocusProxy(m_view);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_view, 1);
    column->addLayout(buttons);
    connect(&session, &Session::stateChanged, this, [this] {
        if (isVisible()) {
            showReport();
        }
    });
    connect(&session, &Session::keyMapChanged, this, &ReportPage::closeJob);
}

void ReportPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showReport();
}

void ReportPage::showReport()
{
    if (!m_isOfJob) {
        m_report = reportOf(m_session);
        render();
    }
}

void ReportPage::render()
{
    m_view->setBody(m_report ? QString::fromStdString(job::reportBody(*m_report, mostKeysShown)) : QString());
}

void ReportPage::showJob(const QueueEntry& entry)
{
    m_isOfJob = true;
    m_close->show();
    m_report.reset();
    render();
    say({});
    m_read.ask([this, entry](JobContext&) -> BackgroundCall::Answer {
        job::ResultReport report;
        const CoreEnd end = endOf([&] { report = job::readResultReport(entry.options.outputFolder, {}); });
        if (end.error) {
            return [this, error = *end.error] { say(describe(error).sentence); };
        }
        report.verified = entry.outcome ? entry.outcome->verified : std::nullopt;
        if (const std::string line = convertCommand(entry); !line.empty()) {
            report.command = line;
        }
        return [this, report = std::move(report), name = entry.name()] { takeJob(report, name); };
    });
}

void ReportPage::takeJob(const job::ResultReport& report, const QString& name)
{
    m_report = report;
    render();
    say(tr("Report of the job %1").arg(name));
}

void ReportPage::closeJob()
{
    if (m_isOfJob) {
        m_isOfJob = false;
        m_close->hide();
        m_read.cancel();
        say({});
        showReport();
        Q_EMIT jobClosed();
    }
}

bool ReportPage::saveTo(const QString& path)
{
    QSaveFile file(path);
    const QByteArray text = m_report ? QByteArray::fromStdString(job::reportHtml(*m_report)) : QByteArray();
    const bool isSaved = !text.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    const QString place = shown(pathBytes(path));
    say(isSaved ? tr("Saved to %1.").arg(place) : tr("The report could not be saved to %1: %2.").arg(place, file.errorString()));
    return isSaved;
}

void ReportPage::askWhereToSave()
{
    const QString folder = m_report ? QFileInfo(pathFromBytes(m_report->folder)).absolutePath() : QString();
    auto* dialog = new QFileDialog(this, tr("Save the report"), folder + u"/conversion-report.html"_s, tr("Web pages (*.html)"));
    dialog->setObjectName(u"saveReportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"html"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportPage::saveTo);
    dialog->open();
}

// In a folder of its own, which goes with the page.
void ReportPage::openInBrowser()
{
    m_forBrowser = std::make_unique<QTemporaryDir>();
    const QString path = m_forBrowser->filePath(u"conversion-report.html"_s);
    if (!m_forBrowser->isValid() || !saveTo(path)) {
        return;
    }
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path))) {
        say(tr("No program here opens web pages: save the report instead."));
    } else {
        say({});
    }
}

void ReportPage::copySummary()
{
    if (m_report) {
        QGuiApplication::clipboard()->setText(QString::fromStdString(job::reportSummary(*m_report)));
        say(tr("The summary is in the clipboard."));
    }
}

void ReportPage::say(const QString& text)
{
    m_note->setText(text);
}

}  // namespace wb::ui
