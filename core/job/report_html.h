#pragma once

#include "core/job/result_report.h"

#include <string>
#include <string_view>

namespace wb::job {

// The report as one page that needs nothing else: no script, no resource of another place, light and dark, fit for print. All foreign text is escaped
// and made printable. The same report gives the same bytes, whatever the locale.
std::string reportHtml(const ResultReport& report);
// What stands between its <body> and </body>, without the chart, and with so many keys at the most: for viewers that know only simple rich text.
std::string reportBody(const ResultReport& report, size_t mostKeys);
// A few lines of plain text: what was made of what, and what was proved.
std::string reportSummary(const ResultReport& report);

// Text as it may stand in HTML, between tags and in quotes; control characters and the like are made visible, what is too long is cut.
std::string htmlText(std::string_view text);

}  // namespace wb::job
