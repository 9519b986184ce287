#include "tests/e2e/fault_run.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

namespace {

// Why file systems cannot be mounted here; empty when they can.
QByteArray noMounts;  // NOLINT: set once in main, before any test

void writeText(const char* path, const QByteArray& text)
{
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    if (file >= 0) {
        static_cast<void>(::write(file, text.constData(), static_cast<size_t>(text.size())) < 0);
        ::close(file);
    }
}

// Gives this program mounts of its own. Before any thread is made: a user namespace wants a process with one.
void enterOwnMounts()
{
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (::unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0) {
        noMounts = QByteArray("unshare: ") + std::strerror(errno);
        return;
    }
    if (user != 0) {
        writeText("/proc/self/setgroups", "deny");
        writeText("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1");
        writeText("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1");
    }
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
        noMounts = QByteArray("mount: ") + std::strerror(errno);
    }
}

// A file system in memory of a set size; goes with the object.
class Disk {
public:
    Disk(const QString& at, const QByteArray& size) : m_at(QFile::encodeName(at))
    {
        QDir().mkpath(at);
        m_isThere = ::mount("tmpfs", m_at.constData(), "tmpfs", 0, ("size=" + size).constData()) == 0;
    }
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;
    ~Disk()
    {
        if (m_isThere) {
            ::umount2(m_at.constData(), MNT_DETACH);
        }
    }
    bool isThere() const { return m_isThere; }
    bool makeReadOnly() const { return ::mount(nullptr, m_at.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0; }
    // Takes all the room that is left.
    bool fill(const QString& path) const
    {
        const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        const bool isFilled = ::posix_fallocate(file, 0, static_cast<off_t>(freeBytes(QString::fromLocal8Bit(m_at)))) == 0;
        ::close(file);
        return isFilled;
    }

private:
    QByteArray m_at;
    bool m_isThere = false;
};

// In the child, before the program: root may then do no more in a folder than its permissions say.
void becomePlain()
{
    ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
    ::prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
}

bool limitFiles(pid_t process, rlim_t bytes)
{
    struct rlimit limit {};
    limit.rlim_cur = bytes;
    limit.rlim_max = RLIM_INFINITY;
    return ::prlimit(process, RLIMIT_FSIZE, &limit, nullptr) == 0;
}

QString errorId(const CliRun& run)
{
    return run.json().value("error").toObject().value("id").toString();
}

QString errorFile(const CliRun& run)
{
    return run.json().value("error").toObject().value("facts").toObject().value("file").toString();
}

}  // namespace

// What goes wrong around the program: disks, permissions, sources and processes that do not stay as they were.
class FaultsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aFullDiskIsToldBeforeTheFirstByte();
    void aDiskThatFillsKeepsTheWork();
    void aFileLimitInMidFileKeepsTheWork();
    void aFileLimitFromTheStartLeavesNothing();
    void aReadOnlyDiskIsSaid();
    void aFolderWithoutPermissionIsSaid();
    void anUnreadableSourceIsSaid();
    void whatIsInTheWayStays_data();
    void whatIsInTheWayStays();
    void aSourceInsideTheFolderStays();
    void aSourceThatChangesIsRefused_data();
    void aSourceThatChangesIsRefused();
    void aSecondProcessIsSentAway();
    void killsAnywhereLeaveTheSameResult();
    void killsWhileNamesAreGivenLeaveTheSameResult();
    void nameAndPlaceOfTheResultChangeNothing();

private:
    QString at(const QString& name) const { return m_folder->filePath(name); }
    QStringList convert(const QStringList& more = {}) const { return convertOf(m_source, more); }
    QStringList convertOf(const QString& source, const QStringList& more) const
    {
        return QStringList{"convert", source, "--out", at("out/d"), "--json", "--no-verify"} + more;
    }
    // The result of a run that nothing disturbed.
    QMap<QString, QByteArray> undisturbed(const QStringList& more = {});
    // A disk on which syncing costs nothing, where there can be one: for runs by the dozen.
    std::unique_ptr<Disk> fastDisk() const { return noMounts.isEmpty() ? std::make_unique<Disk>(at("out"), "512m") : nullptr; }

    QTemporaryDir m_shared;
    QString m_source;  // sparse, not to be changed
    QMap<QStringList, QMap<QString, QByteArray>> m_undisturbed;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void FaultsTest::initTestCase()
{
    m_source = m_shared.filePath("demo.torch");
    QVERIFY(makeSparse(m_source, "0.08"));
}

void FaultsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(at("out")));
}

void FaultsTest::cleanup()
{
    m_folder.reset();
}

QMap<QString, QByteArray> FaultsTest::undisturbed(const QStringList& more)
{
    if (!m_undisturbed.contains(more)) {
        const QTemporaryDir folder;
        runCli(QStringList{"convert", m_source, "--out", folder.filePath("d"), "--no-verify"} + more);
        m_undisturbed[more] = treeOf(folder.path());
    }
    return m_undisturbed[more];
}

void FaultsTest::aFullDiskIsToldBeforeTheFirstByte()
{
    if (!noMounts.isEmpty()) {
        QSKIP(noMounts.constData());
    }
    const Disk disk(at("out"), "64m");
    QVERIFY(disk.isThere());
    const CliRun run = runCli(convert());
    QCOMPARE(run.exit, 9);
    QCOMPARE(errorId(run), QStringLiteral("E_NOT_ENOUGH_SPACE"));
    const QJsonObject facts = run.json().value("error").toObject().value("facts").toObject();
    QVERIFY(facts.contains("needed") && facts.contains("free"));
    QCOMPARE(namesIn(at("out")), QStringList());
}

void FaultsTest::aDiskThatFillsKeepsTheWork()
{
    if (!noMounts.isEmpty()) {
        QSKIP(noMounts.constData());
    }
    const QStringList shards{"--shard-size", "48MB"};
    const Disk disk(at("out"), "400m");
    QVERIFY(disk.isThere());
    HeldRun run(convert(shards));
    QVERIFY(run.until([&] { return QFileInfo(at("out/d/.weightbridge/journal")).size() > 1000; }) && run.hold());
    QVERIFY(disk.fill(at("out/filler")));
    QVERIFY(run.release());
    const CliRun full = run.finish();
    QVERIFY2(full.exit == 9, full.err);
    QCOMPARE(errorId(full), QStringLiteral("E_DISK_FULL"));
    QVERIFY(full.err.contains("same command then goes on"));
    QCOMPARE(namesIn(at("out/d")), QStringList{".weightbridge"});

    QVERIFY(QFile::remove(at("out/filler")));
    const CliRun again = runCli(convert(shards));
    QVERIFY2(again.exit == 0, again.err);
    QVERIFY(again.json().value("resumed").toBool());
    QCOMPARE(treeOf(at("out")), undisturbed(shards));
}

void FaultsTest::aFileLimitInMidFileKeepsTheWork()
{
    const QStringList both{"--format", "both"};
    HeldRun run(convert(both));
    QVERIFY(holdInMidCopy(run, at("out/d"), "model.safetensors.part"));
    QVERIFY(limitFiles(run.pid(), static_cast<rlim_t>(QFileInfo(at("out/d/.weightbridge/model.safetensors.part")).size()) + 1'000'001));
    QVERIFY(run.release());
    const CliRun full = run.finish();
    QVERIFY2(full.exit == 9, full.err);
    QCOMPARE(errorId(full), QStringLiteral("E_FILE_TOO_LARGE"));
    QCOMPARE(namesIn(at("out/d")), QStringList{".weightbridge"});
    QVERIFY(!QFile::exists(at("out/d.pth")));

    const CliRun again = runCli(convert(both));
    QVERIFY2(again.exit == 0, again.err);
    QVERIFY(again.json().value("resumed").toBool());
    QCOMPARE(treeOf(at("out")), undisturbed(both));
}

