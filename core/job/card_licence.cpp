#include "core/job/card_licence.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/job/front_matter.h"
#include "core/job/pipeline.h"

#include <algorithm>
#include <array>
#include <vector>

namespace wb::job {

namespace {

constexpr std::string_view seer = "seer";

// Of a value in YAML: without space and quotes around it.
std::string_view valueText(std::string_view text)
{
    return trimmed(text, " \t\r\n\"'");
}

bool isLicenceKey(std::string_view key)
{
    return key == "license" || key == "license_name" || key == "license_link";
}

// The published licence that is neither SPDX's nor anyone's choice.
CardLicence seerLicence()
{
    CardLicence licence{"other", "", ""};
    for (const mapping::Family* family : families()) {
        for (const mapping::Variant& variant : family->variants()) {
            if (variant.licence == "other") {
                licence.name = variant.licenceName;
                licence.link = variant.licenceLink;
            }
        }
    }
    return licence;
}

bool namesSeer(std::string_view text)
{
    const std::string low = lowered(text);
    return low.find(seer) != std::string::npos || low.find("model_license") != std::string::npos;
}

bool isLicenceId(std::string_view id)
{
    constexpr size_t longest = 64;
    const auto isPart = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '+'; };
    return !id.empty() && id.size() <= longest && std::all_of(id.begin(), id.end(), isPart);
}

// As the Hub takes it for license_name.
std::string slug(std::string_view name)
{
    std::string out;
    for (const char c : lowered(name)) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (isPlain) {
            out += c;
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    return out.ends_with('-') ? out.substr(0, out.size() - 1) : out;
}

LicensedCard seerCard(const std::string& card, const CardLicence& stated, const PublishOptions& options)
{
    const CardLicence licence = seerLicence();
    if (options.acceptedLicence != seer) {
        throw Error(ErrorCode::LicenceNotAccepted).file(options.folder).with("name", licence.name).with("found", licence.link);
    }
    const bool saysSo = stated.id == "other" && namesSeer(stated.name);
    return {saysSo ? card : withLicence(card, {"other", slug(licence.name), licence.link}), licence.name};
}

}  // namespace

CardLicence licenceIn(std::string_view text)
{
    CardLicence licence;
    const FrontMatter card = frontMatterOf(text);
    for (size_t at = 0; at < card.lines.size(); ++at) {
        const std::string_view key = keyOf(card.lines[at]);
        std::string value = valueOf(card.lines[at]);
        const bool isList = value.empty() && at + 1 < card.lines.size() && valueText(card.lines[at + 1]).starts_with('-');
        value = isList ? std::string(valueText(valueText(card.lines[at + 1]).substr(1))) : value;
        if (key == "license") {
            licence.id = lowered(value);
        } else if (key == "license_name") {
            licence.name = value;
        } else if (key == "license_link") {
            licence.link = value;
        }
    }
    return licence;
}

std::string withLicence(const std::string& text, const CardLicence& licence)
{
    const FrontMatter card = frontMatterOf(text);
    std::string out = "---\nlicense: " + licence.id + '\n';
    out += licence.name.empty() ? std::string() : "license_name: " + licence.name + '\n';
    out += licence.link.empty() ? std::string() : "license_link: " + licence.link + '\n';
    bool isLicence = false;
    for (const std::string_view line : card.lines) {
        const std::string_view key = keyOf(line);
        isLicence = key.empty() ? isLicence : isLicenceKey(key);
        out += isLicence ? std::string() : std::string(line) + '\n';
    }
    return out + "---\n" + std::string(card.rest);
}

LicensedCard passLicence(const std::string& card, const std::string& naming, const PublishOptions& options)
{
    const CardLicence stated = licenceIn(card);
    const std::string own = lowered(valueText(options.licence));
    if (!own.empty() && own != "other" && !namesSeer(own)) {
        if (!isLicenceId(own)) {
            throw Error(ErrorCode::LicenceNotAccepted).with("name", printable(options.licence)).with("problem", "licence-name");
        }
        return {stated.id == own ? card : withLicence(card, {own, "", ""}), own};
    }
    const bool isSeer = naming == "vissl" || namesSeer(own) || namesSeer(stated.id) || namesSeer(stated.name) || namesSeer(stated.link);
    if (isSeer) {
        return seerCard(card, stated, options);
    }
    if (stated.id.empty()) {
        throw Error(ErrorCode::LicenceNotAccepted).file(options.folder).with("problem", "unknown");
    }
    return {card, printable(stated.id == "other" && !stated.name.empty() ? stated.name : stated.id)};
}

}  // namespace wb::job
