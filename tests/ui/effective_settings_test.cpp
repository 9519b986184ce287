#include "ui/settings/effective_settings.h"

#include <QFile>
#include <QLocale>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using wb::ui::EffectiveSettings;
using wb::ui::Setting;
using Origin = wb::ui::EffectiveSetting::Origin;

// Which value counts, and where it comes from, in a made-up environment.
class EffectiveSettingsTest : public QObject {
    Q_OBJECT

private:
    std::map<std::string, std::string> m_variables;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_file;

    wb::net::Environment environment() const
    {
        return [this](const char* name) -> const char* {
            const auto found = m_variables.find(name);
            return found == m_variables.end() ? nullptr : found->second.c_str();
        };
    }

private Q_SLOTS:
    void init()
    {
        m_variables = {{"HOME", "/home/alice"}};
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    }
    void optionBeforeEnvironmentBeforeFileBeforeDefault();
    void whatTheEnvironmentSaysIsNotEdited();
    void valuesAreLookedAt_data();
    void valuesAreLookedAt();
    void hostileFilesCountAsNothing();
    void defaultsAreRestored();
    void numbersDoNotFollowTheLocale();
};

void EffectiveSettingsTest::optionBeforeEnvironmentBeforeFileBeforeDefault()
{
    EffectiveSettings settings(*m_file, environment());
    QCOMPARE(settings.at(Setting::Endpoint).value, u"https://huggingface.co"_s);
    QCOMPARE(settings.at(Setting::Endpoint).origin, Origin::Default);
    QVERIFY(settings.preferences().endpoint.empty());
    const QSignalSpy changed(&settings, &EffectiveSettings::changed);
    settings.set(Setting::Endpoint, u"https://mirror.example.org/"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(settings.at(Setting::Endpoint).origin, Origin::File);
    QCOMPARE(settings.preferences().endpoint, std::string("https://mirror.example.org"));
    m_variables["HF_ENDPOINT"] = "https://env.example.org";
    QCOMPARE(settings.at(Setting::Endpoint).value, u"https://env.example.org"_s);
    QCOMPARE(settings.at(Setting::Endpoint).variable, u"HF_ENDPOINT"_s);
    QVERIFY(settings.preferences().endpoint.empty());
    settings.setOption(Setting::Endpoint, u"--endpoint"_s, u"https://option.example.org"_s);
    QCOMPARE(settings.at(Setting::Endpoint).origin, Origin::Option);
    QCOMPARE(settings.preferences().endpoint, std::string("https://option.example.org"));
    QCOMPARE(settings.at(Setting::SourceFolder).value, u"/home/alice/.local/share/weightbridge/sources"_s);
    m_variables["HF_HOME"] = "~/hub";
    QCOMPARE(settings.at(Setting::CacheFolder).value, u"/home/alice/hub/hub"_s);
}

void EffectiveSettingsTest::whatTheEnvironmentSaysIsNotEdited()
{
    m_variables["https_proxy"] = "http://user:secret@proxy.example.org:3128";
    EffectiveSettings settings(*m_file, environment());
    const auto proxy = settings.at(Setting::Proxy);
    QVERIFY(!proxy.isEditable);
    QCOMPARE(proxy.value, u"http://proxy.example.org:3128"_s);
    settings.set(Setting::Proxy, u"http://other.example.org:1"_s);
    QCOMPARE(settings.at(Setting::Proxy).value, proxy.value);
    QVERIFY(!m_file->contains(u"network/proxy"_s));
    QVERIFY(!settings.at(Setting::CacheFolder).isEditable);
}

void EffectiveSettingsTest::valuesAreLookedAt_data()
{
    QTest::addColumn<int>("setting");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isTaken");
    const auto row = [](const char* name, Setting setting, const QString& text, bool isTaken) {
        QTest::newRow(name) << static_cast<int>(setting) << text << isTaken;
    };
    row("address", Setting::Endpoint, u"https://hub.example.org"_s, true);
    row("address of this machine", Setting::Endpoint, u"http://127.0.0.1:8080"_s, true);
    row("address without TLS", Setting::Endpoint, u"http://hub.example.org"_s, false);
    row("no address", Setting::Endpoint, u"hub"_s, false);
    row("proxy", Setting::Proxy, u"socks5h://localhost:9050"_s, true);
    row("proxy with a password", Setting::Proxy, u"http://a:b@proxy:1"_s, false);
    row("proxy without scheme", Setting::Proxy, u"proxy:3128"_s, false);
    row("connections", Setting::Connections, u"8"_s, true);
    row("too many connections", Setting::Connections, u"9"_s, false);
    row("no connections", Setting::Connections, u"0"_s, false);
    row("limit", Setting::SpeedLimit, u"5MB"_s, true);
    row("limit by the locale", Setting::SpeedLimit, u"1,5MB"_s, false);
    row("type", Setting::DType, u"bf16"_s, true);
    row("unknown type", Setting::DType, u"int4"_s, false);
    row("folder", Setting::ResultFolder, u"/data/models"_s, true);
    row("folder somewhere", Setting::ResultFolder, u"models"_s, false);
    row("certificates that are not there", Setting::CaFile, u"/nowhere/ca.pem"_s, false);
    row("line ends", Setting::ResultFolder, u"/data\n/models"_s, false);
    row("a megabyte", Setting::ResultFolder, u'/' + QString(1 << 20, u'x'), false);
}

void EffectiveSettingsTest::valuesAreLookedAt()
{
    QFETCH(int, setting);
    QFETCH(QString, text);
    QFETCH(bool, isTaken);
    EffectiveSettings settings(*m_file, environment());
    const auto which = static_cast<Setting>(setting);
    QCOMPARE(EffectiveSettings::problem(which, text).isEmpty(), isTaken);
    settings.set(which, text);
    QCOMPARE(settings.at(which).origin, isTaken && text != u"8"_s ? Origin::File : Origin::Default);
}

void EffectiveSettingsTest::hostileFilesCountAsNothing()
{
    m_file->setValue(u"network/connections"_s, u"-1"_s);
    m_file->setValue(u"network/bytesPerSecond"_s, QByteArray("\xff\xfe\x00x", 4));
    m_file->setValue(u"network/endpoint"_s, QString(1 << 20, u'a'));
    m_file->setValue(u"convert/dtype"_s, QStringList{u"f16"_s, u"bf16"_s});
    m_file->setValue(u"folders/results"_s, u"/data\n[network]\nproxy=http://evil"_s);
    const EffectiveSettings settings(*m_file, environment());
    for (const Setting setting : wb::ui::allSettings()) {
        QCOMPARE(settings.at(setting).origin, Origin::Default);
    }
    const wb::ui::Preferences preferences = settings.preferences();
    QVERIFY(!preferences.connections && !preferences.bytesPerSecond && !preferences.dtype && preferences.resultFolder.empty());
}

void EffectiveSettingsTest::defaultsAreRestored()
{
    EffectiveSettings settings(*m_file, environment());
    settings.set(Setting::Connections, u"2"_s);
    settings.set(Setting::DType, u"bf16"_s);
    m_file->setValue(u"window/geometry"_s, 1);
    settings.restoreDefaults();
    QCOMPARE(settings.at(Setting::Connections).value, u"8"_s);
    QCOMPARE(m_file->allKeys(), QStringList{u"window/geometry"_s});
    settings.set(Setting::Connections, u"2"_s);
    settings.set(Setting::Connections, QString());
    QCOMPARE(settings.at(Setting::Connections).origin, Origin::Default);
}

void EffectiveSettingsTest::numbersDoNotFollowTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::Turkish));
    EffectiveSettings settings(*m_file, environment());
    settings.set(Setting::SpeedLimit, u"1.5MiB"_s);
    settings.set(Setting::DType, u"f16"_s);
    QCOMPARE(settings.preferences().bytesPerSecond, std::optional<uint64_t>(1572864));
    QCOMPARE(settings.preferences().dtype, std::optional(wb::tensor::DType::F16));
    QLocale::setDefault(QLocale::c());
}

QTEST_MAIN(EffectiveSettingsTest)
#include "effective_settings_test.moc"
