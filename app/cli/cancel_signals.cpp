#include "app/cli/cancel_signals.h"

#include <csignal>

namespace wb::cli {

namespace {

CancelToken cancelToken;

extern "C" void cancelOnSignal(int)
{
    cancelToken.cancel();
}

}  // namespace

const CancelToken& cancelOnSignals()
{
    struct sigaction action {};
    sigemptyset(&action.sa_mask);
    action.sa_handler = cancelOnSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    action.sa_handler = SIG_IGN;
    sigaction(SIGXFSZ, &action, nullptr);
    sigaction(SIGPIPE, &action, nullptr);
    return cancelToken;
}

}  // namespace wb::cli
