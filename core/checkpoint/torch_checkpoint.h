#pragma once

#include "core/base/job_context.h"
#include "core/io/byte_source.h"
#include "core/tensor/tensor_index.h"

#include <optional>
#include <string>

namespace wb::checkpoint {

// Reads what a torch file holds: zip (torch.save since 1.6), legacy (before), or a VISSL slice_list with its folder of slices.
// Only directory, headers and pickle are read; no value of a tensor is. Nothing in the file is executed.
// `stateDictPath`: the dotted path the user named, or empty to search (state_dict_finder.h).
// Blocks; throws the zip, legacy, pickle and tensor errors of error_codes.def. Format notes: torch/serialization.py, caffe2/serialize.
tensor::TensorIndex readTorchCheckpoint(const io::ByteSource& source, const std::string& stateDictPath, JobContext& job);

// What the first (and last) bytes say a file is.
enum class FileKind { TorchZip, TorchLegacy, Safetensors, Other };
struct Sniffed {
    FileKind kind = FileKind::Other;
    std::string otherName;  // for Other: the "kind" fact of NotACheckpoint ("html", "gzip", "lfs-pointer" …)
};
// Looks at no more than 64 KiB at each end. An empty file throws EmptyFile, the tar of the oldest torch LegacyTar.
Sniffed sniff(const io::ByteSource& source);

}  // namespace wb::checkpoint
