#pragma once

#include "core/base/cancel.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wb::io {

// How a child process ended, and what it wrote.
struct ChildEnd {
    int exitCode = -1;             // -1: a signal ended it
    int signal = 0;                // that signal, 0 for none
    std::string output;            // stdout, at most the limit
    bool outputOverLimit = false;  // it wrote more, and was ended for that
};

struct ChildCommand {
    std::string program;             // path
    std::vector<std::string> words;  // arguments without the program's name
    uint64_t outputLimit = 0;        // most bytes of stdout that are taken
    // Called with each line of stderr (its first 16 KiB, without the line end), on the caller's thread.
    std::function<void(std::string_view)> errorLine;
};

// Runs a program and waits for its end. It gets the environment without any Hub token and with WEIGHTBRIDGE_PARENT, this process's number (so that it
// can end with it), an empty stdin, and no other open file. When cancelled the child gets SIGTERM, after 0.7 s SIGKILL, and Cancelled is thrown once
// it has ended; it is never left behind. Throws NotFound, PermissionDenied, OutOfMemory or ReadFailed (path, reason) where it cannot be started.
ChildEnd runChild(const ChildCommand& command, const CancelToken& cancel);

}  // namespace wb::io
