#pragma once

#include "core/hub/hub_client.h"
#include "core/hub/upload_session.h"
#include "core/job/publish.h"

#include <string>
#include <vector>

namespace wb::job {

inline constexpr const char* cardName = "README.md";

// Gives the repository its owner, and the commit a message where it has none. Throws what stands against writing there, as far as names and token
// tell.
TokenStatus requireTarget(PublishOptions& options, const net::Settings& settings, JobContext& job);
// Takes how the repository stands into the plan. Throws PublishConflict, HubRefused.
void lookAtTarget(PublishPlan& plan, hub::HubClient& hub, const hub::Repository& repository);
// Makes it where it is missing. A token that may write but not create is fine when it is there.
void requireRepository(hub::HubClient& hub, const PublishPlan& plan);
// All but the files.
hub::UploadRequest uploadRequestOf(const PublishPlan& plan);
PublishFile::Way wayOf(hub::Way way);
// `files`: those of the upload, in its order.
Publication publicationOf(const PublishPlan& plan, std::vector<PublishFile> files, const hub::UploadOutcome& outcome);

}  // namespace wb::job
