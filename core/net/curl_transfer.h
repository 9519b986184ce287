#pragma once

#include "core/net/http_client.h"
#include "core/net/throttle.h"

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>

namespace wb::net {

struct SlistCleanup {
    void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};
struct EasyCleanup {
    void operator()(CURL* easy) const noexcept { curl_easy_cleanup(easy); }
};
// One transfer of a client: its handle, and what libcurl's callbacks, which run inside HttpClient::run(), know of it.
struct CurlTransfer {
    using Clock = std::chrono::steady_clock;

    std::unique_ptr<CURL, EasyCleanup> easy;
    std::unique_ptr<curl_slist, SlistCleanup> fields;
    std::array<char, CURL_ERROR_SIZE> reason{};
    Receiver* receiver = nullptr;
    std::string secret;  // not to be seen in the head
    Head head;
    size_t headBytes = 0;
    bool headIsWhole = false;
    bool headGiven = false;
    bool isPaused = false;
    Throttle* throttle = nullptr;
    bool stopped = false;
    bool tooMuchHead = false;
    bool onlyOutside = false;
    bool mayBeProxied = false;                  // the address connected to may be the proxy's
    Clock::time_point lastByte = Clock::now();  // of the body
    Clock::time_point watched = Clock::now();   // since when `moved` counts
    uint64_t received = 0;
    uint64_t moved = 0;  // since `watched`, both ways
    std::shared_ptr<const RequestBody> body;
    uint64_t bodyAt = 0;    // of the next byte that libcurl takes into its buffer
    uint64_t uploaded = 0;  // that the kernel has taken
    std::chrono::milliseconds answerWithin{0};
    std::exception_ptr bodyFailure;

    bool isSending() const noexcept { return body && uploaded < body->size(); }
};

// Prepares the handle for a request; the transfer must stay where it is. Throws OutOfMemory.
void prepare(CurlTransfer& transfer, const Request& request, const Settings& settings);
// Gives the head to the receiver, once; false when it wants no more. The head is whole when the first byte of the body comes, or the transfer ends.
bool giveHead(CurlTransfer& transfer);

}  // namespace wb::net
