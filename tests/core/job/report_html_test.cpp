#include "core/base/shell.h"
#include "core/job/demo_checkpoint.h"
#include "core/job/report_html.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <locale>

using wb::job::ResultReport;

// The report for people: whole, of our own text only, the same for the same result.
class ReportHtmlTest : public QObject {
    Q_OBJECT

private:
    static ResultReport hostileReport();

private Q_SLOTS:
    void foreignTextIsNeverMarkup();
    void nothingIsLoadedOrRun();
    void keysSayWhy();
    void parityIsDrawnAndListed();
    void localeChangesNothing();
    void folderTellsWhatItsConversionTold();
    void wordsAreQuotedForTheShell();
};

ResultReport ReportHtmlTest::hostileReport()
{
    const std::string evil = "<script>alert('x')</script><img src=\"https://evil.example.org/x\" onerror=alert(1)>&\"'\n\x1b[31m\u202E";
    ResultReport report;
    report.sourceName = report.container = report.stateDict = report.variant = report.naming = report.format = report.dtype = report.folder = evil;
    report.sourceBytes = 37302091312;
    report.tensors = 2;
    report.counts.mapped = 1234567;
    report.dropped = {{evil, "", evil}, {"heads.0.prototypes.weight", "", "rule heads.pretraining"}};
    report.edited = {{evil, evil, evil}};
    report.files = {{evil, 12, evil}};
    report.warnings = {evil};
    report.fingerprint = report.program = report.command = evil;
    report.verified = wb::verify::Report{false, 1, {{evil, false, evil, evil}, {"keys", true, "2 of 2", {}}}};
    wb::verify::ParityReport parity;
    parity.input = evil;
    parity.size = 64;
    parity.tolerance = 1e-6;
    parity.layers = {{"embedder", {}, ""}, {evil, {0.5, 0.25, 0.9}, evil}, {"pooler", {std::nullopt, std::nullopt, std::nullopt}, ""}};
    report.parity = parity;
    return report;
}

void ReportHtmlTest::foreignTextIsNeverMarkup()
{
    const QString html = QString::fromStdString(wb::job::reportHtml(hostileReport()));
    const QString body = QString::fromStdString(wb::job::reportBody(hostileReport(), 1000));
    for (const QString& text : {html, body}) {
        QVERIFY(!text.contains("<script") && !text.contains("<img") && !text.contains(QChar(0x1b)) && !text.contains(QChar(0x202E)));
        QVERIFY(text.contains("&lt;script&gt;alert(&#39;x&#39;)"));
        // Only tags of ours, with attributes of ours.
        static const QRegularExpression tag(QStringLiteral("<(/?)([a-zA-Z0-9!]+)([^>]*)>"));
        static const QSet<QString> known{"!DOCTYPE", "html", "head", "meta", "title", "style", "body", "h1", "h2", "p",   "table", "thead", "tbody",
                                         "tr",       "th",   "td",   "code", "span",  "br",    "pre",  "ul", "li", "svg", "line",  "rect",  "text"};
        auto tags = tag.globalMatch(text);
        while (tags.hasNext()) {
            const auto match = tags.next();
            QVERIFY2(known.contains(match.captured(2)), qPrintable(match.captured()));
            QVERIFY2(!match.captured(3).contains("on") || match.captured(2) == "meta" || match.captured(2) == "svg" || match.captured(2) == "span",
                     qPrintable(match.captured()));
        }
    }
    QVERIFY(!wb::job::reportSummary(hostileReport()).empty());
    QVERIFY(!QString::fromStdString(wb::job::reportSummary(hostileReport())).contains(QChar(0x1b)));
}

void ReportHtmlTest::nothingIsLoadedOrRun()
{
    const QString html = QString::fromStdString(wb::job::reportHtml(hostileReport()));
    QVERIFY(html.contains("default-src 'none'"));
    for (const char* word : {" src=", " href=", "url(", "@import", "javascript:"}) {
        QString ours = html;
        ours.remove(QRegularExpression(QStringLiteral("&lt;.*?&#39;")));
        QVERIFY2(!ours.contains(QRegularExpression(QStringLiteral("<[^>]*") + QRegularExpression::escape(word))), word);
    }
}

