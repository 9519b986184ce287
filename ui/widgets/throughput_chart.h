#pragma once

#include "ui/speed_history.h"

#include <QChartView>

class QLineSeries;
class QValueAxis;

namespace wb::ui {

// What was read and written a second, over the last minutes: a solid line with points and a dashed one.
class ThroughputChart : public QChartView {
    Q_OBJECT

public:
    explicit ThroughputChart(QWidget* parent = nullptr);

    void setPoints(const std::vector<SpeedHistory::Point>& points, int minutes);

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();

    QLineSeries* m_read;
    QLineSeries* m_written;
    QValueAxis* m_time;
    QValueAxis* m_speed;
};

}  // namespace wb::ui
