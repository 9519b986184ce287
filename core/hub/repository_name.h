#pragma once

#include <string>
#include <string_view>

namespace wb::hub {

// A model repository on the Hub.
struct Repository {
    std::string owner;  // a user or an organisation
    std::string name;
    std::string text() const { return owner.empty() ? name : owner + "/" + name; }
};

// Why the Hub takes no such name: "empty", "long" (more than 96 bytes), "character" (letters, digits, - _ . only), "ends" (begins or ends with - or
// .), "dashes" (--), "dots" (..), "git" (ends with .git). Empty when it takes it.
std::string_view nameProblem(std::string_view name) noexcept;

// "owner/name", or "name" alone: then the owner is empty. Throws RepositoryName (name, problem; "parts": more than one slash).
Repository parseRepository(std::string_view text);

// Name of a branch, or refs/pr/N. Throws RepositoryName (problem "revision").
void requireRevision(std::string_view revision);

}  // namespace wb::hub
