#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace wb::ui {

// Dialogs that ask for a place. Each stays open beside the program's work, belongs to the parent and is gone once closed; `take` gets the answer and
// is not called without one.
using TakeText = std::function<void(const QString&)>;

void askForCheckpoint(QWidget* parent, const QString& startFolder, TakeText take);
void askForPicture(QWidget* parent, const QString& startFolder, TakeText take);
void askForFolder(QWidget* parent, const QString& title, const QString& startFolder, TakeText take);
// Where to write a file: `path` is proposed, `filter` is "Words (*.ending)". What is there already is asked about.
void askForSavePath(QWidget* parent, const QString& title, const QString& path, const QString& filter, TakeText take);
// The other of two files that are compared.
void askForOther(QWidget* parent, const QString& startFolder, TakeText take);
void askForAddress(QWidget* parent, TakeText take);

}  // namespace wb::ui
