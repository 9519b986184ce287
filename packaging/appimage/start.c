#include "packaging/appimage/runtime.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

// True when the program can be loaded here: it can print its version. What the loader says against it goes to stderr.
static bool can_start(const char* program)
{
    const pid_t child = fork();
    if (child == 0) {
        const int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, STDOUT_FILENO);
        execl(program, program, "--version", (char*)NULL);
        perror(program);
        _exit(127);
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void set_environment(const char* folder, const char* called)
{
    char self[PATH_MAX];
    const ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length > 0) {
        self[length] = '\0';
        setenv("APPIMAGE", self, 1);
    }
    setenv("APPDIR", folder, 1);
    setenv("ARGV0", called, 1);
}

void start_program(const char* folder, char** argv, bool is_first)
{
    char program[PATH_MAX];
    const char* slash = strrchr(argv[0], '/');
    const bool is_command_line = strcmp(slash != NULL ? slash + 1 : argv[0], "weightbridge-cli") == 0;
    if (snprintf(program, sizeof program, "%s/bin/%s", folder, is_command_line ? "weightbridge-cli" : "weightbridge") >= (int)sizeof program) {
        return;
    }
    set_environment(folder, argv[0]);
    if (is_first && !can_start(program)) {
        complain("this system lacks what the line above names. The AppImage needs glibc 2.35 or later (Debian 12, Ubuntu 22.04, Fedora 36) and a "
                 "desktop's own\n"
                 "libraries: libstdc++, libX11, libxcb, libGL, libEGL, libOpenGL, fontconfig, freetype. Install the one that is named, or a newer "
                 "system; on a\n"
                 "server without a desktop the command line runs with fewer of them (call this file by the name weightbridge-cli).");
        remove_tree(folder);
        return;
    }
    execv(program, argv);
    complain("%s cannot be run: %s", program, strerror(errno));
}
