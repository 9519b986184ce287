#include "tests/ui/demo_file.h"
#include "tests/ui/window_base.h"

#include "ui/core_pipeline.h"
#include "ui/format.h"

#include <QDir>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <locale>

using namespace Qt::StringLiterals;

// What is no checkpoint, given to the window on the real stages: never a hang, one clear sentence.
class WindowHostileTest : public QObject, WindowBase {
    Q_OBJECT

private:
    void makeSocket(const QString& path) const;
    void requireOneSentence() const;
    QByteArray convertedReport(const QString& name) const;

private Q_SLOTS:
    void init();
    void cleanup() { dropAll(); }
    void oddFilesAreRefusedWithOneSentence_data();
    void oddFilesAreRefusedWithOneSentence();
    void droppedOddAddresses_data();
    void droppedOddAddresses();
    void resultsDoNotFollowTheLocale();
};

void WindowHostileTest::init()
{
    QLocale::setDefault(QLocale::c());
    m_folder = std::make_unique<QTemporaryDir>();
    openSettings(u"settings.ini"_s);
    showWindow(std::make_shared<wb::ui::CorePipeline>());
}

void WindowHostileTest::makeSocket(const QString& path) const
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    struct sockaddr_un address {};
    address.sun_family = AF_UNIX;
    const QByteArray bytes = QFile::encodeName(path);
    QVERIFY(static_cast<size_t>(bytes.size()) < sizeof address.sun_path);
    std::memcpy(address.sun_path, bytes.constData(), static_cast<size_t>(bytes.size()));
    QCOMPARE(::bind(fd, reinterpret_cast<struct sockaddr*>(&address), sizeof address), 0);
    ::close(fd);
}

void WindowHostileTest::requireOneSentence() const
{
    QTRY_COMPARE(m_session->state(), State::Failed);
    const auto* banner = m_window->findChild<QLabel*>(u"bannerSentence"_s);
    QVERIFY(banner->isVisible());
    const QString text = banner->text();
    QVERIFY2(text.endsWith(u'.') && !text.contains(u'\n') && text.size() < 600, qPrintable(text));
    QVERIFY(m_window->findChild<QWidget*>(u"bannerAct-openOther"_s) != nullptr);
    QVERIFY(m_session->isWorkerIdle());
}

void WindowHostileTest::oddFilesAreRefusedWithOneSentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("empty folder") << u"folder"_s << u"E_NOT_A_CHECKPOINT"_s;
    QTest::newRow("folder of 1,000 files") << u"many"_s << u"E_NOT_A_CHECKPOINT"_s;
    QTest::newRow("fifo") << u"fifo"_s << u"E_NOT_A_FILE"_s;
    QTest::newRow("device") << u"/dev/zero"_s << u"E_NOT_A_FILE"_s;
    QTest::newRow("socket") << u"socket"_s << u"E_NOT_A_FILE"_s;
    QTest::newRow("without permission") << u"locked"_s << u"E_PERMISSION"_s;
    QTest::newRow("nothing there") << u"nothing.torch"_s << u"E_NOT_FOUND"_s;
    QTest::newRow("not UTF-8") << QString::fromUtf8("\xff\xfe.torch") << u"E_NOT_FOUND"_s;
    QTest::newRow("4,096 bytes") << QString(4096, u'x') << QString();
    QTest::newRow("HTML") << u"<img src=x>\u202Egnp.torch"_s << u"E_NOT_FOUND"_s;
}

void WindowHostileTest::oddFilesAreRefusedWithOneSentence()
{
    QFETCH(QString, name);
    QFETCH(QString, id);
    const QString path = name.startsWith(u'/') ? name : at(name);
    if (name == u"folder"_s) {
        QVERIFY(QDir().mkpath(path));
    } else if (name == u"many"_s) {
        QVERIFY(QDir().mkpath(path));
        for (int i = 0; i < 1000; ++i) {
            QFile file(path + u"/%1.torch"_s.arg(i));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
    } else if (name == u"fifo"_s) {
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    } else if (name == u"socket"_s) {
        makeSocket(path);
    } else if (name == u"locked"_s) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::Permissions()));
        QVERIFY(QFile::setPermissions(m_folder->path(), QFileDevice::Permissions(0x7755)));
        if (::geteuid() == 0) {  // root may read everything
            QCOMPARE(::seteuid(65534), 0);
        }
    }
    QElapsedTimer clock;
    clock.start();
    m_window->openFile(path);
    QVERIFY(clock.elapsed() < 1000);
    requireOneSentence();
    if (::getuid() == 0) {
        QCOMPARE(::seteuid(0), 0);
    }
    if (!id.isEmpty()) {
        QCOMPARE(QString::fromLatin1(std::string(wb::errorId(m_session->error()->code())).c_str()), id);
    }
}

void WindowHostileTest::droppedOddAddresses_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("bytes that are no UTF-8") << QByteArray("file:///tmp/%ff%fe.torch");
    QTest::newRow("a NUL") << QByteArray("file:///tmp/a%00b.torch");
    QTest::newRow("line end") << QByteArray("file:///tmp/a%0Ab.torch");
    QTest::newRow("folder above all") << QByteArray("file:///proc/self/fd/");
}

void WindowHostileTest::droppedOddAddresses()
{
    QFETCH(QByteArray, address);
    QMimeData data;
    data.setUrls({QUrl::fromEncoded(address)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    if (!enter.isAccepted()) {
        QCOMPARE(m_session->state(), State::Empty);
        return;
    }
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    requireOneSentence();
}

QByteArray WindowHostileTest::convertedReport(const QString& name) const
{
    wb::job::DemoOptions demo;
    demo.path = wb::ui::pathBytes(at(name + u"/demo.torch"_s));
    demo.variant = "regnet-y-320-seer-in1k";
    QDir().mkpath(at(name));
    m_window->openFile(writeDemoFile(demo));
    [&] { QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Planned, 20'000); }();
    m_session->convert();
    [&] { QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Done, 60'000); }();
    QByteArray all;
    for (const QString& file : {u"conversion-report.json"_s, u"config.json"_s, u"preprocessor_config.json"_s, u"README.md"_s}) {
        QFile text(at(name + u"/demo-hf/"_s + file));
        all += text.open(QIODevice::ReadOnly) ? text.readAll() : QByteArray("none");
    }
    return all;
}

class CommaDecimals : public std::numpunct<char> {
protected:
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

void WindowHostileTest::resultsDoNotFollowTheLocale()
{
    const QByteArray plain = convertedReport(u"plain"_s);
    QVERIFY(plain.contains("\"tensors\"") && plain.contains("model_type"));
    m_session->closeFile();
    QLocale::setDefault(QLocale(QLocale::Turkish, QLocale::Turkey));
    const std::locale before = std::locale::global(std::locale(std::locale::classic(), new CommaDecimals));
    const QByteArray turkish = convertedReport(u"turkish"_s);
    std::locale::global(before);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(turkish, plain);
}

QTEST_MAIN(WindowHostileTest)
#include "window_hostile_test.moc"
