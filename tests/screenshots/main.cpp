// ./dev screenshots: the window's pictures for README.md and the AppStream metainfo, of the real program on made-up checkpoints.
// usage: wb_screenshots FOLDER   (with WEIGHTBRIDGE_TORCH naming the helper, for the picture of Verify)
#include "tests/ui/demo_file.h"

#include "ui/core_pipeline.h"
#include "ui/icons.h"
#include "ui/languages.h"
#include "ui/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using wb::ui::MainWindow;
using wb::ui::Session;
using State = Session::State;

namespace {

constexpr QSize windowSize(1280, 800);
constexpr int settleMilliseconds = 400;
bool allTaken = true;

// How far from grey, 0..255.
int chromaOf(QRgb colour)
{
    const auto [least, most] = std::minmax({qRed(colour), qGreen(colour), qBlue(colour)});
    return most - least;
}

// In its 256 most frequent colours: a third of the bytes, and no difference to be seen in flat areas. The few coloured points, as of icons, count for
// more than the greys of letters.
QImage inFewColours(const QImage& picture)
{
    const QImage plain = picture.convertToFormat(QImage::Format_RGB32);
    std::unordered_map<QRgb, int> counts;
    for (int y = 0; y < plain.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(plain.constScanLine(y));
        std::for_each(line, line + plain.width(), [&counts](QRgb colour) { ++counts[colour]; });
    }
    std::vector<std::pair<int, QRgb>> order;
    for (const auto& [colour, count] : counts) {
        order.emplace_back(count * (1 + chromaOf(colour)), colour);
    }
    std::sort(order.rbegin(), order.rend());
    QList<QRgb> table;
    for (size_t i = 0; i < std::min<size_t>(order.size(), 256); ++i) {
        table.append(order[i].second);
    }
    return plain.convertToFormat(QImage::Format_Indexed8, table, Qt::ThresholdDither | Qt::AvoidDither);
}

// One window with what is on its way in it.
class Stage {
public:
    explicit Stage(const QString& pictures)
        : m_pictures(pictures), m_settings(m_profile.filePath(u"settings.ini"_s), QSettings::IniFormat),
          m_session(std::make_shared<wb::ui::CorePipeline>(), std::make_shared<wb::Log>()), m_window(m_session, m_settings)
    {
        m_window.resize(windowSize);
        m_window.show();
        m_window.activateWindow();
        QTest::qWait(settleMilliseconds);
    }

