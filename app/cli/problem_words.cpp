#include "app/cli/error_sentences.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wb::cli {

namespace {

using Words = std::pair<std::string_view, std::string_view>;

constexpr std::array problemTable{
    Words{"absolute", "it is an absolute path"},
    Words{"ambiguous", "there are several that it could be"},
    Words{"arguments", "a thing is made from what it is not made of"},
    Words{"backslash", "it holds a backslash"},
    Words{"byteorder", "its byte order is neither little nor big"},
    Words{"cast", "values of this type cannot be converted"},
    Words{"cast-size", "values of another size were to be converted"},
    Words{"classes", "it has too many classes"},
    Words{"comment-past-end", "its comment ends past the end of the file"},
    Words{"count", "one of the two has ended"},
    Words{"crashed", "it crashed"},
    Words{"crc", "the checksums disagree"},
    Words{"cut", "it is cut off"},
    Words{"damaged-result", "a file of an earlier result was changed since"},
    Words{"data_offsets", "its offsets are no begin and end"},
    Words{"depth", "it is nested too deep"},
    Words{"dimensions", "it has too many dimensions"},
    Words{"directory", "a record runs into the directory"},
    Words{"disagree", "they do not agree with each other"},
    Words{"disk", "it says that it lies in another file"},
    Words{"disks", "they speak of several files"},
    Words{"dtype", "its type is no name of a type"},
    Words{"duplicate", "it occurs twice"},
    Words{"duplicate-field", "a field occurs twice"},
    Words{"duplicate-source", "a source key occurs twice"},
    Words{"elements", "its number of values cannot be"},
    Words{"empty", "it is empty"},
    Words{"empty-label", "a label is empty"},
    Words{"encrypted", "it is encrypted"},
    Words{"end", "it does not end as a JSON object does"},
    Words{"extension-registry", "it uses Python's extension registry"},
    Words{"fewer", "there are fewer than stated"},
    Words{"field-missing", "a field is missing"},
    Words{"field-unknown", "a field is not known"},
    Words{"fields", "it has another number of parts"},
    Words{"file-bytes", "the file has another size"},
    Words{"folder", "it is a folder"},
    Words{"folder-with-bytes", "a folder entry has bytes"},
    Words{"frame-length", "a frame's length is wrong"},
    Words{"frame-past-end", "a frame ends past the end"},
    Words{"garbage", "what it printed is no result"},
    Words{"groups-width", "the group width does not divide the widths"},
    Words{"header", "the header is too long"},
    Words{"hole", "there is a hole"},
    Words{"incomplete-result", "a file of an earlier result is missing"},
    Words{"index", "a number that stands for a value is no number"},
    Words{"index-too-large", "it stores a value under a number that is too large"},
    Words{"items", "there are too many items"},
    Words{"json", "it is not well-formed JSON"},
    Words{"key", "a name is empty or too long"},
    Words{"kind", "they are of different kinds"},
    Words{"leaves-folder", "the name leads out of the folder"},
    Words{"length", "a number is too long"},
    Words{"line-too-long", "a line is too long"},
    Words{"link", "it is a symbolic link"},
    Words{"literal", "a text is not written as one"},
    Words{"little_endian", "it does not say its byte order"},
    Words{"location", "its place is no text"},
    Words{"magic", "the number that begins each such file is another"},
    Words{"metadata", "the metadata is too large or cannot be read"},
    Words{"metadata-value", "the metadata holds something other than text"},
    Words{"method", "the methods of compression disagree"},
    Words{"missing", "it is missing"},
    Words{"missing-field", "a field is missing"},
    Words{"more", "there are more than stated"},
    Words{"more-than-fit", "there are more than fit"},
    Words{"name", "a name cannot be one"},
    Words{"named-arguments", "something is made from named arguments"},
    Words{"negative", "a number is negative"},
    Words{"nested-frame", "a frame lies in a frame"},
    Words{"nesting", "it is nested too deep"},
    Words{"no-data.pkl", "there is no data.pkl"},
    Words{"no-end-record", "the end record is missing"},
    Words{"no-frame", "there is no frame for a file of this format"},
    Words{"no-head", "the model has no classifier"},
    Words{"no-line-end", "a line has no end"},
    Words{"no-mark", "it takes a group of values that it never began"},
    Words{"no-record", "there is none where they say that one is"},
    Words{"no-stop", "it does not end with STOP"},
    Words{"no-storage-class", "torch has no storage of this type"},
    Words{"no-top-folder", "there is no top folder"},
    Words{"no-version", "there is no version"},
    Words{"no-weights", "there are no weights"},
    Words{"not-a-class", "it is made from something that is no class"},
    Words{"not-a-count", "it is no count"},
    Words{"not-a-label", "a label is no text"},
    Words{"not-a-list", "it is no list"},
    Words{"not-a-slice", "it is no slice"},
    Words{"not-a-storage", "it is no storage"},
    Words{"not-a-tuple", "its shape or strides are no list of numbers"},
    Words{"not-an-integer", "its shape or strides hold something other than whole numbers"},
    Words{"not-an-object", "it is no JSON object"},
    Words{"not-callable", "it is made by something that makes nothing"},
    Words{"not-empty", "it is not empty"},
    Words{"not-finite", "a number is not finite"},
    Words{"not-json", "it is not JSON"},
    Words{"not-object", "it is no JSON object"},
    Words{"not-set", "it asks for a value that it never stored"},
    Words{"not-text", "it is not text"},
    Words{"not-utf8", "the text is not UTF-8"},
    Words{"nul", "it holds a NUL"},
    Words{"number", "a number is not written as one"},
    Words{"odd", "a dictionary gets a key without a value"},
    Words{"other-model", "the folder holds another model than the checkpoint makes"},
    Words{"other-plan", "a result of another source or of other options is there"},
    Words{"other-variant", "the file of that name is of another variant"},
    Words{"out-of-band-buffer", "it wants bytes that are not in the file"},
    Words{"output", "it printed more than any result has"},
    Words{"over-tolerance", "an output is further off than the tolerance"},
    Words{"overflow", "its size overflows"},
    Words{"overlap", "it overlaps another part"},
    Words{"past-end", "it ends past the end of what holds it"},
    Words{"patched", "it is marked as a change to other data"},
    Words{"pickle-bytes", "the description of the tensors is too long"},
    Words{"picture-channels", "the model takes another number of colours"},
    Words{"picture-damaged", "it is damaged"},
    Words{"picture-kind", "it is neither PNG nor JPEG nor WebP"},
    Words{"picture-size", "its number of pixels cannot be taken"},
    Words{"planned-bytes", "another number of bytes was written than planned"},
    Words{"processor-values", "a value of the image processor cannot be"},
    Words{"protocol", "its version is not known"},
    Words{"range", "it is out of range"},
    Words{"read-size", "more was read than a tensor has"},
    Words{"recorded", "an output is too far from the one recorded"},
    Words{"recorded-none", "none of the model's outputs is recorded"},
    Words{"recorded-shape", "it is no picture for this model"},
    Words{"reversed", "its end lies before its begin"},
    Words{"rows", "there are too many rows"},
    Words{"rows-missing", "there are no rows"},
    Words{"schema", "it is of another version"},
    Words{"shape", "its shape is no list of sizes"},
    Words{"shard-missing", "a shard is missing"},
    Words{"shard-name", "a shard's name is not taken"},
    Words{"signature", "it does not begin as it must"},
    Words{"size", "the sizes disagree"},
    Words{"stack", "there are too many values at once"},
    Words{"start", "it does not begin as a JSON object does"},
    Words{"state", "its state is no dictionary"},
    Words{"storage-size", "its size is not that of its storage"},
    Words{"storages", "there are too many storages"},
    Words{"string-bytes", "a text is too long"},
    Words{"symlink", "it is a symbolic link"},
    Words{"syntax", "it is not well-formed JSON"},
    Words{"takes-no-items", "items are added to a thing that takes none"},
    Words{"takes-no-state", "a state is given to a thing that takes none"},
    Words{"tensor-elsewhere", "a tensor lies in another shard than stated"},
    Words{"tensor-missing", "a tensor is missing"},
    Words{"tensor-unlisted", "a tensor is not listed"},
    Words{"tensors", "there are too many tensors"},
    Words{"text-bytes", "all texts together are too long"},
    Words{"text-form", "it is in the oldest text form"},
    Words{"too-deep", "it is nested too deep"},
    Words{"too-large", "it is too large"},
    Words{"too-long", "it is too long"},
    Words{"too-many", "there are too many"},
    Words{"too-short", "it is too short"},
    Words{"total", "all tensors together ask for far more than the file holds"},
    Words{"total-size", "the total size is wrong"},
    Words{"trailing", "bytes follow its end"},
    Words{"two-top-folders", "there are two top folders"},
    Words{"type", "it is of the wrong type"},
    Words{"unaligned", "it is not aligned"},
    Words{"underflow", "it takes more values than it made"},
    Words{"unknown", "it is not known"},
    Words{"unknown-destination", "a destination key is not the model's"},
    Words{"unknown-source", "a source key is not in the file"},
    Words{"utf-8", "the text is not UTF-8"},
    Words{"value", "its value is not one that is taken"},
    Words{"values", "there are too many values"},
    Words{"version", "its version is not one that is known"},
    Words{"view", "it is a view that goes past its storage"},
    Words{"weight-map", "weight_map is no list of names"},
    Words{"weight-map-missing", "there is no weight_map"},
    Words{"zip-directory-bytes", "the archive's directory is too long"},
    Words{"zip-entries", "the archive has too many entries"},
};

// Tokens that mean something else, or nothing more (no words), beside the sentence of their code.
struct WordsOfCode {
    ErrorCode code;
    std::string_view token;
    std::string_view words;
};

constexpr std::array codeTable{
    WordsOfCode{ErrorCode::LabelsFile, "index", "a key is no number of a class"},
    WordsOfCode{ErrorCode::LabelsFile, "hole", "a class between the others has no label"},
    WordsOfCode{ErrorCode::ConfigImpossible, "length", "the lists have different lengths"},
    WordsOfCode{ErrorCode::LegacyContainer, "not-a-list", "the list of storages is none"},
    WordsOfCode{ErrorCode::LegacyContainer, "not-text", "the name of a storage is no text"},
    WordsOfCode{ErrorCode::LegacyStorage, "unknown", "nothing refers to it"},
    WordsOfCode{ErrorCode::PickleOpcode, "unknown", ""},
    WordsOfCode{ErrorCode::PicklePersistentId, "key", "its name cannot be the name of a record"},
    WordsOfCode{ErrorCode::PicklePersistentId, "type", "its type is no type of torch"},
    WordsOfCode{ErrorCode::PickleTrailing, "trailing", ""},
    WordsOfCode{ErrorCode::SafetensorsDuplicate, "name", ""},
    WordsOfCode{ErrorCode::SafetensorsDuplicate, "metadata", "in the metadata"},
    WordsOfCode{ErrorCode::SafetensorsHeaderLength, "past-end", "it is longer than the rest of the file"},
    WordsOfCode{ErrorCode::SafetensorsHeaderLength, "too-short", "the file is too short to have one"},
    WordsOfCode{ErrorCode::SafetensorsLayout, "hole", "bytes before this one belong to none"},
    WordsOfCode{ErrorCode::SafetensorsLayout, "overlap", "this one shares bytes with another"},
    WordsOfCode{ErrorCode::SafetensorsLayout, "trailing", "bytes follow the last one"},
    WordsOfCode{ErrorCode::SafetensorsTensor, "not-an-object", "it is no JSON object"},
    WordsOfCode{ErrorCode::ShardIndex, "key", "a tensor has no name"},
    WordsOfCode{ErrorCode::ShardIndex, "metadata", "its metadata is not as it should be"},
    WordsOfCode{ErrorCode::SliceFile, "name", "its name leads out of the folder"},
    WordsOfCode{ErrorCode::TensorDType, "dtype", ""},
    WordsOfCode{ErrorCode::TensorGeometry, "dimensions", "its number of dimensions cannot be"},
    WordsOfCode{ErrorCode::TensorGeometry, "past-end", "it reaches past the end of it"},
    WordsOfCode{ErrorCode::TracePair, "shape", "their tensors differ"},
    WordsOfCode{ErrorCode::Zip64, "missing", "there are none, though they are needed"},
    WordsOfCode{ErrorCode::ZipCompressed, "method", ""},
    WordsOfCode{ErrorCode::ZipEncrypted, "encrypted", ""},
    WordsOfCode{ErrorCode::ZipEntry, "signature", "it does not begin as an entry does"},
    WordsOfCode{ErrorCode::ZipEntryCount, "fewer", ""},
    WordsOfCode{ErrorCode::ZipEntryCount, "more", ""},
    WordsOfCode{ErrorCode::ZipHeadersDiffer, "name", "they name it differently"},
    WordsOfCode{ErrorCode::ZipHeadersDiffer, "patched", "one of them marks it as a change to other data"},
    WordsOfCode{ErrorCode::ZipHeadersDiffer, "signature", "there is none before the data"},
    WordsOfCode{ErrorCode::ZipOverlap, "overlap", ""},
    WordsOfCode{ErrorCode::ZipOverlap, "past-end", "its header runs into what follows"},
};

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

std::string problemWords(ErrorCode code, std::string_view problem)
{
    for (const WordsOfCode& row : codeTable) {
        if (row.code == code && row.token == problem) {
            return std::string(row.words);
        }
    }
    return wordsIn(problemTable, problem);
}

bool hasProblemWords(std::string_view problem) noexcept
{
    return std::any_of(problemTable.begin(), problemTable.end(), [&](const Words& row) { return row.first == problem; });
}

bool hasKindWords(std::string_view kind) noexcept
{
    return std::any_of(kindTable.begin(), kindTable.end(), [&](const Words& row) { return row.first == kind; });
}

std::string kindWords(std::string_view kind)
{
    return wordsIn(kindTable, kind);
}

}  // namespace wb::cli
