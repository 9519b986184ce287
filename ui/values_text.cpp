#include "ui/values_text.h"

#include "ui/format.h"
#include "ui/widgets/histogram_chart.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <functional>

namespace wb::ui {

using namespace Qt::StringLiterals;
using inspect::FoundValues;
using inspect::TensorStatistics;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::ValuesPane)
};

constexpr int digits = 6;

QString shareText(uint64_t part, uint64_t whole)
{
    if (part == 0 || whole == 0) {
        return countText(part);
    }
    const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    return Words::tr("%1 (%2 %)").arg(countText(part), QLocale().toString(percent, 'g', 3));
}

QString ofFinite(const TensorStatistics& statistics, double TensorStatistics::*number)
{
    return statistics.finite == 0 ? u"–"_s : numberText(statistics.*number);
}

using Cell = std::function<QString(const TensorStatistics&)>;

uint64_t countAt(const inspect::Histogram& histogram, int64_t bin)
{
    const int64_t at = bin - histogram.first;
    return at >= 0 && at < static_cast<int64_t>(histogram.counts.size()) ? histogram.counts[static_cast<size_t>(at)] : 0;
}

}  // namespace

QString numberText(double value)
{
    if (std::isnan(value)) {
        return Words::tr("NaN");
    }
    if (std::isinf(value)) {
        return value > 0 ? u"∞"_s : u"−∞"_s;
    }
    constexpr double wholeBelow = 1e15;
    if (std::fabs(value) < wholeBelow && std::trunc(value) == value) {
        return QLocale().toString(static_cast<qlonglong>(value));
    }
    return QLocale().toString(value, 'g', digits);
}

QStringList statisticsHeadings(const FoundValues& found)
{
    return found.second ? QStringList{Words::tr("Values"), Words::tr("Checkpoint"), Words::tr("Result")}
                        : QStringList{Words::tr("Values"), Words::tr("Checkpoint")};
}

QList<QStringList> statisticsRows(const FoundValues& found)
{
    const std::pair<QString, Cell> lines[] = {
        {Words::tr("Number"), [](const TensorStatistics& one) { return countText(one.elements); }},
        {Words::tr("Least"), [](const TensorStatistics& one) { return ofFinite(one, &TensorStatistics::min); }},
        {Words::tr("Largest"), [](const TensorStatistics& one) { return ofFinite(one, &TensorStatistics::max); }},
        {Words::tr("Mean"), [](const TensorStatistics& one) { return ofFinite(one, &TensorStatistics::mean); }},
        {Words::tr("Deviation"), [](const TensorStatistics& one) { return ofFinite(one, &TensorStatistics::deviation); }},
        {Words::tr("Zeros"), [](const TensorStatistics& one) { return shareText(one.zeros, one.elements); }},
        {Words::tr("NaN"), [](const TensorStatistics& one) { return shareText(one.nan, one.elements); }},
        {Words::tr("Infinite"), [](const TensorStatistics& one) { return shareText(one.positiveInfinity + one.negativeInfinity, one.elements); }}};
    QList<QStringList> rows;
    for (const auto& [name, cell] : lines) {
        QStringList row{name, cell(found.first)};
        if (found.second) {
            row.append(cell(*found.second));
        }
        rows.append(row);
    }
    return rows;
}

QString firstValuesText(const TensorStatistics& statistics)
{
    QStringList values;
    for (const double value : statistics.values) {
        values.append(numberText(value));
    }
    if (statistics.elements > statistics.values.size()) {
        values.append(u"…"_s);
    }
    return values.join(u"  "_s);
}

QString differenceText(const FoundValues& found)
{
    if (!found.difference) {
        return {};
    }
    const inspect::TensorDifference& difference = *found.difference;
    if (difference.isEqual()) {
        return Words::tr("The result holds the same values.");
    }
    QStringList parts{
        Words::tr("%1 values differ, by at most %2.").arg(shareText(difference.changed, difference.elements), numberText(difference.largest))};
    if (difference.overflowed > 0) {
        parts.append(Words::tr("Too large for the type, now infinite: %1.").arg(countText(difference.overflowed)));
    }
    if (difference.vanished > 0) {
        parts.append(Words::tr("Too small for the type, now zero: %1.").arg(countText(difference.vanished)));
    }
    return parts.join(u' ');
}

QStringList histogramHeadings(const FoundValues& found)
{
    return found.second ? QStringList{Words::tr("From"), Words::tr("To below"), Words::tr("Checkpoint"), Words::tr("Result")}
                        : QStringList{Words::tr("From"), Words::tr("To below"), Words::tr("Checkpoint")};
}

QList<QStringList> histogramRows(const FoundValues& found)
{
    inspect::Histogram first = found.first.histogram;
    inspect::Histogram second = found.second ? found.second->histogram : inspect::Histogram();
    const bool hasFirst = !first.counts.empty();
    const bool hasSecond = !second.counts.empty();
    if (hasFirst && hasSecond) {
        bringToOneWidth(first, second);
    }
    if (!hasFirst && !hasSecond) {
        return {};
    }
    const inspect::Histogram& any = hasFirst ? first : second;
    int64_t begin = any.first;
    int64_t end = any.first + static_cast<int64_t>(any.counts.size());
    if (hasFirst && hasSecond) {
        begin = std::min(begin, second.first);
        end = std::max(end, second.first + static_cast<int64_t>(second.counts.size()));
    }
    QList<QStringList> rows;
    for (int64_t bin = begin; bin < end; ++bin) {
        const double width = any.width();
        QStringList row{numberText(static_cast<double>(bin) * width), numberText(static_cast<double>(bin + 1) * width),
                        countText(countAt(first, bin))};
        if (found.second) {
            row.append(countText(countAt(second, bin)));
        }
        rows.append(row);
    }
    return rows;
}

}  // namespace wb::ui
