#pragma once

#include "core/plan/plan.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace wb::plan {

// Layout of a torch zip file that holds the tensors in order: data.pkl (protocol 2, a flat dict) first, then data/0 … data/N-1 at 64-byte alignment,
// version, byteorder, .data/serialization_id; stored, with data descriptors, zip64 where needed: everything lies where torch 2.x puts it, so that
// its reckoning of offsets holds (torch/serialization.py, _get_offset). Prefix "archive" always, so that the bytes do not depend on the file's name.
// Gives PlannedFile with head = data.pkl, offsets and bytes. Throws TensorDType for a type without a storage class of its own (F8, U16, U32, U64).
PlannedFile layoutPth(const std::string& name, const std::vector<PlannedTensor>& tensors);

// The bytes that the writer puts around the tensors of a file that layoutPth laid out; `tensors` are the file's, in order. The file is, in turn,
// pthBefore(0), tensor 0, pthBefore(1), tensor 1 … pthAfter. A pure function of plan and CRCs: a resumed run makes the same.
// What lies between tensor - 1 (or the start of the file) and tensor. `crcBefore`: CRC-32 of the bytes of tensor - 1; any for the first.
std::string pthBefore(const PlannedFile& file, std::span<const PlannedTensor> tensors, uint32_t tensor, uint32_t crcBefore);
// What follows the last tensor (with no tensors: the whole file). `crcs`: CRC-32 of each tensor's bytes.
std::string pthAfter(const PlannedFile& file, std::span<const PlannedTensor> tensors, std::span<const uint32_t> crcs);

}  // namespace wb::plan
