#include "core/convert/work_folder.h"

#include "core/base/error.h"
#include "core/convert/standing.h"
#include "core/plan/planner.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

namespace wb::convert {

namespace {

constexpr uint64_t statBlock = 512;

// Room that a file takes, with what was reserved for it beyond its end.
uint64_t bytesTaken(const std::string& path) noexcept
{
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0) {
        return 0;
    }
    return std::max(static_cast<uint64_t>(info.st_blocks) * statBlock, static_cast<uint64_t>(info.st_size));
}

uint64_t bytesTakenByParts(const plan::Plan& plan, const OutputPaths& paths, bool publishing)
{
    uint64_t sum = 0;
    for (const plan::PlannedFile& file : plan.weightFiles) {
        const uint64_t part = bytesTaken(paths.part(file));
        const uint64_t whole = part == 0 && publishing ? bytesTaken(paths.final(file)) : part;
        sum += std::min(whole, file.bytes);
    }
    return sum;
}

// Makes DIR/.weightbridge; says how many folders from DIR upwards there were not before.
uint32_t makeWorkFolder(const OutputPaths& paths)
{
    const std::string first = io::makeFolders(paths.work());
    uint32_t made = 0;
    for (std::string at = paths.folder(); !first.empty() && at.size() >= first.size(); at = io::parentFolder(at)) {
        ++made;
    }
    return made;
}

}  // namespace

std::unique_ptr<WorkFolder> WorkFolder::open(const plan::Plan& plan, bool overwrite, plan::Keeping keeping, JobContext& job,
                                             std::optional<plan::ConversionReport>& finished)
{
    const OutputPaths paths(plan);
    requireNotTheSource(plan, paths);
    requireUsablePlaces(plan, paths);
    uint32_t foldersMade = 0;
    if (!io::exists(paths.work())) {
        finished = lookAtPlaces(plan, paths, std::nullopt, overwrite, job.limits);
        if (finished) {
            return nullptr;
        }
        plan::requireRoom(plan, keeping, 0);
        foldersMade = makeWorkFolder(paths);
    }
    std::unique_ptr<WorkFolder> folder(new WorkFolder(plan, keeping, paths, io::FileLock(paths.lock()), foldersMade));
    if (!io::exists(paths.lock())) {  // another run has just finished and taken its lock file away
        return open(plan, overwrite, keeping, job, finished);
    }
    std::optional<JournalState> found = readJournal(paths.journal(), job.limits.jsonBytes);
    finished = lookAtPlaces(plan, paths, found, overwrite, job.limits);
    if (finished) {
        folder->remove();
        return nullptr;
    }
    folder->start(plan, std::move(found));
    return folder;
}

WorkFolder::WorkFolder(const plan::Plan& plan, plan::Keeping keeping, OutputPaths paths, io::FileLock lock, uint32_t foldersMade)
    : m_plan(plan), m_keeping(keeping), m_paths(std::move(paths)), m_lock(std::move(lock)), m_foldersMade(foldersMade)
{}

void WorkFolder::start(const plan::Plan& plan, std::optional<JournalState> found)
{
    m_foldersMade = found ? found->foldersMade : m_foldersMade;
    if (found && found->fingerprint == plan.fingerprint) {
        plan::requireRoom(plan, m_keeping, bytesTakenByParts(plan, m_paths, found->publishing));
        m_resumed = !found->tensors.empty() || found->publishing;
        m_journal.emplace(m_paths.journal(), std::move(*found));
        return;
    }
    try {
        clear();
        plan::requireRoom(plan, m_keeping, 0);
        m_journal.emplace(Journal::create(m_paths.journal(), plan.fingerprint, m_foldersMade));
    } catch (const Error&) {
        discard();
        throw;
    }
}

void WorkFolder::clear()
{
    for (const plan::PlannedFile& file : m_plan.weightFiles) {
        if (file.format == plan::Format::Pth) {
            io::removeFile(m_paths.part(file));
        }
    }
    for (const std::string& name : io::listFolder(m_paths.work())) {
        const std::string path = m_paths.inWork(name);
        if (path != m_paths.lock()) {
            io::removeFolderTree(path);
        }
    }
}

void WorkFolder::remove()
{
    m_journal.reset();
    io::removeFolderTree(m_paths.work());
    io::syncFolder(m_paths.folder());
}

void WorkFolder::discard() noexcept
{
    m_journal.reset();
    try {
        clear();
        io::removeFolderTree(m_paths.work());
    } catch (const Error&) {
        return;  // the error that led here counts more
    }
    std::string at = m_paths.folder();
    for (uint32_t i = 0; i < m_foldersMade; ++i) {
        io::removeEmptyFolder(at);
        at = io::parentFolder(at);
    }
}

}  // namespace wb::convert
