#pragma once

#include "app/torch/parity/lockstep.h"

#include "core/verify/parity_report.h"

#include <optional>
#include <string>
#include <vector>

namespace wb::parity {

// Gathers, visit by visit, how far two networks are apart. Both must take the same steps through modules of the same kinds and shapes.
class Comparison {
public:
    // Names of the result's steps, and the steps whose outputs are kept apart by name ("hidden_state.0", "logits").
    Comparison(std::vector<std::string> stepNames, std::vector<std::pair<size_t, std::string>> outputs, double tolerance);

    // Throws TracePair where the two are at different modules, and Stop at a value that is not finite.
    void visit(const Visit& source, const Visit& result);

    struct Stop {};

    // Where a value was not finite: the two leaves, and in which network. Its layer is the last of layers().
    struct NotFinite {
        const network::Leaf* source = nullptr;
        const network::Leaf* result = nullptr;
        bool inSource = false;
        bool inResult = false;
    };

    const std::vector<verify::LayerParity>& layers() const noexcept { return m_layers; }
    const std::vector<verify::OutputParity>& outputs() const noexcept { return m_outputs; }
    const std::optional<NotFinite>& notFinite() const noexcept { return m_notFinite; }
    // The layer at hand, for the progress.
    const std::string& layerAtHand() const { return m_stepNames.at(m_layers.size()); }

private:
    void visitLeaf(const Visit& source, const Visit& result);
    void visitStep(const Visit& source, const Visit& result);
    [[noreturn]] void stopAt(const Visit& source, const Visit& result);  // not finite

    std::vector<std::string> m_stepNames;
    std::vector<std::pair<size_t, std::string>> m_outputNames;
    std::vector<verify::LayerParity> m_layers;
    std::vector<verify::OutputParity> m_outputs;
    std::optional<NotFinite> m_notFinite;
    double m_tolerance;
    double m_worst = 0;    // largest relative error of the modules of the layer at hand
    std::string m_module;  // the first of them over the tolerance, else the one with the largest error
    bool m_isOver = false;
};

// A key or module without the "regnet." that a model with a classifier has before it.
std::string withoutModelName(const std::string& path);

}  // namespace wb::parity
