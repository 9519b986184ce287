#include "app/cli/error_sentences.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wb::cli {

namespace {

using Words = std::pair<std::string_view, std::string_view>;

constexpr std::array problemTable{
    Words{"bad-offsets", "its offsets are no begin and end"},
    Words{"byteorder", "its byte order is neither little nor big"},
    Words{"cast", "values of this type cannot be converted"},
    Words{"cut", "it is cut off"},
    Words{"depth", "it is nested too deep"},
    Words{"dimensions", "it has too many dimensions"},
    Words{"duplicate", "it occurs twice"},
    Words{"empty", "it is empty"},
    Words{"empty-label", "a label is empty"},
    Words{"hole", "there is a hole"},
    Words{"index", "a key is no number of a class"},
    Words{"leaves-folder", "the name leads out of the folder"},
    Words{"length", "the lengths disagree"},
    Words{"link", "it is a symbolic link"},
    Words{"missing", "it is missing"},
    Words{"negative", "a number is negative"},
    Words{"no-end-record", "the end record is missing"},
    Words{"not-a-label", "a label is no text"},
    Words{"not-a-number", "it is no number"},
    Words{"not-json", "it is not JSON"},
    Words{"not-object", "it is no JSON object"},
    Words{"not-text", "it is not text"},
    Words{"not-utf8", "the text is not UTF-8"},
    Words{"other-variant", "the file of that name is of another variant"},
    Words{"overflow", "its size overflows"},
    Words{"overlap", "it overlaps another part"},
    Words{"past-end", "it ends past the end of what holds it"},
    Words{"size", "the sizes disagree"},
    Words{"syntax", "it is not well-formed JSON"},
    Words{"trailing", "bytes follow its end"},
    Words{"truncated", "it is cut off"},
    Words{"unknown-key", "the key is not known"},
    Words{"unsorted", "the order is wrong"},
};

constexpr std::array kindTable{
    Words{"7z", "a 7-Zip archive"},
    Words{"block-device", "a device"},
    Words{"character-device", "a device"},
    Words{"device", "a device"},
    Words{"elf", "a program (ELF)"},
    Words{"fifo", "a pipe (FIFO)"},
    Words{"flatbuffer", "a FlatBuffer"},
    Words{"folder", "a folder without a checkpoint in it"},
    Words{"folder-of-several", "a folder with several checkpoints"},
    Words{"gif", "a picture (GIF)"},
    Words{"gzip", "a gzip archive"},
    Words{"hdf5", "an HDF5 file"},
    Words{"html", "an HTML page"},
    Words{"jpeg", "a picture (JPEG)"},
    Words{"json", "a JSON file"},
    Words{"lfs-pointer", "a Git LFS pointer, not the file itself"},
    Words{"npy", "a NumPy array"},
    Words{"numpy", "a NumPy array"},
    Words{"onnx", "an ONNX model"},
    Words{"pdf", "a PDF document"},
    Words{"png", "a picture (PNG)"},
    Words{"rar", "a RAR archive"},
    Words{"socket", "a socket"},
    Words{"tar", "a tar archive"},
    Words{"text", "a text file"},
    Words{"unknown", "in no format that is known here"},
    Words{"xml", "an XML file"},
    Words{"xz", "an xz archive"},
    Words{"zeros", "nothing but zeros"},
    Words{"zstd", "a Zstandard archive"},
};

template <typename Table>
std::string wordsIn(const Table& table, std::string_view token)
{
    for (const Words& row : table) {
        if (row.first == token) {
            return std::string(row.second);
        }
    }
    std::string words = printable(token);
    std::replace(words.begin(), words.end(), '-', ' ');
    return words;
}

}  // namespace

std::string problemWords(std::string_view problem)
{
    return wordsIn(problemTable, problem);
}

std::string kindWords(std::string_view kind)
{
    return wordsIn(kindTable, kind);
}

}  // namespace wb::cli
