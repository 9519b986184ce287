#include "app/torch/parity/comparison.h"

#include "app/torch/parity/distance.h"

#include "core/base/error.h"

#include <algorithm>

namespace wb::parity {

namespace {

Error differentModules(const Visit& source, const Visit& result)
{
    const auto nameOf = [](const Visit& visit) { return visit.leaf != nullptr ? visit.leaf->path() : std::string("(none)"); };
    return Error(ErrorCode::TracePair).with("source", nameOf(source)).with("destination", nameOf(result));
}

// The larger one of a leaf's output and its probe; empty where a value is not finite.
std::optional<double> errorOf(const Visit& source, const Visit& result)
{
    const std::optional<double> output = relativeError(source.output, result.output);
    if (!source.probe.defined()) {
        return output;
    }
    const std::optional<double> probe = relativeError(source.probe, result.probe);
    return output && probe ? std::max(output, probe) : std::nullopt;
}

bool isWhole(const Visit& visit)
{
    return isFinite(visit.output) && (!visit.probe.defined() || isFinite(visit.probe));
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
    const std::optional<double> apart = errorOf(source, result);
    if (!apart) {
        stopAt(source, result);
    }
    if (m_module.empty() || (*apart > m_worst && !m_isOver)) {
        m_module = withoutModelName(result.leaf->path());
        m_isOver = *apart > m_tolerance;
    }
    m_worst = std::max(m_worst, *apart);
}

void Comparison::stopAt(const Visit& source, const Visit& result)
{
    m_notFinite = NotFinite{source.leaf, result.leaf, !isWhole(source), !isWhole(result)};
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
