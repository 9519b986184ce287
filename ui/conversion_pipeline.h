#pragma once

#include "ui/settings/preferences.h"

#include "core/base/job_context.h"
#include "core/job/catalogue_forecast.h"
#include "core/job/check_connection.h"
#include "core/job/compare_models.h"
#include "core/job/pipeline.h"
#include "core/job/publish.h"
#include "core/job/remote_source.h"
#include "core/verify/parity.h"

#include <optional>
#include <string>
#include <vector>

namespace wb::ui {

// What the window needs of core: the stages, as an interface, so that tests give their own. Every function that takes a JobContext blocks and
// is called on the worker's thread; the others are quick and called on the window's, save requireReady() and catalogueKeyMap(). variants() is
// called once. Throws as core does.
class ConversionPipeline {
public:
    virtual ~ConversionPipeline() = default;

    // Counts for the calls that begin afterwards. Any thread.
    virtual void usePreferences(const Preferences& preferences) = 0;

    virtual std::vector<mapping::Variant> variants() const = 0;
    virtual mapping::KeyMap catalogueKeyMap(const std::string& variant) = 0;
    virtual job::CatalogueForecast catalogueForecast(const std::string& variant, JobContext& job) = 0;
    // On a thread of its own, beside the worker's.
    virtual job::LocalVariants variantsHere(JobContext& job) = 0;
    virtual tensor::TensorIndex inspect(const std::string& path, JobContext& job) = 0;
    virtual plan::Plan makePlan(tensor::TensorIndex index, const plan::Options& options, JobContext& job) = 0;
    // Throws what stands between the plan and the first byte.
    virtual void requireReady(const plan::Plan& plan) = 0;
    // Why outputs cannot be compared on this machine; empty where they can. Quick; called on the window's thread.
    virtual std::optional<Error> helperProblem() const = 0;
    // Throws all but a comparison that finds a difference.
    virtual verify::ParityReport compareOutputs(const std::string& source, const std::string& folder, const verify::ParityOptions& options,
                                                JobContext& job) = 0;
    virtual job::Outcome run(const plan::Plan& plan, const convert::ConvertOptions& options, JobContext& job) = 0;

    // Sources over the network, as in core/job/remote_source.h.
    virtual job::Source nameSource(const std::string& text) const = 0;
    virtual job::Look lookInside(const job::Source& source, JobContext& job) = 0;
    virtual job::Fetched fetch(const job::Source& source, const std::string& folder, JobContext& job) = 0;
    virtual job::Outcome runStreamed(const plan::Plan& plan, const job::Source& source, const convert::ConvertOptions& options, JobContext& job) = 0;
    virtual job::WayChoice chooseWay(const plan::Plan& plan, const job::Source& source, const std::string& keepFolder) const = 0;
    virtual job::Kept keptOf(const job::Source& source, const std::string& folder) const = 0;
    virtual std::string defaultSourceFolder() const = 0;

    // Two of anything that nameSource() knows, tensor by tensor. Any thread, beside a running stage.
    virtual job::ComparedModels compareModels(const std::string& first, const std::string& second, JobContext& job) = 0;

    // A model folder to the Hub, as in core/job/publish.h.
    virtual std::string hubEndpoint() const = 0;
    virtual job::TokenStatus whoAmI(JobContext& job) = 0;
    virtual job::TokenStatus keepToken(const std::string& token, JobContext& job) = 0;
    // Removes it from the keychain; false: there was none.
    virtual bool forgetToken(JobContext& job) = 0;
    // These two may be called on any thread, beside a running stage.
    virtual job::Connection checkConnection(JobContext& job) = 0;
    virtual std::string diagnosis(JobContext& job) = 0;
    virtual job::PublishPlan planPublish(const job::PublishOptions& options, JobContext& job) = 0;
    virtual job::Publication publish(const job::PublishPlan& plan, JobContext& job) = 0;
};

}  // namespace wb::ui
