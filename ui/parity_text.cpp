#include "ui/parity_text.h"

#include "ui/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::ParityText)
};

QString notFiniteText(const verify::NotFinite& found)
{
    const QString where = layerText(found.layer);
    if (found.key.empty()) {
        return Words::tr("The outputs cannot be compared: in %1 a number grows beyond what float32 holds.").arg(where);
    }
    if (found.inSource && found.inResult) {
        return Words::tr("The outputs cannot be compared: %1 holds a value that is no number, in the checkpoint too (%2).")
            .arg(shown(found.key), where);
    }
    return found.inResult ? Words::tr("The result is damaged: %1 holds a value that is no number (%2).").arg(shown(found.key), where)
                          : Words::tr("The checkpoint is damaged: %1 holds a value that is no number (%2).").arg(shown(found.key), where);
}

QString overText(const verify::ParityReport& report)
{
    const verify::LayerParity* layer = verify::layerNamed(report, *report.firstOver);
    const QString error = layer != nullptr ? errorText(layer->distance.maxRel) : QString();
    return Words::tr("The two networks do not compute the same: they part in %1 (error %2, at most %3 passes).")
        .arg(layerText(*report.firstOver), error, errorText(report.tolerance));
}

}  // namespace

QString parityVerdict(const verify::ParityReport& report)
{
    if (report.notFinite) {
        return notFiniteText(*report.notFinite);
    }
    if (report.firstOver) {
        return overText(report);
    }
    const QString layers = countText(report.layers.size());
    const verify::LayerParity* worst = verify::layerNamed(report, report.worst);
    if (worst == nullptr || verify::isIdentical(report)) {
        return Words::tr("Both networks compute the same numbers, bit for bit, in all %1 layers.").arg(layers);
    }
    return Words::tr("Both networks compute the same in all %1 layers, within the tolerance: the largest error is %2, in %3.")
        .arg(layers, errorText(worst->distance.maxRel), layerText(report.worst));
}

QString parityBasis(const verify::ParityReport& report)
{
    const QString input = Words::tr("Input: %1, %2 × %2 pixels.").arg(shown(report.input), countText(report.size));
    const QString tolerance = errorText(report.tolerance);
    if (report.toleranceGiven) {
        return input + u' ' + Words::tr("Tolerance %1, as you said.").arg(tolerance);
    }
    if (report.narrowed) {
        return input + u' ' +
               Words::tr("Tolerance %1: the result's numbers are rounded to %2, and %3 modules with weights add their roundings up.")
                   .arg(tolerance, shown(report.dtype), countText(report.depth));
    }
    return input + u' ' + Words::tr("Tolerance %1: float32's rounding in sums of up to %2 products.").arg(tolerance, countText(report.sums));
}

QString layerVerdict(const verify::LayerParity& layer, double tolerance)
{
    if (!layer.distance.maxRel) {
        return Words::tr("no number");
    }
    if (verify::isOver(layer, tolerance)) {
        return Words::tr("over");
    }
    return *layer.distance.maxRel == 0.0 ? Words::tr("equal") : Words::tr("within");
}

QString errorText(const std::optional<double>& error)
{
    if (!error) {
        return u"–"_s;
    }
    return *error == 0.0 ? u"0"_s : QLocale().toString(*error, 'e', 1);
}

QString layerText(const std::string& name)
{
    static const QRegularExpression block(u"^encoder\\.stages\\.(\\d+)\\.layers\\.(\\d+)$"_s);
    const QString module = shown(name);
    const auto match = block.match(module);
    if (match.hasMatch()) {
        return Words::tr("stage %1, block %2").arg(match.captured(1).toInt() + 1).arg(match.captured(2).toInt() + 1);
    }
    if (module == u"embedder"_s) {
        return Words::tr("the stem");
    }
    if (module == u"pooler"_s) {
        return Words::tr("the pooling");
    }
    return module == u"classifier"_s ? Words::tr("the classifier") : module;
}

}  // namespace wb::ui
