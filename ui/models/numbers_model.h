#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QStringList>

namespace wb::ui {

// A small table of texts: what a row is about first, then its numbers. Foreign texts are made fit to be shown before they come here.
class NumbersModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit NumbersModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    // Each row has a cell for each heading.
    void setTable(const QStringList& headings, const QList<QStringList>& rows);
    // "Stage 1: 5.2 MB, 12 %; Stage 2: …", as a screen reader is to have it.
    QString spoken() const;
    // With headings, tabs between the cells, a line a row.
    QString tabbed() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList m_headings;
    QList<QStringList> m_rows;
};

}  // namespace wb::ui
