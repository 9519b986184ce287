#include "ui/models/status_look.h"

#include "ui/icons.h"

#include <QCoreApplication>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;
using mapping::Status;

QString statusWord(Status status)
{
    const char* word = "";
    switch (status) {
    case Status::Mapped:
        word = QT_TRANSLATE_NOOP("wb::ui::Status", "mapped");
        break;
    case Status::Dropped:
        word = QT_TRANSLATE_NOOP("wb::ui::Status", "dropped");
        break;
    case Status::Unmapped:
        word = QT_TRANSLATE_NOOP("wb::ui::Status", "unmapped");
        break;
    case Status::Missing:
        word = QT_TRANSLATE_NOOP("wb::ui::Status", "missing");
        break;
    case Status::Mismatched:
        word = QT_TRANSLATE_NOOP("wb::ui::Status", "mismatched");
        break;
    case Status::Edited:
        word = QT_TRANSLATE_NOOP("wb::ui::Status", "edited");
        break;
    }
    return QCoreApplication::translate("wb::ui::Status", word);
}

QIcon statusIcon(Status status)
{
    constexpr std::array names{"unmapped", "missing", "mismatched", "edited", "dropped", "mapped"};
    return icon(u"status-%1"_s.arg(QLatin1StringView(names[static_cast<size_t>(urgency(status))])));
}

int urgency(Status status)
{
    const auto* found = std::find(statusesByUrgency.begin(), statusesByUrgency.end(), status);
    return static_cast<int>(found - statusesByUrgency.begin());
}

bool isProblem(Status status)
{
    return status == Status::Unmapped || status == Status::Missing || status == Status::Mismatched;
}

uint64_t countOf(const mapping::Counts& counts, Status status)
{
    switch (status) {
    case Status::Mapped:
        return counts.mapped;
    case Status::Dropped:
        return counts.dropped;
    case Status::Unmapped:
        return counts.unmapped;
    case Status::Missing:
        return counts.missing;
    case Status::Mismatched:
        return counts.mismatched;
    case Status::Edited:
        return counts.edited;
    }
    return 0;
}

}  // namespace wb::ui
