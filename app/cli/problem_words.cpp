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
    Words{"damaged-result", "a file of an earlier result was changed since"},
    Words{"depth", "it is nested too deep"},
    Words{"dimensions", "it has too many dimensions"},
    Words{"duplicate", "it occurs twice"},
    Words{"duplicate-field", "a field occurs twice"},
    Words{"duplicate-source", "a source key occurs twice"},
    Words{"empty", "it is empty"},
    Words{"empty-label", "a label is empty"},
    Words{"extension-registry", "it uses Python's extension registry"},
    Words{"fewer", "there are fewer than stated"},
    Words{"field-missing", "a field is missing"},
    Words{"field-unknown", "a field is not known"},
    Words{"file-bytes", "the file has another size"},
    Words{"folder-with-bytes", "a folder entry has bytes"},
    Words{"frame-length", "a frame's length is wrong"},
    Words{"frame-past-end", "a frame ends past the end"},
    Words{"groups-width", "the group width does not divide the widths"},
    Words{"hole", "there is a hole"},
    Words{"index", "a key is no number of a class"},
    Words{"index-too-large", "a memo number is too large"},
    Words{"leaves-folder", "the name leads out of the folder"},
    Words{"length", "the lengths disagree"},
    Words{"line-too-long", "a line is too long"},
    Words{"link", "it is a symbolic link"},
    Words{"missing", "it is missing"},
    Words{"missing-field", "a field is missing"},
    Words{"more", "there are more than stated"},
    Words{"more-than-fit", "there are more than fit"},
    Words{"named-arguments", "it calls something with named arguments"},
    Words{"negative", "a number is negative"},
    Words{"nested-frame", "a frame lies in a frame"},
    Words{"no-end-record", "the end record is missing"},
    Words{"no-head", "the model has no classifier"},
    Words{"no-line-end", "a line has no end"},
    Words{"no-mark", "there is no mark on the stack"},
    Words{"no-stop", "it does not end with STOP"},
    Words{"no-storage-class", "torch has no storage of this type"},
    Words{"no-top-folder", "there is no top folder"},
    Words{"no-version", "there is no version"},
    Words{"no-weights", "there are no weights"},
    Words{"not-a-class", "it is no class"},
    Words{"not-a-count", "it is no count"},
    Words{"not-a-label", "a label is no text"},
    Words{"not-a-list", "it is no list"},
    Words{"not-a-number", "it is no number"},
    Words{"not-a-slice", "it is no slice"},
    Words{"not-a-storage", "it is no storage"},
    Words{"not-an-object", "it is no JSON object"},
    Words{"not-callable", "it cannot be called"},
    Words{"not-empty", "it is not empty"},
    Words{"not-json", "it is not JSON"},
    Words{"not-object", "it is no JSON object"},
    Words{"not-set", "the value was never set"},
    Words{"not-text", "it is not text"},
    Words{"not-utf8", "the text is not UTF-8"},
    Words{"nul", "it holds a NUL"},
    Words{"other-plan", "a result of another source or of other options is there"},
    Words{"other-variant", "the file of that name is of another variant"},
    Words{"out-of-band-buffer", "it uses out-of-band buffers"},
    Words{"overflow", "its size overflows"},
    Words{"overlap", "it overlaps another part"},
    Words{"past-end", "it ends past the end of what holds it"},
    Words{"range", "it is out of range"},
    Words{"rows-missing", "there are no rows"},
    Words{"shard-missing", "a shard is missing"},
    Words{"shard-name", "a shard's name is not taken"},
    Words{"size", "the sizes disagree"},
    Words{"storage-size", "its size is not that of its storage"},
    Words{"syntax", "it is not well-formed JSON"},
    Words{"takes-no-items", "it takes no items"},
    Words{"takes-no-state", "it takes no state"},
    Words{"tensor-elsewhere", "a tensor lies in another shard than stated"},
    Words{"tensor-missing", "a tensor is missing"},
    Words{"tensor-unlisted", "a tensor is not listed"},
    Words{"text-form", "it is in the oldest text form"},
    Words{"too-deep", "it is nested too deep"},
    Words{"too-large", "it is too large"},
    Words{"too-long", "it is too long"},
    Words{"too-many", "there are too many"},
    Words{"too-short", "it is too short"},
    Words{"total", "all tensors together ask for far more than the file holds"},
    Words{"total-size", "the total size is wrong"},
    Words{"trailing", "bytes follow its end"},
    Words{"truncated", "it is cut off"},
    Words{"two-top-folders", "there are two top folders"},
    Words{"unaligned", "it is not aligned"},
    Words{"unknown-destination", "a destination key is not the model's"},
    Words{"unknown-key", "the key is not known"},
    Words{"unknown-source", "a source key is not in the file"},
    Words{"unsorted", "the order is wrong"},
    Words{"utf-8", "the text is not UTF-8"},
    Words{"view", "it is a view that goes past its storage"},
    Words{"weight-map-missing", "there is no weight_map"},
};

constexpr std::array kindTable{
    Words{"7z", "a 7-Zip archive"},
    Words{"bzip2", "a bzip2 archive"},
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
    Words{"lz4", "an LZ4 archive"},
    Words{"numpy", "a NumPy array"},
    Words{"onnx", "an ONNX model"},
    Words{"pdf", "a PDF document"},
    Words{"pickle", "a bare pickle, not one that torch.save wrote"},
    Words{"png", "a picture (PNG)"},
    Words{"rar", "a RAR archive"},
    Words{"script", "a script"},
    Words{"socket", "a socket"},
    Words{"tar", "a tar archive"},
    Words{"text", "a text file"},
    Words{"unknown", "in no format that is known here"},
    Words{"windows-program", "a Windows program"},
    Words{"xml", "an XML file"},
    Words{"xz", "an xz archive"},
    Words{"zeros", "nothing but zeros"},
    Words{"zstd", "a Zstandard archive"},
};

template <typename Table> std::string wordsIn(const Table& table, std::string_view token)
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

// Tokens with facts behind colons, as a plan's warnings are.
constexpr std::array warningTable{
    Words{"duplicate-key", "a key occurs twice; the first counts: "},
    Words{"overflow", "values that became infinite: "},
    Words{"shared-storage", "these share one storage and are written each by itself: "},
};

}  // namespace

std::string warningWords(std::string_view warning)
{
    const size_t colon = warning.find(':');
    for (const Words& row : warningTable) {
        if (colon != std::string_view::npos && row.first == warning.substr(0, colon)) {
            return std::string(row.second) + printable(warning.substr(colon + 1), 1000);
        }
    }
    return printable(warning, 1000);
}

std::string problemWords(std::string_view problem)
{
    return wordsIn(problemTable, problem);
}

std::string kindWords(std::string_view kind)
{
    return wordsIn(kindTable, kind);
}

}  // namespace wb::cli
