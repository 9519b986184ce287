#pragma once

#include "core/checkpoint/torch_container.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace wb::checkpoint {

inline constexpr uint64_t legacyCountBytes = 8;  // before each storage

// The container of torch.save before 1.6: pickles in a row (magic, protocol, system, object, storage keys), then for each key 8 bytes of
// element count and the values. It has no checksums. Throws LegacyContainer, LegacyStorage, BigEndian, pickle errors.
// Source: torch/serialization.py (_legacy_save, _legacy_load).
std::unique_ptr<TorchContainer> openLegacyContainer(const io::ByteSource& source, JobContext& job);

// True when the first bytes of a file hold the pickled magic number.
bool beginsAsLegacy(std::span<const std::byte> head);

}  // namespace wb::checkpoint
