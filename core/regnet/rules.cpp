#include "core/regnet/rules.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace wb::regnet {

namespace {

constexpr size_t namings = allNamings.size();

// How each naming writes what stands before the modules of the trunk (optional in a file), and before those of a block.
struct NamingRow {
    std::string_view name;
    std::string_view trunk;
    std::string_view block;
};

constexpr std::array<NamingRow, namings> namingRows{
    NamingRow{"vissl", "_feature_blocks.", "res{S+1}.block{S}-{i}."},
    NamingRow{"timm", "", "s{S}.b{i+1}."},
    NamingRow{"torchvision", "", "trunk_output.block{S}.block{S}-{i}."},
    NamingRow{"huggingface", "", "encoder.stages.{S-1}.layers.{i}."},
};

enum class Part : uint8_t { Trunk, Block, Head };

struct ModuleRow {
    Module module;
    Part part;
    std::string_view id;
    std::array<std::string_view, namings> names;
};

constexpr std::array moduleRows{
    ModuleRow{Module::StemConv, Part::Trunk, "stem.conv", {"conv1.stem.0", "stem.conv", "stem.0", "embedder.embedder.convolution"}},
    ModuleRow{Module::StemNorm, Part::Trunk, "stem.norm", {"conv1.stem.1", "stem.bn", "stem.1", "embedder.embedder.normalization"}},
    ModuleRow{Module::ShortcutConv, Part::Block, "block.shortcut-conv", {"proj", "downsample.conv", "proj.0", "shortcut.convolution"}},
    ModuleRow{Module::ShortcutNorm, Part::Block, "block.shortcut-norm", {"bn", "downsample.bn", "proj.1", "shortcut.normalization"}},
    ModuleRow{Module::ConvA, Part::Block, "block.conv-a", {"f.a.0", "conv1.conv", "f.a.0", "layer.0.convolution"}},
    ModuleRow{Module::NormA, Part::Block, "block.norm-a", {"f.a.1", "conv1.bn", "f.a.1", "layer.0.normalization"}},
    ModuleRow{Module::ConvB, Part::Block, "block.conv-b", {"f.b.0", "conv2.conv", "f.b.0", "layer.1.convolution"}},
    ModuleRow{Module::NormB, Part::Block, "block.norm-b", {"f.b.1", "conv2.bn", "f.b.1", "layer.1.normalization"}},
    ModuleRow{Module::Squeeze, Part::Block, "block.squeeze", {"f.se.excitation.0", "se.fc1", "f.se.fc1", "layer.2.attention.0"}},
    ModuleRow{Module::Excite, Part::Block, "block.excite", {"f.se.excitation.2", "se.fc2", "f.se.fc2", "layer.2.attention.2"}},
    ModuleRow{Module::ConvC, Part::Block, "block.conv-c", {"f.c", "conv3.conv", "f.c.0", "layer.3.convolution"}},
    ModuleRow{Module::NormC, Part::Block, "block.norm-c", {"f.final_bn", "conv3.bn", "f.c.1", "layer.3.normalization"}},
    ModuleRow{Module::Classifier, Part::Head, "head.classifier", {"0.clf.0", "head.fc", "fc", "classifier.1"}},
};

// Hugging Face counts its layers: without squeeze and excite the last one is number 2.
constexpr std::string_view lastLayerY = "layer.3.";
constexpr std::string_view lastLayerX = "layer.2.";

// Heads that only pretraining uses. VISSL writes heads by number.
constexpr std::array pretrainingPatterns{std::string_view("{h}.projection_head.{p}"), std::string_view("{h}.prototypes{n}.{p}")};

struct Rule {
    std::optional<Module> module;  // absent: leave out
    std::string id;
    std::string pattern;  // without what stands before the trunk
    std::string shownPattern;
    std::string_view layerType;  // the only one it is for; empty: both
};

Rule ruleOf(Naming naming, const ModuleRow& row, std::string_view name, std::string_view layerType)
{
    const NamingRow& words = namingRows[static_cast<size_t>(naming)];
    Rule rule;
    rule.module = row.module;
    rule.id = fmt::format("{}.{}", words.name, row.id);
    rule.pattern = fmt::format("{}{}.{{p}}", row.part == Part::Block ? words.block : std::string_view(), name);
    rule.shownPattern = row.part == Part::Head ? rule.pattern : std::string(words.trunk) + rule.pattern;
    rule.layerType = layerType;
    return rule;
}

std::vector<Rule> rulesFor(Naming naming)
{
    std::vector<Rule> rules;
    for (const ModuleRow& row : moduleRows) {
        const std::string_view name = row.names[static_cast<size_t>(naming)];
        const bool isLastLayer = name.starts_with(lastLayerY);
        rules.push_back(ruleOf(naming, row, name, isLastLayer ? "y" : ""));
        if (isLastLayer) {
            rules.push_back(ruleOf(naming, row, std::string(lastLayerX).append(name.substr(lastLayerY.size())), "x"));
        }
    }
    if (naming == Naming::Vissl) {
        for (const std::string_view pattern : pretrainingPatterns) {
            rules.push_back({std::nullopt, "heads.pretraining", std::string(pattern), std::string(pattern), ""});
        }
    }
    return rules;
}

const std::vector<Rule>& rulesOf(Naming naming)
{
    static const std::array<std::vector<Rule>, namings> all{rulesFor(Naming::Vissl), rulesFor(Naming::Timm), rulesFor(Naming::Torchvision),
                                                            rulesFor(Naming::HuggingFace)};
    return all[static_cast<size_t>(naming)];
}

bool fitsLayerType(const Rule& rule, std::string_view layerType) noexcept
{
    return layerType.empty() || rule.layerType.empty() || rule.layerType == layerType;
}

// A variable of a pattern: "{S+1}" is S, written one higher.
struct Variable {
    char name = 0;
    uint64_t up = 0;
    uint64_t down = 0;
    size_t length = 0;  // of the text in the pattern
};

Variable variableAt(std::string_view pattern) noexcept
{
    Variable variable;
    variable.name = pattern[1];
    variable.up = pattern[2] == '+' ? 1 : 0;
    variable.down = pattern[2] == '-' ? 1 : 0;
    variable.length = pattern.find('}') + 1;
    return variable;
}

using Captures = std::vector<std::pair<std::string, std::string>>;

std::string_view captured(const Captures& captures, std::string_view name) noexcept
{
    for (const auto& capture : captures) {
        if (capture.first == name) {
            return capture.second;
        }
    }
    return {};
}

uint64_t numberIn(std::string_view digits) noexcept
{
    uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

// Takes a number as the pattern's variable asks from the start of `key`; zero characters: it does not fit. Leading zeros do not.
size_t takeNumber(const Variable& variable, std::string_view key, Captures& captures)
{
    constexpr size_t maxDigits = 4;
    size_t digits = 0;
    while (digits < std::min(key.size(), maxDigits + 1) && key[digits] >= '0' && key[digits] <= '9') {
        ++digits;
    }
    if (digits == 0 || digits > maxDigits || (digits > 1 && key[0] == '0')) {
        return 0;
    }
    const uint64_t written = numberIn(key.substr(0, digits)) + variable.down;
    if (written < variable.up) {
        return 0;
    }
    const std::string value = std::to_string(written - variable.up);
    const std::string name(1, variable.name);
    const std::string_view earlier = captured(captures, name);
    if (earlier.empty()) {
        captures.emplace_back(name, value);
    } else if (earlier != value) {
        return 0;
    }
    return digits;
}

std::optional<Captures> capture(std::string_view pattern, std::string_view key)
{
    Captures captures;
    while (!pattern.empty()) {
        if (pattern[0] != '{') {
            if (key.empty() || key[0] != pattern[0]) {
                return std::nullopt;
            }
            pattern.remove_prefix(1);
            key.remove_prefix(1);
            continue;
        }
        const Variable variable = variableAt(pattern);
        size_t taken = key.size();
        if (variable.name == 'p') {
            captures.emplace_back("p", key);
        } else {
            taken = takeNumber(variable, key, captures);
        }
        if (taken == 0) {
            return std::nullopt;
        }
        pattern.remove_prefix(variable.length);
        key.remove_prefix(taken);
    }
    return captures;
}

// The place that a rule's captures name; empty when the module has no such leaf or the numbers are beyond any RegNet.
std::optional<Place> placeFrom(Module module, const Captures& captures)
{
    Place place;
    place.module = module;
    place.stage = numberIn(captured(captures, "S"));
    place.block = numberIn(captured(captures, "i"));
    place.leaf = captured(captures, "p");
    const std::vector<std::string>& leaves = leavesOf(module);
    const bool isBlock = !captured(captures, "S").empty();
    if (std::find(leaves.begin(), leaves.end(), place.leaf) == leaves.end() || place.stage > maxStages || place.block >= maxDepth ||
        (isBlock && place.stage == 0)) {
        return std::nullopt;
    }
    return place;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) noexcept
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// "block3-part1": a piece that FSDP training puts between a stage and its blocks.
bool isFsdpPart(std::string_view segment)
{
    return capture("block{S}-part{n}", segment).has_value();
}

std::string filled(std::string_view pattern, const Place& place)
{
    std::string text;
    while (!pattern.empty()) {
        if (pattern[0] != '{') {
            text += pattern[0];
            pattern.remove_prefix(1);
            continue;
        }
        const Variable variable = variableAt(pattern);
        if (variable.name == 'p') {
            text += place.leaf;
        } else {
            text += std::to_string((variable.name == 'S' ? place.stage : place.block) + variable.up - variable.down);
        }
        pattern.remove_prefix(variable.length);
    }
    return text;
}

}  // namespace

std::string_view namingName(Naming naming) noexcept
{
    return namingRows[static_cast<size_t>(naming)].name;
}

Naming namingFromName(std::string_view name)
{
    for (const Naming naming : allNamings) {
        if (namingName(naming) == name) {
            return naming;
        }
    }
    throw Error(ErrorCode::Internal).part("naming").with("name", name);
}

const std::vector<std::string>& leavesOf(Module module)
{
    static const std::vector<std::string> convolution{"weight"};
    static const std::vector<std::string> biased{"weight", "bias"};
    static const std::vector<std::string> norm{"weight", "bias", "running_mean", "running_var", "num_batches_tracked"};
    switch (module) {
    case Module::StemConv:
    case Module::ShortcutConv:
    case Module::ConvA:
    case Module::ConvB:
    case Module::ConvC:
        return convolution;
    case Module::Squeeze:
    case Module::Excite:
    case Module::Classifier:
        return biased;
    case Module::StemNorm:
    case Module::ShortcutNorm:
    case Module::NormA:
    case Module::NormB:
    case Module::NormC:
        break;
    }
    return norm;
}

std::string bareKey(std::string_view key)
{
    std::string bare;
    bare.reserve(key.size());
    while (!key.empty()) {
        const size_t end = std::min(key.find('.'), key.size());
        const std::string_view segment = key.substr(0, end);
        const bool isWrapper = isOneOf(segment, {"module", "base_model", "_orig_mod", "_fsdp_wrapped_module", "_fpw_module"});
        const bool isContainer = bare.empty() && isOneOf(segment, {"trunk", "heads", "model", "backbone", "_feature_blocks", "regnet"});
        if (!isWrapper && !isContainer && !isFsdpPart(segment)) {
            bare.append(bare.empty() ? "" : ".").append(segment);
        }
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    return bare;
}

std::optional<Match> match(Naming naming, std::string_view layerType, std::string_view key)
{
    const std::string bare = bareKey(key);
    for (const Rule& rule : rulesOf(naming)) {
        if (!fitsLayerType(rule, layerType)) {
            continue;
        }
        auto captures = capture(rule.pattern, bare);
        if (!captures) {
            continue;
        }
        Match found{rule.module ? placeFrom(*rule.module, *captures) : std::nullopt, {rule.id, rule.shownPattern, std::move(*captures)}};
        if (found.place || !rule.module) {
            return found;
        }
    }
    return std::nullopt;
}

std::string keyOf(Naming naming, std::string_view layerType, const Place& place)
{
    for (const Rule& rule : rulesOf(naming)) {
        if (rule.module == place.module && fitsLayerType(rule, layerType)) {
            return filled(rule.shownPattern, place);
        }
    }
    throw Error(ErrorCode::Internal).part("rules").with("name", namingName(naming));
}

}  // namespace wb::regnet
