#include "ui/session.h"

#include "ui/format.h"
#include "ui/worker/behind_the_window.h"

#include <QFileInfo>
#include <QMetaObject>

#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sampleMilliseconds = 100;
constexpr int stopMilliseconds = 1000;
constexpr int quietMilliseconds = 100;

}  // namespace

Session::Session(std::shared_ptr<ConversionPipeline> pipeline, std::shared_ptr<Log> log, QObject* parent)
    : QObject(parent), m_pipeline(std::move(pipeline)), m_log(std::move(log)), m_variants(m_pipeline->variants()),
      m_thread(std::make_unique<QThread>()), m_worker(new JobWorker(m_pipeline, m_log))
{
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &JobWorker::ended, this, &Session::takeResult, Qt::QueuedConnection);
    m_thread->setObjectName(u"worker"_s);
    connect(m_thread.get(), &QThread::started, m_worker, &goBehindTheWindow);
    m_thread->start();
    m_clock.start();
    scanCatalogue();
    m_sampler.setInterval(sampleMilliseconds);
    connect(&m_sampler, &QTimer::timeout, this, &Session::takeSample);
    m_quiet.setInterval(quietMilliseconds);
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, [this] { setState(m_state); });
}

Session::~Session()
{
    m_worker->disconnect(this);
    if (m_job) {
        m_job->cancel.cancel();
    }
    m_thread->quit();
    if (!m_thread->wait(stopMilliseconds)) {
        static_cast<void>(m_thread.release());
    }
}

void Session::scanCatalogue()
{
    m_scan.ask([this, pipeline = m_pipeline, log = m_log](JobContext& job) -> BackgroundCall::Answer {
        job::LocalVariants found;
        try {
            found = pipeline->variantsHere(job);
        } catch (const Error& error) {
            log->warning(error.what());
        }
        QStringList names;
        for (const std::string& name : found.names) {
            names.append(QString::fromStdString(name));
        }
        return [this, names, free = found.freeBytes] { Q_EMIT variantsFound(names, free); };
    });
}

QString Session::fileName() const
{
    return m_published ? pathFromBytes(m_published->source.fileName) : QFileInfo(m_sourcePath).fileName();
}

const mapping::Variant* Session::variant(const QString& name) const
{
    for (const mapping::Variant& entry : m_variants) {
        if (QString::fromStdString(entry.name) == name) {
            return &entry;
        }
    }
    return nullptr;
}

bool Session::open(const QString& path)
{
    if (!isEditable()) {
        return false;
    }
    // A variant that was looked at in the catalogue is not a claim about this file.
    m_catalogueVariant.clear();
    m_options.variant.clear();
    m_options.edits.clear();
    m_editsError.reset();
    m_published.reset();
    m_sourcePath = QFileInfo(path).absoluteFilePath();
    m_options.outputFolder.clear();  // the worker tells
    m_overwrite = false;
    m_convertWhenPlanned = false;
    m_expectedFingerprint.clear();
    m_agreedPlan.reset();
    m_plan.reset();
    dropOutcome();
    setMap(nullptr);
    inspect();
    return true;
}

void Session::closeFile()
{
    if (!isEditable()) {
        return;
    }
    if (m_published || !hasSource()) {
        m_unfinished.reset();
    }
    forget();
    setMap(nullptr);
    setState(State::Empty);
}

// All but the map.
void Session::forget()
{
    if (m_job) {
        m_job->cancel.cancel();
        m_job.reset();
    }
    m_sourcePath.clear();
    m_published.reset();
    m_catalogueVariant.clear();
    m_options = defaultOptions();
    m_overwrite = false;
    m_convertWhenPlanned = false;
    m_expectedFingerprint.clear();
    m_agreedPlan.reset();
    m_error.reset();
    m_editsError.reset();
    m_plan.reset();
    m_keptBytes = 0;
    dropOutcome();
}

void Session::selectVariant(const QString& name)
{
    if (!isEditable() || (variant(name) == nullptr && !(name.isEmpty() && hasSource()))) {
        return;
    }
    const std::string entry = name.toStdString();
    if (hasSource()) {
        if (m_plan && m_options.variant != entry) {
            m_options.variant = entry;
            planAgain();
        }
        return;
    }
    if (m_catalogueVariant == name) {
        return;
    }
    m_catalogueVariant = name;
    m_forecast.reset();
    const JobHandle job = startJob();
    post([job, entry](JobWorker& worker) { worker.showVariant(job, entry); });
    setState(State::Empty);
}

JobHandle Session::startJob()
{
    if (m_job) {
        m_job->cancel.cancel();
    }
    m_job = std::make_shared<JobControl>();
    m_job->ticket = ++m_lastTicket;
    m_publishing.act = Publishing::Act::Nothing;
    m_sample = {};
    m_meter.reset();
    return m_job;
}

