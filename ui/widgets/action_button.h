#pragma once

#include <QAction>
#include <QPushButton>

namespace wb::ui {

// A button that does an action of the menus, and has its text, and is enabled and shown as it.
class ActionButton : public QPushButton {
    Q_OBJECT

public:
    // The action outlives it.
    ActionButton(QAction& action, const QString& name, QWidget* parent) : QPushButton(parent)
    {
        setObjectName(name);
        setAutoDefault(false);
        const auto follow = [this, &action] {
            setText(action.text());
            setToolTip(action.toolTip());
            setEnabled(action.isEnabled());
        };
        connect(&action, &QAction::changed, this, follow);
        connect(this, &QPushButton::clicked, &action, &QAction::trigger);
        follow();
    }
};

}  // namespace wb::ui
