#pragma once

#include <array>

#ifndef QT_TRANSLATE_NOOP  // the man pages are made without Qt
#define QT_TRANSLATE_NOOP(context, text) text
#endif

// The options of the window, from which its --help, its man page and its completions are made; the texts are translated where they are shown.
namespace wb::gui {

struct OptionRow {
    const char* name;   // without the dashes
    const char* value;  // what stands after it; empty: nothing
    const char* help;
};

inline constexpr const char* programDescription = QT_TRANSLATE_NOOP("main", "Converts RegNet checkpoints to Hugging Face model folders.");
inline constexpr const char* fileHelp = QT_TRANSLATE_NOOP("main", "Checkpoint to open, or its address.");
inline constexpr const char* mapHelp = QT_TRANSLATE_NOOP("main", "Key map for it (*.keymap.json).");

inline constexpr std::array options{
    OptionRow{"profile", "DIR", QT_TRANSLATE_NOOP("main", "Keep settings and log in DIR.")},
    OptionRow{"screenshot", "FILE.png", QT_TRANSLATE_NOOP("main", "Load FILE, save a picture of the window, exit.")},
    OptionRow{"size", "WxH", QT_TRANSLATE_NOOP("main", "Size of the window.")},
    OptionRow{"diagnose", "", QT_TRANSLATE_NOOP("main", "Print the environment for a report of a problem, without anything secret, and exit.")},
    OptionRow{"new", "", QT_TRANSLATE_NOOP("main", "Begin with nothing open, instead of what was open last.")},
    OptionRow{"lang", "CODE", QT_TRANSLATE_NOOP("main", "Language of the window, such as de (system: that of the desktop).")},
};

}  // namespace wb::gui
