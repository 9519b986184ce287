#include "core/job/published_hash.h"

#include "core/base/sum_list.h"
#include "core/io/folder.h"
#include "core/net/remote_reader.h"

#include <algorithm>

namespace wb::job {

namespace {

constexpr size_t hashDigits = 64;
constexpr size_t leastDigitsInName = 8;
constexpr uint64_t mostListBytes = 64 << 10;

bool isHexDigit(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

}  // namespace

std::string hashInList(std::string_view text, std::string_view fileName)
{
    const std::vector<ListedSum> sums = sumsIn(text);
    const auto named = std::find_if(sums.begin(), sums.end(), [&](const ListedSum& sum) { return io::fileName(sum.name) == fileName; });
    if (named != sums.end()) {
        return named->sha256;
    }
    return sums.size() == 1 ? sums.front().sha256 : std::string();
}

PublishedHash hashInName(std::string_view fileName)
{
    const size_t dash = fileName.rfind('-');
    const size_t dot = dash == std::string_view::npos ? dash : fileName.find('.', dash);
    if (dot == std::string_view::npos) {
        return {};
    }
    const std::string_view digits = fileName.substr(dash + 1, dot - dash - 1);
    const bool isHash = digits.size() >= leastDigitsInName && digits.size() <= hashDigits &&
                        std::all_of(digits.begin(), digits.end(), [](char c) { return isHexDigit(c) && (c < 'A' || c > 'F'); });
    const bool isNumber = digits.find_first_not_of("0123456789") == std::string_view::npos;  // a date, a count of steps
    return isHash && !isNumber ? PublishedHash{Proof::NameHash, std::string(digits)} : PublishedHash{};
}

PublishedHash publishedHash(const net::RemoteFile& file, const std::string& fileName, const net::Settings& settings, JobContext& job)
{
    if (!file.sha256.empty()) {
        return {Proof::PublishedHash, file.sha256};
    }
    const bool hasQuery = file.asked.text() != file.asked.shown();
    const bool isHub = !file.commit.empty();
    if (!hasQuery && !isHub) {
        const std::string list = net::readSmallText(net::Url::parse(file.asked.text() + ".sha256"), mostListBytes, settings, job);
        std::string hash = hashInList(list, fileName);
        if (!hash.empty()) {
            return {Proof::SumFile, std::move(hash)};
        }
    }
    return hashInName(fileName);
}

}  // namespace wb::job
