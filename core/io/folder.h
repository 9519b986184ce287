#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wb::io {

// Small operations on folders. All paths are byte strings as the system has them. Errors as in output_file.h.

// Absolute, without trailing separators, "." and ".." resolved lexically; links are not followed.
std::string absolutePath(const std::string& path);
std::string parentFolder(const std::string& path);
std::string fileName(const std::string& path);
std::string join(const std::string& folder, const std::string& name);

bool exists(const std::string& path) noexcept;
bool isFolder(const std::string& path) noexcept;
std::optional<uint64_t> fileBytes(const std::string& path) noexcept;  // regular files only
// When anything of the file was last changed, its times too: no program can set this. 0: there is none.
int64_t changeTimeNs(const std::string& path) noexcept;
// True when both name the same file (device and inode), or the same absolute path.
bool isSameFile(const std::string& a, const std::string& b) noexcept;
// Names inside, sorted, without "." and "..". Throws NotFound, NotAFolder, PermissionDenied.
std::vector<std::string> listFolder(const std::string& path);
// Makes the folder and its missing parents; returns the first one that it made (to undo), empty when all were there.
std::string makeFolders(const std::string& path);
void removeFile(const std::string& path);  // not being there is fine
void removeEmptyFolder(const std::string& path) noexcept;
void removeFolderTree(const std::string& path);  // never follows links
void syncFolder(const std::string& path);

// Room on the file system that holds `path` (or its nearest parent that exists), for this user.
struct DiskSpace {
    uint64_t freeBytes = 0;
    uint64_t device = 0;      // equal for two paths on one file system
    uint64_t fileSystem = 0;  // the same after a restart, for most; 0: it has no number of its own
};
DiskSpace diskSpace(const std::string& path);

// Memory that this process may still take: MemAvailable, RLIMIT_AS and the cgroup's limit, whichever is least.
uint64_t availableMemory();

// Advisory lock held by one process on one file, released on destruction or death. Throws FolderBusy when another holds it.
class FileLock {
public:
    explicit FileLock(const std::string& path);
    ~FileLock();
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&&) = delete;

private:
    int m_fd = -1;
};

}  // namespace wb::io
