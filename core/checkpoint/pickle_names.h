#pragma once

#include <cstdint>
#include <string_view>

namespace wb::checkpoint {

// What calling a global means here. Nothing is ever called: this decides which value of ours stands for the result.
enum class NameKind : uint8_t {
    Tensor,         // torch's rebuilders (storage, offset, size, stride, …)
    TensorOfDType,  // _rebuild_tensor_v3: the dtype is the seventh argument
    Parameter,      // stands for its first argument
    FromType,       // (function, type, arguments, state): stands for the call of its function
    Dict,           // collections.OrderedDict and the like: () or pairs
    DefaultDict,    // (factory, pairs)
    List,
    Tuple,
    Set,
    Bytes,          // bytes, bytearray, _codecs.encode
    Scalar,         // int, float, bool, str: stands for an argument of that kind
    NewObject,      // copyreg.__newobj__ (class, arguments …)
    Reconstructor,  // copyreg._reconstructor (class, base, state)
    Value,          // harmless and of no interest: torch.device, dtypes, storage types
    StandardValue,  // a harmless object of the standard library: opaque, listed
    Object,         // of a third-party module or of torch's layers and optimizers: opaque, listed
    OddTensor,      // quantized, sparse, nested, subclass …: a tensor that cannot be converted
    Forbidden,      // anything else of Python's builtins, standard library, torch or numpy: opaque, and its call refuses the file
};

// Exact module and name, as the pickle has them: an allow list for builtins, standard library, torch and numpy.
NameKind classifyName(std::string_view module, std::string_view name);

// True for an Opaque's text that stands where a tensor does.
bool isOddTensorName(std::string_view fullName) noexcept;

// Top-level module of Python 2.7 or 3.8 to 3.13, or of what is installed with every Python (pip, setuptools).
bool isStandardModule(std::string_view topLevel) noexcept;

}  // namespace wb::checkpoint
