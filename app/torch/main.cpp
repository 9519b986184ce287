#include "app/cli/cancel_signals.h"
#include "app/torch/run.h"

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>

namespace {

// Ends when the program that called it does. WEIGHTBRIDGE_PARENT is set by core/io/child_process; a parent that is gone already is another by now.
void followParent()
{
    const char* parent = std::getenv("WEIGHTBRIDGE_PARENT");
    if (parent == nullptr) {
        return;
    }
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (std::atol(parent) != ::getppid()) {
        ::kill(::getpid(), SIGTERM);
    }
}

// When memory runs out the kernel takes this program, not the window that called it.
void offerToOutOfMemoryKiller()
{
    std::ofstream("/proc/self/oom_score_adj") << 500;
}

}  // namespace

int main(int argc, char** argv)
{
    const wb::CancelToken& cancel = wb::cli::cancelOnSignals();
    followParent();
    offerToOutOfMemoryKiller();
    return wb::helper::run(argc, argv, cancel);
}
