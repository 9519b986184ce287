#pragma once

#include "core/base/error.h"

#include <optional>

namespace wb::test {

// The error that a call throws; empty when it throws none.
template <typename Call> std::optional<Error> errorOf(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

}  // namespace wb::test
