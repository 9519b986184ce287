#include "ui/core_pipeline.h"

#include "core/base/error.h"
#include "core/hub/keychain.h"
#include "core/hub/token_source.h"
#include "core/job/diagnose.h"
#include "core/mapping/build_key_map.h"
#include "core/plan/planner.h"
#include "core/verify/torch_helper.h"

#include <algorithm>
#include <utility>

namespace wb::ui {

std::vector<mapping::Variant> CorePipeline::variants() const
{
    std::vector<mapping::Variant> all;
    for (const mapping::Family* family : job::families()) {
        all.insert(all.end(), family->variants().begin(), family->variants().end());
    }
    return all;
}

mapping::KeyMap CorePipeline::catalogueKeyMap(const std::string& variant)
{
    const mapping::Variant& entry = job::findVariant(variant);
    return mapping::catalogueKeyMap(job::familyOf(entry.architecture), entry);
}

job::CatalogueForecast CorePipeline::catalogueForecast(const std::string& variant, JobContext& job)
{
    return job::forecastOf(variant, job);
}

job::LocalVariants CorePipeline::variantsHere(JobContext& job)
{
    return job::variantsHere(job);
}

tensor::TensorIndex CorePipeline::inspect(const std::string& path, JobContext& job)
{
    return job::inspect(path, {}, job);
}

plan::Plan CorePipeline::makePlan(tensor::TensorIndex index, const plan::Options& options, JobContext& job)
{
    return job::makePlan(std::move(index), options, job);
}

void CorePipeline::requireReady(const plan::Plan& plan)
{
    plan::requireReady(plan);
}

std::optional<Error> CorePipeline::helperProblem() const
{
    try {
        verify::findTorchHelper();
        return std::nullopt;
    } catch (const Error& error) {
        return error;
    }
}

verify::ParityReport CorePipeline::compareOutputs(const std::string& source, const std::string& folder, const verify::ParityOptions& options,
                                                  JobContext& job)
{
    return verify::compareOutputs(source, folder, options, job).report;
}

job::Outcome CorePipeline::run(const plan::Plan& plan, const convert::ConvertOptions& options, JobContext& job)
{
    return job::run(plan, options, true, job);
}

void CorePipeline::usePreferences(const Preferences& preferences)
{
    const std::scoped_lock lock(m_mutex);
    m_preferences = preferences;
}

Preferences CorePipeline::preferences() const
{
    const std::scoped_lock lock(m_mutex);
    return m_preferences;
}

// The process's, with the user's endpoint where it names none: the token is looked for by it.
net::Environment CorePipeline::environment() const
{
    return [endpoint = preferences().endpoint](const char* name) -> const char* {
        const char* const value = net::processEnvironment()(name);
        const bool isUnset = value == nullptr || *value == '\0';
        return isUnset && !endpoint.empty() && std::string_view(name) == "HF_ENDPOINT" ? endpoint.c_str() : value;
    };
}

net::Settings CorePipeline::withPreferences(net::Settings settings) const
{
    const Preferences own = preferences();
    settings.connections = std::clamp<uint32_t>(own.connections.value_or(settings.connections), 1, 8);
    settings.bytesPerSecond = own.bytesPerSecond.value_or(settings.bytesPerSecond);
    settings.caFile = settings.caFile.empty() ? own.caFile : settings.caFile;
    settings.proxy = settings.proxyInEnvironment ? settings.proxy : own.proxy;
    return settings;
}

net::Settings CorePipeline::network() const
{
    const net::Environment now = environment();
    net::Settings settings = withPreferences(net::settingsFromEnvironment(now));
    settings.token = hub::findToken(now);
    if (!settings.token.empty()) {
        hub::keepOutOfCoreDumps();
    }
    return settings;
}

job::Source CorePipeline::nameSource(const std::string& text) const
{
    return job::nameSource(text, net::settingsFromEnvironment(environment()));
}

job::Look CorePipeline::lookInside(const job::Source& source, JobContext& job)
{
    return job::lookInside(source, {}, network(), job);
}

job::Fetched CorePipeline::fetch(const job::Source& source, const std::string& folder, JobContext& job)
{
    return job::fetchSource(source, folder, network(), job);
}

job::Outcome CorePipeline::runStreamed(const plan::Plan& plan, const job::Source& source, const convert::ConvertOptions& options, JobContext& job)
{
    return job::runStreamed(plan, source, network(), options, true, job);
}

job::WayChoice CorePipeline::chooseWay(const plan::Plan& plan, const job::Source& source, const std::string& keepFolder) const
{
    return job::chooseWay(plan, source, keepFolder);
}

job::Kept CorePipeline::keptOf(const job::Source& source, const std::string& folder) const
{
    return job::keptOf(source, folder);
}

std::string CorePipeline::defaultSourceFolder() const
{
    const std::string own = preferences().sourceFolder;
    return own.empty() ? job::defaultSourceFolder() : own;
}

job::ComparedModels CorePipeline::compareModels(const std::string& first, const std::string& second, JobContext& job)
{
    const job::Source one = nameSource(first);
    const job::Source other = nameSource(second);
    const bool isRemote = one.isRemote() || other.isRemote();
    return job::compareModels(one, other, isRemote ? network() : net::Settings{}, job);
}

// Of an HF_ENDPOINT that is no address every request says so.
std::string CorePipeline::hubEndpoint() const
{
    try {
        return net::settingsFromEnvironment(environment()).endpoint;
    } catch (const Error&) {
        return net::Settings().endpoint;
    }
}

job::TokenStatus CorePipeline::keepToken(const std::string& token, JobContext& job)
{
    return job::keepToken(token, network(), job);
}

bool CorePipeline::forgetToken(JobContext&)
{
    return hub::removeFromKeychain(hubEndpoint(), environment());
}

job::Connection CorePipeline::checkConnection(JobContext& job)
{
    const net::Environment now = environment();
    return job::checkConnection(withPreferences(net::settingsFromEnvironment(now)), now, job);
}

std::string CorePipeline::diagnosis(JobContext&)
{
    return job::diagnosis(environment());
}

job::TokenStatus CorePipeline::whoAmI(JobContext& job)
{
    return job::whoAmI(network(), job);
}

job::PublishPlan CorePipeline::planPublish(const job::PublishOptions& options, JobContext& job)
{
    return job::planPublish(options, network(), job);
}

job::Publication CorePipeline::publish(const job::PublishPlan& plan, JobContext& job)
{
    return job::publish(plan, network(), job);
}

}  // namespace wb::ui
