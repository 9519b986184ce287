#include "app/cli/run.h"

#include <csignal>

namespace {

wb::CancelToken cancelToken;

extern "C" void cancelOnSignal(int)
{
    cancelToken.cancel();
}

void handleSignals()
{
    struct sigaction action {};
    sigemptyset(&action.sa_mask);
    action.sa_handler = cancelOnSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    // What they would kill for comes back as EFBIG and EPIPE.
    action.sa_handler = SIG_IGN;
    sigaction(SIGXFSZ, &action, nullptr);
    sigaction(SIGPIPE, &action, nullptr);
}

}  // namespace

int main(int argc, char** argv)
{
    handleSignals();
    return wb::cli::run(argc, argv, cancelToken);
}
