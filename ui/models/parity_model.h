#pragma once

#include "core/verify/parity_report.h"

#include <QAbstractTableModel>

#include <vector>

namespace wb::ui {

// The layers of a comparison, one a row, in the order of the calls.
class ParityModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { LayerColumn, VerdictColumn, RelativeColumn, AbsoluteColumn, CosineColumn, ModuleColumn, ColumnCount };

    explicit ParityModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setReport(const verify::ParityReport& report);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const verify::LayerParity& layer, int column) const;

    std::vector<verify::LayerParity> m_layers;
    double m_tolerance = 0;
};

}  // namespace wb::ui
