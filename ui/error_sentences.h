#pragma once

#include "core/base/error.h"

#include <QString>

namespace wb::ui {

// An error as the window tells it.
struct ErrorText {
    QString sentence;  // what happened
    QString hint;      // what to do
    QString details;   // where, as facts: file, part, offset, expected, found; may be empty
};

// Plain text throughout: facts are foreign and are made printable. Works for every code, whatever facts it carries.
ErrorText describe(const Error& error);

}  // namespace wb::ui
