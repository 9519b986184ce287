#pragma once

#include "core/mapping/family.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace wb::ui {

// The catalogue on the left, with its filter box.
class VariantPane : public QWidget {
    Q_OBJECT

public:
    explicit VariantPane(const std::vector<mapping::Variant>& variants, QWidget* parent = nullptr);

    // Selects without telling; an unknown or empty name selects nothing.
    void showVariant(const QString& name);
    QTreeView* view() const { return m_view; }

Q_SIGNALS:
    void variantChosen(const QString& name);

private:
    void tellChoice();

    QLineEdit* m_filterBox;
    QTreeView* m_view;
    QSortFilterProxyModel* m_proxy;
    bool m_silent = false;
};

}  // namespace wb::ui
