#pragma once

#include "core/mapping/key_map.h"
#include "core/tensor/tensor_index.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wb::mapping {

// A model of a family, as its tensors' shapes tell it.
struct Architecture {
    std::string family;                 // "regnet"
    std::string naming;                 // of the source: "vissl", "timm", "torchvision", "huggingface"
    std::string variant;                // catalogue name that has this configuration, or empty
    std::string layerType;              // "x" or "y"
    std::vector<uint64_t> depths;       // blocks of each stage
    std::vector<uint64_t> hiddenSizes;  // output channels of each stage
    uint64_t groupsWidth = 0;
    uint64_t embeddingSize = 32;      // stem channels
    uint64_t channels = 3;            // of the input image
    std::optional<uint64_t> classes;  // rows of the classifier; absent: no head
};

// One named setting on which the file and the variant the user named disagree. The file's counts.
struct Disagreement {
    std::string setting;  // "hidden_sizes"
    std::string variant;  // the catalogue's value as text
    std::string file;     // the file's
};

struct Detection {
    Architecture architecture;
    std::vector<Disagreement> disagreements;
    double confidence = 1.0;  // share of the model's keys that the file has under the naming's names
};

// A tensor of the model to be made.
struct Parameter {
    std::string key;
    std::vector<uint64_t> shape;
    bool floating = true;  // else int64 (num_batches_tracked)
    bool buffer = false;   // running statistics: no trainable parameter
};

// Where a rule sends a source key.
struct Placement {
    std::optional<std::string> destination;  // absent: dropped
    Reason reason;
};

// Text file of the model folder.
struct TextFile {
    std::string name;
    std::string text;
};

// What the small files are made from.
struct FolderFacts {
    std::vector<std::string> labels;  // one a class, in order; empty without head
    std::string dtype = "float32";    // torch name of the floating weights
    std::string sourceName;           // file name only, never a path
    uint64_t sourceBytes = 0;
    uint64_t tensors = 0;
    uint64_t parameters = 0;
    uint64_t weightBytes = 0;
    std::string dtypeNote;  // "bf16, rounded to nearest even" or empty
};

// One entry of the catalogue.
struct Variant {
    std::string name;
    Architecture architecture;
    std::string source;      // where it is published: an https URL, or "hf://owner/name/file"
    std::string sourceFile;  // published file name
    std::string licence;     // SPDX id, or "other" with name and link below
    std::string licenceName;
    std::string licenceLink;
    uint64_t parameters = 0;
    uint64_t bytes = 0;  // fp32 bytes of all tensors
    uint64_t tensors = 0;
    uint64_t imageSize = 224;  // shortest edge
    double cropPct = 0.875;
};

// A model family: everything that is particular to one kind of network. Implementations are stateless and thread-safe; texts contain no time,
// no path and no version of the day, so that equal inputs give equal bytes.
class Family {
public:
    virtual ~Family() = default;

    virtual std::string_view name() const noexcept = 0;
    virtual const std::vector<Variant>& variants() const = 0;

    // Configuration from the shapes. Empty when the tensors are of another family. `variant`: what the user named, or empty.
    // Throws VariantUnknown, ConfigImpossible (contradicting shapes; part: the key, expected, found).
    virtual std::optional<Detection> detect(const tensor::TensorIndex& index, const std::string& variant) const = 0;
    // Every tensor of the Hugging Face model, in its order of definition.
    virtual std::vector<Parameter> destinationParameters(const Architecture& architecture) const = 0;
    // Every tensor that a published checkpoint of this naming has, in its order; keys without FSDP parts.
    virtual std::vector<Parameter> sourceParameters(const Architecture& architecture) const = 0;
    // The rule for one source key; empty when none fits.
    virtual std::optional<Placement> place(const Architecture& architecture, const std::string& sourceKey) const = 0;
    // config.json, preprocessor_config.json, README.md.
    virtual std::vector<TextFile> folderFiles(const Architecture& architecture, const FolderFacts& facts) const = 0;
    // Labels that belong to a model of so many classes ("tench, Tinca tinca" …, else LABEL_0 …).
    virtual std::vector<std::string> defaultLabels(uint64_t classes) const = 0;
    // Checks a config.json against the tensors of a folder: the architecture it describes. Throws ConfigImpossible (problem, expected, found).
    virtual Architecture architectureFromConfig(const std::string& configJson) const = 0;
};

}  // namespace wb::mapping
