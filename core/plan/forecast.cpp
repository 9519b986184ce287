#include "core/plan/forecast.h"

#include "core/io/folder.h"

#include <algorithm>

namespace wb::plan {

namespace {

constexpr uint64_t memoryOfAConversion = 64'000'000;  // whatever the size of the checkpoint

// What conversion-report.json will take, rather more than less.
uint64_t reportEstimate(const Plan& plan)
{
    constexpr uint64_t frame = 4096;
    constexpr uint64_t perTensor = 160;  // names of the fields, dtype, hash
    constexpr uint64_t perFile = 160;
    uint64_t bytes = frame + perFile * (plan.weightFiles.size() + plan.textFiles.size());
    for (const mapping::KeyMapRow& row : plan.map.rows) {
        bytes += perTensor + (row.source ? row.source->size() : 0) + (row.destination ? row.destination->size() : 0);
    }
    for (const std::string& warning : plan.warnings) {
        bytes += warning.size();
    }
    return bytes;
}

struct BytesByPlace {
    uint64_t inside = 0;
    uint64_t beside = 0;
};

// The most that two weight files, one after the other, take.
uint64_t largestPair(const Plan& plan)
{
    uint64_t most = 0;
    uint64_t before = 0;
    for (const PlannedFile& file : plan.weightFiles) {
        most = std::max(most, before + file.bytes);
        before = file.bytes;
    }
    return most;
}

BytesByPlace bytesByPlace(const Plan& plan, Keeping keeping)
{
    BytesByPlace bytes;
    if (keeping == Keeping::TwoFiles) {
        bytes.inside = largestPair(plan) + reportEstimate(plan);
        return bytes;
    }
    for (const PlannedFile& file : plan.weightFiles) {
        (file.format == Format::Pth ? bytes.beside : bytes.inside) += file.bytes;
    }
    for (const mapping::TextFile& file : plan.textFiles) {
        bytes.inside += file.text.size();
    }
    bytes.inside += plan.weightFiles.empty() ? 0 : reportEstimate(plan);
    return bytes;
}

}  // namespace

std::vector<RoomNeeded> roomNeeded(const Plan& plan, Keeping keeping)
{
    const BytesByPlace bytes = bytesByPlace(plan, keeping);
    const std::string folder = io::absolutePath(plan.options.outputFolder);
    const io::DiskSpace inside = io::diskSpace(folder);
    if (bytes.beside == 0) {
        return {{folder, bytes.inside, inside.freeBytes, inside.fileSystem}};
    }
    const std::string parent = io::parentFolder(folder);
    const io::DiskSpace beside = io::diskSpace(parent);
    if (beside.device == inside.device) {
        return {{folder, bytes.inside + bytes.beside, inside.freeBytes, inside.fileSystem}};
    }
    return {{folder, bytes.inside, inside.freeBytes, inside.fileSystem}, {parent, bytes.beside, beside.freeBytes, beside.fileSystem}};
}

Forecast makeForecast(const Plan& plan)
{
    Forecast forecast;
    const std::vector<RoomNeeded> rooms = roomNeeded(plan, Keeping::All);
    for (const RoomNeeded& room : rooms) {
        forecast.diskNeeded += room.needed;
        forecast.diskFree += room.free;
    }
    forecast.fileSystem = rooms.front().fileSystem;
    forecast.memoryNeeded = memoryOfAConversion;
    forecast.memoryFree = io::availableMemory();
    return forecast;
}

}  // namespace wb::plan
