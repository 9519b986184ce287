#pragma once

#include "app/cli/convert_source.h"
#include "app/cli/session.h"
#include "core/mapping/family.h"

#include <optional>
#include <string>

namespace wb::cli {

// Throws Usage where nobody can be asked and --yes was not said.
void requireAnswer(const CommandLine& line);
// What convert --push-to can check of a source before anything is converted or fetched; nothing without the option. Throws as
// job::requirePublishable.
void requirePublishable(Session& session, const mapping::Architecture& architecture);
void requirePublishable(Session& session, const std::string& repository, const mapping::Architecture& architecture);

// Checked and ready to be sent.
job::PublishPlan planPush(Session& session, const std::string& folder, const std::string& repository);
// Shows the plan, asks unless --yes was said, and publishes. Empty: the user does not want to.
std::optional<job::Publication> push(Session& session, const job::PublishPlan& plan);

// The same for a conversion that is still to be made and is not kept.
job::PublishPlan planStreamedPush(Session& session, const plan::Plan& conversion);
std::optional<job::StreamedPublication> pushStreamed(Session& session, const plan::Plan& conversion, const job::PublishPlan& plan,
                                                     const convert::ConvertOptions& options, const job::Conversion& convert);

// The conversion's output with the publication of its folder: "published" in JSON (null: not wanted). An error stands beside the conversion's result.
CommandResult pushConversion(Session& session, const Conversion& conversion);

}  // namespace wb::cli
