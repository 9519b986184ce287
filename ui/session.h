#pragma once

#include "ui/job_sample.h"
#include "ui/paces.h"
#include "ui/published.h"
#include "ui/publishing.h"
#include "ui/unfinished_download.h"
#include "ui/worker/background_call.h"
#include "ui/worker/job_worker.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace wb::ui {

// One source, on this machine or published, on its way to a model folder: the states of the window and all that may happen in each. Lives on the
// window's thread and owns the worker's.
class Session : public QObject {
    Q_OBJECT

public:
    enum class State {
        Empty,
        Inspecting,
        Planned,
        Blocked,
        Downloading,
        Converting,
        Paused,
        Verifying,
        Done,
        Comparing,
        Publishing,
        Failed,
        Cancelled
    };
    Q_ENUM(State)
    // What a Blocked plan lacks.
    enum class BlockedBy { Nothing, Map, Room, Refused };
    Q_ENUM(BlockedBy)
    // What the primary button does now.
    enum class NextAct { Open, Download, ConvertStreamed, Convert, Resume, TryAgain, Compare, Publish, OpenFolder, Nothing };
    Q_ENUM(NextAct)

    Session(std::shared_ptr<ConversionPipeline> pipeline, std::shared_ptr<Log> log, QObject* parent = nullptr);
    // Stops the worker, waiting at most a second; one that does not end is left to itself (the result stays resumable).
    ~Session() override;

    State state() const { return m_state; }
    BlockedBy blockedBy() const;
    NextAct nextAct() const;
    // A download, a conversion, a verification, a comparison or a publication runs.
    bool isRunning() const;
    // Running work can be gone on with later.
    bool canPause() const;
    // There is a result, and nothing runs.
    bool canCompare() const;
    // There is a proved model folder, and nothing runs.
    bool canPublish() const;
    // Publishing runs or is paused.
    bool isPublishing() const { return m_state == State::Publishing || m_publishing.isPaused; }
    // Pause or cancel was asked for and the worker has not come to it yet.
    bool isStopping() const { return m_stopping; }
    // Options may be changed and another file opened.
    bool isEditable() const { return !isRunning() && !m_shuttingDown; }
    bool isShuttingDown() const { return m_shuttingDown; }
    bool isWorkerIdle() const { return m_pending == 0; }

    const std::vector<mapping::Variant>& variants() const { return m_variants; }
    const mapping::Variant* variant(const QString& name) const;
    QString sourcePath() const { return m_sourcePath; }                                   // empty: no file on this machine (yet)
    QString catalogueVariant() const { return m_catalogueVariant; }                       // shown without a file
    const std::optional<job::CatalogueForecast>& forecast() const { return m_forecast; }  // of that variant
    const std::optional<Published>& published() const { return m_published; }
    // Of the source, as it is called here or there; empty: none.
    QString fileName() const;
    bool hasSource() const { return !m_sourcePath.isEmpty() || m_published; }
    // The source is published and not on this machine.
    bool isRemote() const { return m_sourcePath.isEmpty() && m_published; }
    // Where and how a published file is to come can be chosen.
    bool canChooseWay() const;
    // Its tensors can be converted while they come.
    bool canStream() const { return isRemote() && m_published->choice && m_published->choice->reason != "backward"; }
    // The server sends the file only as a whole: nothing is known of it before it is here.
    bool isWholeOnly() const { return isRemote() && m_state == State::Failed && m_error && m_error->code() == ErrorCode::NoRange; }
    // Nothing comes from the server until its next try.
    bool isWaiting() const { return isRunning() && !m_stopping && !m_sample.progress.transfer.waiting.empty(); }
    // To be gone on with after a restart.
    const std::optional<UnfinishedDownload>& unfinished() const { return m_unfinished; }
    const plan::Options& options() const { return m_options; }
    // The user's decisions on keys, in the order in which they were taken.
    const std::vector<mapping::KeyEdit>& edits() const { return m_options.edits; }
    // There is a planned source, and nothing runs.
    bool canEditMap() const { return m_plan && isEditable(); }
    // Why the decisions that were set last do not fit this source; those before stay. Empty: they do.
    const std::optional<Error>& editsError() const { return m_editsError; }
    std::shared_ptr<const plan::Plan> plan() const { return m_plan; }
    std::shared_ptr<const mapping::KeyMap> keyMap() const { return m_map; }  // of the plan, or of the catalogue
    const std::optional<Error>& error() const { return m_error; }
    const std::optional<job::Outcome>& outcome() const { return m_outcome; }
    const std::optional<verify::ParityReport>& parity() const { return m_parity; }  // of the outcome
    // The folder that can be published; empty: none.
    QString publishFolder() const;
    const Publishing& publishing() const { return m_publishing; }
    const std::optional<job::TokenStatus>& token() const { return m_token; }  // of the Hub, once it was asked
    const std::optional<Error>& tokenError() const { return m_tokenError; }   // why nothing is known of it
    // Where tokens are made.
    QString tokenPage() const { return QString::fromStdString(m_pipeline->hubEndpoint()) + QStringLiteral("/settings/tokens"); }
    // Why outputs cannot be compared on this machine; empty where they can.
    std::optional<Error> helperProblem() const { return m_pipeline->helperProblem(); }
    const JobSample& sample() const { return m_sample; }
    uint64_t keptBytes() const { return m_keptBytes; }  // written before the stop

