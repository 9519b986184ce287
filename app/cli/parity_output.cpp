#include "app/cli/parity_output.h"

#include "app/cli/json_output.h"
#include "app/cli/text_table.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <vector>

namespace wb::cli {

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string numberText(const std::optional<double>& number)
{
    return number ? fmt::format("{:.2e}", *number) : std::string("-");
}

std::string cosineText(const std::optional<double>& cosine)
{
    return cosine ? fmt::format("{:.9f}", *cosine) : std::string("-");
}

std::string layersText(const verify::ParityReport& report)
{
    Rows rows{{"layer", "max abs", "max rel", "cosine", ""}};
    for (const verify::LayerParity& layer : report.layers) {
        const bool isOver = verify::isOver(layer, report.tolerance);
        rows.push_back({printable(layer.name), numberText(layer.distance.maxAbs), numberText(layer.distance.maxRel),
                        cosineText(layer.distance.cosine), isOver ? "over: " + printable(layer.module) : std::string()});
    }
    return textTable({Align::Left, Align::Right, Align::Right, Align::Right, Align::Left}, rows);
}

std::string outputsText(const verify::ParityReport& report)
{
    Rows rows{{"output", "max abs", "max rel", "cosine"}};
    for (const verify::OutputParity& output : report.outputs) {
        rows.push_back(
            {printable(output.name), numberText(output.distance.maxAbs), numberText(output.distance.maxRel), cosineText(output.distance.cosine)});
    }
    return "\n" + textTable({Align::Left, Align::Right, Align::Right, Align::Right}, rows);
}

std::string recordedText(const verify::ParityReport& report)
{
    Rows rows{{"recorded", "max rel", ""}};
    for (const verify::RecordedOutput& output : report.recorded) {
        rows.push_back({printable(output.name), numberText(output.maxRel), output.ok ? "ok" : "FAILED"});
    }
    return "\n" + textTable({Align::Left, Align::Right, Align::Left}, rows);
}

std::string topText(const verify::ParityReport& report)
{
    Rows rows{{"top", "class", "result", "source", "label"}};
    for (size_t rank = 0; rank < report.top5.size(); ++rank) {
        const verify::TopClass& best = report.top5[rank];
        const bool isSame = best.index == best.sourceIndex;
        rows.push_back({fmt::format("{}", rank + 1), fmt::format("{}", best.index), fmt::format("{:.4f}", best.probability),
                        fmt::format("{:.4f}{}", best.sourceProbability, isSame ? std::string() : fmt::format(" (class {})", best.sourceIndex)),
                        printable(best.label)});
    }
    return "\n" + textTable({Align::Right, Align::Right, Align::Right, Align::Right, Align::Left}, rows);
}

std::string toleranceText(const verify::ParityReport& report)
{
    if (report.toleranceGiven) {
        return fmt::format("{:.2g}, as you said", report.tolerance);
    }
    if (report.narrowed) {
        return fmt::format("{:.2g}, that of {}: the result's numbers are rounded to it, through {} modules with weights", report.tolerance,
                           report.dtype, report.depth);
    }
    return fmt::format("{:.2g}, float32's rounding in sums of up to {} products", report.tolerance, report.sums);
}

std::string verdictText(const verify::ParityReport& report)
{
    if (!report.ok) {
        return "FAILED\n";
    }
    return verify::isIdentical(report)
               ? fmt::format("ok: both networks compute the same numbers, bit for bit, in all {} layers\n", report.layers.size())
               : fmt::format("ok: {}\n", parityDetail(report));
}

}  // namespace

std::string parityDetail(const verify::ParityReport& report)
{
    const verify::LayerParity* worst = verify::layerNamed(report, report.worst);
    return fmt::format("{} layers, largest relative error {} in {}, tolerance {:.2g}", report.layers.size(),
                       numberText(worst != nullptr ? worst->distance.maxRel : std::nullopt), printable(report.worst), report.tolerance);
}

std::string parityText(const verify::ParityReport& report)
{
    std::string text = layersText(report) + outputsText(report);
    if (!report.recorded.empty()) {
        text += recordedText(report);
    }
    if (!report.top5.empty()) {
        text += topText(report);
    }
    text += fmt::format("\ninput      {}, {} pixels\ntolerance  {}\n", report.input, report.size, toleranceText(report));
    return text + verdictText(report);
}

verify::ParityOutcome runParity(Session& session, const std::string& checkpoint, const std::string& folder)
{
    const CommandLine& line = session.line();
    verify::ParityOptions options = line.parityOptions;
    options.variant = line.variant;
    options.stateDict = line.stateDict;
    options.keymapFile = line.keymapFile;
    verify::ParityOutcome outcome;
    session.withProgress([&] { outcome = verify::compareOutputs(checkpoint, folder, options, session.job()); });
    return outcome;
}

std::string withParity(const Session& session, std::string output, const verify::ParityReport& report)
{
    if (session.wantsJson()) {
        return withMembers(std::move(output), "\"parity\":" + verify::parityToJson(report));
    }
    return parityText(report) + "\n" + output;
}

}  // namespace wb::cli
