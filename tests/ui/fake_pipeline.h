#pragma once

#include "ui/conversion_pipeline.h"

#include "core/base/error.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Stages that do nothing, so that the window's states can be led through at will. run(), fetch(), runStreamed() and each stage of publish() work
// until they are released or cancelled.
class FakePipeline : public wb::ui::ConversionPipeline {
public:
    // What the next calls do. Set before the call that is to see it.
    std::optional<wb::Error> inspectError;
    std::optional<wb::Error> blocker;
    std::optional<wb::Error> runError;
    std::optional<wb::Error> missingHelper;
    std::optional<wb::Error> parityError;
    wb::verify::ParityReport parity = sampleParity(true);
    std::optional<wb::Error> lookError;
    std::optional<wb::Error> fetchError;
    wb::job::RemoteFacts facts = sampleFacts();
    wb::job::WayChoice choice = sampleChoice();
    wb::job::Kept kept;
    wb::Transfer transfer = sampleTransfer();
    std::string naming = "vissl";
    wb::job::CatalogueForecast forecast = sampleForecast();
    wb::job::LocalVariants here;
    std::optional<wb::Error> tokenError;
    std::optional<wb::Error> keepError;
    std::optional<wb::Error> checkError;
    std::optional<wb::Error> publishError;  // after half of the bytes
    std::optional<wb::Error> commitError;
    wb::job::PublishPlan publishPlan = samplePublishPlan();
    bool holdsInspection = false;
    uint64_t earlierBytes = 0;  // of an earlier run, checked before the copy
    std::string fingerprint = "fingerprint";
    uint64_t fileSystem = 0;          // that plans write to
    wb::job::Pace pace;               // of the next conversion
    wb::ui::Preferences preferences;  // that the window gave last
    std::optional<wb::Error> connectionError;
    std::atomic<bool> holdsConnection{false};
    std::atomic<int> forgottenTokens{0};
    std::string disagreement = "depths";  // of a variant that is not the file's
    std::vector<wb::mapping::KeyMapRow> rows = sampleRows();

    std::atomic<int> inspections{0};
    std::atomic<int> plans{0};
    std::atomic<int> runs{0};
    std::atomic<bool> sawOverwrite{false};
    std::atomic<int> looks{0};
    std::atomic<int> fetches{0};
    std::atomic<int> streams{0};
    std::atomic<int> triesAtOnce{0};
    std::atomic<int> tokenQuestions{0};
    std::atomic<int> publishChecks{0};
    std::atomic<int> publications{0};

    void release()
    {
        const std::lock_guard lock(m_mutex);
        m_released = true;
        m_changed.notify_all();
    }
    // Source (its address) and folder of the last fetch.
    std::pair<std::string, std::string> lastFetched()
    {
        const std::lock_guard lock(m_mutex);
        return m_fetched;
    }
    wb::job::PublishOptions lastPublishOptions()
    {
        const std::lock_guard lock(m_mutex);
        return m_publishOptions;
    }
    // Those that were to go into the keychain.
    std::vector<std::string> keptTokens()
    {
        const std::lock_guard lock(m_mutex);
        return m_keptTokens;
    }
    std::string lastFolder()
    {
        const std::lock_guard lock(m_mutex);
        return m_lastFolder;
    }

    static wb::mapping::KeyMapRow row(wb::mapping::Status status, const char* source, const char* destination)
    {
        wb::mapping::KeyMapRow row;
        row.status = status;
        if (source != nullptr) {
            row.source = source;
            row.sourceShape = {32, 3, 3, 3};
            row.dtype = wb::tensor::DType::F32;
            row.bytes = 3456;
        }
        if (destination != nullptr) {
            row.destination = destination;
        }
        row.shape = {32, 3, 3, 3};
        row.reason = {"vissl.rule", "pattern.{p}", {{"p", "weight"}}};
        return row;
    }

