#pragma once

#include <QColor>

class QChartView;
class QTableView;

namespace wb::ui {

// Two colours that everyone can tell apart (Okabe and Ito, "Color Universal Design"). What is shown in them differs in its mark or line too.
inline constexpr QRgb chartBlue = 0x0072b2;
inline constexpr QRgb chartOrange = 0xd55e00;

// Frame, margins and behaviour that all charts of the window share. Charts take no focus: their table does.
void setUpChart(QChartView& view);
// The window's own colours and font for all but the series, so that a chart is dark in a dark desktop.
void colourChart(QChartView& view);
// A table of numbers as it stands beside or behind a chart.
void setUpNumbers(QTableView& table);

}  // namespace wb::ui
