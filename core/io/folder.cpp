#include "core/io/folder.h"

#include "core/base/error.h"
#include "core/io/posix_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace wb::io {

namespace fs = std::filesystem;

namespace {

std::optional<struct stat> statOf(const std::string& path) noexcept
{
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) {
        return std::nullopt;
    }
    return info;
}

}  // namespace

std::string absolutePath(const std::string& path)
{
    std::string out = fs::absolute(fs::path(path)).lexically_normal().native();
    while (out.size() > 1 && out.back() == '/') {
        out.pop_back();
    }
    return out;
}

std::string parentFolder(const std::string& path)
{
    const std::string parent = fs::path(path).parent_path().native();
    return parent.empty() ? "." : parent;
}

std::string fileName(const std::string& path)
{
    return fs::path(path).filename().native();
}

std::string join(const std::string& folder, const std::string& name)
{
    return folder.empty() || folder.back() == '/' ? folder + name : folder + '/' + name;
}

bool exists(const std::string& path) noexcept
{
    struct stat info {};
    return ::lstat(path.c_str(), &info) == 0;
}

bool isFolder(const std::string& path) noexcept
{
    const auto info = statOf(path);
    return info && S_ISDIR(info->st_mode);
}

std::optional<uint64_t> fileBytes(const std::string& path) noexcept
{
    const auto info = statOf(path);
    if (!info || !S_ISREG(info->st_mode)) {
        return std::nullopt;
    }
    return static_cast<uint64_t>(info->st_size);
}

int64_t changeTimeNs(const std::string& path) noexcept
{
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? nanosecondsOf(info.st_ctim) : 0;
}

bool isSameFile(const std::string& a, const std::string& b) noexcept
{
    const auto infoA = statOf(a);
    const auto infoB = statOf(b);
    if (infoA && infoB) {
        return infoA->st_dev == infoB->st_dev && infoA->st_ino == infoB->st_ino;
    }
    return a == b;
}

std::vector<std::string> listFolder(const std::string& path)
{
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), ::closedir);
    if (!folder) {
        const int reason = errno;
        throw reason == ENOTDIR ? Error(ErrorCode::NotAFolder).file(path) : systemError(reason, path, ErrorCode::ReadFailed);
    }
    std::vector<std::string> names;
    while (const dirent* entry = ::readdir(folder.get())) {
        const std::string name = entry->d_name;
        if (name != "." && name != "..") {
            names.push_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string makeFolders(const std::string& path)
{
    std::string first;
    std::vector<std::string> missing;
    for (std::string at = path; !exists(at) && at != parentFolder(at); at = parentFolder(at)) {
        missing.push_back(at);
    }
    for (auto folder = missing.rbegin(); folder != missing.rend(); ++folder) {
        if (::mkdir(folder->c_str(), 0777) != 0 && errno != EEXIST) {
            const Error error = systemError(errno, *folder, ErrorCode::WriteFailed);
            if (!first.empty()) {
                removeFolderTree(first);
            }
            throw error;
        }
        if (first.empty()) {
            first = *folder;
        }
    }
    if (!isFolder(path)) {
        throw Error(ErrorCode::NotAFolder).file(path);
    }
    return first;
}

void removeFile(const std::string& path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
        throw systemError(errno, path, ErrorCode::WriteFailed);
    }
}

void removeEmptyFolder(const std::string& path) noexcept
{
    ::rmdir(path.c_str());
}

void removeFolderTree(const std::string& path)
{
    constexpr int openFolders = 16;
    const auto removeOne = [](const char* name, const struct stat*, int, struct FTW*) { return std::remove(name); };
    if (::nftw(path.c_str(), removeOne, openFolders, FTW_DEPTH | FTW_PHYS) != 0 && errno != ENOENT) {
        throw systemError(errno, path, ErrorCode::WriteFailed);
    }
}

void syncFolder(const std::string& path)
{
    const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems cannot sync a folder (EINVAL): then there is nothing to do.
    if (folder && ::fsync(folder.get()) != 0 && errno == EIO) {
        throw systemError(errno, path, ErrorCode::WriteFailed);
    }
}

}  // namespace wb::io
