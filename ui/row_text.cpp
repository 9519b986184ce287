#include "ui/row_text.h"

#include "ui/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace wb::ui {

using namespace Qt::StringLiterals;
using mapping::KeyMapRow;
using mapping::Status;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::RowText)
};

QString capture(const KeyMapRow& row, std::string_view name)
{
    for (const auto& [captured, value] : row.reason.captures) {
        if (captured == name) {
            return shown(value);
        }
    }
    return {};
}

QString mismatchText(const KeyMapRow& row)
{
    if (row.reason.rule == "taken") {
        const QString holder = capture(row, "by");
        return holder.isEmpty() ? Words::tr("another key already has this place") : Words::tr("%1 already has this place").arg(holder);
    }
    if (row.sourceShape != row.shape) {
        return Words::tr("the model has %1 here").arg(shapeShown(row.shape));
    }
    return Words::tr("one is floating, the other integer");
}

}  // namespace

QString problemText(const KeyMapRow& row)
{
    switch (row.status) {
    case Status::Unmapped:
        return row.suggestions.empty() ? Words::tr("no rule places this key")
                                       : Words::tr("no rule places this key; may be %1").arg(shown(row.suggestions[0].destination));
    case Status::Missing:
        return Words::tr("nothing in the file fills this place");
    case Status::Mismatched:
        return mismatchText(row);
    default:
        return {};
    }
}

QString reasonText(const mapping::Suggestion& suggestion)
{
    QStringList why;
    if (suggestion.sameShape) {
        why.append(Words::tr("same shape"));
    }
    if (suggestion.sameOrder) {
        why.append(Words::tr("same place in order, only free one"));
    }
    if (suggestion.sameSuffix) {
        why.append(Words::tr("same ending"));
    }
    if (suggestion.guess) {
        why.append(Words::tr("a guess"));
    }
    return why.join(u", "_s);
}

QString ruleOf(const KeyMapRow& row)
{
    if (row.status == Status::Unmapped || row.status == Status::Missing) {
        return {};
    }
    const QString before = capture(row, "rule");  // of a row with a problem: the rule that chose its place
    return before.isEmpty() ? shown(row.reason.rule) : before;
}

QString capturesText(const KeyMapRow& row)
{
    QStringList captures;
    for (const auto& [name, value] : row.reason.captures) {
        if (name != "rule" && name != "by") {
            captures.append(shown(name) + u" = "_s + shown(value));
        }
    }
    return captures.join(u", "_s);
}

}  // namespace wb::ui
