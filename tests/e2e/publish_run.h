#pragma once

#include "tests/e2e/network_run.h"
#include "tests/support/hub_server.h"

#include <QDirIterator>

// What a stand-in for the Hub was told by its first commit: name to size and "send" (in the store) or "inline" (in the commit itself).
struct Commit {
    QString summary;
    QMap<QString, QPair<qint64, QString>> files;
    QMap<QString, QByteArray> texts;  // of those inside

    static Commit in(const wb::test::HubServer& server)
    {
        Commit commit;
        for (const QByteArray& line : server.trace().split('\n')) {
            const QJsonObject request = QJsonDocument::fromJson(line).object().value("req").toObject();
            if (request.value("line").toString().contains("/commit/") && commit.files.isEmpty()) {
                for (const QByteArray& each : request.value("body").toString().toUtf8().split('\n')) {
                    commit.take(QJsonDocument::fromJson(each).object());
                }
            }
        }
        return commit;
    }

private:
    void take(const QJsonObject& line)
    {
        const QJsonObject value = line.value("value").toObject();
        const QString path = value.value("path").toString();
        if (line.value("key") == "header") {
            summary = value.value("summary").toString();
        } else if (line.value("key") == "file") {
            texts[path] = QByteArray::fromBase64(value.value("content").toString().toUtf8());
            files[path] = {texts[path].size(), "inline"};
        } else if (line.value("key") == "lfsFile") {
            files[path] = {value.value("size").toInteger(), "send"};
        }
    }
};

// The "files" of a document of publish.
inline QMap<QString, QPair<qint64, QString>> filesIn(const QJsonObject& document)
{
    QMap<QString, QPair<qint64, QString>> files;
    for (const QJsonValue& file : document.value("files").toArray()) {
        files[file["name"].toString()] = {file["bytes"].toInteger(), file["way"].toString()};
    }
    return files;
}

// A model folder made from a checkpoint of a variant's structure; empty when it cannot be made.
inline QString makeModel(const QString& folder, const QString& variant, const QString& scale)
{
    const QString checkpoint = makeDemo(folder + ".torch", variant, {"--scale", scale});
    return runCli({"convert", checkpoint, "--out", folder, "--quiet"}).exit == 0 ? folder : QString();
}

// Parts that the journals of uploads below a home hold.
inline int journalledParts(const QString& home)
{
    qsizetype parts = 0;
    QDirIterator each(home, {"*.journal"}, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        parts += bytesOf(each.next()).count("\"etag\"");
    }
    return static_cast<int>(parts);
}
