#include "packaging/appimage/runtime.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool complain(const char* format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("weightbridge: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return false;
}

static int help(void)
{
    puts("Options of the AppImage itself; all others go to the program:\n"
         "  --appimage-extract   unpack the image into the folder squashfs-root\n"
         "  --appimage-offset    print where in this file the image begins\n"
         "  --appimage-forget    remove what earlier starts unpacked into the cache\n"
         "  --appimage-help      print this\n"
         "Called by the name weightbridge-cli (a link to this file), it is the command line.");
    return 0;
}

static int extract_here(int fd, off_t offset)
{
    if (mkdir("squashfs-root", 0755) != 0) {
        complain("squashfs-root cannot be made: %s", strerror(errno));
        return 1;
    }
    return extract_image(fd, offset, "squashfs-root") ? 0 : 1;
}

int main(int argc, char** argv)
{
    const int fd = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    const off_t offset = fd < 0 ? -1 : image_offset(fd);
    if (offset < 0) {
        complain("this file is damaged or cut off: fetch it again");
        return 1;
    }
    const char* option = argc > 1 ? argv[1] : "";
    if (strcmp(option, "--appimage-help") == 0) {
        return help();
    }
    if (strcmp(option, "--appimage-offset") == 0) {
        printf("%lld\n", (long long)offset);
        return 0;
    }
    if (strcmp(option, "--appimage-extract") == 0) {
        return extract_here(fd, offset);
    }
    if (strcmp(option, "--appimage-forget") == 0) {
        return forget_unpacked() ? 0 : 1;
    }
    char folder[PATH_MAX];
    bool is_new = false;
    if (find_or_unpack(fd, offset, folder, &is_new)) {
        start_program(folder, argv, is_new);
    }
    return 1;
}
