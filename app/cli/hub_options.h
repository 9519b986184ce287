#pragma once

#include "core/job/publish.h"

#include <string>

namespace CLI {
class App;
}

namespace wb::cli {

struct CommandLine;

// Where and how a folder is published.
struct PushOptions {
    std::string repository;  // empty: nothing is published, or under the model's name
    std::string revision = "main";
    job::Visibility visibility = job::Visibility::Keep;
    bool pullRequest = false;
    std::string message;
    std::string licence;
    std::string acceptedLicence;
    bool yes = false;  // publish without a question
};

// login, logout, whoami, publish
void addHubVerbs(CLI::App& app, CommandLine& line);
// convert: --push-to, the options of publish, --no-local-copy
void addPushTo(CLI::App& verb, CommandLine& line);
// --private, --public, --pr, --message, --revision, --yes, --accept-licence, --licence
void addPushOptions(CLI::App& app, PushOptions& options);
// What does not go with publishing, or without. Throws Usage.
void requirePush(const CLI::App& app, const CommandLine& line);

}  // namespace wb::cli
