#pragma once

#include "app/cli/session.h"
#include "core/verify/parity.h"

#include <string>

namespace wb::cli {

// Table of the layers, outputs and best classes, and a verdict in words.
std::string parityText(const verify::ParityReport& report);
// "28 layers, worst 3.1e-08 in encoder.stages.0.layers.1, tolerance 1.2e-06"
std::string parityDetail(const verify::ParityReport& report);

// Compares the outputs of the checkpoint's network and of the folder's in weightbridge-torch, with the progress shown.
verify::ParityOutcome runParity(Session& session, const std::string& checkpoint, const std::string& folder);
// The verb's document with `"parity": {…}`, or the tables with its text below.
std::string withParity(const Session& session, std::string output, const verify::ParityReport& report);

}  // namespace wb::cli
