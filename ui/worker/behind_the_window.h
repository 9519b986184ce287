#pragma once

#include <sys/resource.h>

namespace wb::ui {

// Puts the calling thread, and those that it starts, behind the window's: with every processor at work the window is still drawn at once.
inline void goBehindTheWindow()
{
#ifdef __linux__  // elsewhere it is counted by process
    constexpr int niceness = 5;
    static_cast<void>(::setpriority(PRIO_PROCESS, 0, niceness));
#endif
}

}  // namespace wb::ui
