// A fault server for scripts: serves the files below a folder, does so many random faults, and counts.
#include "tests/support/http/certificates.h"
#include "tests/support/http/fault_server.h"
#include "tests/support/http/soak_faults.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <stdexcept>

namespace {

using namespace wb::test;

constexpr const char* usage = R"(wb_fault_server --folder DIR [options]
Serves every file below DIR under its path there, on 127.0.0.1. Prints its port; at SIGTERM or SIGINT one line of JSON with what it did.
  --port N             default: any free one
  --latency-ms L       before each answer
  --bytes-per-second B of each answer
  --most-requests N    more at once are answered 503
  --no-range           knows no ranges
  --faults N           so many random faults in all (default 0)
  --every K            one fault in K requests, on average (default 4)
  --kinds A,B          of cut reset stall 503 429 wrong-range flip (default: all)
  --seed S             of the faults (default 1)
  --flip-file NAME     one byte of this file, NAME as below DIR, is always wrong; may come several times
  --tls DIR            speaks TLS with a certificate made into DIR; authority.crt.pem there is the one to trust
)";

struct Settings {
    std::string folder;
    FaultServer::Options server;
    SoakFaults::Options faults;
    std::vector<std::string> flipFiles;
};

uint64_t numberOf(const std::string& text)
{
    uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
        throw std::invalid_argument("not a number: " + text);
    }
    return number;
}

std::vector<std::string> splitAtCommas(const std::string& text)
{
    std::vector<std::string> parts;
    for (size_t begin = 0; begin <= text.size();) {
        const size_t end = std::min(text.find(',', begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

void useTls(FaultServer::Options& options, const std::string& folder)
{
    std::filesystem::create_directories(folder);
    const CertificateFiles files = makeCertificates(folder).right;
    options.tls = true;
    options.certificateFile = files.certificateFile;
    options.keyFile = files.keyFile;
}

using Take = std::function<void(const std::string& value)>;

std::map<std::string, Take> optionsOf(Settings& settings)
{
    return {
        {"--folder", [&](const std::string& value) { settings.folder = value; }},
        {"--port", [&](const std::string& value) { settings.server.port = static_cast<uint16_t>(numberOf(value)); }},
        {"--latency-ms", [&](const std::string& value) { settings.server.latency = std::chrono::milliseconds(numberOf(value)); }},
        {"--bytes-per-second", [&](const std::string& value) { settings.server.bytesPerSecond = numberOf(value); }},
        {"--most-requests", [&](const std::string& value) { settings.server.mostConnections = static_cast<uint32_t>(numberOf(value)); }},
        {"--faults", [&](const std::string& value) { settings.faults.count = numberOf(value); }},
        {"--every", [&](const std::string& value) { settings.faults.every = numberOf(value); }},
        {"--kinds", [&](const std::string& value) { settings.faults.kinds = splitAtCommas(value); }},
        {"--seed", [&](const std::string& value) { settings.faults.seed = numberOf(value); }},
        {"--flip-file", [&](const std::string& value) { settings.flipFiles.push_back(value); }},
        {"--tls", [&](const std::string& value) { useTls(settings.server, value); }},
    };
}

Settings parse(const std::vector<std::string>& words)
{
    Settings settings;
    const std::map<std::string, Take> options = optionsOf(settings);
    for (size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--no-range") {
            settings.server.supportsRange = false;
            continue;
        }
        const auto option = options.find(words[i]);
        if (option == options.end() || i + 1 == words.size()) {
            throw std::invalid_argument("not understood: " + words[i]);
        }
        option->second(words[++i]);
    }
    if (settings.folder.empty()) {
        throw std::invalid_argument("--folder is wanted");
    }
    return settings;
}

// Bytes of each file, by path.
std::map<std::string, uint64_t> serveFolder(FaultServer& server, const std::string& folder)
{
    std::map<std::string, uint64_t> sizes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            const Content content = Content::ofFile(entry.path().string());
            const std::string path = '/' + std::filesystem::relative(entry.path(), folder).generic_string();
            sizes[path] = content.bytes;
            server.serve(path, content);
        }
    }
    return sizes;
}

// Where the byte lies that is always wrong, by path.
std::map<std::string, uint64_t> flipsOf(const Settings& settings, const std::map<std::string, uint64_t>& sizes)
{
    std::mt19937_64 random(settings.faults.seed);
    std::map<std::string, uint64_t> flips;
    for (const std::string& name : settings.flipFiles) {
        const auto found = sizes.find('/' + name);
        if (found == sizes.end() || found->second == 0) {
            throw std::invalid_argument("no such file to flip a byte of: " + name);
        }
        flips[found->first] = random() % found->second;
    }
    return flips;
}

nlohmann::ordered_json countersOf(const FaultServer& server, const SoakFaults& faults)
{
    std::map<std::string, uint64_t> bytes;
    const std::vector<Request> requests = server.requests();
    for (const Request& request : requests) {
        bytes[request.path()] += request.bodyBytesSent;
    }
    nlohmann::ordered_json counters;
    counters["requests"] = requests.size();
    counters["connections"] = server.connections();
    counters["mostRequestsAtOnce"] = server.mostRequestsSeen();
    counters["bytes"] = bytes;
    counters["faults"] = faults.countsByKind();
    return counters;
}

sigset_t endSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

void run(const Settings& settings)
{
    const sigset_t signals = endSignals();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // in the server's threads too

    SoakFaults faults(settings.faults);
    std::map<std::string, uint64_t> sizes;
    std::map<std::string, uint64_t> flips;
    FaultServer server(settings.server);
    sizes = serveFolder(server, settings.folder);
    flips = flipsOf(settings, sizes);
    server.onRequest([&](const Request& request, uint64_t number) -> std::optional<Fault> {
        const auto size = sizes.find(request.path());
        Fault fault = faults.faultOf(request, number, size == sizes.end() ? 0 : size->second).value_or(Fault{});
        if (const auto flip = flips.find(request.path()); flip != flips.end()) {
            fault.flips.push_back(flip->second);
        }
        return fault;
    });
    std::printf("%u\n", server.port());
    std::fflush(stdout);
    int signal = 0;
    ::sigwait(&signals, &signal);
    server.goDown();
    std::printf("%s\n", countersOf(server, faults).dump().c_str());
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        run(parse({argv + 1, argv + argc}));
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "wb_fault_server: %s\n\n%s", error.what(), usage);
        return 2;
    }
}