void Session::post(std::function<void(JobWorker&)> work)
{
    ++m_pending;
    JobWorker* worker = m_worker;
    QMetaObject::invokeMethod(
        worker, [worker, work = std::move(work)] { work(*worker); }, Qt::QueuedConnection);
}

void Session::inspect()
{
    m_planStale = false;
    m_error.reset();
    dropOutcome();
    const JobHandle job = startJob();
    if (isRemote()) {
        post([job, source = m_published->source, options = m_options](JobWorker& worker) { worker.lookInside(job, source, options); });
    } else {
        post([job, path = pathBytes(m_sourcePath), options = m_options, folder = m_preferences.resultFolder](JobWorker& worker) {
            worker.inspect(job, path, options, folder);
        });
    }
    setState(State::Inspecting);
}

void Session::convert()
{
    switch (m_state) {
    case State::Inspecting:
        m_convertWhenPlanned = true;
        m_expectedFingerprint.clear();
        return;
    case State::Planned:
    case State::Paused:
    case State::Cancelled:
        if (m_publishing.isPaused) {
            publish();
            return;
        }
        carryOn();
        return;
    default:
        return;
    }
}

void Session::carryOn()
{
    if (isRemote()) {
        m_published->isAgreed = m_published->isAgreed || m_plan != nullptr;
    }
    if (isRemote() && m_published->way == job::Way::Keep) {
        startFetching();
    } else if (m_plan) {
        startConverting();
    } else {
        m_convertWhenPlanned = true;
        inspect();
    }
}

void Session::startConverting()
{
    m_error.reset();
    dropOutcome();
    const JobHandle job = startJob();
    if (isRemote()) {
        noteStart();
        post([job, plan = m_plan, source = m_published->source, overwrite = m_overwrite](JobWorker& worker) {
            worker.convertStreamed(job, plan, source, overwrite);
        });
    } else {
        post([job, plan = m_plan, overwrite = m_overwrite](JobWorker& worker) { worker.convert(job, plan, overwrite); });
    }
    setState(State::Converting);
}

void Session::compareOutputs(const verify::ParityOptions& options)
{
    if (!canCompare()) {
        return;
    }
    m_error.reset();
    m_parity.reset();
    verify::ParityOptions all = options;
    all.variant = m_options.variant;
    const JobHandle job = startJob();
    post([job, source = pathBytes(m_sourcePath), folder = m_outcome->converted.folder, all](JobWorker& worker) {
        worker.compareOutputs(job, source, folder, all);
    });
    setState(State::Comparing);
}

void Session::dropOutcome()
{
    m_outcome.reset();
    m_parity.reset();
    m_publishing = {};
}

// Looks at the file anew, and goes on at once where nothing has changed since the conversion that failed.
void Session::tryAgain()
{
    if (nextAct() != NextAct::TryAgain || !hasSource()) {
        return;
    }
    if (m_state == State::Failed && m_failedFetching && m_published->way == job::Way::Keep) {
        startFetching();
        return;
    }
    m_convertWhenPlanned = m_plan != nullptr && m_state == State::Failed;
    m_expectedFingerprint = m_plan ? m_plan->fingerprint : std::string();
    inspect();
}

void Session::lookAgain()
{
    if (canLookAgain()) {
        m_convertWhenPlanned = false;
        m_expectedFingerprint.clear();
        inspect();
    }
}

void Session::pause()
{
    if (canPause()) {
        stop(State::Paused);
    }
}

void Session::cancel()
{
    if (isRunning()) {
        stop(State::Cancelled);
    } else if (m_publishing.isPaused) {
        m_publishing.isPaused = false;
        m_publishing.isCancelled = true;
        setState(m_beforePublishing);
    } else if (m_state == State::Paused) {
        m_unfinished.reset();
        setState(State::Cancelled);
    } else if (m_state == State::Inspecting) {
        stop(State::Empty);
    }
}

void Session::stop(State afterwards)
{
    m_afterStop = afterwards;
    m_stopping = true;
    m_convertWhenPlanned = false;
    m_job->cancel.cancel();
    Q_EMIT stateChanged();
}

void Session::shutDown()
{
    if (m_shuttingDown) {
        return;
    }
    m_shuttingDown = true;
    if (isRunning()) {
        stop(State::Paused);
    } else {
        if (m_job) {
            m_job->cancel.cancel();
        }
        Q_EMIT stateChanged();
    }
    QTimer::singleShot(isWorkerIdle() ? 0 : stopMilliseconds, this, &Session::stopped);
}

void Session::setState(State state)
{
    m_quiet.stop();
    m_state = state;
    m_stopping = false;
    if (state == State::Inspecting || isRunning()) {
        m_sampler.start();
    } else {
        m_sampler.stop();
    }
    Q_EMIT stateChanged();
}

void Session::setMap(std::shared_ptr<const mapping::KeyMap> map)
{
    if (map != m_map) {
        m_map = std::move(map);
        Q_EMIT keyMapChanged();
    }
}

}  // namespace wb::ui
