#include "core/base/error.h"
#include "core/job/remote_source.h"
#include "core/net/stream_source.h"
#include "core/plan/read_order.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wb::job {

namespace {

constexpr uint64_t mostBehind = 16ULL << 20;
constexpr int mostTries = 3;  // for a record whose bytes come with damage

// Records of fewer bytes are read apart, so that all others come forwards: none, the counters, or all that a request takes anyway.
uint64_t apartBelow(const plan::Plan& plan)
{
    constexpr std::array<uint64_t, 3> choices{0, 9, 64 << 10};
    const auto found = std::find_if(choices.begin(), choices.end(), [&](uint64_t below) { return plan::backwardBytes(plan, below) <= mostBehind; });
    return found == choices.end() ? choices[1] : *found;
}

net::StreamSource::Window windowOf(const plan::Plan& plan)
{
    net::StreamSource::Window window;
    const uint64_t below = apartBelow(plan);
    window.behind = std::min(plan::backwardBytes(plan, below), mostBehind);
    for (const tensor::Record& record : plan.source.records) {
        if (record.bytes < below) {
            window.apart.push_back({record.offset, record.unread ? record.unread->endOfRoom : record.offset + record.bytes});
        }
    }
    std::sort(window.apart.begin(), window.apart.end(), [](const net::ByteRange& a, const net::ByteRange& b) { return a.begin < b.begin; });
    return window;
}

// Opens the stream, and holds the file against what the plan was made of.
std::unique_ptr<io::ByteSource> openStream(const plan::Plan& plan, const Source& source, const net::Settings& settings, JobContext& job)
{
    net::RemoteReader::Patience patience;
    patience.later = settings.giveUp;
    auto reader = std::make_unique<net::RemoteReader>(source.url.value(), settings, patience, job);
    const net::RemoteFile& file = reader->open(1);
    const tensor::SourceFile& planned = plan.source.files.front();
    if (file.bytes != planned.bytes || file.state() != planned.validator) {
        throw Error(ErrorCode::RemoteChanged)
            .file(source.shown)
            .with("host", file.place.host())
            .with("problem", file.bytes != planned.bytes ? "size" : "etag");
    }
    return std::make_unique<net::StreamSource>(std::move(reader), plan::sourceExtents(plan), windowOf(plan), settings, job);
}

// A record that came with damage is asked for again: what was whole before it stays.
convert::Result convertPatiently(const plan::Plan& plan, const convert::ConvertOptions& options, JobContext& job)
{
    for (int tries = 1;; ++tries) {
        try {
            return convert::convert(plan, options, job);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::CrcMismatch || tries == mostTries) {
                throw;
            }
            job.log.warning(std::string(error.fact("part")) + " came with damage and is fetched again");
        }
    }
}

}  // namespace

Outcome runStreamed(const plan::Plan& plan, const Source& source, const net::Settings& settings, const convert::ConvertOptions& options, bool verify,
                    JobContext& job)
{
    convert::ConvertOptions streamed = options;
    streamed.keepOnCrcMismatch = true;
    streamed.openSource = [&](const tensor::SourceFile&) { return openStream(plan, source, settings, job); };
    Outcome outcome;
    outcome.converted = convertPatiently(plan, streamed, job);
    if (verify) {
        outcome.verified = verifyFolder(outcome.converted.folder, job);
        requireVerified(*outcome.verified, outcome.converted.folder);
    }
    return outcome;
}

}  // namespace wb::job
