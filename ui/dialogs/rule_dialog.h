#pragma once

#include "core/mapping/edit_rule.h"

#include <QDialog>

namespace wb::ui {

// What a rule made from one edit would change: its pattern, and every row. accepted(): all of it is wanted.
class RuleDialog : public QDialog {
    Q_OBJECT

public:
    RuleDialog(const mapping::KeyEdit& edit, const mapping::EditRule& rule, QWidget* parent);
};

}  // namespace wb::ui
