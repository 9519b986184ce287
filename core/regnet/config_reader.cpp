#include "core/regnet/config_reader.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/regnet/rules.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace wb::regnet {

namespace {

constexpr uint64_t maxSize = 1ULL << 20;
constexpr uint32_t maxNesting = 32;

Error impossible(std::string_view part, std::string_view problem)
{
    return Error(ErrorCode::ConfigImpossible).part(printable(part)).with("problem", problem);
}

// One top-level setting: its own value, or what its list or object holds one level down.
struct Setting {
    bool isList = false;
    bool isObject = false;
    std::optional<bool> flag;
    std::vector<uint64_t> numbers;
    std::vector<std::string> texts;
    uint64_t entries = 0;                   // values one level down
    std::map<uint64_t, std::string> names;  // of id2label
};

// Collects the settings; what lies deeper is counted and passed over.
class ConfigSax : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return value(); }
    bool boolean(bool flag) override
    {
        if (m_depth == 1) {
            m_setting->flag = flag;
        }
        return value();
    }
    bool number_integer(number_integer_t) override { return value(); }
    bool number_unsigned(number_unsigned_t number) override
    {
        if (isNear() && !m_setting->isObject) {
            requireFew(m_setting->numbers.size());
            m_setting->numbers.push_back(number);
        }
        return value();
    }
    bool number_float(number_float_t, const string_t&) override { return value(); }
    bool string(string_t& text) override
    {
        if (isNear() && !m_setting->isObject) {
            requireFew(m_setting->texts.size());
            m_setting->texts.push_back(std::move(text));
        } else if (m_depth == 2 && m_class) {
            m_setting->names.insert_or_assign(*m_class, std::move(text));
        }
        return value();
    }
    bool binary(binary_t&) override { return value(); }
    bool start_object(std::size_t) override { return open(true); }
    bool start_array(std::size_t) override { return open(false); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override
    {
        if (m_depth == 1) {
            const auto inserted = m_settings.emplace(std::move(name), Setting());
            if (!inserted.second) {
                throw impossible(inserted.first->first, "duplicate");
            }
            m_setting = &inserted.first->second;
            requireFew(m_settings.size());
            m_isClasses = inserted.first->first == "id2label";
        }
        m_class = m_depth == 2 && m_isClasses ? classNumber(name) : std::nullopt;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override
    {
        throw impossible("config.json", "syntax").offset(position);
    }

    std::map<std::string, Setting> take() { return std::move(m_settings); }

private:
    static std::optional<uint64_t> classNumber(std::string_view name)
    {
        uint64_t number = 0;
        const auto [stop, failure] = std::from_chars(name.data(), name.data() + name.size(), number);
        return failure == std::errc{} && stop == name.data() + name.size() && number < maxSize ? std::optional(number) : std::nullopt;
    }
    bool isNear() const noexcept { return m_setting != nullptr && m_depth <= 2; }
    static void requireFew(size_t count)
    {
        constexpr size_t most = 4096;
        if (count > most) {
            throw impossible("config.json", "too-many").with("limit", uint64_t{most});
        }
    }
    bool value()
    {
        if (m_depth == 0) {
            throw impossible("config.json", "not-object");
        }
        if (m_depth == 2) {
            ++m_setting->entries;
        }
        return true;
    }
    bool open(bool isObject)
    {
        if (m_depth == 0 && !isObject) {
            throw impossible("config.json", "not-object");
        }
        if (m_depth == 1) {
            m_setting->isObject = isObject;
            m_setting->isList = !isObject;
        } else if (m_depth == 2) {
            ++m_setting->entries;
        }
        if (++m_depth > maxNesting) {
            throw impossible("config.json", "depth").with("limit", uint64_t{maxNesting});
        }
        return true;
    }
    bool close()
    {
        --m_depth;
        return true;
    }

    std::map<std::string, Setting> m_settings;
    Setting* m_setting = nullptr;
    uint32_t m_depth = 0;
    bool m_isClasses = false;         // the setting is id2label
    std::optional<uint64_t> m_class;  // its key at hand
};

// Typed access to the settings, each of which is wrong, missing or in bounds.
class Config {
public:
    explicit Config(const std::string& text)
    {
        if (!isUtf8(text)) {
            throw impossible("config.json", "not-utf8");
        }
        ConfigSax sax;
        nlohmann::json::sax_parse(text.begin(), text.end(), &sax);
        m_settings = sax.take();
    }

    const Setting* find(const std::string& name) const
    {
        const auto found = m_settings.find(name);
        return found == m_settings.end() ? nullptr : &found->second;
    }
    const Setting& get(const std::string& name) const
    {
        const Setting* setting = find(name);
        if (setting == nullptr) {
            throw impossible(name, "missing");
        }
        return *setting;
    }
    uint64_t number(const std::string& name) const
    {
        const Setting& setting = get(name);
        if (setting.isList || setting.isObject || setting.numbers.size() != 1) {
            throw impossible(name, "type").with("expected", "a positive whole number");
        }
        return inBounds(name, setting.numbers.front(), maxSize);
    }
    uint64_t number(const std::string& name, uint64_t otherwise) const { return find(name) == nullptr ? otherwise : number(name); }
    std::string text(const std::string& name) const
    {
        const Setting& setting = get(name);
        if (setting.isList || setting.isObject || setting.texts.size() != 1) {
            throw impossible(name, "type").with("expected", "a text");
        }
        return setting.texts.front();
    }
    std::vector<uint64_t> numbers(const std::string& name, uint64_t most) const
    {
        const Setting& setting = get(name);
        if (!setting.isList || setting.numbers.size() != setting.entries) {
            throw impossible(name, "type").with("expected", "a list of positive whole numbers");
        }
        if (setting.numbers.empty() || setting.numbers.size() > maxStages) {
            throw impossible(name, "range").with("expected", fmt::format("1 to {} stages", maxStages)).with("found", setting.numbers.size());
        }
        for (const uint64_t value : setting.numbers) {
            inBounds(name, value, most);
        }
        return setting.numbers;
    }
    void require(const std::string& name, std::string_view expected) const
    {
        if (const std::string found = text(name); found != expected) {
            throw impossible(name, "value").with("expected", expected).with("found", printable(found));
        }
    }

private:
    static uint64_t inBounds(const std::string& name, uint64_t value, uint64_t most)
    {
        if (value == 0 || value > most) {
            throw impossible(name, "range").with("expected", fmt::format("1 to {}", most)).with("found", value);
        }
        return value;
    }

    std::map<std::string, Setting> m_settings;
};

// Classes of the head; empty for the model without one. transformers leaves both settings out for two classes.
std::optional<uint64_t> classesOf(const Config& config)
{
    constexpr uint64_t unsaid = 2;
    const Setting& architectures = config.get("architectures");
    if (!architectures.isList || architectures.entries != 1 || architectures.texts.size() != 1) {
        throw impossible("architectures", "type").with("expected", "a list of one name");
    }
    const std::string& name = architectures.texts.front();
    if (name == "RegNetModel") {
        return std::nullopt;
    }
    if (name != "RegNetForImageClassification") {
        throw impossible("architectures", "value").with("expected", "RegNetModel, RegNetForImageClassification").with("found", printable(name));
    }
    const Setting* labels = config.find("id2label");
    if (labels == nullptr) {
        return config.number("num_labels", unsaid);
    }
    if (!labels->isObject || labels->entries == 0 || labels->entries > maxSize) {
        throw impossible("id2label", "type").with("expected", "an object of labels");
    }
    return labels->entries;
}

void requireDivisible(const mapping::Architecture& architecture)
{
    for (const uint64_t width : architecture.hiddenSizes) {
        const uint64_t groups = std::max<uint64_t>(1, width / architecture.groupsWidth);
        if (width % groups != 0) {
            throw impossible("groups_width", "groups-width")
                .with("expected", fmt::format("groups that divide {}", width))
                .with("found", fmt::format("{} groups of width {}", groups, architecture.groupsWidth));
        }
    }
}

}  // namespace

