#include "app/cli/cancel_signals.h"
#include "app/cli/run.h"

int main(int argc, char** argv)
{
    return wb::cli::run(argc, argv, wb::cli::cancelOnSignals());
}
