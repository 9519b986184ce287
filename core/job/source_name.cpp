#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/hub/hub_address.h"
#include "core/hub/token_source.h"
#include "core/io/folder.h"
#include "core/job/pipeline.h"
#include "core/job/remote_source.h"
#include "core/net/redirects.h"

#include <fmt/format.h>

#include <algorithm>

namespace wb::job {

namespace {

Source published(const std::string& text, const net::Settings& settings)
{
    Source source;
    if (hub::isHubAddress(text)) {
        source.url = hub::resolveHubAddress(text, settings.endpoint);
        source.shown = text;
    } else {
        source.url = hub::withoutFilePage(net::Url::parse(text), settings.endpoint);
        source.shown = source.url->shown();
    }
    net::requireTaken(*source.url, settings);
    source.fileName = source.url->fileName();
    return source;
}

}  // namespace

net::Settings settingsWithoutToken()
{
    return net::settingsFromEnvironment(net::processEnvironment());
}

net::Settings networkSettings()
{
    net::Settings settings = settingsWithoutToken();
    settings.token = hub::findToken(net::processEnvironment());
    if (!settings.token.empty()) {
        hub::keepOutOfCoreDumps();
    }
    return settings;
}

bool sharesFileName(const mapping::Variant& variant)
{
    return std::any_of(families().begin(), families().end(), [&variant](const mapping::Family* family) {
        return std::any_of(family->variants().begin(), family->variants().end(), [&variant](const mapping::Variant& other) {
            return other.name != variant.name && other.sourceFile == variant.sourceFile;
        });
    });
}

std::string resultNameOf(const Source& source)
{
    if (source.variant != nullptr) {
        return source.variant->name;
    }
    return hub::isHubAddress(source.shown) ? hub::parseHubAddress(source.shown).name : source.fileName.substr(0, source.fileName.rfind('.'));
}

std::string keepFolderFor(const Source& source, const std::string& folder)
{
    if (source.variant != nullptr) {
        return sharesFileName(*source.variant) ? io::join(folder, source.variant->name) : folder;
    }
    if (hub::isHubAddress(source.shown)) {
        const hub::HubFile file = hub::parseHubAddress(source.shown);
        return io::join(folder, file.owner + "--" + file.name);
    }
    return folder;
}

Source publishedSource(const mapping::Variant& variant, const net::Settings& settings)
{
    Source source = published(variant.source, settings);
    source.fileName = variant.sourceFile;
    source.variant = &variant;
    return source;
}

Source nameSource(const std::string& text, const net::Settings& settings)
{
    if (!text.empty() && io::exists(text)) {
        Source source;
        source.path = text;
        source.shown = text;
        source.fileName = io::fileName(text);
        return source;
    }
    if (net::Url::looksLikeOne(text)) {
        return published(text, settings);
    }
    if (const mapping::Variant* variant = variantNamed(text)) {
        return publishedSource(*variant, settings);
    }
    throw Error(ErrorCode::NotFound).file(text).with("near", fmt::format("{}", fmt::join(nearNames(text, variantNames()), ", ")));
}

}  // namespace wb::job
