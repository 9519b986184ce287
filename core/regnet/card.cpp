#include "core/regnet/card.h"

#include "core/base/text.h"
#include "core/regnet/catalogue.h"
#include "core/regnet/rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace wb::regnet {

namespace {

using mapping::Architecture;
using mapping::FolderFacts;
using mapping::Variant;

// The published variant, where the file is surely about its weights: same classes, and no other one of this configuration with another licence
// that names like the file's could stand for.
const Variant* publishedVariant(const Architecture& architecture)
{
    const Variant* published = nullptr;
    const std::vector<const Variant*> alike = variantsLike(architecture);
    for (const Variant* variant : alike) {
        if (variant->name == architecture.variant && variant->architecture.classes == architecture.classes) {
            published = variant;
        }
    }
    const bool mayBeAnyones = architecture.naming == namingName(Naming::Timm) || architecture.naming == namingName(Naming::HuggingFace);
    const auto differs = [&](const Variant* variant) { return variant->licence != published->licence; };
    if (published != nullptr && mayBeAnyones && std::any_of(alike.begin(), alike.end(), differs)) {
        return nullptr;
    }
    const bool isVissl = architecture.naming == namingName(Naming::Vissl);
    const bool isOfVissl = published != nullptr && published->architecture.naming == namingName(Naming::Vissl);
    return isVissl && !isOfVissl ? nullptr : published;
}

// A name as the Hub takes it for license_name: lower case, digits, hyphens.
std::string slug(std::string_view name)
{
    std::string text;
    for (const char c : name) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (isUpper || isPlain) {
            text += isUpper ? static_cast<char>(c - 'A' + 'a') : c;
        } else if (!text.empty() && text.back() != '-') {
            text += '-';
        }
    }
    while (!text.empty() && text.back() == '-') {
        text.pop_back();
    }
    return text;
}

// Foreign text inside backquotes of Markdown.
std::string code(std::string_view text)
{
    std::string shown = printable(text);
    std::replace(shown.begin(), shown.end(), '`', '\'');
    return '`' + shown + '`';
}

std::string frontMatter(const Architecture& architecture, const Variant* published)
{
    std::string text = "---\n";
    if (published != nullptr) {
        text += fmt::format("license: {}\n", published->licence);
        if (published->licence == "other") {
            text += fmt::format("license_name: {}\nlicense_link: {}\n", slug(published->licenceName), published->licenceLink);
        }
    }
    text += "library_name: transformers\n";
    text += fmt::format("pipeline_tag: {}\n", architecture.classes ? "image-classification" : "image-feature-extraction");
    text += "tags:\n- vision\n- regnet\n";
    if (published != nullptr && published->architecture.naming == namingName(Naming::Vissl)) {
        text += "- seer\n";
    }
    if (published != nullptr && architecture.classes) {
        text += "datasets:\n- imagenet-1k\n";
    }
    return text + "---\n\n";
}

std::string introduction(const Architecture& architecture, const Variant* published)
{
    const std::string title = architecture.variant.empty() ? "RegNet" : architecture.variant;
    std::string text = fmt::format("# {}\n\n", title);
    text += fmt::format("A RegNet-{} ({}) ", architecture.layerType == "y" ? "Y" : "X", "[arXiv 2003.13678](https://arxiv.org/abs/2003.13678)");
    text += architecture.classes ? fmt::format("with a classifier of {} classes.\n", *architecture.classes)
                                 : std::string("without a classifier: it gives image features.\n");
    if (published != nullptr && published->architecture.naming == namingName(Naming::Vissl)) {
        text += "Its trunk was pretrained by SEER ([arXiv 2103.01988](https://arxiv.org/abs/2103.01988), "
                "[arXiv 2202.08360](https://arxiv.org/abs/2202.08360)).\n";
    }
    return text + '\n';
}

// "hf://owner/name/file" as the page of owner/name; other sources as they are.
std::string publicUrl(const std::string& source)
{
    constexpr std::string_view hub = "hf://";
    if (!source.starts_with(hub)) {
        return source;
    }
    return "https://huggingface.co/" + source.substr(hub.size(), source.rfind('/') - hub.size());
}

std::string origin(const Architecture& architecture, const FolderFacts& facts, const Variant* published)
{
    std::string text = "## Where it comes from\n\n";
    text += fmt::format("Converted by Weightbridge from {} ({} bytes, {} names). ", code(facts.sourceName), facts.sourceBytes, architecture.naming);
    text += "The tensors have new names; ";
    text += facts.dtypeNote.empty() ? std::string("their values are those of the source, bit for bit.\n")
                                    : fmt::format("their values were converted: {}.\n", printable(facts.dtypeNote));
    if (published != nullptr) {
        text += fmt::format("Weights of this variant are published at <{}>.\n", publicUrl(published->source));
    }
    return text + '\n';
}

std::string configurationTable(const Architecture& architecture, const FolderFacts& facts)
{
    std::string text = "## Configuration\n\n| setting | value |\n|---|---|\n";
    const auto add = [&](std::string_view name, std::string_view value) { text += fmt::format("| {} | {} |\n", name, value); };
    add("layer type", architecture.layerType);
    add("depths", tensor::shapeText(architecture.depths));
    add("hidden sizes", tensor::shapeText(architecture.hiddenSizes));
    add("groups width", std::to_string(architecture.groupsWidth));
    add("classes", architecture.classes ? std::to_string(*architecture.classes) : "none");
    add("parameters", std::to_string(facts.parameters));
    add("tensors", std::to_string(facts.tensors));
    add("weights", fmt::format("{} bytes, {}", facts.weightBytes, facts.dtype));
    return text + '\n';
}

std::string use(const Architecture& architecture)
{
    return fmt::format("## Use\n\n"
                       "```python\n"
                       "from transformers import AutoImageProcessor, {0}\n\n"
                       "processor = AutoImageProcessor.from_pretrained(\"FOLDER\")\n"
                       "model = {0}.from_pretrained(\"FOLDER\")\n"
                       "```\n\n",
                       architecture.classes ? "RegNetForImageClassification" : "RegNetModel");
}

std::string licence(const Variant* published)
{
    std::string text = "## Licence\n\n";
    if (published == nullptr) {
        return text + "Licence unknown: ask the source of the weights before you use or share them.\n";
    }
    if (published->licence == "other") {
        return text +
               fmt::format("The published weights are under the [{}]({}), which forbids commercial use. Read it before you use or share them.\n",
                           published->licenceName, published->licenceLink);
    }
    return text + fmt::format("The published weights are under {}. Weights trained further may have another licence.\n", published->licence);
}

}  // namespace

std::string cardText(const Architecture& architecture, const FolderFacts& facts)
{
    const Variant* published = publishedVariant(architecture);
    return frontMatter(architecture, published) + introduction(architecture, published) + origin(architecture, facts, published) +
           configurationTable(architecture, facts) + use(architecture) + licence(published);
}

}  // namespace wb::regnet
