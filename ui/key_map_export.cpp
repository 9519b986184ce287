#include "ui/key_map_export.h"

#include "ui/error_sentences.h"
#include "ui/format.h"

#include "core/io/output_file.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;
using mapping::KeyMapFormat;

namespace {

std::string textOf(const KeyMapRows& rows, KeyMapFormat format)
{
    mapping::KeyMap chosen;
    chosen.variant = rows.map->variant;
    chosen.rows.reserve(rows.rows.size());
    for (const int row : rows.rows) {
        chosen.rows.push_back(rows.map->rows[static_cast<size_t>(row)]);
    }
    chosen.values = rows.values;
    return mapping::keyMapText(chosen, format);
}

// Runs `work` on a thread of the pool, and what it returns on the thread of `owner`, if that still lives.
template <typename Work> void onPool(QObject* owner, Work work)
{
    const QPointer<QObject> guard(owner);
    QThreadPool::globalInstance()->start([guard, work = std::move(work)] {
        QMetaObject::invokeMethod(qApp, [guard, end = work()] {
            if (guard) {
                end();
            }
        });
    });
}

}  // namespace

void KeyMapExport::toFile(KeyMapRows rows, KeyMapFormat format, const QString& path)
{
    onPool(this, [this, rows = std::move(rows), format, path]() -> std::function<void()> {
        try {
            io::writeFileAtomically(pathBytes(path), textOf(rows, format));
        } catch (const Error& error) {
            return [this, sentence = describe(error).sentence] { Q_EMIT failed(sentence); };
        }
        return [this, path, count = static_cast<int>(rows.rows.size())] { Q_EMIT written(path, count); };
    });
}

void KeyMapExport::toClipboard(KeyMapRows rows, KeyMapFormat format)
{
    onPool(this, [this, rows = std::move(rows), format]() -> std::function<void()> {
        return [this, text = QString::fromStdString(textOf(rows, format)), count = static_cast<int>(rows.rows.size())] {
            QGuiApplication::clipboard()->setText(text);
            Q_EMIT copied(count);
        };
    });
}

KeyMapFormat exportFormatOf(const QString& path)
{
    const auto endsWith = [&path](const QString& end) { return path.endsWith(end, Qt::CaseInsensitive); };
    return endsWith(u".csv"_s)  ? KeyMapFormat::Csv
           : endsWith(u".md"_s) ? KeyMapFormat::Markdown
           : endsWith(u".py"_s) ? KeyMapFormat::Python
                                : KeyMapFormat::Json;
}

}  // namespace wb::ui
