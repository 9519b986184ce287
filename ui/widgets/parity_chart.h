#pragma once

#include "core/verify/parity_report.h"

#include <QChartView>

class QAbstractAxis;
class QCategoryAxis;
class QLineSeries;
class QLogValueAxis;
class QScatterSeries;

namespace wb::ui {

// Relative error of each layer on a logarithmic axis, with the tolerance as a line. Layers that are equal bit for bit have no place on such an axis:
// they lie on its lower edge. Each kind of point has a shape of its own. The same is in the table beside it.
class ParityChart : public QChartView {
    Q_OBJECT

public:
    explicit ParityChart(QWidget* parent = nullptr);

    void setReport(const verify::ParityReport& report);

protected:
    void changeEvent(QEvent* event) override;

private:
    QScatterSeries* addPoints(const QString& name, const QString& objectName);
    void showScale(const verify::ParityReport& report);
    void showStages(const verify::ParityReport& report);
    void showToolTip(const QPointF& point, bool isOver);
    void colour();

    QLineSeries* m_line;
    QLineSeries* m_tolerance;
    QScatterSeries* m_within;
    QScatterSeries* m_equal;
    QScatterSeries* m_over;
    QLogValueAxis* m_errors;
    QCategoryAxis* m_stages;
    std::vector<verify::LayerParity> m_layers;
};

}  // namespace wb::ui
