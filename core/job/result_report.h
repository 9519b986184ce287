#pragma once

#include "core/base/limits.h"
#include "core/job/pipeline.h"
#include "core/plan/conversion_report.h"
#include "core/verify/parity_report.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// A report for people of what a conversion made and what was proved about it.
namespace wb::job {

// One key that did not simply go where its rule says, and why.
struct ReportedKey {
    std::string source;
    std::string destination;  // empty: left out
    std::string reason;       // "rule heads.pretraining", "by the user", "by the user; the rules say X"
};

// Plain values without a time: equal results give equal reports.
struct ResultReport {
    std::string sourceName;
    uint64_t sourceBytes = 0;
    std::string sourceSha256;  // empty: the source's hash is not known
    std::string container;
    std::string stateDict;
    std::string variant;  // catalogue name, or empty
    std::string naming;
    std::string format;
    std::string dtype;   // of the written floating weights, as safetensors has it: "BF16"
    std::string folder;  // where the result lies
    uint64_t tensors = 0;
    mapping::Counts counts;
    std::vector<ReportedKey> dropped;
    std::vector<ReportedKey> edited;
    std::vector<plan::WrittenFile> files;
    std::vector<std::string> warnings;
    std::string fingerprint;  // of the plan
    std::string program;      // versionText()
    std::string command;      // the command line that does it again
    std::optional<verify::Report> verified;
    std::optional<verify::ParityReport> parity;
};

// Of a conversion that has just ended. `source`: as the user named it.
ResultReport reportOf(const plan::Plan& plan, const Outcome& outcome, const std::string& source);
// Of a model folder, from its conversion-report.json; the rules are asked anew why a key was left out. Throws NotFound, JournalDamaged.
ResultReport readResultReport(const std::string& folder, const Limits& limits);

}  // namespace wb::job
