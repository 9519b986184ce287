#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wb::ui {

// Numbers as the user's locale writes them. Sizes are decimal: 5 GB shards are 5,000,000,000 bytes.
QString bytesText(uint64_t bytes);
QString countText(uint64_t count);
QString speedText(std::optional<double> bytesPerSecond);
QString timeLeftText(std::optional<double> seconds);
QString durationText(double seconds);
// To one unit, for what is only estimated: "40 s", "2 min", "3 h".
QString roughDurationText(double seconds);
// 626 of 626 of a stage, in thousandths; 0 while the total is not known.
int permille(uint64_t done, uint64_t total);

// Foreign bytes (keys, paths, names) made fit to be shown as plain text.
QString shown(std::string_view text);
QString shapeShown(const std::vector<uint64_t>& shape);  // "32 × 3 × 3 × 3", "scalar"

// Paths cross into core as the bytes of the file system.
std::string pathBytes(const QString& path);
QString pathFromBytes(const std::string& path);

}  // namespace wb::ui
