#pragma once

#include "core/base/job_context.h"
#include "core/checkpoint/pickle_value.h"
#include "core/io/byte_source.h"
#include "core/tensor/tensor_index.h"

#include <memory>
#include <string>

namespace wb::checkpoint {

// A torch file opened: the object pickled in it, and where its storages lie. The source must outlive it.
class TorchContainer {
public:
    virtual ~TorchContainer() = default;

    virtual tensor::Container kind() const noexcept = 0;
    virtual const PickleTree& tree() const noexcept = 0;
    // The record of one storage (of its root, for a view of the legacy container); its `file` is 0. Throws RecordMissing, and what a
    // damaged record throws.
    virtual tensor::Record locate(const StorageRef& storage) const = 0;
};

// Chooses by the first bytes (sniff). Throws NotACheckpoint and the errors of both containers.
std::unique_ptr<TorchContainer> openTorchContainer(const io::ByteSource& source, JobContext& job);

}  // namespace wb::checkpoint
