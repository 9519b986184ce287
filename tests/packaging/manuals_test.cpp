#include "tests/e2e/cli_run.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

// Every verb and option that --help shows is in the man page and in the completions.
class ManualsTest : public QObject {
    Q_OBJECT

private slots:
    void manPageHasAllOfHelp_data() { commands(); }
    void manPageHasAllOfHelp();
    void fishCompletionHasAllOfHelp_data() { commands(); }
    void fishCompletionHasAllOfHelp();
    void zshCompletionHasAllOfHelp_data() { commands(); }
    void zshCompletionHasAllOfHelp();
    void bashCompletesAllOfHelp_data() { commands(); }
    void bashCompletesAllOfHelp();
    void bashCompletesValues_data();
    void bashCompletesValues();
    void windowsOptionsAreInItsPage();
    void manPageHasNoWarnings_data();
    void manPageHasNoWarnings();

private:
    static QString textOf(const QString& name);
    static QStringList verbs();
    static QStringList optionsOf(const QString& verb);
    static void commands();
    static QStringList completed(const QStringList& words);
};

QString ManualsTest::textOf(const QString& name)
{
    QFile file(QStringLiteral(WB_MANUALS "/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList ManualsTest::verbs()
{
    const QString help = QString::fromUtf8(runCli({"--help"}).out);
    static const QRegularExpression verb("^  ([a-z-]+) {2,}", QRegularExpression::MultilineOption);
    QStringList names;
    // Two spaces at least before its words: the examples have one.
    for (auto match = verb.globalMatch(help.mid(help.indexOf("Subcommands:"))); match.hasNext();) {
        names.append(match.next().captured(1));
    }
    return names;
}

// The names at the start of the lines of --help: "-h,--help", "--out TEXT REQUIRED".
QStringList ManualsTest::optionsOf(const QString& verb)
{
    const QString help = QString::fromUtf8(runCli(verb.isEmpty() ? QStringList{"--help"} : QStringList{verb, "--help"}).out);
    static const QRegularExpression line("^  (-[-a-z_,]+)", QRegularExpression::MultilineOption);
    QStringList names;
    for (auto match = line.globalMatch(help); match.hasNext();) {
        names += match.next().captured(1).split(',');
    }
    return names;
}

void ManualsTest::commands()
{
    QTest::addColumn<QString>("verb");
    QTest::newRow("none") << QString();
    for (const QString& verb : verbs()) {
        QTest::newRow(qPrintable(verb)) << verb;
    }
}

void ManualsTest::manPageHasAllOfHelp()
{
    QFETCH(QString, verb);
    const QString page = textOf("man/weightbridge-cli.1");
    const QString start = verb.isEmpty() ? QStringLiteral(".SH OPTIONS\n") : ".SS " + QString(verb).replace("-", "\\-") + '\n';
    const qsizetype begin = page.indexOf(start);
    QVERIFY2(begin > 0, qPrintable(start));
    const qsizetype end = page.indexOf(QRegularExpression("\n\\.S[SH] "), begin + 4);
    const QString section = page.mid(begin, end - begin);
    QVERIFY(optionsOf(verb).size() >= 4);
    for (const QString& option : optionsOf(verb)) {
        QVERIFY2(section.contains("\\fB" + QString(option).replace("-", "\\-") + "\\fR"), qPrintable(option));
    }
}

void ManualsTest::fishCompletionHasAllOfHelp()
{
    QFETCH(QString, verb);
    const QString text = textOf("fish/weightbridge-cli.fish");
    const QString when = verb.isEmpty() ? QStringLiteral("__fish_use_subcommand") : "'__fish_seen_subcommand_from " + verb + "'";
    QVERIFY(verb.isEmpty() || text.contains("-n __fish_use_subcommand -a " + verb + ' '));
    for (const QString& option : optionsOf(verb)) {
        const QString name = option.startsWith("--") ? " -l " + option.mid(2) : " -s " + option.mid(1);
        const QRegularExpression line("^complete -c weightbridge-cli -n " + QRegularExpression::escape(when) + "( .*)?" + name + " ",
                                      QRegularExpression::MultilineOption);
        QVERIFY2(line.match(text).hasMatch(), qPrintable(option));
    }
}

void ManualsTest::zshCompletionHasAllOfHelp()
{
    QFETCH(QString, verb);
    const QString text = textOf("zsh/_weightbridge-cli");
    QVERIFY(verb.isEmpty() || text.contains("    '" + verb + ":"));
    const qsizetype begin = text.indexOf(verb.isEmpty() ? QStringLiteral("_arguments -C") : "            " + verb + ") _arguments");
    QVERIFY(begin > 0);
    const QString part = text.mid(begin, text.indexOf(verb.isEmpty() ? "case $state" : ";;", begin) - begin);
    for (const QString& option : optionsOf(verb)) {
        QVERIFY2(part.contains('\'' + option + '['), qPrintable(option));
    }
}

// What bash itself offers behind `words`, the last of which is begun.
QStringList ManualsTest::completed(const QStringList& words)
{
    QProcess bash;
    const QString script =
        QStringLiteral("source \"$1\"; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _weightbridge_cli; printf '%s\\n' \"${COMPREPLY[@]}\"");
    bash.start("bash", QStringList{"--norc", "-c", script, "bash", QStringLiteral(WB_MANUALS "/bash/weightbridge-cli"), "weightbridge-cli"} + words);
    return bash.waitForFinished(30'000) ? QString::fromUtf8(bash.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts) : QStringList();
}

void ManualsTest::bashCompletesAllOfHelp()
{
    QFETCH(QString, verb);
    const QStringList before = verb.isEmpty() ? QStringList() : QStringList{verb};
    const QStringList offered = completed(before + QStringList{"-"});
    for (const QString& option : optionsOf(verb)) {
        QVERIFY2(offered.contains(option), qPrintable(option));
    }
    QVERIFY(verb.isEmpty() || completed({""}).contains(verb));
}

void ManualsTest::bashCompletesValues_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("offered");
    QTest::newRow("choice") << QStringList{"convert", "a.torch", "--format", "s"} << "safetensors";
    QTest::newRow("variant") << QStringList{"make-demo", "--variant", "regnet-y-10b"} << "regnet-y-10b-seer";
    QTest::newRow("source") << QStringList{"inspect", "regnet-x-0"} << "regnet-x-002";
    QTest::newRow("begun option") << QStringList{"convert", "--sha"} << "--shard-size";
}

void ManualsTest::bashCompletesValues()
{
    QFETCH(QStringList, words);
    QFETCH(QString, offered);
    const QStringList offers = completed(words);
    QVERIFY2(offers.contains(offered), qPrintable(offers.join(' ')));
    for (const QString& word : offers) {
        QVERIFY2(word.startsWith(words.last()), qPrintable(word));
    }
}

void ManualsTest::windowsOptionsAreInItsPage()
{
    const QString program = QFileInfo(QStringLiteral(WB_CLI)).path() + "/weightbridge";
    if (!QFileInfo::exists(program)) {
        QSKIP("built without the window");
    }
    QProcess window;
    window.start(program, {"--help"});
    QVERIFY(window.waitForFinished(30'000));
    static const QRegularExpression option("--([a-z-]+)");
    QSet<QString> names;
    for (auto match = option.globalMatch(QString::fromUtf8(window.readAllStandardOutput())); match.hasNext();) {
        names.insert(match.next().captured());
    }
    QVERIFY(names.size() >= 5);
    for (const QString& name : names) {
        QVERIFY2(textOf("man/weightbridge.1").contains("\\fB" + QString(name).replace("-", "\\-") + "\\fR"), qPrintable(name));
        QVERIFY2(textOf("bash/weightbridge").contains(name), qPrintable(name));
        QVERIFY2(textOf("zsh/_weightbridge").contains('\'' + name + '['), qPrintable(name));
        QVERIFY2(textOf("fish/weightbridge.fish").contains(" -l " + name.mid(2)), qPrintable(name));
    }
}

void ManualsTest::manPageHasNoWarnings_data()
{
    QTest::addColumn<QString>("page");
    for (const char* page : {"weightbridge", "weightbridge-cli", "weightbridge-torch"}) {
        if (QFileInfo::exists(QStringLiteral(WB_MANUALS "/man/%1.1").arg(page))) {
            QTest::newRow(page) << QStringLiteral(WB_MANUALS "/man/%1.1").arg(page);
        }
    }
}

void ManualsTest::manPageHasNoWarnings()
{
    QFETCH(QString, page);
    QProcess man;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LC_ALL", "C.UTF-8");
    man.setProcessEnvironment(environment);
    man.start("man", {"--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page});
    if (!man.waitForStarted()) {
        QSKIP("no man here");
    }
    QVERIFY(man.waitForFinished(30'000));
    QCOMPARE(man.readAllStandardError(), QByteArray());
    QCOMPARE(man.exitCode(), 0);
}

QTEST_GUILESS_MAIN(ManualsTest)
#include "manuals_test.moc"
