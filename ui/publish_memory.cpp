#include "ui/publish_memory.h"

#include "ui/format.h"
#include "ui/session.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>
#include <QSettings>
#include <QStringList>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFolders = 20;
const QString group = u"publish"_s;

QString key(const QString& folder, const QString& name)
{
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return group + u'/' + QString::fromLatin1(hash) + u'/' + name;
}

QString visibilityName(job::Visibility visibility)
{
    return visibility == job::Visibility::Keep ? QString() : visibility == job::Visibility::Public ? u"public"_s : u"private"_s;
}

job::Visibility visibilityFrom(const QString& name)
{
    return name == u"public"_s ? job::Visibility::Public : name == u"private"_s ? job::Visibility::Private : job::Visibility::Keep;
}

// Folders with an entry, the one that was touched last first.
QStringList foldersIn(const QSettings& settings)
{
    QList<std::pair<qlonglong, QString>> found;
    for (const QString& each : settings.allKeys()) {
        if (each.startsWith(group + u'/') && each.endsWith(u"/folder"_s)) {
            const QString entry = each.chopped(QString(u"folder"_s).size());
            found.append({-settings.value(entry + u"time"_s).toLongLong(), settings.value(each).toString()});
        }
    }
    std::sort(found.begin(), found.end());
    QStringList folders;
    for (const auto& [time, folder] : found) {
        folders.append(folder);
    }
    return folders;
}

}  // namespace

PublishMemory::PublishMemory(Session& session, QSettings& settings, QObject* parent) : QObject(parent), m_session(session), m_settings(settings)
{
    connect(&m_session, &Session::stateChanged, this, &PublishMemory::follow);
    connect(&m_session, &Session::sampled, this, &PublishMemory::takeSample);
}

PublishWishes PublishMemory::wishes(const QString& folder) const
{
    const auto value = [&](const QString& name) { return m_settings.value(key(folder, name)); };
    PublishWishes wishes;
    wishes.repository = value(u"repository"_s).toString();
    wishes.revision = value(u"revision"_s).toString();
    wishes.message = value(u"message"_s).toString();
    wishes.licence = value(u"licence"_s).toString();
    wishes.visibility = visibilityFrom(value(u"visibility"_s).toString());
    wishes.pullRequest = value(u"pullRequest"_s).toBool();
    if (m_settings.contains(key(folder, u"card"_s))) {
        wishes.card = value(u"card"_s).toString();
    }
    return wishes;
}

void PublishMemory::keepWishes(const QString& folder, const PublishWishes& wishes)
{
    touch(folder);
    const auto keep = [&](const QString& name, const QVariant& value) { m_settings.setValue(key(folder, name), value); };
    keep(u"repository"_s, wishes.repository);
    keep(u"revision"_s, wishes.revision);
    keep(u"message"_s, wishes.message);
    keep(u"licence"_s, wishes.licence);
    keep(u"visibility"_s, visibilityName(wishes.visibility));
    keep(u"pullRequest"_s, wishes.pullRequest);
    if (wishes.card) {
        keep(u"card"_s, *wishes.card);
    } else {
        m_settings.remove(key(folder, u"card"_s));
    }
}

void PublishMemory::touch(const QString& folder)
{
    const bool isNew = !m_settings.contains(key(folder, u"folder"_s));
    m_settings.setValue(key(folder, u"folder"_s), folder);
    m_settings.setValue(key(folder, u"time"_s), QDateTime::currentMSecsSinceEpoch());
    if (isNew) {
        const QStringList folders = foldersIn(m_settings);
        for (const QString& old : folders.mid(mostFolders)) {
            m_settings.remove(key(old, {}).chopped(1));
        }
    }
}

std::optional<UnfinishedUpload> PublishMemory::upload(const QString& folder) const
{
    const auto value = [&](const QString& name) { return m_settings.value(key(folder, u"upload/"_s + name)); };
    UnfinishedUpload upload;
    upload.folder = folder;
    upload.repository = value(u"repository"_s).toString();
    upload.bytesKept = value(u"kept"_s).toULongLong();
    upload.bytesTotal = value(u"total"_s).toULongLong();
    upload.fingerprint = value(u"fingerprint"_s).toString().toStdString();
    return upload.repository.isEmpty() ? std::nullopt : std::optional(upload);
}

std::optional<UnfinishedUpload> PublishMemory::lastUpload() const
{
    for (const QString& folder : foldersIn(m_settings)) {
        const std::optional<UnfinishedUpload> found = upload(folder);
        if (found && QFileInfo::exists(folder)) {
            return found;
        }
    }
    return std::nullopt;
}

void PublishMemory::keepUpload(const UnfinishedUpload& upload)
{
    if (this->upload(upload.folder) == upload) {
        return;
    }
    touch(upload.folder);
    const auto keep = [&](const QString& name, const QVariant& value) { m_settings.setValue(key(upload.folder, u"upload/"_s + name), value); };
    keep(u"repository"_s, upload.repository);
    keep(u"kept"_s, static_cast<qulonglong>(upload.bytesKept));
    keep(u"total"_s, static_cast<qulonglong>(upload.bytesTotal));
    keep(u"fingerprint"_s, QString::fromStdString(upload.fingerprint));
    m_settings.sync();
}

void PublishMemory::forgetUpload(const QString& folder)
{
    m_settings.remove(key(folder, u"upload"_s));
    m_session.noteUnfinishedUpload(std::nullopt);
}

void PublishMemory::follow()
{
    const Publishing& publishing = m_session.publishing();
    const QString folder = m_session.publishFolder();
    if (folder.isEmpty()) {
        return;
    }
    if (publishing.publication) {
        m_settings.remove(key(folder, u"upload"_s));
        m_settings.remove(key(folder, u"card"_s));
        m_settings.sync();
    } else if (publishing.plan && publishing.stage != PublishStage::Check) {
        keepUpload({folder, QString::fromStdString(publishing.plan->options.repository), publishing.bytesKept, publishing.plan->bytesToSend,
                    fingerprintOf(*publishing.plan)});
    } else if (publishing.error && needsAnotherCheck(*publishing.error)) {
        m_settings.remove(key(folder, u"upload"_s));
    } else if (!publishing.plan && publishing.act != Publishing::Act::Checking) {
        m_session.noteUnfinishedUpload(upload(folder));
    }
}

// Often enough for a program that ends unexpectedly.
void PublishMemory::takeSample()
{
    const Publishing& publishing = m_session.publishing();
    if (publishing.act != Publishing::Act::Sending || !publishing.plan) {
        return;
    }
    const int percent = permille(publishing.bytesKept, publishing.plan->bytesToSend) / 10;
    if (percent != m_savedPercent) {
        m_savedPercent = percent;
        follow();
    }
}

}  // namespace wb::ui
