#pragma once

#include <QString>

#include <memory>

class QSettings;

namespace wb::gui {

// The settings in the file, which need not be there. A damaged file is renamed to FILE.broken and begun anew; one that a newer version wrote is left
// as it is, and this version keeps its own beside it. `note` becomes a sentence about either, for the user.
std::unique_ptr<QSettings> openSettings(const QString& file, QString& note);

// ~/.config/weightbridge/weightbridge.ini, or settings.ini in the folder of a profile.
QString settingsFile(const QString& profile);

}  // namespace wb::gui
