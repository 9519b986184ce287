#pragma once

#include "core/checkpoint/torch_container.h"

#include <memory>

namespace wb::checkpoint {

// The zip that torch.save writes since 1.6: one top folder of any name with data.pkl, data/KEY for each storage, version, and byteorder
// since 2.0. Throws the zip and pickle errors, ZipLayout, TorchScript, CrcMismatch (of the small records that are read here).
// Source: torch/serialization.py, caffe2/serialize/inline_container.cc.
std::unique_ptr<TorchContainer> openTorchZip(const io::ByteSource& source, JobContext& job);

}  // namespace wb::checkpoint
