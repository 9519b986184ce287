#pragma once

#include "core/verify/parity_report.h"

#include <QString>

namespace wb::ui {

// What a comparison found, in one plain sentence.
QString parityVerdict(const verify::ParityReport& report);
// What was put in, and what passes and why.
QString parityBasis(const verify::ParityReport& report);
// How one layer fared: "equal", "within", "over", "no number".
QString layerVerdict(const verify::LayerParity& layer, double tolerance);

// 3.1e-08 in the user's locale, "0" for nothing at all, a dash for what is not finite.
QString errorText(const std::optional<double>& error);
// "stem", "stage 3, block 7", "pooling", "classifier"; the module's name where it is none of these.
QString layerText(const std::string& name);

}  // namespace wb::ui
