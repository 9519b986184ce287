#pragma once

#include "core/base/limits.h"
#include "core/mapping/key_map.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wb::plan {

struct WrittenFile {
    std::string name;  // inside the folder; a .pth beside it has its bare file name
    uint64_t bytes = 0;
    std::string sha256;
};

inline constexpr const char* reportName = "conversion-report.json";

struct ReportedTensor {
    std::string destination;
    std::string source;
    std::string dtype;  // as written
    std::string xxh3;   // XXH3-128 of the bytes that went out, recorded on the way from the source
    uint64_t overflowed = 0;
};

// What conversion-report.json holds: proof for verify, and for people.
struct ConversionReport {
    std::string version;      // of the program
    std::string fingerprint;  // of the plan
    std::string sourceName;
    uint64_t sourceBytes = 0;
    std::string container;
    std::string stateDict;
    std::string variant;
    std::string naming;
    std::string format;   // safetensors, pth, both
    std::string pthName;  // file name beside the folder, or empty
    mapping::Counts counts;
    std::vector<WrittenFile> files;
    std::vector<ReportedTensor> tensors;
    std::vector<std::string> dropped;  // source keys left out
    std::vector<std::string> warnings;
};

std::string reportToJson(const ConversionReport& report);
// Strict, by SAX within limits. Throws JournalDamaged (part "conversion-report.json", problem).
ConversionReport reportFromJson(std::string_view text, const Limits& limits);

}  // namespace wb::plan
