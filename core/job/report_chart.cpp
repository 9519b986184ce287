#include "core/job/report_chart.h"

#include "core/job/report_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace wb::job {

namespace {

constexpr int width = 800;
constexpr int height = 240;
constexpr int left = 64;
constexpr int top = 12;
constexpr int bottom = 24;
constexpr double leastShown = 1e-10;  // an error of nothing stands on the axis

// From exponents to pixels.
struct Axis {
    int lowest = -10;
    int highest = 0;

    double at(double error) const
    {
        const double exponent = std::log10(std::max(error, leastShown));
        const double share = (exponent - lowest) / std::max(1, highest - lowest);
        return height - bottom - std::clamp(share, 0.0, 1.0) * (height - bottom - top);
    }
};

Axis axisOf(const verify::ParityReport& parity)
{
    double largest = std::max(parity.tolerance, leastShown);
    for (const verify::LayerParity& layer : parity.layers) {
        largest = std::max(largest, layer.distance.maxRel.value_or(0));
    }
    return {-10, std::min(12, static_cast<int>(std::ceil(std::log10(largest))) + 1)};
}

}  // namespace

std::string parityChart(const verify::ParityReport& parity)
{
    if (parity.layers.empty()) {
        return {};
    }
    const Axis axis = axisOf(parity);
    std::string out =
        fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"Relative error of each layer, logarithmic; the table below has "
                    "the numbers\">\n",
                    width, height);
    for (int exponent = axis.lowest; exponent <= axis.highest; exponent += 2) {
        const double y = axis.at(std::pow(10.0, exponent));
        out += fmt::format("<line class=\"grid\" x1=\"{0}\" y1=\"{2:.1f}\" x2=\"{1}\" y2=\"{2:.1f}\"/><text x=\"{3}\" y=\"{4:.1f}\">1e{5}</text>\n",
                           left, width, y, left - 6, y + 4, exponent);
    }
    const double step = static_cast<double>(width - left) / static_cast<double>(parity.layers.size());
    const double bar = std::max(1.0, step * 0.7);
    for (size_t i = 0; i < parity.layers.size(); ++i) {
        const verify::LayerParity& layer = parity.layers[i];
        const double error = layer.distance.maxRel.value_or(INFINITY);
        const double y = axis.at(error);
        out += fmt::format("<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"><title>{}: {}</title></rect>\n",
                           verify::isOver(layer, parity.tolerance) ? "over" : "under", left + step * static_cast<double>(i), y, bar,
                           std::max(1.0, height - bottom - y), htmlText(layer.name),
                           layer.distance.maxRel ? fmt::format("{:.3g}", *layer.distance.maxRel) : "not finite");
    }
    const double y = axis.at(parity.tolerance);
    out += fmt::format("<line class=\"limit\" x1=\"{0}\" y1=\"{2:.1f}\" x2=\"{1}\" y2=\"{2:.1f}\"><title>tolerance {3:.3g}</title></line>\n</svg>\n",
                       left, width, y, parity.tolerance);
    return out;
}

}  // namespace wb::job