    static std::vector<wb::mapping::KeyMapRow> sampleRows()
    {
        using wb::mapping::Status;
        std::vector<wb::mapping::KeyMapRow> rows;
        rows.push_back(row(Status::Mapped, "conv1.stem.0.weight", "regnet.embedder.embedder.convolution.weight"));
        rows.back().reason = {"vissl.stem", "conv1.stem.{n}.{p}", {{"n", "0"}, {"p", "weight"}}};
        rows.push_back(row(Status::Dropped, "heads.0.prototypes.weight", nullptr));
        rows.push_back(row(Status::Mapped, "res2.block1-0.f.a.0.weight", "regnet.encoder.stages.0.layers.0.layer.0.convolution.weight"));
        return rows;
    }

    void usePreferences(const wb::ui::Preferences& given) override { preferences = given; }
    bool forgetToken(wb::JobContext&) override
    {
        ++forgottenTokens;
        tokenError = wb::Error(wb::ErrorCode::NotAuthorised).with("problem", "no-token");
        return true;
    }
    wb::job::Connection checkConnection(wb::JobContext& job) override
    {
        if (holdsConnection) {
            waitForRelease(job);
        }
        if (connectionError) {
            throw *connectionError;
        }
        return {"https://hub.example.org/api/models", 200, std::chrono::milliseconds(120), true, "http://proxy.example.org:3128"};
    }
    std::string diagnosis(wb::JobContext&) override { return "weightbridge 0\n"; }

    std::vector<wb::mapping::Variant> variants() const override
    {
        wb::mapping::Variant tiny;
        tiny.name = "regnet-y-040";
        tiny.architecture = architecture(tiny.name);
        tiny.source = "https://example.org/regnet_y_040.pth";
        tiny.sourceFile = "regnet_y_040.pth";
        tiny.licence = "apache-2.0";
        tiny.bytes = 82'900'000;
        tiny.tensors = 3;
        tiny.parameters = 20'646'656;
        wb::mapping::Variant seer = tiny;
        seer.name = "regnet-y-10b-seer";
        seer.architecture.variant = seer.name;
        seer.licence = "other";
        seer.licenceName = "SEER license";
        seer.licenceLink = "https://licence.example.org/MODEL_LICENSE";
        seer.bytes = 37'000'000'000;
        return {tiny, seer};
    }

    wb::mapping::KeyMap catalogueKeyMap(const std::string& variant) override
    {
        wb::mapping::KeyMap map;
        map.variant = variant;
        map.rows = sampleRows();
        return map;
    }

    wb::job::CatalogueForecast catalogueForecast(const std::string&, wb::JobContext&) override { return forecast; }
    wb::job::LocalVariants variantsHere(wb::JobContext&) override { return here; }

    static wb::job::CatalogueForecast sampleForecast()
    {
        wb::job::CatalogueForecast forecast;
        forecast.sourceBytes = 82'900'000;
        forecast.results = {{"F32", 82'950'000, 1}, {"BF16", 41'500'000, 1}};
        forecast.diskNeeded = 169'000'000;
        forecast.diskFree = 50'000'000'000;
        forecast.memoryNeeded = 64'000'000;
        forecast.memoryFree = 8'000'000'000;
        return forecast;
    }

    wb::tensor::TensorIndex inspect(const std::string& path, wb::JobContext& job) override
    {
        ++inspections;
        if (holdsInspection) {
            waitForRelease(job);
        }
        if (inspectError) {
            throw *inspectError;
        }
        wb::tensor::TensorIndex index;
        index.files.push_back({path, 6912, 0});
        index.stateDict = "classy_state_dict.base_model.model";
        index.opaque = {"vissl.config.attr_dict.AttrDict"};
        index.tensors.resize(3);
        return index;
    }

