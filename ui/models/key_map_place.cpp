#include "ui/models/key_map_place.h"

#include <QCoreApplication>

#include <charconv>
#include <limits>
#include <optional>
#include <string_view>

namespace wb::ui {

namespace {

// The number at the beginning of `text`, when a point or the end follows.
std::optional<int> numberAt(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc() && (end == text.data() + text.size() || *end == '.');
    return isWhole && number >= 0 && number < std::numeric_limits<int>::max() - 2 ? std::optional(number) : std::nullopt;
}

// What follows `name` in `key`.
std::optional<std::string_view> after(std::string_view key, std::string_view name)
{
    const size_t at = key.find(name);
    return at == std::string_view::npos ? std::nullopt : std::optional(key.substr(at + name.size()));
}

}  // namespace

int Place::order() const
{
    switch (part) {
    case Part::Stem:
        return 0;
    case Part::Stage:
        return stage;
    case Part::Head:
        return std::numeric_limits<int>::max() - 1;
    case Part::None:
        break;
    }
    return std::numeric_limits<int>::max();
}

Place placeOf(const mapping::KeyMapRow& row)
{
    Place place;
    if (!row.destination) {
        return place;
    }
    const std::string_view key = *row.destination;
    if (const auto stage = after(key, "encoder.stages.")) {
        if (const auto number = numberAt(*stage)) {
            place.part = Place::Part::Stage;
            place.stage = *number + 1;
            const auto block = after(*stage, ".layers.");
            place.block = block ? numberAt(*block).value_or(-1) : -1;
        }
    } else if (key.find("embedder.") != std::string_view::npos) {
        place.part = Place::Part::Stem;
    } else if (key.substr(0, 11) == "classifier.") {
        place.part = Place::Part::Head;
    }
    return place;
}

QString stageOf(const mapping::KeyMapRow& row)
{
    const Place place = placeOf(row);
    switch (place.part) {
    case Place::Part::Stem:
        return QCoreApplication::translate("wb::ui::KeyMapModel", "stem");
    case Place::Part::Stage:
        return QString::number(place.stage);
    case Place::Part::Head:
        return QCoreApplication::translate("wb::ui::KeyMapModel", "head");
    case Place::Part::None:
        break;
    }
    return {};
}

}  // namespace wb::ui
