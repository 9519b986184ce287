#pragma once

#include "core/verify/parity_report.h"

#include <string>

namespace wb::job {

// The error of each layer over a logarithmic axis with the tolerance as a line, as an <svg> element for reportHtml() and its styles.
std::string parityChart(const verify::ParityReport& parity);

}  // namespace wb::job
