#pragma once

#include <string>
#include <string_view>

namespace wb {

std::string_view version() noexcept;    // "0.1.0", from CMake
std::string_view commit() noexcept;     // "f5fc0c5dc0a2", with "-dirty" where files differ from it; empty where it was not known
std::string_view libraries() noexcept;  // "libcurl/7.88.1 OpenSSL/3.0.17 …": what core was built with

// Lines for --version, without the last line feed: "PROGRAM 0.1.0 (commit f5fc0c5dc0a2)", and the libraries with those of the program (may be empty)
// first.
std::string versionText(std::string_view program, std::string_view ownLibraries);

}  // namespace wb
