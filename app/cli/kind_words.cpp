#include "app/cli/error_sentences.h"
#include "app/cli/word_table.h"

#include <array>

namespace wb::cli {

namespace {

constexpr std::array kindTable{
    Words{"7z", "a 7-Zip archive"},
    Words{"bare-tensor", "one tensor without a name"},
    Words{"bzip2", "a bzip2 archive"},
    Words{"device", "a device"},
    Words{"dict", "a dictionary without the weights of a model"},
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
    Words{"list", "a list, not a dictionary of tensors"},
    Words{"lz4", "an LZ4 archive"},
    Words{"numpy", "a NumPy array"},
    Words{"onnx", "an ONNX model"},
    Words{"pdf", "a PDF document"},
    Words{"pickle", "a bare pickle, not one that torch.save wrote"},
    Words{"png", "a picture (PNG)"},
    Words{"rar", "a RAR archive"},
    Words{"safetensors", "a safetensors file"},
    Words{"script", "a script"},
    Words{"socket", "a socket"},
    Words{"tar", "a tar archive"},
    Words{"text", "a text file"},
    Words{"unknown", "in no format that is known here"},
    Words{"value", "something other than a dictionary of tensors"},
    Words{"windows-program", "a Windows program"},
    Words{"xml", "an XML file"},
    Words{"xz", "an xz archive"},
    Words{"zeros", "nothing but zeros"},
    Words{"zstd", "a Zstandard archive"},
};

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

bool hasKindWords(std::string_view kind) noexcept
{
    return hasWordsIn(kindTable, kind);
}

std::string kindWords(std::string_view kind)
{
    return wordsIn(kindTable, kind);
}

}  // namespace wb::cli
