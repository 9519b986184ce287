#pragma once

#include "app/cli/json_output.h"
#include "core/hub/token_source.h"
#include "core/job/publish.h"

#include <string>

namespace wb::cli {

// "alice (write)"
std::string userText(const job::TokenStatus& status);
// Whose token it is, where it was found, and where it may publish.
std::string statusText(const job::TokenStatus& status, const hub::FoundToken& found);
// {schema, ok, user, role, owners, source: environment|keychain|file, place, endpoint}
std::string statusJson(const job::TokenStatus& status, const hub::FoundToken& found, const std::string& endpoint);

// Target, user, licence and every file: what the user is asked about.
std::string publishPlanText(const job::PublishPlan& plan);
// A publication that was not made, as publicationObject has it, with {exists, private, revision, user, licence, bytes_to_send} besides.
Json publishPlanObject(const job::PublishPlan& plan);
// The same with {schema, ok, dry_run}.
std::string publishPlanJson(const job::PublishPlan& plan);

// The last line is the address of the commit or pull request.
std::string publicationText(const job::Publication& publication);
// {repository, commit, commit_url, pull_request, files: [{name, bytes, sha256, sent, way}], bytes_sent, bytes_resumed, already_there}
Json publicationObject(const job::Publication& publication);
// The same with {schema, ok}.
std::string publicationJson(const job::Publication& publication);

}  // namespace wb::cli
