#pragma once

#include <QIcon>
#include <QString>

namespace wb::ui {

// An icon of resources/icons by its name ("status-mapped").
QIcon icon(const QString& name);

}  // namespace wb::ui
