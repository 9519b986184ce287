#pragma once

#include "core/job/compare_models.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <memory>
#include <optional>

namespace wb::ui {

// How two tensors of one name fared, and the icon of a shape of its own that says the same.
QString pairStatusWord(inspect::PairStatus status);
QString pairStatusIcon(inspect::PairStatus status);

// The pairs of a comparison, one a row.
class CompareModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { StatusColumn, FirstColumn, SecondColumn, ShapeColumn, DTypeColumn, ChangedColumn, LargestColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole, StatusRole };

    explicit CompareModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setComparison(std::shared_ptr<const job::ComparedModels> models);
    const job::ComparedModels* models() const { return m_models.get(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const inspect::ComparedPair& pairAt(int row) const { return m_models->comparison.pairs[static_cast<size_t>(row)]; }
    QString text(const inspect::ComparedPair& pair, int column) const;
    QVariant sortKey(const inspect::ComparedPair& pair, int column) const;
    QString ofBoth(const inspect::ComparedPair& pair, QString (*words)(const tensor::TensorInfo&)) const;

    std::shared_ptr<const job::ComparedModels> m_models;
};

// The pairs of one status, or all.
class CompareFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit CompareFilter(QObject* parent = nullptr);

    void setStatus(std::optional<inspect::PairStatus> status);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::optional<inspect::PairStatus> m_status;
};

}  // namespace wb::ui
