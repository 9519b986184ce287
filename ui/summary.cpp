#include "ui/summary.h"

#include "ui/format.h"
#include "ui/job_text.h"
#include "ui/models/variant_model.h"
#include "ui/transfer_text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>
#include <cmath>
#include <string_view>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWarnings = 3;  // lines above the table

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::Summary)
};

QString numbers(const std::vector<uint64_t>& values)
{
    QStringList texts;
    for (const uint64_t value : values) {
        texts.append(QString::number(value));
    }
    return texts.join(u" · "_s);
}

QString namingText(const std::string& naming)
{
    constexpr std::array<std::pair<const char*, const char*>, 4> names{
        {{"vissl", "VISSL / SEER"}, {"timm", "timm"}, {"torchvision", "torchvision"}, {"huggingface", "Hugging Face"}}};
    for (const auto& name : names) {
        if (naming == name.first) {
            return QString::fromUtf8(name.second);
        }
    }
    return shown(naming);
}

QString containerText(tensor::Container container)
{
    switch (container) {
    case tensor::Container::TorchZip:
        return Words::tr("PyTorch file (zip)");
    case tensor::Container::TorchLegacy:
        return Words::tr("older PyTorch file");
    case tensor::Container::Safetensors:
        return Words::tr("safetensors");
    case tensor::Container::VisslSlices:
        return Words::tr("VISSL slices");
    }
    return {};
}

QString configurationText(const mapping::Architecture& architecture)
{
    QString text = Words::tr("RegNet-%1, depths %2, widths %3, group width %4")
                       .arg(shown(architecture.layerType).toUpper(), numbers(architecture.depths), numbers(architecture.hiddenSizes),
                            QString::number(architecture.groupsWidth));
    return text + (architecture.classes ? Words::tr(", %n classes", nullptr, static_cast<int>(*architecture.classes)) : Words::tr(", no classifier"));
}

// A key that is missing is never rounded away.
QString modelText(const mapping::Detection& detection)
{
    const std::string& variant = detection.architecture.variant;
    return Words::tr("%1; %2 % of its keys are in the file")
        .arg(variant.empty() ? Words::tr("not in the catalogue") : shown(variant), QString::number(std::floor(detection.confidence * 100)));
}

uint64_t sourceBytes(const tensor::TensorIndex& index)
{
    uint64_t bytes = 0;
    for (const tensor::TensorInfo& info : index.tensors) {
        bytes += info.bytes();
    }
    return bytes;
}

QString listed(const std::vector<std::string>& names, size_t most)
{
    QStringList texts;
    for (size_t i = 0; i < names.size() && i < most; ++i) {
        texts.append(shown(names[i]));
    }
    if (names.size() > most) {
        texts.append(Words::tr("and %n more", nullptr, static_cast<int>(names.size() - most)));
    }
    return texts.join(u", "_s);
}

// What is known from the server, and by what means.
void addServerFacts(Summary& summary, const Published& published)
{
    if (published.fetched) {
        summary.facts.push_back(
            {Words::tr("Downloaded"), Words::tr("%1; %2").arg(pathFromBytes(published.fetched->path), proofText(published.fetched->proof))});
        return;
    }
    if (!published.facts) {
        return;
    }
    const job::RemoteFacts& facts = *published.facts;
    QStringList parts{shown(facts.host), bytesText(facts.bytes)};
    if (!facts.lastModified.empty()) {
        parts.append(dateText(facts.lastModified));
    }
    parts.append(facts.ranges ? Words::tr("sends parts (Range)") : Words::tr("sends the file only as a whole"));
    parts.append(facts.sha256.empty() ? Words::tr("no SHA-256 published") : Words::tr("SHA-256 published"));
    summary.facts.push_back({Words::tr("Server"), parts.join(u" · "_s)});
    summary.facts.push_back(
        {Words::tr("Read so far"), Words::tr("%1 in %2 requests").arg(bytesText(published.bytesRead), countText(published.requests))});
}