    wb::plan::Plan makePlan(wb::tensor::TensorIndex index, const wb::plan::Options& options, wb::JobContext&) override
    {
        ++plans;
        const std::lock_guard lock(m_mutex);
        m_lastFolder = options.outputFolder;
        wb::plan::Plan plan;
        plan.options = options;
        plan.source = std::move(index);
        plan.detection.architecture = architecture("regnet-y-040");
        plan.detection.architecture.naming = naming;
        if (!options.variant.empty() && options.variant != "regnet-y-040") {
            plan.detection.disagreements.push_back({disagreement, "2, 7, 17, 1", "1, 1, 2, 1"});
        }
        plan.map.variant = "regnet-y-040";
        plan.map.rows = rows;
        plan.tensors.resize(2);
        for (wb::plan::PlannedTensor& tensor : plan.tensors) {
            tensor.bytes = 3456;
        }
        plan.weightFiles.resize(1);
        plan.totalBytes = 6912;
        plan.forecast = {8000, 50'000'000'000, 64'000'000, 8'000'000'000, 0, fileSystem};
        plan.fingerprint = fingerprint;
        return plan;
    }

    void requireReady(const wb::plan::Plan&) override
    {
        if (blocker) {
            throw *blocker;
        }
    }

    std::optional<wb::Error> helperProblem() const override { return missingHelper; }

