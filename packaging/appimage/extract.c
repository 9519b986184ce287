#include "packaging/appimage/runtime.h"

#include <errno.h>
#include <fcntl.h>
#include <squashfuse.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 1 << 20 };

static bool write_all(int out, const char* bytes, size_t count)
{
    while (count > 0) {
        const ssize_t written = write(out, bytes, count);
        if (written < 0) {
            return false;
        }
        bytes += written;
        count -= (size_t)written;
    }
    return true;
}

static bool copy_file(sqfs* image, sqfs_inode* inode, const char* path)
{
    static char piece[PIECE];
    const int out = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, inode->base.mode & 0755);
    if (out < 0) {
        return false;
    }
    bool is_fine = true;
    for (sqfs_off_t at = 0; is_fine && (uint64_t)at < inode->xtra.reg.file_size;) {
        sqfs_off_t count = PIECE;
        if (sqfs_read_range(image, inode, at, &count, piece) != SQFS_OK || count == 0) {
            errno = EIO;
            is_fine = false;
        } else {
            is_fine = write_all(out, piece, (size_t)count);
            at += count;
        }
    }
    return close(out) == 0 && is_fine;
}

static bool make_link(sqfs* image, sqfs_inode* inode, const char* path)
{
    char target[PATH_MAX];
    size_t size = sizeof target;
    return sqfs_readlink(image, inode, target, &size) == SQFS_OK && symlink(target, path) == 0;
}

static bool extract_entry(sqfs* image, sqfs_traverse* walk, const char* path)
{
    sqfs_inode inode;
    if (sqfs_inode_get(image, &inode, sqfs_dentry_inode(&walk->entry)) != SQFS_OK) {
        errno = EIO;
        return false;
    }
    if (S_ISDIR(inode.base.mode)) {
        return mkdir(path, 0755) == 0;
    }
    if (S_ISLNK(inode.base.mode)) {
        return make_link(image, &inode, path);
    }
    return S_ISREG(inode.base.mode) && copy_file(image, &inode, path);
}

bool extract_image(int fd, off_t offset, const char* folder)
{
    sqfs image;
    sqfs_traverse walk;
    sqfs_err error = SQFS_OK;
    if (sqfs_init(&image, fd, (size_t)offset) != SQFS_OK || sqfs_traverse_open(&walk, &image, sqfs_inode_root(&image)) != SQFS_OK) {
        return complain("this file is damaged: fetch it again");
    }
    bool is_fine = true;
    while (is_fine && sqfs_traverse_next(&walk, &error)) {
        char path[PATH_MAX];
        if (walk.dir_end) {
            continue;
        }
        if (snprintf(path, sizeof path, "%s/%s", folder, walk.path) >= (int)sizeof path) {
            errno = ENAMETOOLONG;
            is_fine = false;
        } else {
            is_fine = extract_entry(&image, &walk, path);
        }
        if (!is_fine) {
            complain("%s cannot be unpacked: %s", path, errno == EIO ? "this file is damaged, fetch it again" : strerror(errno));
        }
    }
    sqfs_traverse_close(&walk);
    sqfs_destroy(&image);
    if (error != SQFS_OK) {
        is_fine = complain("this file is damaged: fetch it again");
    }
    return is_fine;
}
