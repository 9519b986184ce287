#include "app/cli/convert_output.h"

#include "app/cli/json_output.h"
#include "app/cli/sources.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wb::cli {

Json filesArray(const std::vector<plan::WrittenFile>& written)
{
    Json files = Json::array();
    for (const plan::WrittenFile& file : written) {
        files.push_back({{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    return files;
}

std::string convertJson(const plan::Plan& plan, const convert::Result& converted, const std::optional<verify::Report>& report, bool ok)
{
    Json json = document();
    if (ok) {
        json["ok"] = true;
    }
    json["folder"] = converted.folder;
    json["files"] = filesArray(converted.files);
    json["counts"] = countsObject(plan.map.counts());
    json["resumed"] = converted.resumed;
    json["seconds"] = converted.seconds;
    json["already_done"] = converted.alreadyDone;
    json["overflowed"] = converted.overflowed;
    json["verified"] = report ? Json(report->ok) : Json();
    json["detected"] = architectureObject(plan.detection.architecture);
    json["warnings"] = plan.warnings;
    return text(json);
}

std::string convertText(const plan::Plan& plan, const convert::Result& converted, const std::optional<verify::Report>& report)
{
    uint64_t bytes = 0;
    for (const plan::WrittenFile& file : converted.files) {
        bytes += file.bytes;
    }
    std::string out = converted.alreadyDone ? std::string("already there and kept")
                                            : fmt::format("{} in {:.1f} s{}", formatByteSize(bytes), converted.seconds,
                                                          converted.resumed ? ", continued from an earlier run" : "");
    out += fmt::format("; {}", countsText(plan.map.counts()));
    if (report) {
        out += report->ok ? fmt::format("; {} tensors verified", report->tensors) : "; verification failed";
    }
    return out + "\n" + converted.folder + "\n";
}

}  // namespace wb::cli
