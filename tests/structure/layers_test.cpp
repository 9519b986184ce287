#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

// Reads every #include line and holds it against the layer table of CONTRIBUTING.md.
class LayersTest : public QObject {
    Q_OBJECT

private:
    struct Include {
        QString file;  // from the source root
        QString target;
        bool system = false;
    };

    static QList<Include> includesBelow(const QString& folder);
    static QMap<QString, QSet<QString>> allowedFolders();

private slots:
    void coreFoldersIncludeOnlyEarlierLayers();
    void coreKnowsNoQt();
    void thirdPartyHeadersStayWhereTheyBelong();
    void programsKnowNothingOfEachOther();
    void sourcesExistAtAll();
};

QList<LayersTest::Include> LayersTest::includesBelow(const QString& folder)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"), QRegularExpression::MultilineOption);
    const QString root = QStringLiteral(WB_SOURCE_ROOT "/");
    QList<Include> includes;
    QDirIterator files(root + folder, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        auto matches = pattern.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext()) {
            const auto match = matches.next();
            includes.append({file.fileName().mid(root.size()), match.captured(2), match.captured(1) == "<"});
        }
    }
    return includes;
}

// Each folder with all that it may include, itself too.
QMap<QString, QSet<QString>> LayersTest::allowedFolders()
{
    const QList<std::pair<QString, QStringList>> table{
        {"base", {}},
        {"io", {"base"}},
        {"tensor", {"base"}},
        {"checkpoint", {"io", "tensor"}},
        {"safetensors", {"io", "tensor"}},
        {"mapping", {"tensor"}},
        {"regnet", {"mapping"}},
        {"plan", {"checkpoint", "safetensors", "mapping"}},
        {"convert", {"plan"}},
        {"verify", {"plan"}},
        {"inspect", {"plan"}},
        {"net", {"io"}},
        {"hub", {"net", "plan"}},
        {"job", {"convert", "verify", "inspect", "regnet", "hub"}},
    };
    QMap<QString, QSet<QString>> allowed;
    for (const auto& [folder, direct] : table) {
        allowed[folder].insert(folder);
        for (const QString& below : direct) {
            allowed[folder].unite(allowed[below]);
        }
    }
    return allowed;
}

void LayersTest::coreFoldersIncludeOnlyEarlierLayers()
{
    const auto allowed = allowedFolders();
    for (const Include& include : includesBelow("core")) {
        if (include.system) {
            continue;
        }
        const QString folder = include.file.section('/', 1, 1);
        const QString root = include.target.section('/', 0, 0);
        const QString target = include.target.section('/', 1, 1);
        const bool fits = (root == "core" && allowed.value(folder).contains(target)) || (root == "resources" && folder == "regnet");
        QVERIFY2(fits, qPrintable(include.file + " includes " + include.target));
    }
}

void LayersTest::coreKnowsNoQt()
{
    static const QRegularExpression qt(QStringLiteral("^(Q[A-Z].*|Qt[A-Z].*|q[a-z]+\\.h)$"));
    for (const Include& include : includesBelow("core")) {
        QVERIFY2(!qt.match(include.target).hasMatch(), qPrintable(include.file + " includes " + include.target));
    }
}

void LayersTest::thirdPartyHeadersStayWhereTheyBelong()
{
    const QList<std::pair<QString, QStringList>> homes{
        {"openssl/", {"core/base/hash.cpp"}},
        {"xxhash.h", {"core/base/hash.cpp"}},
        {"libdeflate.h", {"core/base/hash.cpp"}},
        {"spdlog/", {"core/base/log.cpp"}},
        {"curl/", {"core/net/"}},
        {"libsecret/", {"core/hub/keychain.cpp"}},
        {"torch/", {"app/torch/"}},
        {"ATen/", {"app/torch/"}},
        {"c10/", {"app/torch/"}},
        {"png.h", {"app/torch/image/picture.cpp"}},
        {"turbojpeg.h", {"app/torch/image/picture.cpp"}},
        {"webp/", {"app/torch/image/picture.cpp"}},
        {"CLI/", {"app/cli/", "app/torch/options.cpp", "app/torch/option_table.cpp"}},
    };
    for (const char* folder : {"core", "app", "ui"}) {
        for (const Include& include : includesBelow(folder)) {
            for (const auto& [header, home] : homes) {
                const bool isHome = std::any_of(home.begin(), home.end(), [&](const QString& place) { return include.file.startsWith(place); });
                const bool astray = include.system && include.target.startsWith(header) && !isHome;
                QVERIFY2(!astray, qPrintable(include.file + " includes " + include.target));
            }
        }
    }
}

void LayersTest::programsKnowNothingOfEachOther()
{
    for (const char* program : {"app/cli", "app/torch"}) {
        for (const Include& include : includesBelow(program)) {
            QVERIFY2(!include.target.startsWith("ui/") && !include.target.startsWith("Q"), qPrintable(include.file + " includes " + include.target));
        }
    }
    for (const char* program : {"app/cli", "app/gui", "ui"}) {
        for (const Include& include : includesBelow(program)) {
            QVERIFY2(!include.target.startsWith("app/torch/"), qPrintable(include.file + " includes " + include.target));
        }
    }
}

void LayersTest::sourcesExistAtAll()
{
    QVERIFY(includesBelow("core").size() > 50);
}

QTEST_GUILESS_MAIN(LayersTest)
#include "layers_test.moc"