void ReportHtmlTest::keysSayWhy()
{
    ResultReport report = hostileReport();
    report.dropped.assign(5000, {"heads.0.prototypes.weight", "", "rule heads.pretraining"});
    const QString all = QString::fromStdString(wb::job::reportHtml(report));
    QCOMPARE(all.count("rule heads.pretraining"), 5000);
    const QString some = QString::fromStdString(wb::job::reportBody(report, 100));
    QCOMPARE(some.count("rule heads.pretraining"), 99);
    QVERIFY(some.contains("4901 more are in the saved report"));
}

void ReportHtmlTest::parityIsDrawnAndListed()
{
    const QString html = QString::fromStdString(wb::job::reportHtml(hostileReport()));
    QCOMPARE(html.count("<rect class=\"over\""), 2);
    QCOMPARE(html.count("<rect class=\"under\""), 1);
    QCOMPARE(html.count("class=\"limit\""), 1);
    QCOMPARE(html.count("over the tolerance"), 2);
    QVERIFY(!QString::fromStdString(wb::job::reportBody(hostileReport(), 10)).contains("<svg"));
    QVERIFY(!html.contains("nan") && !html.contains("inf\""));
}

// A locale that writes 1.234,5: what a desktop in German or Turkish has.
class CommaDecimals : public std::numpunct<char> {
protected:
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

void ReportHtmlTest::localeChangesNothing()
{
    const std::string html = wb::job::reportHtml(hostileReport());
    const std::locale before = std::locale::global(std::locale(std::locale::classic(), new CommaDecimals));
    const char* const names = setlocale(LC_ALL, "tr_TR.UTF-8");  // where it is installed
    Q_UNUSED(names)
    const std::string there = wb::job::reportHtml(hostileReport());
    std::locale::global(before);
    setlocale(LC_ALL, "C.UTF-8");
    QCOMPARE(there, html);
    QVERIFY(QString::fromStdString(html).contains("37.30 GB") && QString::fromStdString(html).contains("0.25"));
}

void ReportHtmlTest::folderTellsWhatItsConversionTold()
{
    const QTemporaryDir folder;
    wb::CancelToken cancel;
    wb::Progress progress;
    wb::Log log;
    wb::JobContext job{cancel, progress, log};
    wb::job::DemoOptions demo;
    demo.path = folder.filePath("demo.torch").toStdString();
    demo.variant = "regnet-y-320-seer";
    demo.scale = 1.0 / 64;
    wb::job::makeDemo(demo, job);
    wb::plan::Options options;
    options.outputFolder = folder.filePath("demo-hf").toStdString();
    options.dtype = wb::tensor::DType::BF16;
    const wb::plan::Plan plan = wb::job::makePlan(wb::job::inspect(demo.path, {}, job), options, job);
    const wb::job::Outcome outcome = wb::job::run(plan, {}, true, job);
    const ResultReport made = wb::job::reportOf(plan, outcome, demo.path);
    ResultReport read = wb::job::readResultReport(options.outputFolder, wb::Limits());
    QCOMPARE(read.sourceName, made.sourceName);
    QCOMPARE(read.sourceBytes, made.sourceBytes);
    QCOMPARE(read.dtype, std::string("BF16"));
    QCOMPARE(read.tensors, made.tensors);
    QVERIFY(made.dropped.size() > 0);
    QCOMPARE(read.dropped.size(), made.dropped.size());
    QVERIFY(!made.dropped[0].reason.empty());
    for (const wb::plan::WrittenFile& file : read.files) {
        QVERIFY(QString::fromStdString(wb::job::reportHtml(read)).contains(QString::fromStdString(file.sha256)));
    }
    QVERIFY(QString::fromStdString(made.command).contains("--dtype bf16"));
    read.verified = wb::job::verifyFolder(options.outputFolder, job);
    QVERIFY(QString::fromStdString(wb::job::reportHtml(read)).contains("tensors proved"));
    QCOMPARE(wb::job::reportHtml(read), wb::job::reportHtml(read));
}

void ReportHtmlTest::wordsAreQuotedForTheShell()
{
    QCOMPARE(wb::shellLine({"convert", "a b", "it's", "$(rm)", ""}), std::string("convert 'a b' 'it'\\''s' '$(rm)' ''"));
}

QTEST_GUILESS_MAIN(ReportHtmlTest)
#include "report_html_test.moc"
