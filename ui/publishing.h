#pragma once

#include "core/base/error.h"
#include "core/job/publish.h"

#include <memory>
#include <optional>

namespace wb::ui {

enum class PublishStage { Check, Send, Commit };

// A finished folder on its way to the Hub: how far it is and what came of it.
struct Publishing {
    enum class Act { Nothing, AskingToken, Checking, Sending };

    Act act = Act::Nothing;  // that runs now
    PublishStage stage = PublishStage::Check;
    bool isPaused = false;
    bool isCancelled = false;                      // what was sent is kept
    std::shared_ptr<const job::PublishPlan> plan;  // null: not checked, or something was changed since
    std::optional<job::Publication> publication;
    std::optional<Error> error;  // at the stage
};

}  // namespace wb::ui
