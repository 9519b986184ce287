#include "tests/ui/demo_file.h"

#include "ui/command_line.h"
#include "ui/format.h"

#include "core/base/shell.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using wb::ui::QueueEntry;

// "Copy as command" gives the line that does the same: it is run by a shell, with the program itself.
class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyByteOfAWordPassesTheShell();
    void theLineMakesTheSameBytes_data();
    void theLineMakesTheSameBytes();
    void publishedSourcesAreFetchedOrStreamed();
    void secretsAndUnsavedEditsAreNotInALine();
    void publishingAndVerifyingHaveTheirLines();
};

static QByteArray runInShell(const std::string& line, int& exit)
{
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString programs = QFileInfo(QCoreApplication::applicationDirPath() + u"/../bin"_s).absoluteFilePath();
    environment.insert(u"PATH"_s, programs + u':' + environment.value(u"PATH"_s));
    shell.setProcessEnvironment(environment);
    QFile script(QDir::tempPath() + u"/command-%1.sh"_s.arg(QCoreApplication::applicationPid()));
    if (!script.open(QIODevice::WriteOnly)) {
        return {};
    }
    script.write(QByteArray::fromStdString(line));
    script.close();
    shell.start(u"/bin/sh"_s, {script.fileName()});
    exit = shell.waitForFinished(60'000) && shell.exitStatus() == QProcess::NormalExit ? shell.exitCode() : -1;
    script.remove();
    if (exit != 0) {
        qWarning() << shell.readAllStandardError();
    }
    return shell.readAllStandardOutput();
}

void CommandLineTest::everyByteOfAWordPassesTheShell()
{
    std::string all;
    for (int byte = 1; byte < 256; ++byte) {
        all += static_cast<char>(byte);
    }
    const std::string words[]{all,      "",           " ", "'", "''a'", "$(id)`id`\\\"", "-n", "caf\xe9", "\xe2\x82", "ends with a line\n",
                              "\xff\n", "käse 🧀", "*"};
    for (const std::string& word : words) {
        const std::string line = "printf '<%s>' " + wb::shellQuoted(word);
        QVERIFY(QString::fromUtf8(QByteArray::fromStdString(line)).toUtf8() == QByteArray::fromStdString(line));  // a clipboard can hold it
        int exit = 0;
        QCOMPARE(runInShell(line, exit), QByteArray::fromStdString("<" + word + ">"));
    }
}

void CommandLineTest::theLineMakesTheSameBytes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("format");
    QTest::newRow("plain, single file, F16") << QByteArray("demo") << static_cast<int>(wb::plan::Format::Safetensors);
    QTest::newRow("spaces, quotes, both formats") << QByteArray("it's \"my\" demo $HOME `id` *") << static_cast<int>(wb::plan::Format::Both);
    QTest::newRow("a line break") << QByteArray("two\nlines") << static_cast<int>(wb::plan::Format::Pth);
    QTest::newRow("a dash first") << QByteArray("--out") << static_cast<int>(wb::plan::Format::Safetensors);
    QTest::newRow("no UTF-8 in the output") << QByteArray("caf\xe9") << static_cast<int>(wb::plan::Format::Safetensors);
}

// Everything below a folder by its name, with its bytes.
static std::map<QByteArray, QByteArray> filesBelow(const std::string& folder)
{
    std::map<QByteArray, QByteArray> files;
    // The shell lists it: Qt passes over names that are no UTF-8.
    int exit = 0;
    const std::string line = "cd " + wb::shellQuoted(folder) + " && find . -type f -exec sha256sum {} +";
    for (const QByteArray& row : runInShell(line, exit).split('\n')) {
        files[row.mid(66)] = row.left(64);
    }
    return files;
}

