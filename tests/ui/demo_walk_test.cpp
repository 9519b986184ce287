#include "ui/core_pipeline.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using wb::ui::MainWindow;
using wb::ui::Session;
using State = wb::ui::Session::State;

// The first run, from the start page to the page from which it would be published, by keys alone and on the real stages.
class DemoWalkTest : public QObject {
    Q_OBJECT

private:
    template <typename Widget> Widget* find(const QString& name) const { return m_window->findChild<Widget*>(name); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* target = QApplication::focusWidget();
        QTest::keyClick(target != nullptr ? target : m_window.get(), static_cast<Qt::Key>(key), modifiers);
    }
    // As a keyboard does it: Tab until it has the focus.
    bool tabTo(const QString& name)
    {
        for (int i = 0; i < 80; ++i) {
            if (QApplication::focusWidget() != nullptr && QApplication::focusWidget()->objectName() == name) {
                return true;
            }
            press(Qt::Key_Tab);
        }
        return false;
    }
    QString bannerSentence() const { return find<QLabel>(u"bannerSentence"_s)->text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;

private Q_SLOTS:
    void fromTheStartPageToThePublishPage();
};

void DemoWalkTest::fromTheStartPageToThePublishPage()
{
    // Nothing goes out: a token, if there is one, is not asked about, and the Hub is a port of this machine at which nobody listens.
    qputenv("HF_ENDPOINT", "http://127.0.0.1:9");
    qputenv("HF_HUB_OFFLINE", "1");
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_session = std::make_unique<Session>(std::make_shared<wb::ui::CorePipeline>(), std::make_shared<wb::Log>());
    m_window = std::make_unique<MainWindow>(*m_session, *m_settings);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));

    qint64 longestGap = 0;
    QElapsedTimer sinceBeat;
    QTimer heart;
    connect(&heart, &QTimer::timeout, this, [&] { longestGap = std::max(longestGap, sinceBeat.restart()); });
    sinceBeat.start();
    heart.start(5);
    QElapsedTimer walk;
    walk.start();

    QVERIFY(find<QWidget>(u"startPage"_s)->isVisible());
    QVERIFY(tabTo(u"startDemoButton"_s));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Blocked, 10'000);
    wb::mapping::Counts counts = m_session->keyMap()->counts();
    QCOMPARE(counts.unmapped, 1U);
    QCOMPARE(counts.missing, 1U);
    QCOMPARE(counts.mismatched, 0U);
    QCOMPARE(bannerSentence(), u"This made-up checkpoint has one key that no rule knows."_s);

    press(Qt::Key_F8);
    const auto* table = find<QTableView>(u"keyTable"_s);
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"unmapped"_s);
    press(Qt::Key_Return, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Planned, 10'000);
    counts = m_session->keyMap()->counts();
    QCOMPARE(counts.edited, 1U);
    QCOMPARE(counts.unmapped + counts.missing, 0U);
    QCOMPARE(bannerSentence(), u"Every key has a place now."_s);

    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Done, 30'000);
    QVERIFY(m_session->outcome()->verified->ok);
    QVERIFY(find<QWidget>(u"resultPage"_s)->isVisible());
    QVERIFY(find<QLabel>(u"verdict"_s)->text().contains(u"tensors proved"_s));
    const QString folder = QString::fromStdString(m_session->outcome()->converted.folder);
    QVERIFY(QFile::exists(folder + u"/model.safetensors"_s));
    QVERIFY(QFile::exists(folder + u"/conversion-report.json"_s));

    if (m_session->canCompare()) {
        QCOMPARE(find<QPushButton>(u"primaryButton"_s)->text(), u"Verify"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->parity().has_value(), 30'000);
        QVERIFY(m_session->parity()->ok);
        QVERIFY(find<QWidget>(u"parityTable"_s)->isVisible());
    }
    QCOMPARE(find<QPushButton>(u"primaryButton"_s)->text(), u"Publish…"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(find<QWidget>(u"publishPage"_s)->isVisible());
    QVERIFY(QApplication::focusWidget() != nullptr);

    heart.stop();
    const qint64 milliseconds = walk.elapsed();
    qInfo("%lld ms from start to the publish page, longest gap of the event loop %lld ms", milliseconds, longestGap);
    // Where six builds and the sanitizers take the machine, it is only that nothing hangs.
    QVERIFY2(milliseconds < 60'000, qPrintable(QString::number(milliseconds)));

    m_window.reset();
    m_session.reset();
    QVERIFY2(!QFile::exists(folder), "the demo goes with the program");
}

QTEST_MAIN(DemoWalkTest)
#include "demo_walk_test.moc"
