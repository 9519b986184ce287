#include "ui/named_source.h"

#include "core/net/url.h"

#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;

bool isAddress(const QString& text)
{
    const bool isOneLine = std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
    return isOneLine && net::Url::looksLikeOne(text.toStdString());
}

QString shownSource(const QString& name)
{
    return isAddress(name) ? QUrl(name).toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment) : name;
}

bool isKeyMapFile(const QString& name)
{
    return name.endsWith(u".keymap.json"_s, Qt::CaseInsensitive);
}

std::optional<SourceWithMap> sourceWithMap(const QStringList& names)
{
    if (names.size() != 2 || isKeyMapFile(names[0]) == isKeyMapFile(names[1])) {
        return std::nullopt;
    }
    return isKeyMapFile(names[0]) ? SourceWithMap{names[1], names[0]} : SourceWithMap{names[0], names[1]};
}

QStringList filesNamedBy(const QMimeData* data)
{
    QStringList paths;
    const QList<QUrl> urls = data == nullptr ? QList<QUrl>() : data->urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    return paths.size() > 1 ? paths : QStringList();
}

QString sourceNamedBy(const QMimeData* data)
{
    if (data == nullptr) {
        return {};
    }
    const QList<QUrl> urls = data->urls();
    if (urls.size() > 1) {
        return {};
    }
    if (urls.size() == 1 && urls[0].isLocalFile()) {
        return urls[0].toLocalFile();
    }
    const QString text = urls.size() == 1 ? QString::fromUtf8(urls[0].toEncoded()) : data->text().trimmed();
    return isAddress(text) ? text : QString();
}

}  // namespace wb::ui
