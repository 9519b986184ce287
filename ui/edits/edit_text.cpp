#include "ui/edits/edit_text.h"

#include "ui/format.h"
#include "ui/row_text.h"

#include <QCoreApplication>

namespace wb::ui {

using mapping::Fit;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::EditText)
};

constexpr qsizetype shortLetters = 40;

}  // namespace

QString shortKey(const std::string& key)
{
    const QString text = shown(key);
    return text.size() <= shortLetters ? text : QChar(u'…') + text.last(shortLetters - 1);
}

QString misfitText(const mapping::KeyMapRow& row, const mapping::Place& place)
{
    switch (fitOf(row, place)) {
    case Fit::Fits:
        break;
    case Fit::OtherShape:
        return Words::tr("%1 does not fit: the key in the file is %2, the model has %3 there.")
            .arg(shown(place.destination), shapeShown(row.sourceShape), shapeShown(place.shape));
    case Fit::OtherKind:
        return place.floating ? Words::tr("%1 does not fit: both are %2, but the model has floating numbers there and the file integers.")
                                    .arg(shown(place.destination), shapeShown(place.shape))
                              : Words::tr("%1 does not fit: both are %2, but the model has integers there and the file floating numbers.")
                                    .arg(shown(place.destination), shapeShown(place.shape));
    }
    return {};
}

QString candidateText(const mapping::KeyMapRow& row, const mapping::Candidate& candidate)
{
    switch (candidate.fit) {
    case Fit::OtherShape:
        return Words::tr("does not fit: %1 instead of %2").arg(shapeShown(candidate.place.shape), shapeShown(row.sourceShape));
    case Fit::OtherKind:
        return Words::tr("does not fit: other kind of number");
    case Fit::Fits:
        break;
    }
    if (candidate.place.holder) {
        return Words::tr("has %1 now").arg(shortKey(*candidate.place.holder));
    }
    return reasonText(candidate.reason);
}

}  // namespace wb::ui
