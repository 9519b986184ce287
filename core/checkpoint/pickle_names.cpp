#include "core/checkpoint/pickle_names.h"

#include <algorithm>
#include <array>
#include <string>

namespace wb::checkpoint {

namespace {

struct KnownName {
    std::string_view fullName;  // "module name"
    NameKind kind;
    constexpr bool operator<(const KnownName& other) const { return fullName < other.fullName; }
};

template <size_t N> constexpr std::array<KnownName, N> sorted(std::array<KnownName, N> names)
{
    std::sort(names.begin(), names.end());
    return names;
}

using enum NameKind;

constexpr auto knownNames = sorted(std::to_array<KnownName>({
    {"torch._utils _rebuild_tensor", Tensor},
    {"torch._utils _rebuild_tensor_v2", Tensor},
    {"torch._utils _rebuild_tensor_v3", TensorOfDType},
    {"torch._utils _rebuild_parameter", Parameter},
    {"torch._utils _rebuild_parameter_with_state", Parameter},
    {"torch.nn.parameter Parameter", Parameter},
    {"torch.nn.parameter Buffer", Parameter},
    {"torch.nn Parameter", Parameter},
    {"torch._tensor _rebuild_from_type", FromType},
    {"torch._tensor _rebuild_from_type_v2", FromType},
    {"torch.tensor _rebuild_from_type", FromType},
    {"torch Size", Tuple},
    {"torch device", Value},
    {"torch dtype", Value},
    {"torch layout", Value},
    {"torch memory_format", Value},
    {"torch strided", Value},
    {"torch sparse_coo", Value},
    {"torch contiguous_format", Value},
    {"torch channels_last", Value},
    {"torch per_tensor_affine", Value},
    {"torch per_channel_affine", Value},
    {"torch Generator", Value},
    {"torch._C Generator", Value},
    {"torch.serialization _get_layout", Value},
    {"torch._tensor Tensor", OddTensor},

    {"collections OrderedDict", Dict},
    {"collections Counter", Dict},
    {"collections defaultdict", DefaultDict},
    {"collections deque", List},
    {"collections UserDict", StandardValue},
    {"collections UserList", StandardValue},
    {"collections ChainMap", StandardValue},
    {"builtins dict", Dict},
    {"builtins list", List},
    {"builtins tuple", Tuple},
    {"builtins set", Set},
    {"builtins frozenset", Set},
    {"builtins bytes", Bytes},
    {"builtins bytearray", Bytes},
    {"_codecs encode", Bytes},
    {"builtins int", Scalar},
    {"builtins float", Scalar},
    {"builtins bool", Scalar},
    {"builtins str", Scalar},
    {"builtins complex", Value},
    {"builtins slice", Value},
    {"builtins range", Value},
    {"builtins object", Value},
    {"__builtin__ dict", Dict},
    {"__builtin__ list", List},
    {"__builtin__ tuple", Tuple},
    {"__builtin__ set", Set},
    {"__builtin__ frozenset", Set},
    {"__builtin__ str", Scalar},
    {"__builtin__ bytearray", Bytes},
    {"__builtin__ int", Scalar},
    {"__builtin__ long", Scalar},
    {"__builtin__ float", Scalar},
    {"__builtin__ bool", Scalar},
    {"__builtin__ unicode", Scalar},
    {"__builtin__ complex", Value},
    {"__builtin__ slice", Value},
    {"__builtin__ xrange", Value},
    {"__builtin__ object", Value},
    {"copyreg _reconstructor", Reconstructor},
    {"copy_reg _reconstructor", Reconstructor},
    {"copyreg __newobj__", NewObject},
    {"copy_reg __newobj__", NewObject},

    {"argparse Namespace", StandardValue},
    {"types SimpleNamespace", StandardValue},
    {"functools partial", StandardValue},
    {"datetime date", StandardValue},
    {"datetime datetime", StandardValue},
    {"datetime time", StandardValue},
    {"datetime timedelta", StandardValue},
    {"datetime timezone", StandardValue},
    {"decimal Decimal", StandardValue},
    {"fractions Fraction", StandardValue},
    {"uuid UUID", StandardValue},
    {"uuid SafeUUID", StandardValue},

    {"numpy dtype", Object},
    {"numpy ndarray", Object},
    {"numpy.core.multiarray scalar", Object},
    {"numpy.core.multiarray _reconstruct", Object},
    {"numpy._core.multiarray scalar", Object},
    {"numpy._core.multiarray _reconstruct", Object},
    {"numpy.core.numeric _frombuffer", Object},
    {"numpy._core.numeric _frombuffer", Object},
    {"numpy.random._pickle __randomstate_ctor", Object},
    {"numpy.random._pickle __generator_ctor", Object},
    {"numpy.random._pickle __bit_generator_ctor", Object},
}));

constexpr auto dtypeNames =
    std::to_array<std::string_view>({"bfloat16", "bool",     "complex128", "complex32", "complex64", "double", "float",  "float16", "float32",
                                     "float64",  "half",     "int",        "int16",     "int32",     "int64",  "int8",   "long",    "qint32",
                                     "qint8",    "quint2x4", "quint4x2",   "quint8",    "short",     "uint16", "uint32", "uint64",  "uint8"});

constexpr auto pathNames = std::to_array<std::string_view>({"Path", "PosixPath", "PurePath", "PurePosixPath", "PureWindowsPath", "WindowsPath"});

constexpr auto numpyScalars = std::to_array<std::string_view>(
    {"bool", "bool_",      "bytes_",   "complex128", "complex64", "datetime64",  "float16", "float32", "float64", "int16", "int32",     "int64",
     "int8", "longdouble", "longlong", "object_",    "str_",      "timedelta64", "uint16",  "uint32",  "uint64",  "uint8", "ulonglong", "void"});

// Layers, optimizers and their parts: what training checkpoints hold beside tensors.
constexpr auto torchClassModules =
    std::to_array<std::string_view>({"torch.amp", "torch.ao.nn", "torch.cuda.amp", "torch.distributed._shard", "torch.distributed._tensor",
                                     "torch.distributed.algorithms", "torch.distributed.device_mesh", "torch.distributed.distributed_c10d",
                                     "torch.distributed.fsdp", "torch.distributed.tensor", "torch.nn", "torch.optim"});

template <size_t N> constexpr bool contains(const std::array<std::string_view, N>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isInside(std::string_view module, std::string_view parent)
{
    return module == parent || (module.starts_with(parent) && module[parent.size()] == '.');
}

// A class by the customs of Python, such as "ReLU" or "_BatchNorm"; a path through a class ("A.__init__") is none.
bool isClassName(std::string_view name)
{
    const size_t first = name.find_first_not_of('_');
    return first != std::string_view::npos && name[first] >= 'A' && name[first] <= 'Z' && name.find('.') == std::string_view::npos;
}

NameKind classifyTorch(std::string_view module, std::string_view name)
{
    const bool top = module == "torch" || module == "torch.cuda" || module == "torch.storage";
    if (top && name.ends_with("Storage") && isClassName(name)) {
        return Value;
    }
    if (module == "torch" && (contains(dtypeNames, name) || (name.starts_with("float8_") && name.find('.') == std::string_view::npos))) {
        return Value;
    }
    const bool rebuilder = module == "torch._utils" || module == "torch._tensor" || module == "torch.tensor";
    if (rebuilder && name.starts_with("_rebuild_") && name.find('.') == std::string_view::npos) {
        return OddTensor;
    }
    if ((top || isInside(module, "torch.distributed")) && name.ends_with("Tensor") && isClassName(name)) {
        return OddTensor;
    }
    const auto holds = [&](std::string_view parent) { return isInside(module, parent); };
    return isClassName(name) && std::any_of(torchClassModules.begin(), torchClassModules.end(), holds) ? Object : Forbidden;
}

NameKind classifyNumpy(std::string_view module, std::string_view name)
{
    const bool scalar = module == "numpy" && contains(numpyScalars, name);
    const bool dtypeClass = module == "numpy.dtypes" && isClassName(name) && name.ends_with("DType");
    return scalar || dtypeClass ? Object : Forbidden;
}

}  // namespace

NameKind classifyName(std::string_view module, std::string_view name)
{
    const std::string fullName = std::string(module) + ' ' + std::string(name);
    const auto known = std::lower_bound(knownNames.begin(), knownNames.end(), KnownName{fullName, Object});
    if (known != knownNames.end() && known->fullName == fullName) {
        return known->kind;
    }
    const std::string_view top = module.substr(0, module.find('.'));
    if (top == "torch") {
        return classifyTorch(module, name);
    }
    if (top == "numpy") {
        return classifyNumpy(module, name);
    }
    if ((module == "pathlib" || module == "pathlib._local") && contains(pathNames, name)) {
        return StandardValue;
    }
    return isStandardModule(top) ? Forbidden : Object;
}

bool isOddTensorName(std::string_view fullName) noexcept
{
    const auto starts = [&](std::string_view prefix) { return fullName.starts_with(prefix); };
    return starts("torch._utils._rebuild_") || starts("torch._tensor._rebuild_") || starts("torch.tensor._rebuild_") ||
           starts("torch.nn.parameter.Parameter") || starts("torch.nn.Parameter") || (starts("torch.") && fullName.ends_with("Tensor"));
}

}  // namespace wb::checkpoint