mapping::Architecture architectureFromConfig(const std::string& configJson)
{
    const Config config(configJson);
    config.require("model_type", "regnet");
    mapping::Architecture architecture;
    architecture.family = "regnet";
    architecture.naming = namingName(Naming::HuggingFace);
    architecture.depths = config.numbers("depths", maxDepth);
    architecture.hiddenSizes = config.numbers("hidden_sizes", maxSize);
    if (architecture.depths.size() != architecture.hiddenSizes.size()) {
        throw impossible("hidden_sizes", "length").with("expected", architecture.depths.size()).with("found", architecture.hiddenSizes.size());
    }
    architecture.groupsWidth = config.number("groups_width");
    architecture.layerType = config.text("layer_type");
    if (architecture.layerType != "x" && architecture.layerType != "y") {
        throw impossible("layer_type", "value").with("expected", "x, y").with("found", printable(architecture.layerType));
    }
    architecture.embeddingSize = config.number("embedding_size", architecture.embeddingSize);
    architecture.channels = config.number("num_channels", architecture.channels);
    architecture.classes = classesOf(config);
    const Setting* downsample = config.find("downsample_in_first_stage");
    if (downsample != nullptr && downsample->flag != true) {
        throw impossible("downsample_in_first_stage", "value").with("expected", "true");
    }
    requireDivisible(architecture);
    return architecture;
}

ConfigFacts factsFromConfig(const std::string& configJson)
{
    const Config config(configJson);
    ConfigFacts facts;
    for (const char* name : {"torch_dtype", "dtype"}) {  // the second is transformers 5's
        const Setting* setting = config.find(name);
        if (setting != nullptr && setting->texts.size() == 1) {
            facts.dtype = setting->texts.front();
        }
    }
    if (const Setting* labels = config.find("id2label")) {
        facts.labels = labels->names;
    }
    return facts;
}

}  // namespace wb::regnet
