#pragma once

#include "core/base/cancel.h"

namespace wb::cli {

// SIGINT and SIGTERM raise the returned flag; what SIGXFSZ and SIGPIPE would kill for comes back as EFBIG and EPIPE. Once a program.
const CancelToken& cancelOnSignals();

}  // namespace wb::cli
