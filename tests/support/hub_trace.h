#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

namespace wb::test {

// A request that hubsim.py got, and its answer.
struct HubExchange {
    QString method;
    QString path;  // without the query
    QUrlQuery query;
    QMap<QString, QString> fields;  // by lower-case name
    QByteArray body;                // of the store only its length, in words
    int status = 0;
    QMap<QString, QString> answerFields;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

inline QMap<QString, QString> hubFieldsIn(const QJsonValue& pairs)
{
    QMap<QString, QString> fields;
    for (const QJsonValue& pair : pairs.toArray()) {
        fields.insert(pair.toArray().at(0).toString().toLower(), pair.toArray().at(1).toString());
    }
    return fields;
}

inline QList<HubExchange> hubExchangesIn(const QByteArray& trace)
{
    QList<HubExchange> exchanges;
    for (const QByteArray& line : trace.split('\n')) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        const QStringList words = entry["req"]["line"].toString().split(' ');
        if (words.size() == 3) {
            const QUrl target(words[1]);
            exchanges.append({words[0], target.path(QUrl::FullyDecoded), QUrlQuery(target), hubFieldsIn(entry["req"]["headers"]),
                              entry["req"]["body"].toString().toUtf8(), entry["resp"]["status"].toInt(), hubFieldsIn(entry["resp"]["headers"])});
        }
    }
    return exchanges;
}

}  // namespace wb::test
