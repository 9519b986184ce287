#include "packaging/appimage/runtime.h"

#include <config.h>
#include <elf.h>
#include <squashfs_fs.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// In a section of its own, to be overwritten when the image is made.
__attribute__((section(".image_key"), used)) static const volatile char key[KEY_LENGTH + 1] =
    "0000000000000000000000000000000000000000000000000000000000000000";

const char* image_key(void)
{
    static char text[KEY_LENGTH + 1];
    for (int i = 0; i < KEY_LENGTH; ++i) {
        text[i] = key[i];
    }
    return text;
}

off_t image_offset(int fd)
{
    Elf64_Ehdr header;
    struct squashfs_super_block block;
    struct stat status;
    if (pread(fd, &header, sizeof header, 0) != (ssize_t)sizeof header || fstat(fd, &status) != 0) {
        return -1;
    }
    const off_t offset = (off_t)header.e_shoff + (off_t)header.e_shentsize * header.e_shnum;  // the section table is the last of an ELF file
    if (pread(fd, &block, sizeof block, offset) != (ssize_t)sizeof block || block.s_magic != SQUASHFS_MAGIC) {
        return -1;
    }
    return offset + (off_t)block.bytes_used <= status.st_size ? offset : -1;
}
