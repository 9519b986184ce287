#pragma once

#include "core/base/limits.h"

#include <string>
#include <string_view>
#include <vector>

namespace wb::job {

// Names of a model's classes, in order: a JSON object {"0": "tench", …} with every number once, a JSON array, or text with one label a line
// (UTF-8; CR LF and a byte order mark are taken). Throws LabelsFile (problem, offset, part) and what io::readSmallFile throws.
std::vector<std::string> readLabels(const std::string& path, const Limits& limits);
std::vector<std::string> labelsFromText(std::string_view text, const Limits& limits);

}  // namespace wb::job
