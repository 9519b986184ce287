#include "ui/settings/effective_settings.h"

#include "ui/format.h"
#include "ui/languages.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/hub/hub_folders.h"
#include "core/job/check_connection.h"
#include "core/net/url.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;
using Origin = EffectiveSetting::Origin;

namespace {

constexpr int longestText = 4096;
constexpr uint32_t mostConnections = 8;

struct Entry {
    Setting setting;
    const char* key;                            // in the settings file; empty: only shown
    std::array<const char*, 5> variables = {};  // of the environment, the first that is set counts
};

constexpr auto entries = std::to_array<Entry>({
    {Setting::SourceFolder, "folders/sources"},
    {Setting::ResultFolder, "folders/results"},
    {Setting::CacheFolder, "", {"HF_HUB_CACHE", "HF_HOME"}},
    {Setting::Endpoint, "network/endpoint", {"HF_ENDPOINT"}},
    {Setting::Proxy, "network/proxy", {"https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY"}},
    {Setting::NoProxy, "", {"no_proxy", "NO_PROXY"}},
    {Setting::CaFile, "network/caFile", {"SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"}},
    {Setting::Connections, "network/connections"},
    {Setting::SpeedLimit, "network/bytesPerSecond"},
    {Setting::DType, "convert/dtype"},
    {Setting::ShardSize, "convert/shardBytes"},
    {Setting::Language, "interface/language"},
    {Setting::Notifications, "interface/notifications"},
});

const Entry& entryOf(Setting setting)
{
    return *std::find_if(entries.begin(), entries.end(), [setting](const Entry& entry) { return entry.setting == setting; });
}

QString keyOf(Setting setting)
{
    return QString::fromLatin1(entryOf(setting).key);
}

bool isSize(const QString& text)
{
    return parseByteSize(text.toStdString()).has_value();
}

QString addressProblem(const QString& text)
{
    try {
        const net::Url url = net::Url::parse(text.toStdString());
        return url.isSecure() || url.isLoopback() ? QString() : EffectiveSettings::tr("Only https:// addresses are secure.");
    } catch (const Error&) {
        return EffectiveSettings::tr("This is no address that begins with https://.");
    }
}

// Name and password would stand in the settings file for all to read.
QString proxyProblem(const QString& text)
{
    const QString scheme = text.section(u"://"_s, 0, 0);
    const QString rest = text.section(u"://"_s, 1);
    static const QStringList schemes{u"http"_s, u"https"_s, u"socks5"_s, u"socks5h"_s};
    if (!schemes.contains(scheme) || rest.isEmpty() || rest.contains(u' ')) {
        return EffectiveSettings::tr("Give a proxy as http://host:port.");
    }
    return rest.contains(u'@') ? EffectiveSettings::tr("A name and password would be kept in plain text: put them into https_proxy instead.")
                               : QString();
}

QString folderProblem(const QString& text)
{
    return QDir::isAbsolutePath(text) ? QString() : EffectiveSettings::tr("Give the whole path of a folder.");
}

}  // namespace

const std::vector<Setting>& allSettings()
{
    static const std::vector<Setting> all = [] {
        std::vector<Setting> list;
        for (const Entry& entry : entries) {
            list.push_back(entry.setting);
        }
        return list;
    }();
    return all;
}

EffectiveSettings::EffectiveSettings(QSettings& settings, net::Environment environment, QObject* parent)
    : QObject(parent), m_settings(settings), m_environment(std::move(environment))
{}

void EffectiveSettings::setOption(Setting setting, const QString& option, const QString& value)
{
    m_options.push_back({setting, option, value});
    Q_EMIT changed();
}

QString EffectiveSettings::problem(Setting setting, const QString& text)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (text.isEmpty()) {
        return {};
    }
    if (text.size() > longestText || std::any_of(text.begin(), text.end(), isControl)) {
        return tr("This cannot be a value.");
    }
    switch (setting) {
    case Setting::SourceFolder:
    case Setting::ResultFolder:
        return folderProblem(text);
    case Setting::Endpoint:
        return addressProblem(text);
    case Setting::Proxy:
        return proxyProblem(text);
    case Setting::CaFile:
        return QDir::isAbsolutePath(text) && QFileInfo(text).isFile() ? QString() : tr("There is no such file.");
    case Setting::Connections: {
        bool isNumber = false;
        const uint number = text.toUInt(&isNumber);
        return isNumber && number >= 1 && number <= mostConnections ? QString() : tr("Give a number from 1 to 8.");
    }
    case Setting::SpeedLimit:
    case Setting::ShardSize:
        return isSize(text) ? QString() : tr("Give a size such as 5MB or 500KiB.");
    case Setting::DType:
        return QStringList{u"keep"_s, u"f32"_s, u"f16"_s, u"bf16"_s}.contains(text) ? QString() : tr("There is no such type.");
    case Setting::Notifications:
        return text == u"true"_s || text == u"false"_s ? QString() : tr("This cannot be a value.");
    case Setting::Language:
    case Setting::CacheFolder:
    case Setting::NoProxy:
        break;
    }
    return {};
}

