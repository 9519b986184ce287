#include "app/torch/parity/comparison.h"

#include "app/torch/parity/distance.h"

#include "core/base/error.h"

namespace wb::parity {

namespace {

Error differentModules(const Visit& source, const Visit& result)
{
    const auto nameOf = [](const Visit& visit) { return visit.leaf != nullptr ? visit.leaf->path() : std::string("(none)"); };
    return Error(ErrorCode::TracePair).with("source", nameOf(source)).with("destination", nameOf(result));
}

double relative(const at::Tensor& source, const at::Tensor& result)
{
    return source.defined() ? distanceBetween(source, result).maxRel.value_or(0) : 0;
}

}  // namespace

std::string withoutModelName(const std::string& path)
{
    constexpr std::string_view name = "regnet.";
    return path.starts_with(name) ? path.substr(name.size()) : path;
}

Comparison::Comparison(std::vector<std::string> stepNames, std::vector<std::pair<size_t, std::string>> outputs, double tolerance)
    : m_stepNames(std::move(stepNames)), m_outputNames(std::move(outputs)), m_tolerance(tolerance)
{}

void Comparison::visit(const Visit& source, const Visit& result)
{
    if ((source.leaf == nullptr) != (result.leaf == nullptr)) {
        throw differentModules(source, result).with("problem", "count");
    }
    if (source.leaf != nullptr) {
        visitLeaf(source, result);
    } else {
        visitStep(source, result);
    }
}

void Comparison::visitLeaf(const Visit& source, const Visit& result)
{
    if (source.leaf->kind() != result.leaf->kind()) {
        throw differentModules(source, result).with("problem", "kind");
    }
    if (source.output.sizes() != result.output.sizes()) {
        throw differentModules(source, result).with("problem", "shape");
    }
    requireFinite(source, result);
    const double apart = std::max(relative(source.output, result.output), relative(source.probe, result.probe));
    if (m_module.empty() || (apart > m_worst && !m_isOver)) {
        m_module = withoutModelName(result.leaf->path());
        m_isOver = apart > m_tolerance;
    }
    m_worst = std::max(m_worst, apart);
}

void Comparison::requireFinite(const Visit& source, const Visit& result)
{
    const auto isWhole = [](const Visit& visit) { return isFinite(visit.output) && (!visit.probe.defined() || isFinite(visit.probe)); };
    const bool inSource = !isWhole(source);
    const bool inResult = !isWhole(result);
    if (!inSource && !inResult) {
        return;
    }
    m_notFinite = NotFinite{source.leaf, result.leaf, inSource, inResult};
    m_layers.push_back({layerAtHand(), {std::nullopt, std::nullopt, std::nullopt}, withoutModelName(result.leaf->path())});
    throw Stop{};
}

void Comparison::visitStep(const Visit& source, const Visit& result)
{
    const verify::Distance apart = distanceBetween(source.output, result.output);
    verify::LayerParity layer{m_stepNames.at(result.step), apart, m_module};
    if (layer.distance.maxRel) {
        layer.distance.maxRel = std::max(*layer.distance.maxRel, m_worst);
    }
    m_layers.push_back(std::move(layer));
    for (const auto& [step, name] : m_outputNames) {
        if (step == result.step) {
            const at::IntArrayRef shape = result.output.sizes();
            m_outputs.push_back({name, {shape.begin(), shape.end()}, apart});
        }
    }
    m_worst = 0;
    m_module.clear();
    m_isOver = false;
}

}  // namespace wb::parity
