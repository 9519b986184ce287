#include "core/io/folder_entry.h"

#include "core/io/folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <climits>

namespace wb::io {

namespace {

FolderEntry::Kind kindOf(mode_t mode) noexcept
{
    if (S_ISREG(mode)) {
        return FolderEntry::Kind::File;
    }
    if (S_ISDIR(mode)) {
        return FolderEntry::Kind::Folder;
    }
    return S_ISLNK(mode) ? FolderEntry::Kind::Link : FolderEntry::Kind::Special;
}

std::string targetOf(const std::string& path)
{
    std::string target(PATH_MAX, '\0');
    const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
    target.resize(length > 0 ? static_cast<size_t>(length) : 0);
    return target;
}

}  // namespace

std::vector<FolderEntry> listEntries(const std::string& folder, size_t most)
{
    std::vector<std::string> names = listFolder(folder);
    names.resize(std::min(names.size(), most));
    std::vector<FolderEntry> entries;
    for (std::string& name : names) {
        const std::string path = join(folder, name);
        struct stat facts = {};
        if (::lstat(path.c_str(), &facts) != 0) {
            continue;
        }
        FolderEntry entry{std::move(name), kindOf(facts.st_mode), 0, {}};
        if (entry.kind == FolderEntry::Kind::File) {
            entry.bytes = static_cast<uint64_t>(facts.st_size);
        } else if (entry.kind == FolderEntry::Kind::Link) {
            entry.target = targetOf(path);
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace wb::io
