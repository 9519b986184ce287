#pragma once

#include <QString>

class QMimeData;

namespace wb::ui {

// What was dropped or pasted, where it names one source: the path of a file on this machine, or an address (https://…, hf://…). Empty: neither.
QString sourceNamedBy(const QMimeData* data);
// "word://…" in one line.
bool isAddress(const QString& text);

}  // namespace wb::ui
