#include "ui/core_pipeline.h"

#include "core/base/error.h"
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
    for (const mapping::Family* family : job::families()) {
        for (const mapping::Variant& entry : family->variants()) {
            if (entry.name == variant) {
                return mapping::catalogueKeyMap(*family, entry);
            }
        }
    }
    throw Error(ErrorCode::VariantUnknown).with("name", variant);
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

net::Settings CorePipeline::network() const
{
    net::Settings settings = job::networkSettings();
    settings.connections = std::clamp<uint32_t>(m_limits.connections.value_or(settings.connections), 1, 8);
    settings.bytesPerSecond = m_limits.bytesPerSecond.value_or(settings.bytesPerSecond);
    return settings;
}

job::Source CorePipeline::nameSource(const std::string& text) const
{
    return job::nameSource(text, job::settingsWithoutToken());
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
    return job::defaultSourceFolder();
}

// Of an HF_ENDPOINT that is no address every request says so.
std::string CorePipeline::hubEndpoint() const
{
    try {
        return job::settingsWithoutToken().endpoint;
    } catch (const Error&) {
        return net::Settings().endpoint;
    }
}

job::TokenStatus CorePipeline::keepToken(const std::string& token, JobContext& job)
{
    return job::keepToken(token, network(), job);
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