    Session& session() { return m_session; }
    void act(const char* action) { m_window.findChild<QAction*>(QString::fromLatin1(action))->trigger(); }
    void open(const QString& file) { m_window.openNamed(file); }
    void wait(const std::function<bool()>& isThere)
    {
        if (!QTest::qWaitFor(isThere, 120'000)) {
            std::fprintf(stderr, "screenshots: waited in vain for the next picture (state %d)\n", static_cast<int>(m_session.state()));
            allTaken = false;
        }
    }
    void waitFor(State state)
    {
        wait([&] { return m_session.state() == state; });
    }
    void take(const QString& name)
    {
        QTest::qWait(settleMilliseconds);
        save(name, m_window);
    }
    void takeDialog(const char* action, const char* dialog, const QString& name)
    {
        act(action);
        auto* shown = m_window.findChild<QWidget*>(QString::fromLatin1(dialog));
        if (shown == nullptr) {
            allTaken = false;
            return;
        }
        QTest::qWait(settleMilliseconds);
        save(name, *shown);
        shown->close();
    }

private:
    void save(const QString& name, QWidget& widget)
    {
        const QString file = m_pictures + u'/' + name + u".png"_s;
        const bool isSaved = inFewColours(widget.grab().toImage()).save(file, "PNG", 0);
        allTaken = allTaken && isSaved;
        std::printf("%s %lld bytes\n", qPrintable(name), static_cast<long long>(QFile(file).size()));
    }

    QString m_pictures;
    QTemporaryDir m_profile;
    QSettings m_settings;
    Session m_session;
    MainWindow m_window;
};

QString makeCheckpoint(const QString& path, const char* variant, double scale)
{
    wb::job::DemoOptions options;
    options.path = path.toStdString();
    options.variant = variant;
    options.scale = scale;
    options.overwrite = true;
    return writeDemoFile(options);
}

void takeWalk(const QString& pictures, const QString& folder)
{
    Stage stage(pictures);
    stage.take(u"start"_s);
    stage.session().selectVariant(u"regnet-y-10b-seer"_s);
    stage.wait([&] { return stage.session().keyMap() != nullptr; });
    stage.take(u"catalogue"_s);
    stage.act("demoAction");
    stage.waitFor(State::Blocked);
    stage.act("nextProblemAction");
    stage.take(u"problem"_s);
    stage.open(makeCheckpoint(folder + u"/seer.torch"_s, "regnet-y-320-seer-in1k", 1.0));
    stage.waitFor(State::Planned);
    stage.take(u"key-map"_s);
    stage.session().convert();
    stage.wait([&] { return stage.session().sample().progress.bytesDone > 0 || stage.session().state() == State::Done; });
    stage.take(u"converting"_s);
    stage.waitFor(State::Done);
    stage.take(u"result"_s);
    if (stage.session().canCompare()) {
        stage.act("nextActAction");
        stage.wait([&] { return stage.session().parity().has_value() || stage.session().error(); });
        stage.take(u"verify"_s);
    }
    stage.act("reportAction");
    stage.take(u"report"_s);
    stage.act("publishAction");
    stage.take(u"publish"_s);
    stage.takeDialog("settingsAction", "settingsDialog", u"settings"_s);
}

void takeJobs(const QString& pictures, const QString& folder)
{
    Stage stage(pictures);
    const std::initializer_list<std::pair<QString, const char*>> files{
        {u"/first.torch"_s, "regnet-y-320-seer-in1k"}, {u"/second.torch"_s, "regnet-y-160"}, {u"/third.torch"_s, "regnet-x-320"}};
    for (const auto& [name, variant] : files) {
        stage.open(makeCheckpoint(folder + name, variant, 1.0));
        stage.waitFor(State::Planned);
        stage.act("addToQueueAction");
    }
    stage.take(u"jobs"_s);
}

void takeError(const QString& pictures, const QString& folder)
{
    const QString page = folder + u"/seer_regnet32gf.torch"_s;
    QFile file(page);
    if (file.open(QIODevice::WriteOnly)) {
        file.write("<!DOCTYPE html>\n<html><body>404 Not Found</body></html>\n");
        file.close();
    }
    Stage stage(pictures);
    stage.open(page);
    stage.waitFor(State::Failed);
    stage.take(u"error"_s);
}

void takeMap(const QString& pictures, const QString& folder, const QString& name)
{
    Stage stage(pictures);
    stage.open(makeCheckpoint(folder + u"/seer.torch"_s, "regnet-y-320-seer-in1k", 1.0));
    stage.waitFor(State::Planned);
    stage.take(name);
}

QPalette darkPalette()
{
    QPalette dark(QColor(0x35, 0x38, 0x3c), QColor(0x2a, 0x2d, 0x31));
    dark.setColor(QPalette::Base, QColor(0x20, 0x22, 0x25));
    dark.setColor(QPalette::AlternateBase, QColor(0x26, 0x29, 0x2d));
    dark.setColor(QPalette::Highlight, QColor(0x2f, 0x6f, 0xab));
    dark.setColor(QPalette::HighlightedText, Qt::white);
    dark.setColor(QPalette::Link, QColor(0x6c, 0xb4, 0xee));
    return dark;
}

}  // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("HF_HUB_OFFLINE", "1");  // nothing is asked of the Hub
    qputenv("HOME", "/home/me");     // as it is shown in the settings; nothing is written there
    const QApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: wb_screenshots FOLDER\n", stderr);
        return 2;
    }
    QApplication::setApplicationDisplayName(u"Weightbridge"_s);
    QApplication::setWindowIcon(wb::ui::icon(u"weightbridge"_s));
    wb::ui::useLanguage(u"en"_s);
    const QString pictures = QString::fromLocal8Bit(argv[1]);
    const QString folder = QDir::tempPath() + u"/models"_s;
    if (QDir(folder).exists() || !QDir().mkpath(folder) || !QDir().mkpath(pictures)) {
        std::fprintf(stderr, "screenshots: %s has to be new\n", qPrintable(folder));
        return 1;
    }
    takeWalk(pictures, folder);
    takeJobs(pictures, folder);
    takeError(pictures, folder);
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    const QPalette light = QApplication::palette();
    QApplication::setPalette(darkPalette());
    takeMap(pictures, folder, u"dark"_s);
    QApplication::setPalette(light);
    wb::ui::useLanguage(u"de"_s);
    takeMap(pictures, folder, u"german"_s);
    QDir(folder).removeRecursively();
    return allTaken ? 0 : 1;
}
