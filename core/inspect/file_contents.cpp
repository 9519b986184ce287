#include "core/inspect/file_contents.h"

#include "core/base/text.h"
#include "core/io/byte_source.h"
#include "core/plan/conversion_report.h"
#include "core/safetensors/reader.h"
#include "core/safetensors/shard_index.h"

#include <algorithm>
#include <array>

namespace wb::inspect {

namespace {

// Without the bytes of a character that was cut.
std::string wholeCharacters(std::string text)
{
    constexpr size_t longestCharacter = 4;
    for (size_t cut = 0; cut < longestCharacter && cut < text.size(); ++cut) {
        const std::string_view rest = std::string_view(text).substr(0, text.size() - cut);
        if (isUtf8(rest)) {
            text.resize(rest.size());
            break;
        }
    }
    return text;
}

std::string beginningOf(const io::ByteSource& source)
{
    std::string text(static_cast<size_t>(std::min(source.size(), mostTextBytes)), '\0');
    source.readAt(0, std::as_writable_bytes(std::span(text)));
    return text;
}

void readText(const io::ByteSource& source, FileContents& contents)
{
    std::string text = beginningOf(source);
    contents.isCut = text.size() < source.size();
    if (contents.isCut) {
        text = wholeCharacters(std::move(text));
    }
    if (text.find('\0') == std::string::npos && isUtf8(text)) {
        contents.text = std::move(text);
    }
}

void readShards(const io::ByteSource& source, FileContents& contents, JobContext& job)
{
    const std::string text = io::readSmallFile(source.name(), job.limits.jsonBytes);
    const safetensors::ShardIndexFile index = safetensors::parseShardIndex(text, source.name(), job);
    for (const std::string& shard : index.shards) {
        contents.shards.push_back({shard, 0});
    }
    for (const auto& [tensor, shard] : index.weightMap) {
        ++contents.shards[shard].tensors;
    }
    contents.totalBytes = index.totalBytes;
}

}  // namespace

FileRole roleOf(std::string_view name) noexcept
{
    constexpr std::array<std::pair<std::string_view, FileRole>, 5> whole{{{"config.json", FileRole::Configuration},
                                                                          {"preprocessor_config.json", FileRole::Processor},
                                                                          {"README.md", FileRole::Card},
                                                                          {"LICENSE", FileRole::Licence},
                                                                          {plan::reportName, FileRole::Report}}};
    for (const auto& [file, role] : whole) {
        if (name == file) {
            return role;
        }
    }
    if (name.ends_with(".safetensors")) {
        return FileRole::Weights;
    }
    if (name.ends_with(".safetensors.index.json")) {
        return FileRole::ShardIndex;
    }
    const auto ends = [name](std::string_view ending) { return name.ends_with(ending); };
    const bool isText = ends(".json") || ends(".md") || ends(".txt") || ends(".html") || ends(".yaml") || name == ".gitattributes";
    return isText ? FileRole::Text : FileRole::Other;
}

FileContents readContents(const std::string& folder, const std::string& name, JobContext& job)
{
    const auto source = io::openInside(folder, name);
    FileContents contents;
    contents.role = roleOf(name);
    if (contents.role == FileRole::Weights) {
        contents.tensors = safetensors::readSafetensors(*source, job).tensors;
        contents.metadata = safetensors::readMetadata(*source, job);
        return contents;
    }
    if (contents.role == FileRole::ShardIndex) {
        readShards(*source, contents, job);
    }
    readText(*source, contents);
    return contents;
}

}  // namespace wb::inspect
