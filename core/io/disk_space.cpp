#include "core/base/error.h"
#include "core/io/folder.h"

#include <sys/stat.h>
#include <sys/statvfs.h>

#include <cerrno>

namespace wb::io {

DiskSpace diskSpace(const std::string& path)
{
    std::string at = absolutePath(path);
    while (!exists(at) && at != parentFolder(at)) {
        at = parentFolder(at);
    }
    struct statvfs room {};
    struct stat info {};
    if (::statvfs(at.c_str(), &room) != 0 || ::stat(at.c_str(), &info) != 0) {
        throw systemError(errno, at, ErrorCode::ReadFailed);
    }
    return {static_cast<uint64_t>(room.f_bavail) * room.f_frsize, info.st_dev, room.f_fsid};
}

}  // namespace wb::io