QString EffectiveSettings::inFile(Setting setting) const
{
    const QString key = keyOf(setting);
    const QString text = key.isEmpty() ? QString() : m_settings.value(key).toString();
    return problem(setting, text).isEmpty() ? text : QString();
}

QString EffectiveSettings::fromEnvironment(Setting setting, QString& variable) const
{
    for (const char* name : entryOf(setting).variables) {
        const std::string value = name == nullptr ? std::string() : net::valueOf(m_environment, name);
        if (value.empty()) {
            continue;
        }
        variable = QString::fromLatin1(name);
        if (setting == Setting::CacheFolder) {
            return pathFromBytes(hub::cacheFolder(m_environment));
        }
        return QString::fromStdString(printable(setting == Setting::Proxy ? job::withoutCredentials(value) : value, longestText));
    }
    return {};
}

QString EffectiveSettings::byDefault(Setting setting) const
{
    switch (setting) {
    case Setting::SourceFolder:
        return pathFromBytes(hub::userFolder(m_environment, "XDG_DATA_HOME", ".local/share") + "/weightbridge/sources");
    case Setting::CacheFolder:
        return pathFromBytes(hub::cacheFolder(m_environment));
    case Setting::Endpoint:
        return QString::fromStdString(net::Settings().endpoint);
    case Setting::Connections:
        return QString::number(net::Settings().connections);
    case Setting::DType:
        return u"keep"_s;
    case Setting::ShardSize:
        return u"5GB"_s;
    case Setting::Language:
        return QString::fromLatin1(systemLanguage);
    case Setting::Notifications:
        return u"true"_s;
    case Setting::ResultFolder:
    case Setting::Proxy:
    case Setting::NoProxy:
    case Setting::CaFile:
    case Setting::SpeedLimit:
        break;
    }
    return {};
}

EffectiveSetting EffectiveSettings::at(Setting setting) const
{
    const auto option = std::find_if(m_options.begin(), m_options.end(), [setting](const Option& each) { return each.setting == setting; });
    if (option != m_options.end()) {
        return {option->value, Origin::Option, option->name, false};
    }
    QString variable;
    if (const QString value = fromEnvironment(setting, variable); !variable.isEmpty()) {
        return {value, Origin::Environment, variable, false};
    }
    if (const QString value = inFile(setting); !value.isEmpty()) {
        return {value, Origin::File, {}, true};
    }
    return {byDefault(setting), Origin::Default, {}, !keyOf(setting).isEmpty()};
}

void EffectiveSettings::set(Setting setting, const QString& text)
{
    const QString value = text.trimmed();
    if (!at(setting).isEditable || !problem(setting, value).isEmpty() || value == inFile(setting)) {
        return;
    }
    if (value.isEmpty() || value == byDefault(setting)) {
        m_settings.remove(keyOf(setting));
    } else {
        m_settings.setValue(keyOf(setting), value);
    }
    Q_EMIT changed();
}

void EffectiveSettings::restoreDefaults()
{
    for (const Entry& entry : entries) {
        if (*entry.key != '\0') {
            m_settings.remove(QString::fromLatin1(entry.key));
        }
    }
    Q_EMIT changed();
}

Preferences EffectiveSettings::preferences() const
{
    const auto text = [this](Setting setting) {
        const EffectiveSetting now = at(setting);
        return now.origin == Origin::File || now.origin == Origin::Option ? now.value : QString();
    };
    Preferences preferences;
    if (const QString number = text(Setting::Connections); !number.isEmpty()) {
        preferences.connections = number.toUInt();
    }
    preferences.bytesPerSecond = parseByteSize(text(Setting::SpeedLimit).toStdString());
    preferences.endpoint = text(Setting::Endpoint).toStdString();
    while (preferences.endpoint.ends_with('/')) {
        preferences.endpoint.pop_back();
    }
    preferences.proxy = text(Setting::Proxy).toStdString();
    preferences.caFile = pathBytes(text(Setting::CaFile));
    preferences.sourceFolder = pathBytes(text(Setting::SourceFolder));
    preferences.resultFolder = pathBytes(text(Setting::ResultFolder));
    preferences.dtype = tensor::dtypeFromName(text(Setting::DType).toUpper().toStdString());
    preferences.shardBytes = parseByteSize(text(Setting::ShardSize).toStdString());
    return preferences;
}

}  // namespace wb::ui