    // Each is ignored where the state does not allow it; open() says so.
    bool open(const QString& path);
    // An address, the name of a variant or a path: names the source and checks a published one online.
    bool openAddress(const QString& text);
    // The named source, or the published file of the variant that is shown: looks inside, or fetches it unseen.
    void checkOnline();
    void download();
    void setWay(job::Way way);
    void setKeepFolder(const QString& folder);
    void tryNow();
    // Stands paused where an earlier session stopped; asks nothing of the network.
    void resumeLater(const UnfinishedDownload& download);
    void closeFile();
    // Empty: the one that the open file's shapes tell.
    void selectVariant(const QString& name);
    void setOutputFolder(const QString& folder);
    void setFormat(plan::Format format);
    void setDType(std::optional<tensor::DType> dtype);
    // 0: one file.
    void setShardBytes(quint64 bytes);
    // The keys that have no place are left out, as a decision of the user's.
    void leaveOutUnplaced();
    void setEdits(std::vector<mapping::KeyEdit> edits);
    bool overwrite() const { return m_overwrite; }
    void setOverwrite(bool overwrite) { m_overwrite = overwrite; }
    // What the next act says, where that is more than trying again.
    void convert();
    // Runs both networks. The outcome stays, whatever comes of it.
    void compareOutputs(const verify::ParityOptions& options);
    // Who the token belongs to, where that is not known yet.
    void askToken();
    void askTokenAgain();
    // Asks whose this one is, and puts it into the keychain once the Hub has accepted it; it is kept nowhere else.
    void keepToken(const QString& token);
    // Removes it from the keychain.
    void forgetToken();
    // The token may be asked about, kept or forgotten now.
    bool canAskToken() const;
    // Counts from the next act on; the types and folders for what is opened from now on.
    void usePreferences(const Preferences& preferences);
    // How fast conversions went so far.
    const Paces& paces() const { return m_paces; }
    void setPaces(Paces paces);
    // That converting the plan, or the variant that is shown, takes at the pace of the last conversion into the same file system; empty: there was
    // none, or bytes come from a server meanwhile.
    std::optional<double> secondsExpected() const;
    // Shared with threads of its own that outlive the session.
    std::shared_ptr<ConversionPipeline> pipeline() const { return m_pipeline; }
    // What publishing will do. Sends nothing of the files; publish() does, as it was checked last, or goes on where it was paused.
    void checkPublishing(const job::PublishOptions& options);
    void publish();
    // Checks, and goes on with the upload of an earlier session where that comes to what was confirmed then.
    void resumePublishing(const job::PublishOptions& options);
    void noteUnfinishedUpload(const std::optional<UnfinishedUpload>& upload);
    // Something of what was asked has changed: it has to be checked again.
    void dropPublishPlan();
    void pause();
    void cancel();
    void tryAgain();
    // Reads the file, or asks the server, once more; a result is not let go for that.
    void lookAgain();
    bool canLookAgain() const;
    // Stops everything; stopped() follows within a second.
    void shutDown();

