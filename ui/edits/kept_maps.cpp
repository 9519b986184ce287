#include "ui/edits/kept_maps.h"

#include "ui/format.h"

#include "core/mapping/key_map_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

QByteArray textOf(const std::vector<mapping::KeyEdit>& edits)
{
    return QByteArray::fromStdString(mapping::keyEditsToJson(edits));
}

QString pathIn(const QString& folder, const QByteArray& text)
{
    const QByteArray name = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(16);
    return folder + u'/' + QString::fromLatin1(name) + u".keymap.json"_s;
}

// Empty: it is there.
QString write(const QString& path, const QByteArray& text)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    return isWritten ? QString() : file.errorString();
}

}  // namespace

KeptMaps::KeptMaps(const QString& folder, QObject* parent) : QObject(parent), m_folder(folder) {}

std::string KeptMaps::pathOf(const std::vector<mapping::KeyEdit>& edits) const
{
    return pathBytes(pathIn(m_folder, textOf(edits)));
}

void KeptMaps::keep(const std::vector<mapping::KeyEdit>& edits, const std::function<void()>& then)
{
    m_write.ask([this, text = textOf(edits), folder = m_folder, then](JobContext&) -> BackgroundCall::Answer {
        const QString path = pathIn(folder, text);
        const QString problem = write(path, text);
        return [this, path, problem, then] {
            if (problem.isEmpty()) {
                then();
            } else {
                Q_EMIT failed(path, problem);
            }
        };
    });
}

}  // namespace wb::ui
