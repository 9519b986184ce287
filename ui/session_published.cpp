// Sources that are published: naming, checking, fetching, and going on after a restart.
#include "ui/session.h"

#include "ui/format.h"

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

// An address may be kept where nothing in it can be a signature.
bool isKeepable(const job::Source& source, const QString& address)
{
    return !address.contains(u'?') && (source.url->text() == source.url->shown() || address.startsWith(u"hf://"_s));
}

}  // namespace

bool Session::openAddress(const QString& text)
{
    if (!isEditable()) {
        return false;
    }
    if (nameAddress(text)) {
        inspect();
    }
    return true;
}

// False: it named a path, which was opened, or nothing, which was told. A variant: it is that one's file.
bool Session::nameAddress(const QString& text, const mapping::Variant* entry)
{
    const QString address = text.trimmed();
    const QString shownVariant = m_catalogueVariant;
    try {
        job::Source source = m_pipeline->nameSource(address.toStdString());
        if (!source.isRemote()) {
            open(pathFromBytes(source.path));
            return false;
        }
        if (entry != nullptr) {
            source.variant = entry;
        }
        forget();
        takeName(address, source);
    } catch (const Error& error) {
        forget();
        setMap(nullptr);
        m_error = error;
        setState(State::Failed);
        return false;
    }
    if (m_catalogueVariant.isEmpty() || m_catalogueVariant != shownVariant) {
        setMap(nullptr);
    }
    return true;
}

void Session::takeName(const QString& address, const job::Source& source)
{
    m_published.emplace();
    m_published->address = address;
    m_published->source = source;
    m_published->folder = pathFromBytes(job::keepFolderFor(source, m_pipeline->defaultSourceFolder()));
    m_options.outputFolder = resultFolderOf(source);
    if (source.variant != nullptr) {
        m_catalogueVariant = QString::fromStdString(source.variant->name);
        m_options.variant = source.variant->name;
    }
    if (m_unfinished && m_unfinished->shown.toStdString() == source.shown) {
        takeUnfinished(*m_unfinished);
    }
    countKept();
}

void Session::takeUnfinished(const UnfinishedDownload& download)
{
    m_published->way = download.way;
    m_published->wayIsAsked = true;
    m_published->folder = download.folder;
    m_published->bytes = download.bytes;
    m_options = download.options;
    m_overwrite = download.overwrite;
}

// The file of the variant that is shown, by its address: a folder on this machine may have the variant's name.
bool Session::nameCatalogueFile()
{
    const mapping::Variant* entry = variant(m_catalogueVariant);
    if (!isEditable() || hasSource() || entry == nullptr) {
        return false;
    }
    return nameAddress(QString::fromStdString(entry->source), entry);
}

void Session::checkOnline()
{
    if (isEditable() && (isRemote() || nameCatalogueFile())) {
        inspect();
    }
}

void Session::download()
{
    if (isEditable() && m_state != State::Inspecting && (isRemote() || nameCatalogueFile())) {
        m_published->way = job::Way::Keep;
        m_published->isAgreed = m_plan != nullptr;
        startFetching();
    }
}

void Session::startFetching()
{
    m_error.reset();
    dropOutcome();
    noteStart();
    const JobHandle job = startJob();
    post([job, source = m_published->source, folder = pathBytes(m_published->folder)](JobWorker& worker) { worker.fetch(job, source, folder); });
    setState(State::Downloading);
}

void Session::setWay(job::Way way)
{
    if (!canChooseWay() || (way == job::Way::Stream && !canStream())) {
        return;
    }
    m_published->way = way;
    m_published->wayIsAsked = true;
    Q_EMIT stateChanged();
}

void Session::setKeepFolder(const QString& folder)
{
    if (!isRemote() || !isEditable() || folder.isEmpty() || folder == m_published->folder) {
        return;
    }
    m_published->folder = folder;
    countKept();
    chooseWay();
    Q_EMIT stateChanged();
}

void Session::chooseWay()
{
    if (!isRemote() || !m_plan) {
        return;
    }
    m_published->choice = m_pipeline->chooseWay(*m_plan, m_published->source, pathBytes(m_published->folder));
    if (!m_published->wayIsAsked || !canStream()) {
        m_published->way = m_published->choice->way;
    }
}

// What cannot be read counts as nothing: fetching tells why.
void Session::countKept()
{
    try {
        m_published->kept = m_pipeline->keptOf(m_published->source, pathBytes(m_published->folder));
    } catch (const Error&) {
        m_published->kept = {};
    }
}

void Session::tryNow()
{
    if (isWaiting() && m_job) {
        m_job->tryNow.ask();
    }
}

void Session::noteStart()
{
    const Published& published = *m_published;
    m_published->isStarted = true;
    UnfinishedDownload& note = m_unfinished.emplace();
    note.address = isKeepable(published.source, published.address) ? published.address : QString();
    note.shown = QString::fromStdString(published.source.shown);
    note.way = published.way;
    note.folder = published.folder;
    note.options = m_options;
    note.overwrite = m_overwrite;
    note.isAgreed = published.isAgreed;
    note.fingerprint = m_plan ? m_plan->fingerprint : std::string();
    note.bytes = published.bytes;
}

void Session::resumeLater(const UnfinishedDownload& download)
{
    if (hasSource() || m_state != State::Empty) {
        return;
    }
    m_unfinished = download;
    if (download.address.isEmpty()) {
        Q_EMIT stateChanged();
        return;
    }
    try {
        const job::Source source = m_pipeline->nameSource(download.address.toStdString());
        if (!source.isRemote()) {
            return;
        }
        takeName(download.address, source);
    } catch (const Error&) {
        return;  // it stays noted, to be given anew
    }
    takeUnfinished(download);
    countKept();
    m_published->isAgreed = download.isAgreed;
    m_published->isStarted = true;
    m_expectedFingerprint = download.fingerprint;
    m_keptBytes = m_published->kept.bytes;
    setState(State::Paused);
}

}  // namespace wb::ui
