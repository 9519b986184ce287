#pragma once

#include "ui/models/stage_bytes.h"

#include <QChartView>

class QBarCategoryAxis;
class QBarSet;
class QHorizontalBarSeries;
class QValueAxis;

namespace wb::ui {

// Bytes of each part of the network as bars with their sizes written at them.
class StageChart : public QChartView {
    Q_OBJECT

public:
    explicit StageChart(QWidget* parent = nullptr);

    void setStages(const std::vector<StageBytes>& stages);

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();

    QHorizontalBarSeries* m_series;
    QBarSet* m_bars;
    QBarCategoryAxis* m_names;
    QValueAxis* m_shares;
};

}  // namespace wb::ui
