#pragma once

#include "core/mapping/family.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLineEdit;
class QTreeView;

namespace wb::ui {

class VariantFilter;
class VariantModel;

// The catalogue on the left, with its filter box and the choice of a kind.
class VariantPane : public QWidget {
    Q_OBJECT

public:
    explicit VariantPane(const std::vector<mapping::Variant>& variants, QWidget* parent = nullptr);

    // Selects without telling; an unknown or empty name selects nothing.
    void showVariant(const QString& name);
    // Names of those whose file is on this machine, and the room there is for more, bytes.
    void showHere(const QStringList& names, quint64 freeBytes);
    QTreeView* view() const { return m_view; }
    QByteArray columnState() const;
    void restoreColumnState(const QByteArray& state);

Q_SIGNALS:
    void variantChosen(const QString& name);

private:
    void makeKinds();
    void makeView();
    void askForColumns(const QPoint& place);
    void tellChoice();

    QLineEdit* m_filterBox;
    QComboBox* m_kind;
    QTreeView* m_view;
    VariantModel* m_model;
    VariantFilter* m_proxy;
    bool m_silent = false;
};

}  // namespace wb::ui
