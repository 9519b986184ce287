#pragma once

#include "core/base/job_context.h"
#include "core/hub/token_source.h"
#include "core/job/publish.h"
#include "core/job/streamed_publish.h"

#include <functional>
#include <string>

namespace wb::cli {

// What the verbs of the Hub ask of core and of the desktop's keychain. Tests put others in their place.
struct HubCalls {
    std::function<hub::FoundToken()> findToken;
    std::function<void(const std::string& endpoint, const std::string& token)> keepToken;
    std::function<bool(const std::string& endpoint)> dropToken;
    std::function<job::TokenStatus(const net::Settings& settings, JobContext& job)> whoAmI;
    std::function<void(const job::PublishOptions& options, const mapping::Architecture& architecture, const net::Settings& settings, JobContext& job)>
        requirePublishable;
    std::function<job::PublishPlan(const job::PublishOptions& options, const net::Settings& settings, JobContext& job)> plan;
    std::function<job::Publication(const job::PublishPlan& plan, const net::Settings& settings, JobContext& job)> publish;
    std::function<job::PublishPlan(const plan::Plan& conversion, const job::PublishOptions& options, const net::Settings& settings, JobContext& job)>
        planStreamed;
    std::function<job::StreamedPublication(const plan::Plan& conversion, const job::PublishPlan& plan, const net::Settings& settings,
                                           const convert::ConvertOptions& options, const job::Conversion& convert, JobContext& job)>
        publishStreamed;
};

// Those of core.
HubCalls coreHubCalls();

}  // namespace wb::cli
