#include "core/job/published_folder.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/folder.h"
#include "core/io/posix_file.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

namespace wb::job {

namespace {

constexpr size_t mostFiles = 1000;
constexpr size_t deepest = 8;
constexpr uint64_t mostFileBytes = 500'000'000'000;  // of the Hub
constexpr size_t longestName = 1000;

bool isLeftOut(std::string_view name)
{
    constexpr std::array<std::string_view, 2> kept{".gitignore", ".gitattributes"};
    constexpr std::array<std::string_view, 5> secrets{"token", "stored_tokens", "credentials", "id_rsa", "id_ed25519"};
    const auto is = [name](std::string_view other) { return name == other; };
    const bool isHidden = name.starts_with('.') && std::none_of(kept.begin(), kept.end(), is);
    return isHidden || std::any_of(secrets.begin(), secrets.end(), is) || name.ends_with(".token") || name.ends_with(".part");
}

bool isPlain(std::string_view name)
{
    return isUtf8(name) && name.find('\\') == std::string_view::npos &&
           std::none_of(name.begin(), name.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; });
}

Error exceeded(const std::string& path, std::string_view part, uint64_t found, uint64_t limit)
{
    return Error(ErrorCode::LimitExceeded).file(path).part(part).with("found", found).with("limit", limit);
}

struct stat factsOf(const std::string& path)
{
    struct stat facts {};
    if (::lstat(path.c_str(), &facts) != 0) {
        throw systemError(errno, path, ErrorCode::ReadFailed);
    }
    return facts;
}

FolderFile fileOf(std::string name, const std::string& path, const struct stat& facts)
{
    if (!S_ISREG(facts.st_mode)) {
        throw S_ISLNK(facts.st_mode) ? Error(ErrorCode::UnsafePath).file(path).with("problem", "link") : Error(ErrorCode::NotARegularFile).file(path);
    }
    const auto bytes = static_cast<uint64_t>(facts.st_size);
    if (bytes > mostFileBytes) {
        throw exceeded(path, "bytes", bytes, mostFileBytes);
    }
    return {std::move(name), path, bytes, io::nanosecondsOf(facts.st_mtim), io::nanosecondsOf(facts.st_ctim)};
}

}  // namespace

std::vector<FolderFile> filesToPublish(const std::string& folder, Log& log)
{
    std::vector<FolderFile> files;
    std::vector<std::string> folders{""};  // still to be read; a name inside ends with a slash
    while (!folders.empty()) {
        const std::string inside = std::move(folders.back());
        folders.pop_back();
        if (static_cast<size_t>(std::count(inside.begin(), inside.end(), '/')) > deepest) {
            throw exceeded(folder, "depth", deepest + 1, deepest);
        }
        for (const std::string& last : io::listFolder(inside.empty() ? folder : io::join(folder, inside))) {
            const std::string name = inside + last;
            const std::string path = io::join(folder, name);
            if (isLeftOut(last)) {
                log.warning(printable(path, longestName) + ": is not published");
                continue;
            }
            if (!isPlain(last) || name.size() > longestName) {
                throw Error(ErrorCode::UnsafePath).file(printable(path, longestName)).with("problem", "name");
            }
            const struct stat facts = factsOf(path);
            if (S_ISDIR(facts.st_mode)) {
                folders.push_back(name + '/');
            } else {
                files.push_back(fileOf(name, path, facts));
            }
            if (files.size() + folders.size() > mostFiles) {
                throw exceeded(folder, "files", files.size() + folders.size(), mostFiles);
            }
        }
    }
    std::sort(files.begin(), files.end(), [](const FolderFile& a, const FolderFile& b) { return a.name < b.name; });
    return files;
}

}  // namespace wb::job
