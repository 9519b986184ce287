#pragma once

#include "ui/conversion_pipeline.h"

namespace wb::ui {

// The real stages.
class CorePipeline final : public ConversionPipeline {
public:
    std::vector<mapping::Variant> variants() const override;
    mapping::KeyMap catalogueKeyMap(const std::string& variant) override;
    tensor::TensorIndex inspect(const std::string& path, JobContext& job) override;
    plan::Plan makePlan(tensor::TensorIndex index, const plan::Options& options, JobContext& job) override;
    void requireReady(const plan::Plan& plan) override;
    std::optional<Error> helperProblem() const override;
    verify::ParityReport compareOutputs(const std::string& source, const std::string& folder, const verify::ParityOptions& options,
                                        JobContext& job) override;
    job::Outcome run(const plan::Plan& plan, const convert::ConvertOptions& options, JobContext& job) override;
};

}  // namespace wb::ui
