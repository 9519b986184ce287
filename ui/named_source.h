#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QMimeData;

namespace wb::ui {

// What was dropped or pasted, where it names one source: the path of a file on this machine, or an address (https://…, hf://…). Empty: neither.
QString sourceNamedBy(const QMimeData* data);
// The paths, where it is several files or folders on this machine.
QStringList filesNamedBy(const QMimeData* data);
bool isKeyMapFile(const QString& name);
// A source and the key map for it, in whichever order they were named; empty: it is something else.
struct SourceWithMap {
    QString source;
    QString map;
};
std::optional<SourceWithMap> sourceWithMap(const QStringList& names);
// "word://…" in one line.
bool isAddress(const QString& text);
// Of an address without what may be secret in it; anything else as it is.
QString shownSource(const QString& name);

}  // namespace wb::ui
