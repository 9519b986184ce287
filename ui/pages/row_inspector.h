#pragma once

#include "core/mapping/key_map.h"

#include <QScrollArea>

#include <array>
#include <memory>

class QAction;
class QFormLayout;
class QGridLayout;
class QLabel;
class QListWidget;
class QVBoxLayout;

namespace wb::ui {

class WrappedText;

// One row of the key map in full: status, both keys and shapes, the rule, and for a problem what may be done about it. Further sections stand below.
class RowInspector : public QScrollArea {
    Q_OBJECT

public:
    explicit RowInspector(QWidget* parent = nullptr);

    // -1: no row. The map may be null.
    void showRow(std::shared_ptr<const mapping::KeyMap> map, int row);
    const mapping::KeyMapRow* row() const;
    // Stands below what is there; the inspector owns it.
    void addSection(QWidget* section);
    // A button for it stands below the suggestions. The action is not owned.
    void addButton(QAction* action);
    // Index into the row's suggestions; the first where none is chosen.
    int chosenSuggestion() const;
    // The same of the one that stands at a place of the list; -1: none does.
    int suggestionAt(int place) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    // Another row of the map, or the same of another map; -1: none.
    void rowChanged(const std::shared_ptr<const wb::mapping::KeyMap>& map, int row);
    void suggestionActivated(int index);

private:
    QWidget* makeHead();
    QWidget* makeFacts();
    QWidget* makeSuggestions();
    void showHead(const mapping::KeyMapRow& row);
    void showFacts(const mapping::KeyMapRow& row);
    void showSuggestions(const mapping::KeyMapRow& row);

    std::shared_ptr<const mapping::KeyMap> m_map;
    int m_row = -1;
    QLabel* m_empty;
    QWidget* m_body;
    QVBoxLayout* m_column;
    QLabel* m_icon = nullptr;
    QLabel* m_status = nullptr;
    QLabel* m_problem = nullptr;
    WrappedText* m_source = nullptr;
    WrappedText* m_destination = nullptr;
    WrappedText* m_rule = nullptr;
    WrappedText* m_captures = nullptr;
    QFormLayout* m_form = nullptr;
    std::array<QLabel*, 4> m_facts{};  // in the order of their rows
    QWidget* m_suggestionBox = nullptr;
    QListWidget* m_suggestions = nullptr;
    QGridLayout* m_buttons = nullptr;
};

}  // namespace wb::ui
