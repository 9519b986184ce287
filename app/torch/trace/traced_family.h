#pragma once

#include "app/torch/regnet/regnet_network.h"
#include "app/torch/trace/call_trace.h"

#include "core/mapping/family.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace wb::trace {

// Both networks of an architecture, traced and laid side by side. Throws TracePair.
std::vector<KeyPair> traceArchitecture(const mapping::Architecture& architecture, const regnet::FsdpParts& parts);

// Rule of a row that the reference's way sends elsewhere than the call order tells; the capture "right" says where it belongs.
inline constexpr const char* shiftedRule = "trace.shifted";

// RegNet with places found by tracing instead of by rules: what buildKeyMap asks is answered from the pairs, all else by core. Only the keys outside
// the traced network (heads of pretraining) are left to the rules. The constructor throws TracePair.
class TracedFamily final : public mapping::Family {
public:
    enum class Way {
        ByCalls,     // paired by order, kind and shape
        AsPublished  // zipped as the reference does, from the published call order
    };

    TracedFamily(const mapping::Architecture& architecture, const regnet::FsdpParts& parts, Way way);

    std::string_view name() const noexcept override;
    const std::vector<mapping::Variant>& variants() const override;
    std::optional<mapping::Detection> detect(const tensor::TensorIndex& index, const std::string& variant) const override;
    std::vector<mapping::Parameter> destinationParameters(const mapping::Architecture& architecture) const override;
    std::vector<mapping::Parameter> sourceParameters(const mapping::Architecture& architecture) const override;
    std::optional<mapping::Placement> place(const mapping::Architecture& architecture, const std::string& sourceKey) const override;
    std::vector<mapping::TextFile> folderFiles(const mapping::Architecture& architecture, const mapping::FolderFacts& facts) const override;
    std::vector<std::string> defaultLabels(uint64_t classes) const override;
    mapping::Architecture architectureFromConfig(const std::string& configJson) const override;

private:
    struct Place {
        KeyPair pair;
        std::string right;  // destination by calls
    };

    const mapping::Family& m_rules;
    std::vector<Place> m_places;                         // in the order of the calls
    std::unordered_map<std::string, size_t> m_numberOf;  // by bare source key
};

}  // namespace wb::trace
