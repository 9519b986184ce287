#pragma once

#include <QString>

namespace wb::gui {

// From now on a signal that ends the program as a fault (SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL) leaves crash.txt in the folder: version, signal
// and the addresses of the stack, nothing of what memory holds. It is sent nowhere. Returns the report that an earlier run left, under its lasting
// name crash-TIME.txt; empty: there is none. The five newest are kept.
QString keepCrashReports(const QString& folder);

}  // namespace wb::gui
