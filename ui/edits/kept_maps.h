#pragma once

#include "ui/worker/background_call.h"

#include "core/mapping/key_map.h"

#include <QObject>
#include <QString>

#include <functional>
#include <string>
#include <vector>

namespace wb::ui {

// Decisions on keys in files that a command line can name. Each has the name of what it holds, so it stays what it is, whatever is edited later; none
// is ever removed. Window's thread; they are written beside it.
class KeptMaps : public QObject {
    Q_OBJECT

public:
    explicit KeptMaps(const QString& folder, QObject* parent = nullptr);

    // Where they are once they are kept. As the bytes of the file system.
    std::string pathOf(const std::vector<mapping::KeyEdit>& edits) const;
    // `then` once the file is whole. Asking again drops what was asked before.
    void keep(const std::vector<mapping::KeyEdit>& edits, const std::function<void()>& then);

Q_SIGNALS:
    void failed(const QString& path, const QString& reason);

private:
    QString m_folder;
    BackgroundCall m_write;
};

}  // namespace wb::ui
