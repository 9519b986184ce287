#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

// tests/hostile_cases.md maps each known kind of bad input to its tests. This holds the table to the sources: every case is there, and every test
// that it names.
class HostileCasesTest : public QObject {
    Q_OBJECT

private:
    struct Row {
        int number = 0;
        QString file;
        QString test;
    };
    static QList<Row> rows();

private slots:
    void everyCaseHasATest();
    void everyTestNamedExists();
};

static QString textOf(const QString& path)
{
    QFile file(QStringLiteral(WB_SOURCE_ROOT "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<HostileCasesTest::Row> HostileCasesTest::rows()
{
    static const QRegularExpression line(QStringLiteral("^\\| (\\d+) \\| [^|]+ \\| `([^`]+)` \\| ([^|]+) \\|$"), QRegularExpression::MultilineOption);
    static const QRegularExpression name(QStringLiteral("`([^`]+)`"));
    QList<Row> out;
    auto lines = line.globalMatch(textOf("tests/hostile_cases.md"));
    while (lines.hasNext()) {
        const auto match = lines.next();
        auto names = name.globalMatch(match.captured(3));
        while (names.hasNext()) {
            out.append({match.captured(1).toInt(), match.captured(2), names.next().captured(1)});
        }
    }
    return out;
}

void HostileCasesTest::everyCaseHasATest()
{
    QSet<int> covered;
    for (const Row& row : rows()) {
        covered.insert(row.number);
    }
    for (int number = 1; number <= 84; ++number) {
        QVERIFY2(covered.contains(number), qPrintable(QString::number(number)));
    }
}

void HostileCasesTest::everyTestNamedExists()
{
    for (const Row& row : rows()) {
        const QString source = textOf("tests/" + row.file);
        QVERIFY2(!source.isEmpty(), qPrintable(row.file));
        QVERIFY2(source.contains(row.test), qPrintable(row.file + ": " + row.test));
    }
}

QTEST_GUILESS_MAIN(HostileCasesTest)
#include "hostile_cases_test.moc"
