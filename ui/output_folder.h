#pragma once

#include <string>

class QString;

namespace wb::ui {

// These ask the file system, which may not answer: not for the window's thread.

// NAME-hf beside the source.
QString outputFolderBeside(const QString& sourcePath);
// The same, or in a folder for all results where there is one.
std::string outputFolderFor(const std::string& sourcePath, const std::string& resultFolder);
// The folder of a source where that has the report of a conversion in it; empty: it has none.
std::string modelFolderOf(const std::string& sourcePath);

}  // namespace wb::ui
