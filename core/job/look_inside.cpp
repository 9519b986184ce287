#include "core/base/error.h"
#include "core/job/open_index.h"

#include <algorithm>
#include <utility>

namespace wb::job {

namespace {

// Someone waits for the answer.
constexpr std::chrono::seconds patience{60};

RemoteFacts factsOf(const net::RemoteFile& file)
{
    RemoteFacts facts;
    facts.bytes = file.bytes.value_or(0);
    facts.host = file.place.host();
    facts.lastModified = file.lastModified;
    facts.validator = file.state();
    facts.sha256 = file.sha256;
    facts.ranges = file.ranges;
    return facts;
}

tensor::TensorIndex readIndex(const Source& source, const net::RangeSource& bytes, const std::string& stateDictPath, JobContext& job)
{
    constexpr std::string_view indexSuffix = ".index.json";
    if (source.fileName.ends_with(indexSuffix)) {
        throw Error(ErrorCode::NotAvailable).with("name", "a list of shards over the network");
    }
    tensor::TensorIndex index = openIndex(bytes, stateDictPath, job);
    index.files.front().path = source.shown;
    return index;
}

}  // namespace

std::unique_ptr<net::RangeSource> openRange(const Source& source, const net::Settings& settings, JobContext& job)
{
    auto reader = std::make_unique<net::RemoteReader>(
        source.url.value(), settings,
        net::RemoteReader::Patience{std::chrono::seconds(10), std::min<std::chrono::milliseconds>(patience, settings.giveUp)}, job);
    reader->open(net::RangeSource::headBytes);
    return std::make_unique<net::RangeSource>(std::move(reader));
}

Look lookInside(const Source& source, const std::string& stateDictPath, const net::Settings& settings, JobContext& job)
{
    job.progress.begin(Stage::Inspect, 0);
    job.progress.file(source.fileName);
    try {
        const auto bytes = openRange(source, settings, job);
        Look look;
        look.facts = factsOf(bytes->reader().file());
        look.index = readIndex(source, *bytes, stateDictPath, job);
        look.requests = bytes->reader().requests();
        look.bytesRead = bytes->reader().bytesRead();
        return look;
    } catch (Error& error) {
        error.withDefault("file", source.shown);
        error.addTrail("look inside");
        throw;
    }
}

}  // namespace wb::job
