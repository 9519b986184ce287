#pragma once

#include "app/torch/network/network.h"

#include "core/mapping/family.h"

#include <string>
#include <vector>

namespace wb::trace {

// One call of a leaf during a forward pass.
struct Call {
    network::Kind kind = network::Kind::Convolution1x1;
    std::string path;
    std::vector<network::Leaf::NamedShape> tensors;
};

// Runs a network on a small picture with made-up weights and notes its leaves in the order of their calls.
std::vector<Call> traceCalls(const network::Network& network, const mapping::Architecture& architecture);

// The same structure at small widths that all differ, so that two modules of different kinds differ in shape too.
mapping::Architecture tracingArchitecture(const mapping::Architecture& architecture);

// Two tensors that stand for each other.
struct KeyPair {
    std::string source;
    std::string destination;
    network::Kind kind = network::Kind::Convolution1x1;  // of the source's module
    uint64_t call = 0;                                   // which call of the source network it belongs to, from 1
};

// Lays two traces side by side: the n-th calls of both must be of one kind with tensors of the same names and shapes. Tensor by tensor, in the order
// of the calls. Throws TracePair (source, destination: the two modules, "(none)" where a trace has ended; problem: "kind", "shape", "count";
// expected, found).
std::vector<KeyPair> pairCalls(const std::vector<Call>& source, const std::vector<Call>& destination);

// What the reference script does: the tensors of both traces one after the other, whatever they are, up to the end of the shorter list.
std::vector<KeyPair> zipTensors(const std::vector<Call>& source, const std::vector<Call>& destination);

}  // namespace wb::trace
