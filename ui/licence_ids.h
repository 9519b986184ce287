#pragma once

#include <QStringList>

namespace wb::ui {

// Licences that the Hub knows by an id and that are usual for weights, to choose from.
QStringList licenceIds();

}  // namespace wb::ui
