#pragma once

#include "ui/session.h"
#include "ui/speed_history.h"

#include <QElapsedTimer>
#include <QWidget>

class QComboBox;

namespace wb::ui {

class ChartWithTable;
class StageChart;
class ThroughputChart;

// Where the bytes of the network are, and how fast they are read and written. What it holds is made when it is first shown.
class ChartsPage : public QWidget {
    Q_OBJECT

public:
    explicit ChartsPage(Session& session, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeCharts();
    void takeSample();
    void showStages();
    void showSpeeds();

    Session& m_session;
    SpeedHistory m_speeds;
    QElapsedTimer m_clock;
    std::shared_ptr<const mapping::KeyMap> m_shown;
    StageChart* m_stages = nullptr;
    ChartWithTable* m_stageNumbers = nullptr;
    ThroughputChart* m_throughput = nullptr;
    ChartWithTable* m_speedNumbers = nullptr;
    QComboBox* m_span = nullptr;
};

}  // namespace wb::ui
