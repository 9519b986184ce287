#pragma once

#include "core/inspect/statistics_cache.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace wb::ui {

// A value in six significant digits, a whole number in all of its digits, "NaN", "∞" or "−∞".
QString numberText(double value);

// What was found, as rows of a table: what it is, the checkpoint's number, and the result's where there is one.
QStringList statisticsHeadings(const inspect::FoundValues& found);
QList<QStringList> statisticsRows(const inspect::FoundValues& found);
// The first values on one line; "…" where there are more.
QString firstValuesText(const inspect::TensorStatistics& statistics);
// How result and checkpoint differ, in one sentence; empty without a result.
QString differenceText(const inspect::FoundValues& found);

// The bins of both histograms in one width.
QStringList histogramHeadings(const inspect::FoundValues& found);
QList<QStringList> histogramRows(const inspect::FoundValues& found);

}  // namespace wb::ui
