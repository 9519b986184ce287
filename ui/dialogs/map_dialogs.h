#pragma once

#include "ui/dialogs/ask_dialogs.h"

#include <functional>

namespace wb::ui {

// Dialogs about key-map files. They return at once; the answer comes later, or never.
void askForMap(QWidget* parent, const QString& startFolder, TakeText take);
void askWhereToSaveMap(QWidget* parent, const QString& proposal, TakeText take);

enum class UnsavedAnswer { Save, Discard, Cancel };
void askAboutUnsavedMap(QWidget* parent, std::function<void(UnsavedAnswer)> take);

}  // namespace wb::ui
