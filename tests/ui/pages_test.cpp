#include "tests/ui/opened_addresses.h"
#include "tests/ui/publish_fixture.h"

#include "ui/dialogs/environment_dialog.h"
#include "ui/settings/effective_settings.h"
#include "ui/widgets/report_view.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using wb::Error;
using wb::ErrorCode;

// The report of a result, the settings and the environment report, in the window.
class PagesTest : public QObject, private PublishFixture {
    Q_OBJECT

private:
    QDialog* settingsDialog()
    {
        QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
        return m_window->findChild<QDialog*>(u"settingsDialog"_s);
    }
    void showSettingsPage(int page) { find<QTabWidget>(u"settingsPages"_s)->setCurrentIndex(page); }
    void enter(const QString& setting, const QString& text)
    {
        auto* edit = find<QLineEdit>(u"setting-"_s + setting);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

private Q_SLOTS:
    void init() { makePublishing(); }
    void cleanup() { dropAll(); }
    void reportIsReadSavedAndCopied();
    void reportShowsForeignTextAsText();
    void settingsCountForTheNextAct();
    void anOptionOfThisRunIsShownAndStays();
    void wrongSettingsAreSaid();
    void connectionIsTestedBesideTheWork();
    void tokenIsReplacedAndForgotten();
    void errorsLeadToTheSettings();
    void environmentReportIsCopied();
};

void PagesTest::reportIsReadSavedAndCopied()
{
    auto* tabs = find<QTabWidget>(u"tabs"_s);
    QVERIFY(!tabs->isTabEnabled(tabs->indexOf(find<QWidget>(u"reportPage"_s))));
    finishConversion();
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    auto* view = find<wb::ui::ReportView>(u"reportView"_s);
    QTRY_VERIFY(view->isVisible());
    QVERIFY2(view->toPlainText().contains(u"tiny.torch"_s) && view->toPlainText().contains(u"2 of 2 tensors proved"_s),
             qPrintable(view->toPlainText()));
    QVERIFY(view->toPlainText().contains(u"heads.0.prototypes.weight"_s));
    click(u"copyReportButton"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"weightbridge-cli convert "_s));
    click(u"saveReportButton"_s);
    auto* dialog = find<QFileDialog>(u"saveReportDialog"_s);
    const QString path = m_folder->filePath(u"report.html"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QVERIFY(saved.readAll().startsWith("<!DOCTYPE html>"));
    QVERIFY(text(u"reportNote"_s).contains(u"report.html"_s));
    OpenedAddresses opened;
    QDesktopServices::setUrlHandler(u"file"_s, &opened, "take");
    click(u"browserReportButton"_s);
    QDesktopServices::unsetUrlHandler(u"file"_s);
    QCOMPARE(opened.addresses.size(), 1);
    QVERIFY(QFile::exists(QUrl(opened.addresses[0]).toLocalFile()));
}

// HOSTILE 86 in what the window shows of it.
void PagesTest::reportShowsForeignTextAsText()
{
    const std::string evil = "<img src='https://evil.example.org/x.png'><b>x</b>=cmd()\u202Egnp";
    m_pipeline->rows.push_back(FakePipeline::row(wb::mapping::Status::Dropped, evil.c_str(), nullptr));
    finishConversion();
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    auto* view = find<wb::ui::ReportView>(u"reportView"_s);
    QTRY_VERIFY(view->toPlainText().contains(u"<img src='https://evil.example.org/x.png'><b>x</b>=cmd()"_s));
    QVERIFY(!view->toPlainText().contains(QChar(0x202E)) && !view->toPlainText().contains(QChar::ObjectReplacementCharacter));
    QVERIFY(!view->loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/passwd"_s)).isValid());
}

void PagesTest::settingsCountForTheNextAct()
{
    QVERIFY(settingsDialog() != nullptr);
    enter(u"resultFolder"_s, m_folder->filePath(u"models"_s));
    showSettingsPage(1);
    enter(u"endpoint"_s, u"https://mirror.example.org"_s);
    enter(u"connections"_s, u"3"_s);
    QCOMPARE(m_pipeline->preferences.endpoint, std::string("https://mirror.example.org"));
    QCOMPARE(m_pipeline->preferences.connections, std::optional<uint32_t>(3));
    QVERIFY(text(u"origin-endpoint"_s).contains(u"from the settings"_s));
    showSettingsPage(2);
    auto* dtype = find<QComboBox>(u"setting-dtype"_s);
    dtype->setFocus();
    QTest::keyClick(dtype, Qt::Key_End);
    QTRY_COMPARE(dtype->currentData().toString(), u"bf16"_s);
    open();
    QCOMPARE(m_session->options().dtype, std::optional(wb::tensor::DType::BF16));
    QCOMPARE(m_session->options().outputFolder, m_folder->filePath(u"models/tiny-hf"_s).toStdString());
    click(u"restoreDefaultsButton"_s);
    QVERIFY(m_pipeline->preferences.endpoint.empty());
    QVERIFY(text(u"origin-endpoint"_s).contains(u"default"_s));
}

void PagesTest::anOptionOfThisRunIsShownAndStays()
{
    m_window->settings().setOption(wb::ui::Setting::Language, u"--lang"_s, u"de"_s);
    settingsDialog();
    QCOMPARE(text(u"origin-language"_s), u"given by --lang for this run"_s);
    QVERIFY(!find<QComboBox>(u"setting-language"_s)->isEnabled());
    QCOMPARE(find<QComboBox>(u"setting-language"_s)->currentData().toString(), u"de"_s);
}

void PagesTest::wrongSettingsAreSaid()
{
    settingsDialog();
    showSettingsPage(1);
    enter(u"proxy"_s, u"http://me:secret@proxy:1"_s);
    QVERIFY(text(u"origin-proxy"_s).contains(u"plain text"_s));
    QVERIFY(m_pipeline->preferences.proxy.empty());
    QVERIFY(!m_settings->contains(u"network/proxy"_s));
    QVERIFY(m_window->findChild<QDialog*>(u"settingsDialog"_s)->isVisible());  // Return does not close it
}

void PagesTest::connectionIsTestedBesideTheWork()
{
    startConverting();
    settingsDialog();
    showSettingsPage(1);
    click(u"testConnectionButton"_s);
    QTRY_VERIFY2(text(u"connectionResult"_s).contains(u"200"_s), qPrintable(text(u"connectionResult"_s)));
    QVERIFY(text(u"connectionResult"_s).contains(u"verified"_s) && text(u"connectionResult"_s).contains(u"proxy.example.org:3128"_s));
    QCOMPARE(m_session->state(), State::Converting);
    m_pipeline->connectionError = Error(ErrorCode::ProxyFailed).with("host", "hub.example.org").with("problem", "auth");
    click(u"testConnectionButton"_s);
    QTRY_VERIFY(text(u"connectionResult"_s).contains(u"E_PROXY"_s));
    m_pipeline->holdsConnection = true;
    click(u"testConnectionButton"_s);
    QVERIFY(!find<QWidget>(u"testConnectionButton"_s)->isEnabled());
    click(u"cancelConnectionButton"_s);
    QCOMPARE(text(u"connectionResult"_s), u"Cancelled."_s);
    QVERIFY(find<QWidget>(u"testConnectionButton"_s)->isEnabled());
}

void PagesTest::tokenIsReplacedAndForgotten()
{
    QDialog* dialog = settingsDialog();
    showSettingsPage(4);
    QTRY_COMPARE(m_pipeline->tokenQuestions.load(), 1);
    auto* edit = dialog->findChild<QLineEdit*>(u"tokenEdit"_s);
    QTRY_VERIFY(edit->isVisible() && edit->isEnabled());
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    edit->setFocus();
    QTest::keyClicks(edit, u"hf_newtoken"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(m_pipeline->keptTokens(), std::vector<std::string>{"hf_newtoken"});
    QVERIFY(edit->text().isEmpty());
    auto* forget = dialog->findChild<QPushButton*>(u"forgetTokenButton"_s);
    QTRY_VERIFY(forget->isEnabled());
    QTest::mouseClick(forget, Qt::LeftButton);
    QTRY_COMPARE(m_pipeline->forgottenTokens.load(), 1);
    QTRY_VERIFY(m_session->tokenError().has_value());
    QVERIFY(!forget->isEnabled());
}

void PagesTest::errorsLeadToTheSettings()
{
    m_pipeline->lookError = Error(ErrorCode::ProxyFailed).with("host", "files.example.org").with("problem", "auth");
    m_window->openNamed(m_address);
    QTRY_COMPARE(m_session->state(), State::Failed);
    auto* settings = find<QPushButton>(u"bannerAct-openSettings"_s);
    settings->setFocus();
    QTest::keyClick(settings, Qt::Key_Space);
    QTRY_VERIFY(m_window->findChild<QDialog*>(u"settingsDialog"_s) != nullptr);
    m_window->findChild<QDialog*>(u"settingsDialog"_s)->close();
    m_pipeline->lookError = Error(ErrorCode::NotAuthorised).with("host", "files.example.org").with("problem", "gated");
    m_window->openNamed(m_address);
    QTRY_VERIFY(m_window->findChild<QPushButton*>(u"bannerAct-otherToken"_s) != nullptr);
    auto* other = find<QPushButton>(u"bannerAct-otherToken"_s);
    other->setFocus();
    QTest::keyClick(other, Qt::Key_Space);
    QTRY_VERIFY(find<QTabWidget>(u"settingsPages"_s)->currentIndex() == 4);
}

void PagesTest::environmentReportIsCopied()
{
    find<QAction>(u"environmentAction"_s)->trigger();
    QTRY_VERIFY(find<QPlainTextEdit>(u"environmentText"_s)->toPlainText().contains(u"weightbridge 0"_s));
    click(u"copyEnvironmentButton"_s);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"Qt: 6."_s) && copied.contains(u"platform offscreen"_s) && copied.contains(u"screen: "_s), qPrintable(copied));
}

QTEST_MAIN(PagesTest)
#include "pages_test.moc"