void FaultsTest::aFileLimitFromTheStartLeavesNothing()
{
    HeldRun run(convert(), [] { limitFiles(0, 10'000); });
    const CliRun full = run.finish();
    QVERIFY2(full.exit == 9, full.err);
    QCOMPARE(errorId(full), QStringLiteral("E_FILE_TOO_LARGE"));
    QCOMPARE(namesIn(at("out")), QStringList());
}

void FaultsTest::aReadOnlyDiskIsSaid()
{
    if (!noMounts.isEmpty()) {
        QSKIP(noMounts.constData());
    }
    const Disk disk(at("out"), "1g");
    QVERIFY(disk.isThere() && QDir().mkpath(at("out/empty")) && disk.makeReadOnly());
    for (const char* name : {"out/d", "out/empty", "out/empty/deeper/d"}) {
        const CliRun run = runCli({"convert", m_source, "--out", at(name), "--json"});
        QVERIFY2(run.exit == 1, name + run.err);
        QCOMPARE(errorId(run), QStringLiteral("E_READ_ONLY"));
        QVERIFY2(errorFile(run).startsWith(at("out/")), run.err);
    }
    QCOMPARE(namesIn(at("out")), QStringList{"empty"});
}

void FaultsTest::aFolderWithoutPermissionIsSaid()
{
    const QByteArray folder = QFile::encodeName(at("out"));
    QVERIFY(QDir().mkpath(at("out/empty")));
    QCOMPARE(::chmod(QFile::encodeName(at("out/empty")).constData(), 0555), 0);
    QCOMPARE(::chmod(folder.constData(), 0555), 0);
    for (const char* name : {"out/d", "out/empty"}) {
        HeldRun child({"convert", m_source, "--out", at(name), "--json"}, becomePlain);
        const CliRun run = child.finish();
        QVERIFY2(run.exit == 3, name + run.err);
        QCOMPARE(errorId(run), QStringLiteral("E_PERMISSION"));
        QVERIFY2(errorFile(run).startsWith(at("out/")), run.err);
    }
    QCOMPARE(namesIn(at("out")), QStringList{"empty"});
    QCOMPARE(::chmod(folder.constData(), 0755), 0);
}

void FaultsTest::anUnreadableSourceIsSaid()
{
    QVERIFY(QFile::copy(m_source, at("mine.torch")));
    QCOMPARE(::chmod(QFile::encodeName(at("mine.torch")).constData(), 0), 0);
    HeldRun child({"convert", at("mine.torch"), "--out", at("out/d"), "--json"}, becomePlain);
    const CliRun run = child.finish();
    QCOMPARE(run.exit, 3);
    QCOMPARE(errorId(run), QStringLiteral("E_PERMISSION"));
    QCOMPARE(errorFile(run), at("mine.torch"));
    QCOMPARE(namesIn(at("out")), QStringList());
}

void FaultsTest::whatIsInTheWayStays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("the folder is a file") << "out/d"
                                          << "E_NOT_A_FOLDER";
    QTest::newRow("a hidden file") << "out/d/.mine"
                                   << "E_WOULD_OVERWRITE";
    QTest::newRow("weights of another program") << "out/d/model.safetensors"
                                                << "E_WOULD_OVERWRITE";
    QTest::newRow("a file under the name of our work folder") << "out/d/.weightbridge"
                                                              << "E_WOULD_OVERWRITE";
    QTest::newRow("a .pth") << "out/d.pth"
                            << "E_WOULD_OVERWRITE";
    QTest::newRow("an unfinished .pth") << "out/d.pth.part"
                                        << "E_WOULD_OVERWRITE";
}

void FaultsTest::whatIsInTheWayStays()
{
    QFETCH(QString, name);
    QFETCH(QString, id);
    QVERIFY(QDir().mkpath(QFileInfo(at(name)).path()));
    QFile mine(at(name));
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.write("mine");
    mine.close();
    const QMap<QString, QByteArray> before = treeOf(m_folder->path());
    const CliRun run = runCli(convert({"--format", "both"}));
    QVERIFY2(run.exit == 13, run.err);
    QCOMPARE(errorId(run), id);
    QCOMPARE(errorFile(run), at(name));
    QCOMPARE(treeOf(m_folder->path()), before);
}

void FaultsTest::aSourceInsideTheFolderStays()
{
    QVERIFY(QDir().mkpath(at("out/d")));
    for (const char* name : {"out/d/demo.torch", "out/d/model.safetensors"}) {
        QCOMPARE(runCli({"make-demo", at(name), "--variant", "regnet-y-10b-seer", "--scale", "1/128", "--container",
                         QByteArray(name).endsWith("torch") ? "zip" : "safetensors"})
                     .exit,
                 0);
        const QMap<QString, QByteArray> before = treeOf(m_folder->path());
        QCOMPARE(runCli({"convert", at(name), "--out", at("out/d")}).exit, 13);
        QCOMPARE(treeOf(m_folder->path()), before);
        if (QByteArray(name).endsWith("model.safetensors")) {
            const CliRun run = runCli({"convert", at(name), "--out", at("out/d"), "--overwrite", "--json"});
            QCOMPARE(run.exit, 13);
            QCOMPARE(errorId(run), QStringLiteral("E_SAME_FILE"));
            QCOMPARE(treeOf(m_folder->path()), before);
        }
        QVERIFY(QFile::remove(at(name)));
    }
}

void FaultsTest::aSourceThatChangesIsRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("id");
    QTest::newRow("cut") << "cut"
                         << "E_SOURCE_TRUNCATED";
    QTest::newRow("grown") << "grown"
                           << "E_SOURCE_CHANGED";
    QTest::newRow("touched") << "touched"
                             << "E_SOURCE_CHANGED";
    QTest::newRow("written into") << "written"
                                  << "E_SOURCE_CHANGED";
}

void FaultsTest::aSourceThatChangesIsRefused()
{
    QFETCH(QString, change);
    QFETCH(QString, id);
    QVERIFY(makeSparse(at("mine.torch"), "0.08"));
    HeldRun run({"convert", at("mine.torch"), "--out", at("out/deep/d"), "--json", "--format", "both"});
    QVERIFY(holdInMidCopy(run, at("out/deep/d"), "model.safetensors.part"));
    QFile source(at("mine.torch"));
    QVERIFY(source.open(QIODevice::ReadWrite | QIODevice::ExistingOnly));
    const qint64 size = source.size();
    if (change == "cut") {
        QVERIFY(source.resize(size / 2));
    } else if (change == "grown") {
        QVERIFY(source.resize(size + 1));
    } else if (change == "touched") {
        QVERIFY(source.setFileTime(QDateTime::fromSecsSinceEpoch(1), QFileDevice::FileModificationTime));
    } else {  // inside a tensor that is still to come: its CRC-32 no longer fits either
        QVERIFY(source.seek(size * 9 / 10) && source.write("written into") == 12);
    }
    source.close();
    QVERIFY(run.release());
    const CliRun result = run.finish();
    QVERIFY2(result.exit == 4, result.err);
    QCOMPARE(errorId(result), id);
    QCOMPARE(errorFile(result), at("mine.torch"));
    QVERIFY(result.err.contains("mine.torch"));
    QCOMPARE(namesIn(at("out")), QStringList());
}

void FaultsTest::aSecondProcessIsSentAway()
{
    HeldRun first(convert());
    QVERIFY(holdInMidCopy(first, at("out/d"), "model.safetensors.part"));
    const QMap<QString, QByteArray> before = treeOf(at("out"));
    for (const QStringList& more : {QStringList{}, QStringList{"--overwrite"}, QStringList{"--dtype", "f16"}}) {
        const CliRun second = runCli(convert(more));
        QVERIFY2(second.exit == 13, second.err);
        QCOMPARE(errorId(second), QStringLiteral("E_FOLDER_BUSY"));
        QVERIFY(second.err.contains("another program is working on this folder"));
        QVERIFY(errorFile(second).startsWith(at("out/d")));
    }
    QCOMPARE(treeOf(at("out")), before);
    QVERIFY(first.release());
    const CliRun run = first.finish();
    QVERIFY2(run.exit == 0, run.err);
    QCOMPARE(treeOf(at("out")), undisturbed());
}

void FaultsTest::killsAnywhereLeaveTheSameResult()
{
    constexpr int wantedKills = 20;
    constexpr int mostRuns = 100;
    const std::unique_ptr<Disk> disk = fastDisk();
    const QStringList words = convertOf(at("small.torch"), {"--format", "both", "--shard-size", "20MB"});
    QVERIFY(makeSparse(at("small.torch"), "0.04"));
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(runCli(words).exit, 0);
    const auto longest = static_cast<int>(std::max<qint64>(clock.elapsed(), 20));
    const QMap<QString, QByteArray> wanted = treeOf(at("out"));
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u, within %d ms", seed, longest);
    QRandomGenerator random(seed);
    bool isClean = true;
    for (int runs = 0, kills = 0; kills < wantedKills || !isClean; ++runs) {
        QVERIFY2(runs < mostRuns, "too few kills");
        if (isClean) {
            QVERIFY(QDir(at("out/d")).removeRecursively() && QFile::remove(at("out/d.pth")));
        }
        HeldRun run(words);
        isClean = kills == wantedKills || run.ends(random.bounded(1, longest));
        if (!isClean) {
            run.signal(SIGKILL);
            run.finish();
            ++kills;
            continue;
        }
        const CliRun done = run.finish();
        QVERIFY2(done.exit == 0, done.err);
        QCOMPARE(treeOf(at("out")), wanted);
    }
}

void FaultsTest::killsWhileNamesAreGivenLeaveTheSameResult()
{
    const std::unique_ptr<Disk> disk = fastDisk();
    const QStringList words = convertOf(at("small.torch"), {"--format", "both", "--shard-size", "20MB"});
    QVERIFY(makeSparse(at("small.torch"), "0.04"));
    QCOMPARE(runCli(words).exit, 0);
    const QMap<QString, QByteArray> wanted = treeOf(at("out"));
    QVERIFY(wanted.contains("d/model-00001-of-00003.safetensors"));
    for (const char* name : {"out/d/model-00001-of-00003.safetensors", "out/d.pth", "out/d/config.json"}) {
        QVERIFY(QDir(at("out/d")).removeRecursively() && QFile::remove(at("out/d.pth")));
        HeldRun run(words);
        run.until([&] { return QFile::exists(at(name)); });
        run.signal(SIGKILL);
        run.finish();
        const CliRun again = runCli(words);
        QVERIFY2(again.exit == 0, name + again.err);
        QCOMPARE(treeOf(at("out")), wanted);
    }
}

void FaultsTest::nameAndPlaceOfTheResultChangeNothing()
{
    QCOMPARE(runCli({"make-demo", at("demo.torch"), "--variant", "regnet-y-10b-seer-in1k", "--scale", "1/128"}).exit, 0);
    const QStringList options{"--format", "both", "--shard-size", "200KB"};
    const QStringList outs{at("out/d"), at(QString::fromUtf8("deeper/still/Wäge brücke"))};
    QList<QMap<QString, QByteArray>> trees;
    QList<QByteArray> pths;
    for (const QString& out : outs) {
        const CliRun run = runCli(QStringList{"convert", at("demo.torch"), "--out", out} + options);
        QVERIFY2(run.exit == 0, run.err);
        trees << treeOf(out);
        QFile pth(out + ".pth");
        QVERIFY(pth.open(QIODevice::ReadOnly));
        pths << pth.readAll();
    }
    QVERIFY(trees.first().size() > 5);
    QCOMPARE(trees.first(), trees.last());
    QVERIFY(pths.first() == pths.last());
}

int main(int argc, char** argv)
{
    enterOwnMounts();
    const QCoreApplication app(argc, argv);
    FaultsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "faults_test.moc"
