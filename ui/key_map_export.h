#pragma once

#include "core/base/error.h"
#include "core/mapping/key_map_file.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace wb::ui {

// Some rows of a map, in an order.
struct KeyMapRows {
    std::shared_ptr<const mapping::KeyMap> map;
    std::vector<int> rows;
    std::vector<std::optional<mapping::ValueSummary>> values;  // of each of them; empty: not to be told
};

// Writes rows of a key map as text, on a thread of the pool: a large map takes seconds. Signals come on the thread of the object.
class KeyMapExport : public QObject {
    Q_OBJECT

public:
    explicit KeyMapExport(QObject* parent = nullptr) : QObject(parent) {}

    // Replaces the file whole or not at all.
    void toFile(KeyMapRows rows, mapping::KeyMapFormat format, const QString& path);
    void toClipboard(KeyMapRows rows, mapping::KeyMapFormat format);

Q_SIGNALS:
    void written(const QString& path, int rows);
    void copied(int rows);
    void failed(const QString& sentence);
};

// By the end of the name: .csv, .md, .py; anything else is JSON.
mapping::KeyMapFormat exportFormatOf(const QString& path);

}  // namespace wb::ui