    wb::verify::ParityReport compareOutputs(const std::string& source, const std::string& folder, const wb::verify::ParityOptions& options,
                                            wb::JobContext& job) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_compared = {source, folder, options};
        }
        job.progress.begin(wb::Stage::Parity, 1000);
        job.progress.item("encoder.stages.0.layers.0");
        job.progress.advance(500);
        if (parityError) {
            throw *parityError;
        }
        waitForRelease(job);
        return parity;
    }
    struct Compared {
        std::string source;
        std::string folder;
        wb::verify::ParityOptions options;
    };
    Compared lastCompared()
    {
        const std::lock_guard lock(m_mutex);
        return m_compared;
    }

    // Four layers, the third over the tolerance where that is asked for.
    static wb::verify::ParityReport sampleParity(bool ok)
    {
        wb::verify::ParityReport report;
        report.ok = ok;
        report.input = "random numbers, seed 0";
        report.size = 64;
        report.dtype = "F32";
        report.tolerance = 1e-6;
        report.sums = 72;
        report.depth = 12;
        report.layers = {{"embedder", {}, "embedder.embedder.convolution"},
                         {"encoder.stages.0.layers.0", {1e-8, 2e-8, 1.0}, "encoder.stages.0.layers.0.layer.1.convolution"},
                         {"encoder.stages.1.layers.0", {1e-8, 3e-8, 1.0}, "encoder.stages.1.layers.0.layer.0.convolution"},
                         {"pooler", {}, ""}};
        report.worst = "encoder.stages.1.layers.0";
        if (!ok) {
            report.layers[2].distance = {0.5, 0.25, 0.9};
            report.firstOver = "encoder.stages.1.layers.0";
        }
        report.top5 = {{3, "cat", 0.5, 3, 0.5}, {1, "dog", 0.25, 2, 0.24}};
        return report;
    }

    wb::job::Outcome run(const wb::plan::Plan& plan, const wb::convert::ConvertOptions& options, wb::JobContext& job) override
    {
        ++runs;
        sawOverwrite = options.overwrite;
        if (runError) {
            throw *runError;
        }
        if (earlierBytes > 0) {
            job.progress.begin(wb::Stage::Resume, earlierBytes);
            job.progress.advance(1);
            waitForRelease(job);
        }
        job.progress.begin(wb::Stage::Convert, 6912);
        job.progress.item("regnet.embedder.embedder.convolution.weight");
        job.progress.advance(3456);
        waitForRelease(job);
        job.progress.begin(wb::Stage::Verify, 6912);
        wb::job::Outcome outcome;
        outcome.converted.folder = plan.options.outputFolder;
        outcome.converted.files = {{"model.safetensors", 7000, std::string(64, 'a')}, {"config.json", 400, std::string(64, 'b')}};
        outcome.converted.seconds = 1.5;
        outcome.pace = pace;
        outcome.verified = wb::verify::Report{true, 2, {{"tensor-hashes", true, "2 of 2", {}}}};
        return outcome;
    }

    wb::job::Source nameSource(const std::string& text) const override
    {
        wb::job::Source source;
        source.shown = text;
        if (wb::net::Url::looksLikeOne(text)) {
            const std::string hub = "hf://";
            source.url = wb::net::Url::parse(text.starts_with(hub) ? "https://huggingface.co/resolve/" + text.substr(hub.size()) : text);
            source.shown = text.starts_with(hub) ? text : source.url->shown();
            source.fileName = source.url->fileName();
        } else if (text.starts_with('/')) {
            source.path = text;
        } else {
            throw wb::Error(wb::ErrorCode::NotFound).file(text);
        }
        return source;
    }

    wb::job::Look lookInside(const wb::job::Source& source, wb::JobContext& job) override
    {
        ++looks;
        if (lookError) {
            throw *lookError;
        }
        wb::job::Look look;
        look.facts = facts;
        look.index = inspect(source.shown, job);
        look.requests = 4;
        look.bytesRead = 312'000;
        return look;
    }

    wb::job::Fetched fetch(const wb::job::Source& source, const std::string& folder, wb::JobContext& job) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_fetched = {source.url->text(), folder};
        }
        ++fetches;
        if (fetchError) {
            throw *fetchError;
        }
        job.progress.begin(wb::Stage::Download, facts.bytes);
        job.progress.resumed(kept.bytes);
        transferHalf(job);
        job.progress.begin(wb::Stage::Check, facts.bytes);
        wb::job::Fetched fetched;
        fetched.path = folder + "/" + source.fileName;
        fetched.bytes = facts.bytes;
        fetched.proof = wb::job::Proof::RecordChecksums;
        return fetched;
    }

    wb::job::Outcome runStreamed(const wb::plan::Plan& plan, const wb::job::Source&, const wb::convert::ConvertOptions& options,
                                 wb::JobContext& job) override
    {
        ++streams;
        job.progress.begin(wb::Stage::Convert, 6912);
        transferHalf(job);
        release();
        return run(plan, options, job);
    }

    wb::job::WayChoice chooseWay(const wb::plan::Plan&, const wb::job::Source&, const std::string& keepFolder) const override
    {
        wb::job::WayChoice made = choice;
        made.keepFolder = keepFolder;
        return made;
    }
    wb::job::Kept keptOf(const wb::job::Source&, const std::string&) const override { return kept; }
    wb::job::ComparedModels compareModels(const std::string&, const std::string&, wb::JobContext&) override { return {}; }
    std::string defaultSourceFolder() const override { return "/data/sources"; }

    wb::job::TokenStatus whoAmI(wb::JobContext&) override
    {
        ++tokenQuestions;
        if (tokenError) {
            throw *tokenError;
        }
        return publishPlan.token;
    }
    std::string hubEndpoint() const override { return "https://hub.example.org"; }
    wb::job::TokenStatus keepToken(const std::string& token, wb::JobContext&) override
    {
        if (keepError) {
            throw *keepError;
        }
        const std::lock_guard lock(m_mutex);
        m_keptTokens.push_back(token);
        wb::job::TokenStatus status = publishPlan.token;
        status.source = wb::job::TokenStatus::Source::Keychain;
        status.place = "keychain";
        return status;
    }
    wb::job::PublishPlan planPublish(const wb::job::PublishOptions& options, wb::JobContext& job) override
    {
        ++publishChecks;
        {
            const std::lock_guard lock(m_mutex);
            m_publishOptions = options;
        }
        job.progress.begin(wb::Stage::Check, 0);
        if (checkError) {
            throw *checkError;
        }
        wb::job::PublishPlan plan = publishPlan;
        plan.options = options;
        return plan;
    }
    wb::job::Publication publish(const wb::job::PublishPlan& plan, wb::JobContext& job) override
    {
        ++publications;
        job.progress.begin(wb::stageFromName("send"), plan.bytesToSend);
        job.progress.item("model.safetensors");
        transferHalf(job);
        if (publishError) {
            throw *publishError;
        }
        job.progress.advance(plan.bytesToSend - plan.bytesToSend / 2);
        job.progress.begin(wb::stageFromName("commit"), 0);
        waitForRelease(job);
        if (commitError) {
            throw *commitError;
        }
        wb::job::Publication publication;
        publication.repository = plan.options.repository;
        publication.commit = std::string(40, 'c');
        publication.commitUrl = "https://hub.example.org/" + plan.options.repository + "/commit/" + publication.commit;
        if (plan.options.pullRequest) {
            publication.pullRequest = "https://hub.example.org/" + plan.options.repository + "/discussions/1";
        }
        publication.files = plan.files;
        publication.bytesSent = plan.bytesToSend;
        return publication;
    }
    static wb::job::PublishPlan samplePublishPlan()
    {
        using Way = wb::job::PublishFile::Way;
        wb::job::PublishPlan plan;
        plan.token = {wb::job::TokenStatus::Source::Environment, "HF_TOKEN", "alice", "write", {"alice", "acme"}, {}};
        plan.files = {{"model.safetensors", 1'030'000'000, std::string(64, 'a'), Way::Send},
                      {"preprocessor_config.json", 400, std::string(64, 'b'), Way::There},
                      {"config.json", 70'000, std::string(64, 'c'), Way::Inline},
                      {"README.md", 3000, std::string(64, 'd'), Way::Inline},
                      {"notes.log", 12, std::string(64, 'e'), Way::Ignored}};
        plan.bytesToSend = 1'030'000'000;
        plan.licence = "apache-2.0";
        return plan;
    }

    static wb::job::RemoteFacts sampleFacts()
    {
        wb::job::RemoteFacts facts;
        facts.bytes = 2'600'000'000;
        facts.host = "files.example.org";
        facts.lastModified = "Fri, 12 Mar 2021 10:11:12 GMT";
        facts.validator = "\"abc\"";
        facts.ranges = true;
        return facts;
    }
    static wb::job::WayChoice sampleChoice()
    {
        wb::job::WayChoice choice;
        choice.reason = "room";
        choice.sourceBytes = 2'600'000'000;
        choice.resultBytes = 2'500'000'000;
        choice.sourceFree = choice.resultFree = 50'000'000'000;
        return choice;
    }
    // Half of a file there, four parts on their way.
    static wb::Transfer sampleTransfer()
    {
        wb::Transfer transfer;
        transfer.connections = 6;
        transfer.mostConnections = 8;
        transfer.bytesTwice = 1'000'000;
        transfer.pieces.assign(400, wb::Transfer::Missing);
        std::fill_n(transfer.pieces.begin(), 200, wb::Transfer::There);
        std::fill_n(transfer.pieces.begin() + 200, 4, wb::Transfer::OnTheWay);
        return transfer;
    }

    static wb::mapping::Architecture architecture(const std::string& variant)
    {
        wb::mapping::Architecture architecture;
        architecture.family = "regnet";
        architecture.naming = "vissl";
        architecture.variant = variant;
        architecture.layerType = "y";
        architecture.depths = {1, 1, 2, 1};
        architecture.hiddenSizes = {8, 16, 24, 32};
        architecture.groupsWidth = 8;
        architecture.classes = 1000;
        return architecture;
    }

private:
    void transferHalf(wb::JobContext& job)
    {
        job.progress.advance(job.progress.snapshot().bytesTotal / 2 - job.progress.snapshot().bytesDone);
        wb::Transfer half = transfer;
        half.bytesKept = job.progress.snapshot().bytesDone;
        job.progress.transfer(half);
        waitForRelease(job);
    }
    void waitForRelease(wb::JobContext& job)
    {
        std::unique_lock lock(m_mutex);
        while (!m_released) {
            job.cancel.throwIfCancelled();
            if (job.tryNow != nullptr && job.tryNow->take()) {
                ++triesAtOnce;
                wb::Transfer moving = job.progress.snapshot().transfer;
                moving.waiting.clear();
                job.progress.transfer(moving);
            }
            m_changed.wait_for(lock, std::chrono::milliseconds(5));
        }
        m_released = false;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_released = false;
    std::string m_lastFolder;
    std::vector<std::string> m_keptTokens;
    Compared m_compared;
    wb::job::PublishOptions m_publishOptions;
    std::pair<std::string, std::string> m_fetched;
};
