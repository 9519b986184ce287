#pragma once

#include "core/tensor/dtype.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wb::tensor {

// How the bytes are packed. Names in JSON: torch-zip, torch-legacy, safetensors, vissl-slices.
enum class Container { TorchZip, TorchLegacy, Safetensors, VisslSlices };
std::string_view containerName(Container container) noexcept;

// One file that tensors lie in. `path` is what to open, a local path or an address; the rest is as it was at inspection.
struct SourceFile {
    std::string path;
    uint64_t bytes = 0;
    int64_t modifiedNs = 0;      // 0 for a remote file
    std::string validator = {};  // of a remote file: its ETag or Last-Modified, where it has one
};

// "https://…": names no file of this machine.
bool isAddress(std::string_view path) noexcept;

// What stands right before a record and was left unread at inspection, a round trip saved: the local header of a zip member, or the element count
// of a legacy storage. Whoever reads the record first reads it and holds it against what is known here (checkpoint/unread_header.h).
struct UnreadHeader {
    uint64_t endOfRoom = 0;  // where the next member or storage begins: the record's data ends before it
    std::string member;      // zip: the member's name as the directory has it; empty for a legacy storage
    uint64_t elements = 0;   // legacy: what the count must say
};

// A run of raw bytes in a file, proved to lie inside it and to overlap no other: a zip member, a legacy storage, a safetensors slice.
struct Record {
    uint32_t file = 0;              // index into TensorIndex::files
    std::string name;               // as errors show it: "archive/data/12", "storage 94810", a safetensors key
    uint64_t offset = 0;            // first byte, from the start of the file; of the header while that is unread
    uint64_t bytes = 0;             // without the header
    std::optional<uint32_t> crc32;  // absent: the container has none
    bool bigEndian = false;
    std::optional<UnreadHeader> unread;  // remote sources only
};

// One tensor: a view of a record. Sizes in elements; offset and strides are never negative and every element lies inside the record.
struct TensorInfo {
    std::string key;  // full key inside the state dict, UTF-8
    DType dtype = DType::F32;
    std::vector<uint64_t> shape;
    std::vector<uint64_t> strides;
    uint32_t record = 0;         // index into TensorIndex::records
    uint64_t storageOffset = 0;  // elements from the start of the record

    uint64_t elements() const noexcept;  // product of the shape, 1 for a scalar; the reader proved that it does not overflow
    uint64_t bytes() const noexcept;     // elements × itemSize
    // Row-major without gaps (dimensions of size 1 may have any stride): its bytes are one run of the record.
    bool isContiguous() const noexcept;
};

// True when the tensor is its whole record, value by value in the record's order, so that reading it is reading the record.
bool isWholeRecord(const TensorInfo& tensor, const Record& record) noexcept;

// Everything found in a checkpoint without reading one value. Plain data; the file handles live elsewhere.
struct TensorIndex {
    Container container = Container::TorchZip;
    std::vector<SourceFile> files;  // files[0] is the one the user named
    std::vector<Record> records;
    std::vector<TensorInfo> tensors;    // in the order of the state dict
    std::string stateDict;              // dotted path inside the object, "" for the root
    std::vector<std::string> opaque;    // objects that are no weights: "vissl.config.attr_dict.AttrDict", listed once each, sorted
    std::vector<std::string> calls;     // calls of Python builtins or standard library that the pickle asks for: conversion is refused
    std::vector<std::string> ignored;   // dotted paths of tensors outside the chosen state dict (optimizer …), at most 1000
    std::vector<std::string> warnings;  // stable tokens with facts: "shared-storage:KEY1,KEY2", "duplicate-key:KEY"
};

// Proves that shape, strides and offset stay inside a record of recordBytes and do not overflow, and that they have one length and at
// most maxDimensions. Throws TensorGeometry with key, problem ("past-end", "overflow", "dimensions"), expected and found.
void requireInsideRecord(const TensorInfo& tensor, uint64_t recordBytes, uint32_t maxDimensions);

// Row-major strides of a shape.
std::vector<uint64_t> contiguousStrides(const std::vector<uint64_t>& shape);

// "[32, 3, 3, 3]"
std::string shapeText(const std::vector<uint64_t>& shape);

}  // namespace wb::tensor
