#include "core/job/check_sums.h"

#include "core/base/sum_list.h"
#include "core/base/text.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/verify/file_hashes.h"

#include <cstdint>
#include <string_view>

namespace wb::job {

namespace {

constexpr uint64_t mostListBytes = 64 << 10;
constexpr std::string_view ending = ".sha256";

// A name that leads elsewhere than beside the list is none.
bool isPlainName(std::string_view name) noexcept
{
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string_view::npos && name.find('\0') == std::string_view::npos;
}

std::string nameOf(const ListedSum& sum, const std::string& list)
{
    if (!sum.name.empty()) {
        return sum.name.starts_with("./") ? sum.name.substr(2) : sum.name;
    }
    const std::string file = io::fileName(list);
    return lowered(file).ends_with(ending) ? file.substr(0, file.size() - ending.size()) : std::string();
}

// Empty: it is nowhere.
std::string pathOf(const std::string& name, const std::string& list, const std::string& openFile, bool isAlone)
{
    const std::string beside = isPlainName(name) ? io::join(io::parentFolder(list), name) : std::string();
    if (!beside.empty() && io::exists(beside)) {
        return beside;
    }
    return isAlone || (!name.empty() && io::fileName(openFile) == name) ? openFile : std::string();
}

}  // namespace

CheckedSums checkSums(const std::string& list, const std::string& openFile, JobContext& job)
{
    CheckedSums checked;
    if (io::fileBytes(list).value_or(0) > mostListBytes) {
        return checked;
    }
    const std::vector<ListedSum> sums = sumsIn(io::readSmallFile(list, mostListBytes));
    checked.isList = !sums.empty();
    uint64_t bytes = 0;
    for (const ListedSum& sum : sums) {
        const std::string name = nameOf(sum, list);
        const std::string path = pathOf(name, list, openFile, sums.size() == 1 && sum.name.empty());
        if (path.empty()) {
            checked.missing.push_back(sum.name.empty() ? name : sum.name);
        } else {
            checked.files.push_back({path, sum.sha256, {}});
            bytes += io::fileBytes(path).value_or(0);
        }
    }
    job.progress.begin(Stage::Verify, bytes);
    for (CheckedSums::File& file : checked.files) {
        file.found = verify::hashFile(*io::openFile(file.path), {}, job).sha256;
    }
    return checked;
}

}  // namespace wb::job
