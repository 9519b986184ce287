#include "core/base/error.h"
#include "core/job/remote_source.h"
#include "core/net/stream_source.h"
#include "core/plan/read_order.h"

#include <algorithm>
#include <utility>

namespace wb::job {

namespace {

constexpr uint64_t mostBehind = 16ULL << 20;
constexpr int mostTries = 3;  // for a record whose bytes come with damage

// Opens the stream, and holds the file against what the plan was made of.
std::unique_ptr<io::ByteSource> openStream(const plan::Plan& plan, const Source& source, const net::Settings& settings, JobContext& job)
{
    net::RemoteReader::Patience patience;
    patience.later = settings.giveUp;
    auto reader = std::make_unique<net::RemoteReader>(source.url.value(), settings, patience, job);
    const net::RemoteFile& file = reader->open(1);
    const tensor::SourceFile& planned = plan.source.files.front();
    const std::string& validator = file.etag.empty() ? file.lastModified : file.etag;
    if (file.bytes != planned.bytes || validator != planned.validator) {
        throw Error(ErrorCode::RemoteChanged)
            .file(source.shown)
            .with("host", file.place.host())
            .with("problem", file.bytes != planned.bytes ? "size" : "etag");
    }
    std::vector<net::ByteRange> wanted;
    for (const plan::Extent& extent : plan::sourceExtents(plan)) {
        wanted.push_back({extent.begin, extent.end});
    }
    net::StreamSource::Window window;
    window.behind = std::min(plan::backwardBytes(plan), mostBehind);
    return std::make_unique<net::StreamSource>(std::move(reader), std::move(wanted), window, settings, job);
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
