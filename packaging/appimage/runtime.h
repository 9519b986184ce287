#ifndef WEIGHTBRIDGE_APPIMAGE_RUNTIME_H
#define WEIGHTBRIDGE_APPIMAGE_RUNTIME_H

#include <limits.h>
#include <stdbool.h>
#include <sys/types.h>

// The part of a type-2 AppImage that is run: this program, and a squashfs image behind it in the same file. The image is unpacked once into the
// user's cache, so that later starts are those of an installed program; it needs neither FUSE nor any library.

enum { KEY_LENGTH = 64 };

// Hex SHA-256 of the image, set by make_appimage.cmake.
const char* image_key(void);

// Prints "weightbridge: …" and a line feed on stderr, and returns false.
bool complain(const char* format, ...) __attribute__((format(printf, 1, 2)));

// image.c: where the image begins in this file; -1 when the file is none.
off_t image_offset(int fd);
// extract.c: unpacks the image into an empty folder.
bool extract_image(int fd, off_t offset, const char* folder);

// cache.c: finds or makes the unpacked image, and keeps it from being removed by other versions for as long as this process, or what it becomes,
// lives.
bool find_or_unpack(int fd, off_t offset, char folder[PATH_MAX], bool* is_new);
// Removes what is unpacked and not in use.
bool forget_unpacked(void);
bool remove_tree(const char* folder);

// start.c: becomes the program in `folder` that this file was called by the name of, else the window. Returns only on failure.
void start_program(const char* folder, char** argv, bool is_first);

#endif
