#pragma once

#include "ui/conversion_pipeline.h"

#include <mutex>

namespace wb::ui {

// The real stages.
class CorePipeline final : public ConversionPipeline {
public:
    void usePreferences(const Preferences& preferences) override;
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
    job::ComparedModels compareModels(const std::string& first, const std::string& second, JobContext& job) override;
    std::string hubEndpoint() const override;
    job::TokenStatus whoAmI(JobContext& job) override;
    job::TokenStatus keepToken(const std::string& token, JobContext& job) override;
    bool forgetToken(JobContext& job) override;
    job::Connection checkConnection(JobContext& job) override;
    std::string diagnosis(JobContext& job) override;
    job::PublishPlan planPublish(const job::PublishOptions& options, JobContext& job) override;
    job::Publication publish(const job::PublishPlan& plan, JobContext& job) override;

private:
    Preferences preferences() const;
    net::Environment environment() const;
    net::Settings withPreferences(net::Settings settings) const;
    net::Settings network() const;

    mutable std::mutex m_mutex;
    Preferences m_preferences;
};

}  // namespace wb::ui
