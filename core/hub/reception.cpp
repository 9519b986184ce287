#include "core/hub/reception.h"

#include "core/base/text.h"

#include <map>
#include <utility>

namespace wb::hub {

namespace {

Reception receptionIn(const Json& entry, const net::Url& url)
{
    const Fields fields(entry, url);
    const std::string mode = fields.text("uploadMode");
    if (mode != "lfs" && mode != "regular") {
        throw fields.wrong("uploadMode");
    }
    const std::string oid = fields.textOr("oid", "");
    return {fields.text("path"), mode == "lfs", fields.flagOr("shouldIgnore", false), isObjectName(oid) ? oid : std::string()};
}

}  // namespace

bool isObjectName(std::string_view text) noexcept
{
    return isHex(text, 40) || isHex(text, 64);
}

std::vector<Reception> receptionsIn(const Json& answer, const std::vector<OfferedFile>& files, const net::Url& url)
{
    const Fields fields(answer, url);
    std::map<std::string, Reception> found;
    for (const Json& entry : fields.list("files")) {
        Reception reception = receptionIn(entry, url);
        const std::string path = reception.path;
        if (!found.emplace(path, std::move(reception)).second) {
            throw fields.wrong("files");
        }
    }
    std::vector<Reception> receptions;
    for (const OfferedFile& file : files) {
        const auto at = found.find(file.path);
        if (at == found.end() || found.size() != files.size()) {
            throw fields.wrong("files");
        }
        receptions.push_back(at->second);
        receptions.back().isLarge = at->second.isLarge && file.bytes > 0;  // the store takes no empty file
    }
    return receptions;
}

}  // namespace wb::hub
