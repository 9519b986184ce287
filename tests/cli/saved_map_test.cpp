#include "app/cli/sources.h"
#include "core/base/error.h"
#include "core/io/output_file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace wb;

class SavedMapTest : public QObject {
    Q_OBJECT

private slots:
    void newNamesAndEarlierMapsAreWrittenTo();
    void anythingElseIsNotReplaced();
};

void SavedMapTest::newNamesAndEarlierMapsAreWrittenTo()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("a.keymap.json").toStdString();
    cli::requireMapOrNothing(path, {});
    io::writeFileAtomically(path, R"({"schema": 1, "rows": [{"source": "a", "destination": "b", "status": "mapped"}]})");
    cli::requireMapOrNothing(path, {});
}

void SavedMapTest::anythingElseIsNotReplaced()
{
    const QTemporaryDir folder;
    const std::string checkpoint = folder.filePath("model.torch").toStdString();
    io::writeFileAtomically(checkpoint, "PK\3\4");
    for (const std::string& path : {checkpoint, folder.path().toStdString(), std::string("/dev/null")}) {
        try {
            cli::requireMapOrNothing(path, {});
            QFAIL(path.c_str());
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::WouldOverwrite);
        }
    }
}

QTEST_GUILESS_MAIN(SavedMapTest)
#include "saved_map_test.moc"
