#include "app/torch/trace/traced_family.h"

#include "core/regnet/regnet_family.h"
#include "core/regnet/rules.h"

namespace wb::trace {

namespace {

std::vector<Call> sourceCalls(const mapping::Architecture& small, const regnet::FsdpParts& parts, regnet::CallOrder order)
{
    return traceCalls(regnet::sourceNetwork(small, parts, order), small);
}

std::vector<Call> destinationCalls(const mapping::Architecture& small)
{
    return traceCalls(regnet::huggingFaceNetwork(small), small);
}

}  // namespace

std::vector<KeyPair> traceArchitecture(const mapping::Architecture& architecture, const regnet::FsdpParts& parts)
{
    const mapping::Architecture small = tracingArchitecture(architecture);
    return pairCalls(sourceCalls(small, parts, regnet::CallOrder::TransformFirst), destinationCalls(small));
}

TracedFamily::TracedFamily(const mapping::Architecture& architecture, const regnet::FsdpParts& parts, Way way) : m_rules(regnet::family())
{
    for (KeyPair& pair : traceArchitecture(architecture, parts)) {
        m_numberOf.emplace(regnet::bareKey(pair.source), m_places.size());
        const std::string right = pair.destination;
        m_places.push_back({std::move(pair), right});
    }
    if (way == Way::AsPublished) {
        const mapping::Architecture small = tracingArchitecture(architecture);
        for (KeyPair& pair : zipTensors(sourceCalls(small, parts, regnet::CallOrder::AsPublished), destinationCalls(small))) {
            Place& place = m_places[m_numberOf.at(regnet::bareKey(pair.source))];
            place.pair = std::move(pair);
        }
    }
}

std::optional<mapping::Placement> TracedFamily::place(const mapping::Architecture& architecture, const std::string& sourceKey) const
{
    const auto found = m_numberOf.find(regnet::bareKey(sourceKey));
    if (found == m_numberOf.end()) {
        auto byRules = m_rules.place(architecture, sourceKey);
        const bool isDropped = byRules && !byRules->destination;
        return isDropped ? std::move(byRules) : std::nullopt;
    }
    const Place& place = m_places[found->second];
    mapping::Placement placement;
    placement.destination = place.pair.destination;
    placement.reason = {"trace.call", std::string(network::kindName(place.pair.kind)), {{"call", std::to_string(place.pair.call)}}};
    if (place.pair.destination != place.right) {
        placement.reason.rule = shiftedRule;
        placement.reason.captures.emplace_back("right", place.right);
    }
    return placement;
}

std::string_view TracedFamily::name() const noexcept
{
    return m_rules.name();
}

const std::vector<mapping::Variant>& TracedFamily::variants() const
{
    return m_rules.variants();
}

std::optional<mapping::Detection> TracedFamily::detect(const tensor::TensorIndex& index, const std::string& variant) const
{
    return m_rules.detect(index, variant);
}

std::vector<mapping::Parameter> TracedFamily::destinationParameters(const mapping::Architecture& architecture) const
{
    return m_rules.destinationParameters(architecture);
}

std::vector<mapping::Parameter> TracedFamily::sourceParameters(const mapping::Architecture& architecture) const
{
    return m_rules.sourceParameters(architecture);
}

std::vector<mapping::TextFile> TracedFamily::folderFiles(const mapping::Architecture& architecture, const mapping::FolderFacts& facts) const
{
    return m_rules.folderFiles(architecture, facts);
}

std::vector<std::string> TracedFamily::defaultLabels(uint64_t classes) const
{
    return m_rules.defaultLabels(classes);
}

mapping::Architecture TracedFamily::architectureFromConfig(const std::string& configJson) const
{
    return m_rules.architectureFromConfig(configJson);
}

}  // namespace wb::trace
