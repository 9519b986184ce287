#pragma once

#include "core/plan/plan.h"

#include <string>
#include <vector>

namespace wb::convert {

// Where the result of a plan and its unfinished parts lie. All paths are absolute; nothing here touches the disk.
//   DIR/.weightbridge/      lock, journal, NAME.part of each weight file in DIR, small files until they are whole
//   DIR.pth.part            beside the .pth: that may be another file system than the one inside DIR
class OutputPaths {
public:
    explicit OutputPaths(const plan::Plan& plan);

    static constexpr const char* workName = ".weightbridge";

    const std::string& folder() const noexcept { return m_folder; }
    const std::string& work() const noexcept { return m_work; }
    std::string lock() const;
    std::string journal() const;
    std::string inFolder(const std::string& name) const;
    std::string inWork(const std::string& name) const;
    // A weight file's final place, and its place until then.
    std::string final(const plan::PlannedFile& file) const;
    std::string part(const plan::PlannedFile& file) const;
    // Final places of all files that the plan writes: weights, small files, report.
    std::vector<std::string> allFinal(const plan::Plan& plan) const;

private:
    std::string m_folder;
    std::string m_work;
};

// A name that a model folder's weights may have; such files of an older result are removed when a new one takes its place.
bool isWeightName(const std::string& name);

}  // namespace wb::convert
