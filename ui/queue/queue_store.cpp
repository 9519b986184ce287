#include "ui/queue/queue_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 256 << 20;
constexpr int soonMilliseconds = 250;

void write(const QString& name, const QByteArray& text)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(text);
        file.commit();
    }
}

}  // namespace

QueueStore::QueueStore(JobQueue& queue, const QString& file, QObject* parent)
    : QObject(parent), m_queue(queue), m_file(file), m_lock(file + u".lock"_s)
{
    QDir().mkpath(QFileInfo(file).path());
    m_writer.setMaxThreadCount(1);
    m_soon.setInterval(soonMilliseconds);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (m_isChanged) {
            saveSoon();
        }
    });
    m_lock.setStaleLockTime(0);  // held as long as the program runs
    if (m_lock.tryLock()) {
        load();
        connect(&m_queue, &JobQueue::stored, this, &QueueStore::saveSoon);
    }
}

QueueStore::~QueueStore()
{
    if (m_isChanged) {
        save();
    }
    m_writer.waitForDone();
}

// The first change of several is written at once.
void QueueStore::saveSoon()
{
    m_isChanged = true;
    if (!m_soon.isActive()) {
        save();
        m_soon.start();
    }
}

void QueueStore::load()
{
    QFile file(m_file);
    if (!file.exists()) {
        return;
    }
    if (file.open(QIODevice::ReadOnly) && file.size() <= mostBytes) {
        if (auto entries = queueFromJson(file.readAll())) {
            m_queue.add(std::move(*entries));
            return;
        }
    }
    file.close();
    const QString aside = m_file + u".broken"_s;
    QFile::remove(aside);
    QFile::rename(m_file, aside);
    m_note = tr("The queue in %1 cannot be read. It is now in %2, and a new one is begun.")
                 .arg(QDir::toNativeSeparators(m_file), QDir::toNativeSeparators(aside));
}

void QueueStore::save()
{
    m_isChanged = false;
    m_writer.start([name = m_file, text = queueToJson(m_queue.entries())] { write(name, text); });
}

}  // namespace wb::ui