void addForecast(Summary& summary, const job::CatalogueForecast& forecast)
{
    QStringList results;
    for (const job::CatalogueForecast::Result& result : forecast.results) {
        results.append(Words::tr("%1: %2 in %n files", nullptr, static_cast<int>(result.shards)).arg(shown(result.dtype), bytesText(result.bytes)));
    }
    summary.facts.push_back({Words::tr("Result"), results.join(u" · "_s)});
    summary.facts.push_back({Words::tr("Needs"), Words::tr("%1 of disk (%2 free), %3 of memory (%4 available)")
                                                     .arg(bytesText(forecast.diskNeeded), bytesText(forecast.diskFree),
                                                          bytesText(forecast.memoryNeeded), bytesText(forecast.memoryFree))});
    if (!forecast.localCopy.empty()) {
        summary.facts.push_back({Words::tr("On this machine"), pathFromBytes(forecast.localCopy)});
    }
    if (forecast.diskNeeded > forecast.diskFree) {
        summary.warnings.append(Words::tr("Source and result need %1 more than the disk has free. Converting while it downloads needs room for the "
                                          "result alone; BF16 halves that.")
                                    .arg(bytesText(forecast.diskNeeded - forecast.diskFree)));
    }
    if (forecast.memoryNeeded > forecast.memoryFree) {
        summary.warnings.append(Words::tr("There is too little memory available now."));
    }
}

}  // namespace

QString warningText(const std::string& token)
{
    constexpr std::string_view shared = "shared-storage:";
    if (token.starts_with(shared)) {
        return Words::tr("Tensors share their values; each gets a copy of its own: %1").arg(shown(token.substr(shared.size())));
    }
    return shown(token);
}

Summary summarize(const plan::Plan& plan, const std::optional<Published>& published)
{
    const tensor::TensorIndex& index = plan.source;
    const mapping::Architecture& architecture = plan.detection.architecture;
    Summary summary;
    const QString path = index.files.empty() ? QString() : pathFromBytes(index.files[0].path);
    summary.title = shown(QFileInfo(path).fileName().toStdString());
    summary.facts.push_back({Words::tr("Model"), modelText(plan.detection)});
    summary.facts.push_back({Words::tr("Configuration"), configurationText(architecture)});
    summary.facts.push_back({Words::tr("Names"), Words::tr("%1; %2").arg(namingText(architecture.naming), containerText(index.container))});
    summary.facts.push_back({Words::tr("Tensors"), Words::tr("%1 tensors, %2").arg(countText(index.tensors.size()), bytesText(sourceBytes(index)))});
    summary.facts.push_back({Words::tr("Weights at"), index.stateDict.empty() ? Words::tr("top of the file") : shown(index.stateDict)});
    if (published) {
        addServerFacts(summary, *published);
    }
    if (!index.opaque.empty()) {
        summary.facts.push_back({Words::tr("Left out"), Words::tr("objects that are not weights: %1").arg(listed(index.opaque, 3))});
    }
    for (const mapping::Disagreement& difference : plan.detection.disagreements) {
        summary.warnings.append(Words::tr("%1 is %2 in the file, but %3 has %4. The file counts.")
                                    .arg(shown(difference.setting), shown(difference.file), shown(plan.options.variant), shown(difference.variant)));
    }
    QStringList others;
    for (const std::string& token : plan.warnings) {
        if (token.rfind("variant-differs:", 0) != 0) {  // told above, by both values
            others.append(warningText(token));
        }
    }
    summary.warnings.append(others.mid(0, mostWarnings));
    if (others.size() > mostWarnings) {
        summary.warnings.append(Words::tr("and %n more", nullptr, static_cast<int>(others.size() - mostWarnings)));
    }
    return summary;
}

Summary summarize(const Published& published)
{
    Summary summary;
    summary.title = shown(published.source.fileName);
    summary.facts.push_back({Words::tr("Address"), shown(published.source.shown)});
    addServerFacts(summary, published);
    return summary;
}

Summary summarize(const mapping::Variant& variant, const std::optional<job::CatalogueForecast>& forecast, std::optional<double> seconds)
{
    Summary summary;
    summary.title = shown(variant.name);
    summary.facts.push_back({Words::tr("Configuration"), configurationText(variant.architecture)});
    summary.facts.push_back({Words::tr("Names"), namingText(variant.architecture.naming)});
    summary.facts.push_back(
        {Words::tr("Tensors"),
         Words::tr("%1 tensors, %2, %3 parameters").arg(countText(variant.tensors), bytesText(variant.bytes), countText(variant.parameters))});
    summary.facts.push_back({Words::tr("Licence"), licenceText(variant)});
    summary.facts.push_back({Words::tr("Published as"), shown(variant.sourceFile)});
    summary.facts.push_back({Words::tr("Address"), shown(variant.source)});
    summary.facts.push_back({Words::tr("Pictures"), Words::tr("%n pixels, colour", nullptr, static_cast<int>(variant.imageSize))});
    if (forecast) {
        addForecast(summary, *forecast);
    }
    if (seconds) {
        summary.facts.push_back({Words::tr("Time to convert"), expectedText(seconds)});
    }
    return summary;
}

}  // namespace wb::ui