    // As the user's settings have it; without a folder.
    plan::Options defaultOptions() const;
    // The same, with the folder of its result.
    plan::Options optionsFor(const job::Source& published) const;
    // Of all results, by the settings; empty: beside their sources.
    const std::string& resultFolder() const { return m_preferences.resultFolder; }
    // For work beside the session.
    const std::shared_ptr<Log>& log() const { return m_log; }

Q_SIGNALS:
    void stateChanged();
    void keyMapChanged();
    void sampled();
    void stopped();
    // Which variants of the catalogue are on this machine, and the bytes free where sources are kept. Once, soon after the start.
    void variantsFound(const QStringList& names, quint64 freeBytes);

private:
    void scanCatalogue();
    JobHandle startJob();
    void post(std::function<void(JobWorker&)> work);
    void inspect();
    void planAgain();
    // The same, seen only where it takes longer than a moment.
    void planQuietly();
    bool takeEditsFailure(const JobResult& result);
    void carryOn();
    void startConverting();
    void startFetching();
    void forget();
    std::string resultFolderOf(const job::Source& published) const;
    bool nameAddress(const QString& text, const mapping::Variant* entry = nullptr);
    bool nameCatalogueFile();
    void takeName(const QString& address, const job::Source& source);
    void takeUnfinished(const UnfinishedDownload& download);
    void chooseWay();
    void countKept();
    void noteStart();
    void stop(State afterwards);
    void setState(State state);
    void setMap(std::shared_ptr<const mapping::KeyMap> map);
    void takeResult(const JobResult& result);
    void takeEnd(const JobResult& result);
    void takeDone(const JobResult& result);
    void takePlan(const JobResult& result);
    void takeFetched(const job::Fetched& fetched);
    void takeFailure(const JobResult& result);
    void takeStop();
    void takePublishing(const JobResult& result);
    void dropToken();
    void startAskingToken(std::function<void(JobWorker&, const JobHandle&)> work);
    void takeToken(const JobResult& result);
    void takePublishPlan(const JobResult& result);
    void takePublishError(const Error& error);
    // True: another stage of publishing has begun.
    bool notePublishStage(Stage stage);
    void takeSample();
    void dropOutcome();

    std::shared_ptr<ConversionPipeline> m_pipeline;
    std::shared_ptr<Log> m_log;
    std::vector<mapping::Variant> m_variants;
    std::unique_ptr<QThread> m_thread;
    JobWorker* m_worker = nullptr;  // lives on m_thread and goes with it
    BackgroundCall m_scan;
    JobHandle m_job;
    quint64 m_lastTicket = 0;
    int m_pending = 0;  // acts that the worker has not ended

    State m_state = State::Empty;
    QString m_sourcePath;
    std::optional<Published> m_published;
    std::optional<UnfinishedDownload> m_unfinished;
    QString m_catalogueVariant;
    std::optional<job::CatalogueForecast> m_forecast;
    Preferences m_preferences;
    Paces m_paces;
    plan::Options m_options;
    std::shared_ptr<const plan::Plan> m_plan;
    std::shared_ptr<const mapping::KeyMap> m_map;
    std::optional<Error> m_error;
    std::optional<job::Outcome> m_outcome;
    std::optional<verify::ParityReport> m_parity;
    Publishing m_publishing;
    State m_beforePublishing = State::Empty;
    std::optional<job::TokenStatus> m_token;
    std::optional<Error> m_tokenError;
    std::optional<Error> m_planError;  // what stands between the plan and the first byte
    std::optional<Error> m_editsError;
    bool m_overwrite = false;
    bool m_planStale = false;  // options changed while a plan was being made
    bool m_convertWhenPlanned = false;
    QString m_modelFolder;                           // of the source, where it has a report in it
    std::string m_expectedFingerprint;               // of the plan that is tried again; empty: any
    std::shared_ptr<const plan::Plan> m_agreedPlan;  // of the file before it was fetched; null: none
    bool m_failedFetching = false;
    bool m_stopping = false;
    bool m_shuttingDown = false;
    State m_afterStop = State::Empty;
    uint64_t m_keptBytes = 0;

    QTimer m_sampler;
    QTimer m_quiet;  // a plan that is made anew shows nothing of it until then
    QElapsedTimer m_clock;
    SpeedMeter m_meter;
    JobSample m_sample;
};

}  // namespace wb::ui
