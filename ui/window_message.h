#pragma once

#include "ui/session.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/step_strip.h"

#include <array>
#include <optional>

namespace wb::ui {

// What the window says of a session above its pages. Plain texts.
struct WindowMessage {
    Banner::Kind kind = Banner::Kind::Information;
    QString sentence;
    QString hint;
    QString details;
    std::optional<Error> error = {};  // that it tells of
};

// Empty: there is nothing to say.
std::optional<WindowMessage> messageOf(const Session& session);
std::array<StepStrip::Look, StepStrip::StepCount> stepsOf(const Session& session);

}  // namespace wb::ui
