#pragma once

#include <array>

// The options of the window, from which its --help, its man page and its completions are made; the texts are translated where they are shown.
namespace wb::gui {

struct OptionRow {
    const char* name;   // without the dashes
    const char* value;  // what stands after it
    const char* help;
};

inline constexpr const char* programDescription = "Converts RegNet checkpoints to Hugging Face model folders.";
inline constexpr const char* fileHelp = "Checkpoint to open, or its address.";

inline constexpr std::array options{
    OptionRow{"profile", "DIR", "Keep settings and log in DIR."},
    OptionRow{"screenshot", "FILE.png", "Load FILE, save a picture of the window, exit."},
    OptionRow{"size", "WxH", "Size of the window."},
};

}  // namespace wb::gui
