#pragma once

#include "core/base/cancel.h"
#include "core/base/error.h"

#include <exception>
#include <new>
#include <optional>

namespace wb::ui {

// How a call of core ended: neither is set where it simply returned.
struct CoreEnd {
    bool isCancelled = false;
    std::optional<Error> error;
};

// Every way in which core can leave a call becomes a value: nothing is thrown into an event loop.
template <typename Call> CoreEnd endOf(Call&& call)
{
    try {
        call();
        return {};
    } catch (const Cancelled&) {
        return {true, {}};
    } catch (const Error& error) {
        return {false, error};
    } catch (const std::bad_alloc&) {
        return {false, Error(ErrorCode::OutOfMemory)};
    } catch (const std::exception& error) {
        return {false, Error(ErrorCode::Internal).with("reason", error.what())};
    }
}

}  // namespace wb::ui
