#include "packaging/manual/command_table.h"

#include "core/base/version.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <fstream>
#include <iterator>
#include <stdexcept>

// write_manual PROGRAM KIND MORE SECONDS OUTPUT: at build time, one file. KIND is man, bash, zsh or fish, MORE a file of further sections of the
// page, SECONDS its date.
namespace {

using namespace wb::manual;

Command programOf(const std::string& name)
{
    if (name == "weightbridge") {
        return windowProgram();
    }
    return name == "weightbridge-cli" ? commandLineProgram() : torchProgram();
}

std::string textOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error("cannot read " + path);
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string made(const Command& program, const std::string& kind, const std::string& more, const std::string& seconds)
{
    if (kind == "man") {
        const std::time_t time = std::atoll(seconds.c_str());
        return manPage(program, fmt::format("weightbridge {}", wb::version()), fmt::format("{:%Y-%m-%d}", fmt::gmtime(time)), textOf(more));
    }
    if (kind == "bash") {
        return bashCompletion(program);
    }
    return kind == "zsh" ? zshCompletion(program) : fishCompletion(program);
}

}  // namespace

int main(int argc, char** argv)
try {
    if (argc != 6) {
        throw std::runtime_error("five words are wanted");
    }
    std::ofstream output(argv[5], std::ios::binary);
    output << made(programOf(argv[1]), argv[2], argv[3], argv[4]);
    output.flush();
    if (!output) {
        throw std::runtime_error(std::string("cannot write ") + argv[5]);
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "write_manual: %s\n", error.what());
    return 1;
}
