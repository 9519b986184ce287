#pragma once

#include "core/net/settings.h"

#include <string>

namespace wb::job {

// The environment that the program runs in, for a report of a problem: versions, system, processor, memory, folders with their room, locale, network,
// variables that matter, helper and keychain. One fact a line. Nothing secret: tokens and passwords are left out, whatever holds them. Blocks, for at
// most the seconds that a keychain may take to answer. Reads, and writes nothing.
std::string diagnosis(const net::Environment& environment);

}  // namespace wb::job
