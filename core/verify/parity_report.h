#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wb::verify {

// How far two tensors a (of the source network) and b (of the converted one) are apart. Absent where a or b is not finite.
struct Distance {
    std::optional<double> maxAbs = 0.0;  // max |a - b|
    std::optional<double> maxRel = 0.0;  // max |a - b| / max |a|
    std::optional<double> cosine = 1.0;  // of the angle between them; 1 for two zeros
};

// One layer of the model: the stem, a block, the pooling, the classifier. `maxRel` is the largest over the layer's modules (before activations, and
// with random numbers put through their weights), the others are of the layer's output.
struct LayerParity {
    std::string name;  // destination module without "regnet.": "encoder.stages.2.layers.1"
    Distance distance;
    // Destination module that is the first over the tolerance, else the one with the largest error: "encoder.stages.2.layers.1.layer.0.convolution".
    std::string module;
};

struct OutputParity {
    std::string name;  // "hidden_state.0" …, then "logits" or "pooler_output"
    std::vector<uint64_t> shape;
    Distance distance;
};

// One of the converted network's five best classes.
struct TopClass {
    uint64_t index = 0;
    std::string label;
    double probability = 0;        // softmax of the converted network's logits
    uint64_t sourceIndex = 0;      // the class that the source network has at this rank
    double sourceProbability = 0;  // of that class
};

// Where a number that is not finite came up first.
struct NotFinite {
    std::string layer;
    std::string module;  // destination module
    bool inSource = false;
    bool inResult = false;
    std::string key;  // the first tensor of the module that holds one, by its key in the result (else the source); empty: it was computed
};

// One recorded output that the converted network was compared with.
struct RecordedOutput {
    std::string name;
    std::optional<double> maxRel;  // max |a - b| / max |b|, b being the record
    bool ok = false;
};

// What `weightbridge-torch parity` found.
struct ParityReport {
    bool ok = false;
    std::string input;      // "random numbers, seed 7" or the name of the picture
    uint64_t size = 0;      // pixels of each edge
    std::string dtype;      // of the result's floating weights: "F32"
    bool narrowed = false;  // they hold fewer digits than the source's: the tolerance is that of their type
    double tolerance = 0;   // largest relative error that passes
    uint64_t sums = 0;      // products in the longest sum, and modules with weights on the way: what the tolerance is derived from
    uint64_t depth = 0;
    bool toleranceGiven = false;      // by the user
    std::vector<LayerParity> layers;  // in the order of the calls; ends at the first that is not finite
    std::optional<std::string> firstOver;
    std::string worst;  // the layer with the largest relative error
    std::vector<OutputParity> outputs;
    std::vector<TopClass> top5;  // empty without a classifier
    std::optional<NotFinite> notFinite;
    std::vector<RecordedOutput> recorded;  // of --reference
    double recordedTolerance = 0;
};

// True for a layer that does not pass: its error is larger than the tolerance, or not finite.
bool isOver(const LayerParity& layer, double tolerance) noexcept;
// True when the two networks compute the same numbers, bit for bit.
bool isIdentical(const ParityReport& report) noexcept;
// The layer of that name; null where there is none.
const LayerParity* layerNamed(const ParityReport& report, std::string_view name) noexcept;

// Why the two networks do not compute the same; empty where they do. ParityFailed with file, part (layer), problem ("over-tolerance", "not-finite",
// "recorded"), expected, found, key.
std::optional<Error> parityError(const ParityReport& report, const std::string& folder);

// {schema, version, ok, tolerance, layers: [{name, max_abs, max_rel, cosine, module}], first_over, worst, top5, …}: one line, ASCII; null for what is
// absent.
std::string parityToJson(const ParityReport& report);
// Throws HelperFailed (problem "garbage").
ParityReport parityFromJson(std::string_view text);

}  // namespace wb::verify
