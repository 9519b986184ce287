#include "core/convert/departures.h"

#include "core/base/error.h"
#include "core/io/folder.h"

namespace wb::convert {

Departures::Departures(const plan::Plan& plan, const OutputPaths& paths, Journal& journal, FileSink& sink)
    : m_plan(plan), m_paths(paths), m_journal(journal), m_sink(sink)
{}

void Departures::resume()
{
    for (uint32_t file = 0; file < m_plan.weightFiles.size(); ++file) {
        const std::string path = m_paths.part(m_plan.weightFiles[file]);
        const JournalState& state = m_journal.state();
        if (state.away.contains(file)) {
            io::removeFile(path);
        } else if (state.files.contains(file) && io::fileBytes(path) == m_plan.weightFiles[file].bytes) {
            begin(file);
        }
    }
}

void Departures::begin(uint32_t file)
{
    settle();
    m_sink.begin(wholeFile(file));
    m_underWay = file;
}

// A file that is not what was written to it is made again by the next run.
template <typename Call> void Departures::ask(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        if (error.code() == ErrorCode::VerificationFailed) {
            m_journal.fileLost(*m_underWay);
        }
        throw;
    }
}

void Departures::check()
{
    if (m_underWay) {
        ask([this] { m_sink.check(); });
    }
}

void Departures::settle()
{
    if (m_underWay) {
        ask([this] { m_sink.await(); });
        m_journal.fileAway(*m_underWay);
        io::removeFile(m_paths.part(m_plan.weightFiles[*m_underWay]));
        m_underWay.reset();
    }
}

WholeFile Departures::wholeFile(uint32_t file) const
{
    const plan::PlannedFile& planned = m_plan.weightFiles[file];
    WholeFile whole{file, m_paths.part(planned), m_journal.state().files.at(file).sha256, {}};
    for (uint32_t i = 0; i < planned.tensorCount; ++i) {
        whole.xxh3.push_back(m_journal.state().tensors.at(planned.firstTensor + i).xxh3);
    }
    return whole;
}

}  // namespace wb::convert
