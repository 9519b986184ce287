#include "app/cli/hub_options.h"

#include "app/cli/help_texts.h"
#include "app/cli/shared_options.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>

namespace wb::cli {

namespace {

constexpr std::array pushWords{"--no-local-copy", "--private", "--public",         "--pr",     "--message",
                               "--revision",      "--yes",     "--accept-licence", "--licence"};

}  // namespace

void addPushOptions(CLI::App& app, PushOptions& options)
{
    const auto becomes = [&options](job::Visibility visibility) { return [&options, visibility](int64_t) { options.visibility = visibility; }; };
    CLI::Option* isPrivate =
        app.add_flag_function("--private", becomes(job::Visibility::Private), "Only you and those you allow can read it; so is each new repository");
    app.add_flag_function("--public", becomes(job::Visibility::Public), "Everybody can read it")->excludes(isPrivate);
    app.add_flag("--pr", options.pullRequest, "Open a pull request instead of changing the revision");
    app.add_option("--message", options.message, "Message of the commit");
    app.add_option("--revision", options.revision, "Branch to publish to; main unless said");
    app.add_flag("--yes", options.yes, "Publish without a question");
    app.add_option("--accept-licence", options.acceptedLicence, "seer: you have read SEER's licence, which is non-commercial, and accept it")
        ->check(CLI::IsMember({"seer"}));
    app.add_option("--licence,--license", options.licence, "Licence of your own weights as an SPDX id, such as mit or apache-2.0");
}

void addHubVerbs(CLI::App& app, CommandLine& line)
{
    CLI::App& login = addVerb(app, line, "login", "Keep a token for the Hub in the keychain of the desktop", loginExamples);
    login.add_flag("--stdin", line.fromStdin, "Read the token from stdin; else it is asked for, and not shown");
    addNetworkOptions(login, line.network);

    addVerb(app, line, "logout", "Remove the token from the keychain", logoutExamples);

    CLI::App& whoami = addVerb(app, line, "whoami", "Show whose token is used, and where it comes from", whoAmIExamples);
    addNetworkOptions(whoami, line.network);

    CLI::App& publish = addVerb(app, line, "publish", "Publish a model folder on the Hub", publishExamples);
    publish.add_option("DIR", line.source, "Model folder")->required();
    publish.add_option("--to", line.push.repository, "owner/name, or name for your own namespace; made when it is not there")->required();
    publish.add_flag("--dry-run", line.dryRun, "Show what would be sent, and send nothing");
    addPushOptions(publish, line.push);
    addNetworkOptions(publish, line.network);
}

void addPushTo(CLI::App& verb, CommandLine& line)
{
    verb.add_option("--push-to", line.push.repository, "Publish the result as owner/name, or name for your own namespace");
    addPushOptions(verb, line.push);
    verb.add_flag("--no-local-copy", line.noLocalCopy,
                  "Publish while converting: each file goes as soon as it is whole, a published source is streamed, and nothing stays here");
}

void requirePush(const CLI::App& app, const CommandLine& line)
{
    if (line.verb != Verb::Convert) {
        return;
    }
    if (line.out.empty() && !line.noLocalCopy) {
        throw usageError("--out is required");
    }
    const CLI::App& verb = *app.get_subcommands().front();
    if (line.push.repository.empty()) {
        for (const char* option : pushWords) {
            if (verb.count(option) > 0) {
                throw usageError(fmt::format("{} goes with --push-to", option));
            }
        }
        return;
    }
    if (line.noVerify) {
        throw usageError("what is published is verified first: leave out --no-verify");
    }
    if (line.format == plan::Format::Pth || (line.noLocalCopy && line.format == plan::Format::Both)) {
        throw usageError(fmt::format("--push-to publishes safetensors: leave out --format {}", plan::formatName(line.format)));
    }
    if (line.noLocalCopy && line.parity) {
        throw usageError("--parity compares what was kept: leave out --no-local-copy");
    }
}

}  // namespace wb::cli
