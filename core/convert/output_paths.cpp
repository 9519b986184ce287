#include "core/convert/output_paths.h"

#include "core/io/folder.h"
#include "core/plan/conversion_report.h"

#include <string_view>

namespace wb::convert {

OutputPaths::OutputPaths(const plan::Plan& plan) : m_folder(io::absolutePath(plan.options.outputFolder)), m_work(io::join(m_folder, workName)) {}

std::string OutputPaths::lock() const
{
    return inWork("lock");
}

std::string OutputPaths::journal() const
{
    return inWork("journal");
}

std::string OutputPaths::inFolder(const std::string& name) const
{
    return io::join(m_folder, name);
}

std::string OutputPaths::inWork(const std::string& name) const
{
    return io::join(m_work, name);
}

std::string OutputPaths::final(const plan::PlannedFile& file) const
{
    return file.format == plan::Format::Pth ? io::join(io::parentFolder(m_folder), file.name) : inFolder(file.name);
}

std::string OutputPaths::part(const plan::PlannedFile& file) const
{
    return (file.format == plan::Format::Pth ? final(file) : inWork(file.name)) + ".part";
}

std::vector<std::string> OutputPaths::allFinal(const plan::Plan& plan) const
{
    std::vector<std::string> paths;
    for (const plan::PlannedFile& file : plan.weightFiles) {
        paths.push_back(final(file));
    }
    for (const mapping::TextFile& file : plan.textFiles) {
        paths.push_back(inFolder(file.name));
    }
    paths.push_back(inFolder(plan::reportName));
    return paths;
}

bool isWeightName(const std::string& name)
{
    const std::string_view view = name;
    const bool safetensors = view.starts_with("model") && view.ends_with(".safetensors");
    const bool torch = view.starts_with("pytorch_model") && view.ends_with(".bin");
    return safetensors || torch || view == "model.safetensors.index.json" || view == "pytorch_model.bin.index.json";
}

}  // namespace wb::convert
