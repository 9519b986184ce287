#include "core/job/catalogue_forecast.h"

#include "core/base/error.h"
#include "core/job/pipeline.h"
#include "core/job/remote_source.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

class CatalogueForecastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void variantIsForecast_data();
    void variantIsForecast();
    void fileThatIsHereNeedsNoRoom();
    void filesOfOneNameAreToldApart();
    void unknownVariantIsRefused();

private:
    wb::CancelToken m_cancel;
    wb::Progress m_progress;
    wb::Log m_log;
    wb::JobContext m_job{m_cancel, m_progress, m_log};

    // Where sources are kept and cached.
    static void useHome(const QTemporaryDir& home)
    {
        qputenv("XDG_DATA_HOME", QFile::encodeName(home.filePath(QStringLiteral("data"))));
        qputenv("XDG_CACHE_HOME", QFile::encodeName(home.filePath(QStringLiteral("cache"))));
        for (const char* name : {"TORCH_HOME", "HF_HOME", "HF_HUB_CACHE"}) {
            qunsetenv(name);
        }
    }
};

void CatalogueForecastTest::variantIsForecast_data()
{
    QTest::addColumn<size_t>("shards");
    QTest::newRow("regnet-x-002") << size_t(1);
    QTest::newRow("regnet-y-040") << size_t(1);
    QTest::newRow("regnet-y-10b-seer") << size_t(8);
}

void CatalogueForecastTest::variantIsForecast()
{
    QFETCH(const size_t, shards);
    const wb::mapping::Variant& variant = wb::job::findVariant(QTest::currentDataTag());
    const wb::job::CatalogueForecast forecast = wb::job::forecastOf(variant.name, m_job);
    QCOMPARE(forecast.sourceBytes, variant.bytes);
    QCOMPARE(forecast.results.size(), size_t(2));
    QCOMPARE(forecast.results[0].shards, shards);
    QVERIFY(forecast.results[0].bytes > variant.bytes);
    // Counters stay as they are, all else is halved.
    QVERIFY(forecast.results[1].bytes < forecast.results[0].bytes * 6 / 10);
    QVERIFY(forecast.results[1].bytes > forecast.results[0].bytes / 2);
    QVERIFY(forecast.diskNeeded > 2 * variant.bytes);
    QVERIFY(forecast.memoryNeeded < 100'000'000);
}

void CatalogueForecastTest::fileThatIsHereNeedsNoRoom()
{
    const QTemporaryDir home;
    useHome(home);
    const wb::mapping::Variant* torch = nullptr;  // published by an address, so kept by torch.hub
    for (const wb::mapping::Variant& variant : wb::job::families().front()->variants()) {
        if (variant.source.starts_with("https://")) {
            torch = &variant;
            break;
        }
    }
    QVERIFY(torch != nullptr);
    QVERIFY(wb::job::variantsHere(m_job).names.empty());
    const uint64_t before = wb::job::forecastOf(torch->name, m_job).diskNeeded;

    const QString folder = home.filePath(QStringLiteral("cache/torch/hub/checkpoints"));
    QVERIFY(QDir().mkpath(folder));
    QFile file(folder + QLatin1Char('/') + QString::fromStdString(torch->sourceFile));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("x");
    file.close();

    const wb::job::LocalVariants here = wb::job::variantsHere(m_job);
    QVERIFY(std::find(here.names.begin(), here.names.end(), torch->name) != here.names.end());
    QVERIFY(here.freeBytes > 0);
    const wb::job::CatalogueForecast forecast = wb::job::forecastOf(torch->name, m_job);
    QCOMPARE(QString::fromStdString(forecast.localCopy), file.fileName());
    QVERIFY(forecast.diskNeeded + torch->bytes <= before);
}

// "model.safetensors" is what timm publishes for every variant.
void CatalogueForecastTest::filesOfOneNameAreToldApart()
{
    const QTemporaryDir home;
    useHome(home);
    const wb::mapping::Variant& variant = wb::job::findVariant("regnet-y-040");
    const wb::job::Source source = wb::job::publishedSource(variant, wb::job::settingsWithoutToken());
    QCOMPARE(source.fileName, std::string("model.safetensors"));
    QCOMPARE(wb::job::resultNameOf(source), variant.name);
    const QString folder = QFile::decodeName(wb::job::keepFolderFor(source, wb::job::defaultSourceFolder()).c_str());
    QVERIFY(QDir().mkpath(folder));
    QFile file(folder + QStringLiteral("/model.safetensors"));
    QVERIFY(file.open(QFile::WriteOnly) && file.write("x") == 1);
    file.close();
    QCOMPARE(wb::job::variantsHere(m_job).names, std::vector{variant.name});
}

void CatalogueForecastTest::unknownVariantIsRefused()
{
    QVERIFY_EXCEPTION_THROWN(wb::job::forecastOf("regnet-z-999", m_job), wb::Error);
}

QTEST_GUILESS_MAIN(CatalogueForecastTest)

#include "catalogue_forecast_test.moc"