void CommandLineTest::theLineMakesTheSameBytes()
{
    QFETCH(QByteArray, name);
    QFETCH(int, format);
    const QTemporaryDir folder;
    const std::string base = folder.path().toStdString();
    const bool isText = QString::fromUtf8(name).toUtf8() == name;
    wb::job::DemoOptions demo;
    demo.path = base + "/" + (isText ? name.toStdString() : "demo") + ".torch";
    demo.variant = "regnet-y-032";

    QueueEntry entry;
    entry.path = writeDemoFile(demo);
    entry.options.format = static_cast<wb::plan::Format>(format);
    entry.options.dtype = wb::tensor::DType::F16;
    entry.options.shardBytes = 30'000;
    entry.options.variant = "regnet-y-032";
    const auto folderIn = [&](const char* side) { return base + "/" + side + "/" + name.toStdString(); };
    entry.options.outputFolder = folderIn("window");
    const wb::CancelToken cancel;
    wb::Progress progress;
    wb::Log log;
    wb::JobContext job{cancel, progress, log};
    wb::job::run(wb::job::makePlan(wb::job::inspect(demo.path, {}, job), entry.options, job), {}, true, job);
    entry.options.outputFolder = folderIn("line");
    int exit = 0;
    runInShell(wb::ui::convertCommand(entry), exit);
    QCOMPARE(exit, 0);
    const auto made = filesBelow(base + "/window");
    QVERIFY(made.size() > 2);
    QVERIFY(made == filesBelow(base + "/line"));
}

void CommandLineTest::publishedSourcesAreFetchedOrStreamed()
{
    QueueEntry entry;
    entry.address = entry.shown = u"hf://owner/name/model file.pth"_s;
    entry.fileName = u"model file.pth"_s;
    entry.keepFolder = u"/data/kept here"_s;
    entry.options.outputFolder = "/data/out";
    entry.overwrite = true;
    QCOMPARE(wb::ui::convertCommand(entry), std::string("weightbridge-cli download 'hf://owner/name/model file.pth' --to '/data/kept here' && "
                                                        "weightbridge-cli convert '/data/kept here/model file.pth' --out /data/out --overwrite"));
    entry.way = wb::job::Way::Stream;
    QCOMPARE(wb::ui::convertCommand(entry),
             std::string("weightbridge-cli convert 'hf://owner/name/model file.pth' --out /data/out --overwrite --stream"));
}

void CommandLineTest::secretsAndUnsavedEditsAreNotInALine()
{
    QueueEntry entry;
    entry.way = wb::job::Way::Stream;
    entry.options.outputFolder = "/data/out";
    for (const char* address : {"https://files.example.org/a.pth?signature=s3cr3t", "https://me:s3cr3t@files.example.org/a.pth",
                                "https://files.example.org/hf_s3cr3t/a.pth"}) {
        entry.address = QString::fromLatin1(address);
        QCOMPARE(wb::ui::convertCommand(entry), std::string("weightbridge-cli convert \"$ADDRESS\" --out /data/out --stream"));
    }
    entry.options.edits = {{"a", "b"}};
    QCOMPARE(wb::ui::convertCommand(entry), std::string());
    QVERIFY(wb::ui::convertCommand(entry, "/data/my map.keymap.json").find(" --keymap '/data/my map.keymap.json'") != std::string::npos);
}

void CommandLineTest::publishingAndVerifyingHaveTheirLines()
{
    wb::job::PublishOptions options;
    options.folder = "/data/out";
    options.repository = "acme/regnet";
    options.message = "it's new";
    options.licence = "mit";
    options.acceptedLicence = "seer";
    options.visibility = wb::job::Visibility::Public;
    options.revision = "next";
    QCOMPARE(wb::ui::publishCommand(options),
             std::string("weightbridge-cli publish /data/out --to acme/regnet --revision=next --public --message='it'\\''s new' --licence=mit"));
    options.pullRequest = true;
    QVERIFY(wb::ui::publishCommand(options).find(" --pr --public") != std::string::npos);
    wb::verify::ParityOptions parity;
    parity.seed = 3;
    parity.size = 64;
    QCOMPARE(wb::ui::verifyCommand("/data/out", "/data/a.pth", parity),
             std::string("weightbridge-cli verify /data/out --against /data/a.pth --parity --seed 3 --size 64"));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
