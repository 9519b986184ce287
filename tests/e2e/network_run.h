#pragma once

#include "core/base/hash.h"
#include "tests/e2e/fault_run.h"
#include "tests/support/http/fault_server.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

// A test's own folder, with homes in it for the programs that it runs: no setting, token, keychain, proxy or cache of the user's has a part in a
// test.
class Sandbox {
public:
    Sandbox()
    {
        for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_TOKEN_PATH", "HF_ENDPOINT", "HF_HUB_CACHE", "HF_HUB_OFFLINE",
                                 "TRANSFORMERS_OFFLINE", "XDG_CACHE_HOME", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "http_proxy",
                                 "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY", "DBUS_SESSION_BUS_ADDRESS"}) {
            qunsetenv(name);
        }
        for (const char* name : {"HOME", "HF_HOME", "TORCH_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"}) {
            const QString folder = at(QString("homes/") + name);
            QDir().mkpath(folder);
            qputenv(name, folder.toUtf8());
        }
    }

    QString at(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

// A checkpoint of a variant's structure; empty when it cannot be made.
inline QString makeDemo(const QString& path, const QString& variant, const QStringList& more = {})
{
    const CliRun run = runCli(QStringList{"make-demo", path, "--variant", variant, "--quiet"} + more);
    return run.exit == 0 ? path : QString();
}

inline wb::test::Content contentOf(const QString& path)
{
    return wb::test::Content::ofFile(path.toStdString());
}

inline QString urlOf(const wb::test::FaultServer& server, const std::string& path)
{
    return QString::fromStdString(server.url(path));
}

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeFile(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray sha256Of(const QByteArray& bytes)
{
    return QByteArray::fromStdString(wb::Sha256::of(std::string_view(bytes.constData(), static_cast<size_t>(bytes.size()))));
}

inline QJsonObject errorOf(const CliRun& run)
{
    return run.json().value("error").toObject();
}

// The files with weights of a result, and what they hold.
inline QMap<QString, QByteArray> weightsIn(const QString& folder)
{
    QMap<QString, QByteArray> weights = treeOf(folder);
    weights.removeIf([](const auto& file) { return !file.key().endsWith(".safetensors"); });
    return weights;
}
