#include "core/checkpoint/zip_directory.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/checkpoint/zip_central.h"
#include "core/checkpoint/zip_local.h"
#include "core/io/buffered_reader.h"

#include <algorithm>
#include <iterator>

namespace wb::checkpoint {

namespace {

constexpr uint64_t entriesBetweenCancelChecks = 2048;

void requireLimits(const io::ByteSource& source, const ZipEnd& end, const Limits& limits)
{
    if (end.entries > limits.zipEntries) {
        throw Error(ErrorCode::LimitExceeded)
            .file(source.name())
            .part("central directory")
            .offset(end.directoryOffset)
            .with("problem", "zip-entries")
            .with("found", end.entries)
            .with("limit", limits.zipEntries);
    }
    if (end.directoryBytes > limits.zipDirectoryBytes) {
        throw Error(ErrorCode::LimitExceeded)
            .file(source.name())
            .part("central directory")
            .offset(end.directoryOffset)
            .with("problem", "zip-directory-bytes")
            .with("found", end.directoryBytes)
            .with("limit", limits.zipDirectoryBytes);
    }
}

}  // namespace

ZipDirectory ZipDirectory::read(const io::ByteSource& source, JobContext& job)
{
    const ZipEnd end = readZipEnd(source);
    requireLimits(source, end, job.limits);
    ZipDirectory out;
    out.m_directoryOffset = end.directoryOffset;
    io::BufferedReader reader(source, end.directoryOffset, end.directoryOffset + end.directoryBytes);
    const auto countError = [&](uint64_t found) {
        return Error(ErrorCode::ZipEntryCount)
            .file(source.name())
            .part("central directory")
            .offset(reader.position())
            .with("expected", end.entries)
            .with("found", found);
    };
    for (uint64_t i = 0; i < end.entries; ++i) {
        if (i % entriesBetweenCancelChecks == 0) {
            job.cancel.throwIfCancelled();
        }
        if (reader.remaining() == 0) {
            throw countError(i).with("problem", "fewer");
        }
        out.m_entries.push_back(readCentralEntry(reader, end, job.limits));
    }
    if (reader.remaining() != 0) {
        throw countError(end.entries).with("problem", "more");
    }
    out.requireApart(source);
    out.sortByName(source);
    return out;
}

void ZipDirectory::requireApart(const io::ByteSource& source)
{
    std::sort(m_entries.begin(), m_entries.end(), [](const ZipEntry& a, const ZipEntry& b) { return a.localHeader < b.localHeader; });
    m_headers.reserve(m_entries.size());
    uint64_t taken = 0;
    for (const ZipEntry& entry : m_entries) {
        if (entry.localHeader < taken) {
            throw Error(ErrorCode::ZipOverlap).file(source.name()).part(printable(entry.name)).offset(entry.localHeader).with("problem", "overlap");
        }
        taken = entry.localHeader + zipLocalHeaderBytes + entry.name.size() + entry.bytes;
        m_headers.push_back(entry.localHeader);
    }
}

void ZipDirectory::sortByName(const io::ByteSource& source)
{
    const auto isFile = [](const ZipEntry& entry) { return entry.name.back() != '/'; };
    const auto folders = std::stable_partition(m_entries.begin(), m_entries.end(), isFile);
    m_folders.assign(std::make_move_iterator(folders), std::make_move_iterator(m_entries.end()));
    m_entries.erase(folders, m_entries.end());
    std::sort(m_entries.begin(), m_entries.end(), [](const ZipEntry& a, const ZipEntry& b) { return a.name < b.name; });
    const auto same = [](const ZipEntry& a, const ZipEntry& b) { return a.name == b.name; };
    const auto twice = std::adjacent_find(m_entries.begin(), m_entries.end(), same);
    if (twice != m_entries.end()) {
        const std::string name = printable(twice->name);
        const uint64_t second = std::max(twice->localHeader, (twice + 1)->localHeader);
        throw Error(ErrorCode::ZipDuplicate).file(source.name()).part(name).offset(second).with("name", name);
    }
}

const ZipEntry* ZipDirectory::find(std::string_view name) const noexcept
{
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), name,
                                     [](const ZipEntry& entry, std::string_view wanted) { return entry.name < wanted; });
    return at != m_entries.end() && at->name == name ? &*at : nullptr;
}

uint64_t ZipDirectory::endOfRoom(const ZipEntry& entry) const
{
    const auto next = std::upper_bound(m_headers.begin(), m_headers.end(), entry.localHeader);
    return next == m_headers.end() ? m_directoryOffset : *next;
}

uint64_t ZipDirectory::dataOffset(const io::ByteSource& source, const ZipEntry& entry) const
{
    return requireLocalHeader(source, entry, endOfRoom(entry));
}

}  // namespace wb::checkpoint
