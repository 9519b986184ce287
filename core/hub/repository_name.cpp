#include "core/hub/repository_name.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <algorithm>

namespace wb::hub {

namespace {

constexpr size_t longestName = 96;
constexpr size_t longestRevision = 250;

bool isNameByte(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

Error refused(std::string_view text, std::string_view problem)
{
    return Error(ErrorCode::RepositoryName).with("name", printable(text)).with("problem", problem);
}

void requireName(std::string_view name, std::string_view text)
{
    if (const std::string_view problem = nameProblem(name); !problem.empty()) {
        throw refused(text, problem);
    }
}

}  // namespace

std::string_view nameProblem(std::string_view name) noexcept
{
    const auto isEdge = [](char c) { return c == '-' || c == '.'; };
    if (name.empty()) {
        return "empty";
    }
    if (name.size() > longestName) {
        return "long";
    }
    if (!std::all_of(name.begin(), name.end(), isNameByte)) {
        return "character";
    }
    if (name.find("..") != std::string_view::npos) {
        return "dots";
    }
    if (name.find("--") != std::string_view::npos) {
        return "dashes";
    }
    if (isEdge(name.front()) || isEdge(name.back())) {
        return "ends";
    }
    return name.ends_with(".git") ? "git" : "";
}

Repository parseRepository(std::string_view text)
{
    Repository repository;
    const size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        requireName(text, text);
        repository.name = text;
        return repository;
    }
    const std::string_view owner = text.substr(0, slash);
    const std::string_view name = text.substr(slash + 1);
    if (name.find('/') != std::string_view::npos) {
        throw refused(text, "parts");
    }
    requireName(owner, text);
    requireName(name, text);
    repository.owner = owner;
    repository.name = name;
    return repository;
}

void requireRevision(std::string_view revision)
{
    const auto isTaken = [](char c) { return isNameByte(c) || c == '/'; };
    const bool hasParts = !revision.empty() && revision.front() != '/' && revision.back() != '/' && revision.find("//") == std::string_view::npos;
    const bool isPlain = std::all_of(revision.begin(), revision.end(), isTaken) && revision.find("..") == std::string_view::npos;
    if (!hasParts || !isPlain || revision.size() > longestRevision || revision.front() == '-') {
        throw refused(revision, "revision");
    }
}

}  // namespace wb::hub
