#pragma once

#include "core/convert/file_sink.h"
#include "core/convert/journal.h"
#include "core/convert/output_paths.h"
#include "core/plan/plan.h"

#include <cstdint>
#include <optional>

namespace wb::convert {

// Hands whole weight files to a sink, takes them off the disk once they are at their place, and keeps the journal of it. Used by one thread at a
// time. Throws what the sink throws, and write errors.
class Departures {
public:
    // All must outlive it.
    Departures(const plan::Plan& plan, const OutputPaths& paths, Journal& journal, FileSink& sink);

    // Begins with what an earlier run left whole.
    void resume();
    // A file is whole, as the journal has it. Waits for the one before.
    void begin(uint32_t file);
    // Throws why the file under way will not arrive.
    void check();
    // Waits for the one under way.
    void settle();

private:
    WholeFile wholeFile(uint32_t file) const;
    template <typename Call> void ask(Call call);

    const plan::Plan& m_plan;
    const OutputPaths& m_paths;
    Journal& m_journal;
    FileSink& m_sink;
    std::optional<uint32_t> m_underWay;
};

}  // namespace wb::convert
