#include "core/job/remote_source.h"

namespace wb::job {

Source nameSource(const std::string& text, const net::Settings&)
{
    Source source;
    source.path = text;
    source.shown = text;
    return source;
}

net::Settings networkSettings()
{
    return {};
}

Look lookInside(const Source&, const std::string&, const net::Settings&, JobContext&)
{
    throw Error(ErrorCode::NotAvailable).with("name", "network");
}

std::string_view proofName(Proof) noexcept
{
    return "none";
}

Fetched fetchSource(const Source&, const std::string&, const net::Settings&, JobContext&)
{
    throw Error(ErrorCode::NotAvailable).with("name", "network");
}

std::string defaultSourceFolder()
{
    return {};
}

Kept keptOf(const Source&, const std::string&)
{
    return {};
}

WayChoice chooseWay(const plan::Plan&, const Source&, const std::string&)
{
    return {};
}

Outcome runStreamed(const plan::Plan&, const Source&, const net::Settings&, const convert::ConvertOptions&, bool, JobContext&)
{
    throw Error(ErrorCode::NotAvailable).with("name", "network");
}

}  // namespace wb::job
