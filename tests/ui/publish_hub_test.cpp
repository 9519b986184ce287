#include "tests/ui/demo_file.h"

#include "ui/core_pipeline.h"
#include "ui/main_window.h"

#include "tests/support/hub_server.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using State = wb::ui::Session::State;

// The window on the real stages and a stand-in for the Hub: from a checkpoint to a repository, with a restart on the way.
class PublishHubTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    wb::test::HubServer m_server{m_folder.path()};
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<wb::ui::Session> m_session;
    std::unique_ptr<wb::ui::MainWindow> m_window;

    template <typename Widget> Widget* find(const QString& name) const { return m_window->findChild<Widget*>(name); }
    QString text(const QString& name) const { return find<QLabel>(name)->text(); }
    void click(const QString& name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }

    void makeWindow()
    {
        m_window.reset();
        m_session = std::make_unique<wb::ui::Session>(std::make_shared<wb::ui::CorePipeline>(), std::make_shared<wb::Log>());
        m_window = std::make_unique<wb::ui::MainWindow>(*m_session, *m_settings);
        m_window->resize(1280, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    QString makeCheckpoint() const
    {
        wb::job::DemoOptions options;
        options.path = m_folder.filePath(u"demo.torch"_s).toStdString();
        options.variant = "regnet-y-320-seer-in1k";
        return writeDemoFile(options);
    }
    void goToPage()
    {
        QTest::keyClick(m_window.get(), Qt::Key_U, Qt::ControlModifier);
        QTRY_VERIFY(m_session->token());
    }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void pausedUploadGoesOnAfterARestart();
};

void PublishHubTest::initTestCase()
{
    if (!wb::test::HubServer::isPossible()) {
        QSKIP("needs python3");
    }
    QLocale::setDefault(QLocale::c());
    qputenv("XDG_STATE_HOME", m_folder.filePath(u"state"_s).toUtf8());
    QVERIFY(m_server.start({u"--mp"_s, u"65536"_s, u"--chunk"_s, u"65536"_s, u"--same-upload"_s}));
    qputenv("HF_ENDPOINT", QByteArray::fromStdString(m_server.endpoint()));
    qputenv("HF_TOKEN", "hf_write");
    m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
}

void PublishHubTest::cleanupTestCase()
{
    m_window.reset();
    m_session.reset();
}

void PublishHubTest::pausedUploadGoesOnAfterARestart()
{
    makeWindow();
    m_window->openFile(makeCheckpoint());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Planned, 20'000);
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Done, 60'000);
    goToPage();
    QCOMPARE(text(u"tokenStatus"_s), u"from HF_TOKEN · user alice · may write to alice, acme"_s);
    QTest::keyClicks(find<QLineEdit>(u"targetEdit"_s), u"alice/demo"_s);
    QTest::keyClick(find<QCheckBox>(u"licenceBox"_s), Qt::Key_Space);
    click(u"checkButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->publishing().plan, 30'000);
    QVERIFY(text(u"publishIntent"_s).startsWith(u"Makes the private repository alice/demo."_s));
    QVERIFY(find<QTreeWidget>(u"fileTable"_s)->topLevelItemCount() >= 4);
    QVERIFY(m_server.repository(u"alice/demo"_s).isEmpty());

    QVERIFY(m_server.faults(R"({"match":"PUT /store","do":"slow","seconds":0.1})"));
    click(u"publishButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->publishing().bytesKept >= 65536, 30'000);
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Paused, 10'000);
    const uint64_t kept = m_session->publishing().bytesKept;
    QVERIFY(kept < m_session->publishing().plan->bytesToSend);
    QVERIFY(m_server.faults(""));

    makeWindow();
    QVERIFY(text(u"unfinishedUpload"_s).startsWith(u"alice/demo is not published yet"_s));
    click(u"unfinishedUploadButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->publishing().earlier, 20'000);
    QCOMPARE(m_session->publishing().earlier->bytesKept, kept);
    QTRY_VERIFY(m_session->token());
    QVERIFY2(!find<QAbstractButton>(u"publishButton"_s)->isEnabled(), "the licence is accepted anew");
    QTest::keyClick(find<QCheckBox>(u"licenceBox"_s), Qt::Key_Space);
    click(u"publishButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->publishing().publication, 60'000);
    QCOMPARE(m_session->publishing().publication->bytesResumed, kept);
    QVERIFY(find<QWidget>(u"resultLink"_s)->isVisible());
    QCOMPARE(text(u"publishResult"_s), u"Published in alice/demo."_s);
    const QJsonObject files = m_server.filesOf(u"alice/demo"_s);
    QVERIFY(files.contains(u"model.safetensors"_s) && files.contains(u"README.md"_s) && files.contains(u"config.json"_s));
}

QTEST_MAIN(PublishHubTest)
#include "publish_hub_test.moc"
