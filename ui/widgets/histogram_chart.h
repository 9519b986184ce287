#pragma once

#include "core/inspect/histogram.h"

#include <QChartView>

#include <optional>

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace wb::ui {

// How a tensor's values are spread: the checkpoint's as a filled shape, the result's over it as a dashed line.
class HistogramChart : public QChartView {
    Q_OBJECT

public:
    explicit HistogramChart(QWidget* parent = nullptr);

    // `second` is laid over the first in bins of one width.
    void setHistograms(const inspect::Histogram& first, const std::optional<inspect::Histogram>& second);

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();

    QLineSeries* m_outline;
    QAreaSeries* m_first;
    QLineSeries* m_second;
    QValueAxis* m_values;
    QValueAxis* m_counts;
};

// Both in bins of the wider one's width.
void bringToOneWidth(inspect::Histogram& first, inspect::Histogram& second);

}  // namespace wb::ui
