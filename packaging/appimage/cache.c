#include "packaging/appimage/runtime.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int remove_entry(const char* path, const struct stat* status, int kind, struct FTW* walk)
{
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

bool remove_tree(const char* folder)
{
    return nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS) == 0;
}

// A folder that nobody else can write to: what is unpacked there will be run.
static bool is_ours(const char* folder)
{
    struct stat status;
    return lstat(folder, &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == geteuid() && (status.st_mode & 022) == 0;
}

static void make_parents(char* path)
{
    for (char* slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0700);
        *slash = '/';
    }
}

// XDG_CACHE_HOME/weightbridge/appimage, else below ~/.cache, else in the folder for temporary files.
static bool cache_folder(char folder[PATH_MAX])
{
    const char* cache = getenv("XDG_CACHE_HOME");
    const char* home = getenv("HOME");
    const char* temporary = getenv("TMPDIR");
    for (int choice = 0; choice < 2; ++choice) {
        int length = 0;
        if (choice == 1) {
            length =
                snprintf(folder, PATH_MAX, "%s/weightbridge-%u/appimage", temporary != NULL && *temporary == '/' ? temporary : "/tmp", geteuid());
        } else if (cache != NULL && *cache == '/') {
            length = snprintf(folder, PATH_MAX, "%s/weightbridge/appimage", cache);
        } else if (home != NULL && *home == '/') {
            length = snprintf(folder, PATH_MAX, "%s/.cache/weightbridge/appimage", home);
        } else {
            continue;
        }
        if (length >= PATH_MAX - KEY_LENGTH - 16) {
            continue;
        }
        make_parents(folder);
        mkdir(folder, 0700);
        if (is_ours(folder) && access(folder, W_OK | X_OK) == 0) {
            return true;
        }
    }
    return complain("there is no folder to unpack into: give one that you can write to as XDG_CACHE_HOME");
}

static bool path_of(const char* folder, const char* name, const char* ending, char path[PATH_MAX])
{
    return snprintf(path, PATH_MAX, "%s/%.*s%s", folder, KEY_LENGTH, name, ending) < PATH_MAX;
}

// Removes all images, whole or begun, whose lock nobody holds, but the whole one of the name `kept`.
static bool remove_unused(const char* folder, const char* kept)
{
    DIR* entries = opendir(folder);
    if (entries == NULL) {
        return errno == ENOENT;
    }
    bool is_fine = true;
    for (struct dirent* entry = readdir(entries); entry != NULL; entry = readdir(entries)) {
        char path[PATH_MAX];
        char lock[PATH_MAX];
        if (strlen(entry->d_name) < KEY_LENGTH || strcmp(entry->d_name, kept) == 0 || strstr(entry->d_name, ".lock") != NULL ||
            snprintf(path, sizeof path, "%s/%s", folder, entry->d_name) >= PATH_MAX || !path_of(folder, entry->d_name, ".lock", lock)) {
            continue;
        }
        const int fd = open(lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0) {
            is_fine = remove_tree(path) && is_fine;
            if (strncmp(entry->d_name, kept, KEY_LENGTH) != 0) {
                unlink(lock);
            }
        }
        if (fd >= 0) {
            close(fd);
        }
    }
    closedir(entries);
    return is_fine;
}

static bool unpack(int fd, off_t offset, const char* folder, const char* goal)
{
    char begun[PATH_MAX];
    if (!path_of(folder, image_key(), ".XXXXXX", begun) || mkdtemp(begun) == NULL) {
        return complain("nothing can be unpacked into %s: %s", folder, strerror(errno));
    }
    if (!extract_image(fd, offset, begun)) {
        remove_tree(begun);
        return false;
    }
    if (rename(begun, goal) != 0) {
        remove_tree(begun);  // another start was quicker
    }
    return access(goal, X_OK) == 0;
}

bool find_or_unpack(int fd, off_t offset, char folder[PATH_MAX], bool* is_new)
{
    char cache[PATH_MAX];
    char lock[PATH_MAX];
    if (!cache_folder(cache) || !path_of(cache, image_key(), "", folder) || !path_of(cache, image_key(), ".lock", lock)) {
        return false;
    }
    *is_new = access(folder, X_OK) != 0;
    if (*is_new) {
        remove_unused(cache, image_key());
    }
    // Inherited by the program, and released by the kernel when the last process that has it ends.
    const int held = open(lock, O_RDWR | O_CREAT | O_NOFOLLOW, 0600);
    if (held < 0 || flock(held, LOCK_SH) != 0) {
        return complain("%s cannot be locked: %s", lock, strerror(errno));
    }
    return access(folder, X_OK) == 0 || unpack(fd, offset, cache, folder);
}

bool forget_unpacked(void)
{
    char cache[PATH_MAX];
    return cache_folder(cache) && remove_unused(cache, "") && (rmdir(cache) == 0 || errno == ENOTEMPTY);
}
