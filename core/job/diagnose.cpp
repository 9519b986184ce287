#include "core/job/diagnose.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/base/version.h"
#include "core/hub/hub_folders.h"
#include "core/hub/keychain.h"
#include "core/io/folder.h"
#include "core/job/check_connection.h"
#include "core/job/remote_source.h"
#include "core/net/url.h"
#include "core/verify/torch_helper.h"

#include <fmt/format.h>

#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/sysmacros.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <sstream>
#include <string_view>
#include <thread>
#include <utility>

namespace wb::job {

namespace {

constexpr size_t longestValue = 4096;

// Those whose value is told; a secret one only that it is set.
struct Variable {
    const char* name;
    bool isSecret = false;
};
constexpr auto variables = std::to_array<Variable>({
    {"HF_TOKEN", true},
    {"HUGGING_FACE_HUB_TOKEN", true},
    {"HF_TOKEN_PATH"},
    {"HF_HOME"},
    {"HF_HUB_CACHE"},
    {"HF_ENDPOINT"},
    {"HF_HUB_OFFLINE"},
    {"TRANSFORMERS_OFFLINE"},
    {"TORCH_HOME"},
    {"http_proxy"},
    {"https_proxy"},
    {"HTTPS_PROXY"},
    {"all_proxy"},
    {"ALL_PROXY"},
    {"no_proxy"},
    {"NO_PROXY"},
    {"SSL_CERT_FILE"},
    {"REQUESTS_CA_BUNDLE"},
    {"CURL_CA_BUNDLE"},
    {"WEIGHTBRIDGE_TORCH"},
    {"LD_LIBRARY_PATH"},
    {"LD_PRELOAD"},
    {"LANG"},
    {"LC_ALL"},
    {"LC_NUMERIC"},
    {"XDG_RUNTIME_DIR"},
    {"XDG_CACHE_HOME"},
    {"XDG_DATA_HOME"},
    {"XDG_CONFIG_HOME"},
    {"XDG_SESSION_TYPE"},
    {"XDG_CURRENT_DESKTOP"},
    {"DBUS_SESSION_BUS_ADDRESS"},
    {"DISPLAY"},
    {"WAYLAND_DISPLAY"},
    {"QT_QPA_PLATFORM"},
    {"QT_PLUGIN_PATH"},
    {"QT_SCALE_FACTOR"},
});

std::string line(std::string_view name, std::string_view value)
{
    return fmt::format("{}: {}\n", name, value.empty() ? "-" : printable(value, longestValue));
}

// Of a file that the kernel or the system keeps; empty where it is not there.
std::string firstValue(const char* file, std::string_view key, char separator)
{
    std::ifstream stream(file);
    std::string text;
    while (std::getline(stream, text)) {
        const size_t at = text.find(separator);
        if (at != std::string::npos && trimmed(std::string_view(text).substr(0, at)) == key) {
            return std::string(trimmed(std::string_view(text).substr(at + 1), " \t\""));
        }
    }
    return {};
}

std::string processorText()
{
    const std::string flags = " " + firstValue("/proc/cpuinfo", "flags", ':') + " ";
    std::string used;
    for (const auto& [flag, name] : {std::pair{" sha_ni ", "SHA-NI"}, std::pair{" f16c ", "F16C"}, std::pair{" avx2 ", "AVX2"}}) {
        used += fmt::format("{}{} {}", used.empty() ? "" : ", ", name, flags.find(flag) != std::string::npos ? "yes" : "no");
    }
    return fmt::format("{}, {} threads; {}", firstValue("/proc/cpuinfo", "model name", ':'), std::thread::hardware_concurrency(), used);
}

std::string memoryText()
{
    const auto pages = static_cast<uint64_t>(std::max(0L, ::sysconf(_SC_PHYS_PAGES)));
    const auto page = static_cast<uint64_t>(std::max(0L, ::sysconf(_SC_PAGESIZE)));
    return fmt::format("{} of {} free", formatByteSize(io::availableMemory()), formatByteSize(pages * page));
}

std::string kernelText()
{
    struct utsname names {};
    return ::uname(&names) == 0 ? fmt::format("{} {} {}", names.sysname, names.release, names.machine) : std::string();
}

// statfs(2)'s magic numbers of file systems that are slow or vanish.
std::string_view fileSystemName(uint64_t type)
{
    switch (type) {
    case 0xEF53:
        return "ext";
    case 0x9123683E:
        return "btrfs";
    case 0x58465342:
        return "xfs";
    case 0x01021994:
        return "in memory";
    case 0x794C7630:
        return "overlay";
    case 0x6969:
        return "network (NFS)";
    case 0xFF534D42:
    case 0xFE534D42:
    case 0x517B:
        return "network (SMB)";
    case 0x65735546:
        return "FUSE";
    case 0x4D44:
        return "FAT: no file over 4 GB";
    default:
        return "other file system";
    }
}

std::string_view speedClass(const std::string& path)
{
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) {
        return "";
    }
    const std::string base = fmt::format("/sys/dev/block/{}:{}/", ::major(info.st_dev), ::minor(info.st_dev));
    for (const char* place : {"queue/rotational", "../queue/rotational"}) {
        char spins = 0;
        if (std::ifstream(base + place).get(spins)) {
            return spins == '1' ? ", spinning disk" : ", solid state";
        }
    }
    return "";
}

std::string folderText(const std::string& folder)
{
    std::string there = folder;
    while (!io::isFolder(there) && there.size() > 1) {
        there = io::parentFolder(there);
    }
    struct statfs system {};
    if (::statfs(there.c_str(), &system) != 0) {
        return folder + " (cannot be looked at)";
    }
    const bool isWritable = ::access(there.c_str(), W_OK) == 0;
    return fmt::format("{} ({}{}, {} free, {}{})", folder, there == folder ? "" : "not made yet, ", isWritable ? "writable" : "NOT writable",
                       formatByteSize(io::diskSpace(there).freeBytes), fileSystemName(static_cast<uint64_t>(system.f_type) & 0xFFFFFFFF),
                       speedClass(there));
}

std::string helperText()
{
    try {
        return verify::findTorchHelper();
    } catch (const Error&) {
        return "not found (only needed to compare outputs)";
    }
}

std::string networkLines(const net::Environment& environment)
{
    try {
        const net::Settings settings = net::settingsFromEnvironment(environment);
        const std::string proxy = proxyFor(net::Url::parse(settings.endpoint), environment);
        return line("hub", settings.endpoint) + line("offline", settings.offline ? "yes" : "no") + line("proxy", proxy.empty() ? "none" : proxy) +
               line("certificates", settings.caFile.empty() ? "the system's" : settings.caFile);
    } catch (const Error&) {
        return line("hub", "HF_ENDPOINT is no address");
    }
}

std::string variableLines(const net::Environment& environment)
{
    std::string lines;
    for (const Variable& variable : variables) {
        const std::string value = net::valueOf(environment, variable.name);
        if (!value.empty()) {
            lines += line(variable.name, variable.isSecret ? "set, not shown" : withoutCredentials(value));
        }
    }
    return lines;
}

}  // namespace

std::string diagnosis(const net::Environment& environment)
{
    std::string text = versionText("weightbridge", {}) + "\n";
    text += line("system", firstValue("/etc/os-release", "PRETTY_NAME", '='));
    text += line("kernel", kernelText());
    text += line("processor", processorText());
    text += line("memory", memoryText());
    text += line("sources", folderText(defaultSourceFolder()));
    text += line("hub cache", folderText(hub::cacheFolder(environment)));
    text += line("temporary", folderText(net::valueOf(environment, "TMPDIR").empty() ? "/tmp" : net::valueOf(environment, "TMPDIR")));
    text += networkLines(environment);
    text += line("weightbridge-torch", helperText());
    text += line("keychain", hub::keychainState(environment));
    text += variableLines(environment);
    std::string safe;
    std::istringstream lines(text);
    for (std::string each; std::getline(lines, each);) {
        safe += redacted(each) + "\n";
    }
    return safe;
}

}  // namespace wb::job
