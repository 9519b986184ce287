#pragma once

#include "ui/conversion_pipeline.h"

namespace wb::ui {

// What the user changed of the network's settings; absent: as the environment has it.
struct NetworkLimits {
    std::optional<uint32_t> connections;     // at once to one server, 1 to 8
    std::optional<uint64_t> bytesPerSecond;  // 0: no limit
};

// The real stages.
class CorePipeline final : public ConversionPipeline {
public:
    explicit CorePipeline(NetworkLimits limits = {}) : m_limits(limits) {}

    std::vector<mapping::Variant> variants() const override;
    mapping::KeyMap catalogueKeyMap(const std::string& variant) override;
    job::CatalogueForecast catalogueForecast(const std::string& variant, JobContext& job) override;
    job::LocalVariants variantsHere(JobContext& job) override;
    tensor::TensorIndex inspect(const std::string& path, JobContext& job) override;
    plan::Plan makePlan(tensor::TensorIndex index, const plan::Options& options, JobContext& job) override;
    void requireReady(const plan::Plan& plan) override;
    std::optional<Error> helperProblem() const override;
    verify::ParityReport compareOutputs(const std::string& source, const std::string& folder, const verify::ParityOptions& options,
                                        JobContext& job) override;
    job::Outcome run(const plan::Plan& plan, const convert::ConvertOptions& options, JobContext& job) override;
    job::Source nameSource(const std::string& text) const override;
    job::Look lookInside(const job::Source& source, JobContext& job) override;
    job::Fetched fetch(const job::Source& source, const std::string& folder, JobContext& job) override;
    job::Outcome runStreamed(const plan::Plan& plan, const job::Source& source, const convert::ConvertOptions& options, JobContext& job) override;
    job::WayChoice chooseWay(const plan::Plan& plan, const job::Source& source, const std::string& keepFolder) const override;
    job::Kept keptOf(const job::Source& source, const std::string& folder) const override;
    std::string defaultSourceFolder() const override;
    std::string hubEndpoint() const override;
    job::TokenStatus whoAmI(JobContext& job) override;
    job::TokenStatus keepToken(const std::string& token, JobContext& job) override;
    job::PublishPlan planPublish(const job::PublishOptions& options, JobContext& job) override;
    job::Publication publish(const job::PublishPlan& plan, JobContext& job) override;

private:
    net::Settings network() const;

    NetworkLimits m_limits;
};

}  // namespace wb::ui
