#pragma once

#include "core/io/posix_file.h"
#include "tests/support/http/channel.h"

#include <string>

namespace wb::test {

// Connects to "host:port"; the socket does not block. Empty when that fails or the signal is raised.
io::Descriptor dial(const std::string& hostAndPort, const StopSignal& stop);

// Passes bytes between a client and its host, both plain, until the host has ended, either is gone or the signal is raised. An RST of the host
// is passed on.
void relay(Channel& client, Channel& host);

}  // namespace wb::test
