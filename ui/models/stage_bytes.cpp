#include "ui/models/stage_bytes.h"

#include "ui/models/key_map_place.h"

#include <QCoreApplication>

#include <map>

namespace wb::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::StageBytes)
};

QString partName(const Place& place)
{
    switch (place.part) {
    case Place::Part::Stem:
        return Words::tr("stem");
    case Place::Part::Stage:
        return Words::tr("stage %1").arg(place.stage);
    case Place::Part::Head:
        return Words::tr("head");
    case Place::Part::None:
        break;
    }
    return Words::tr("left out");
}

// Order of the parts in the network.
int orderOf(const Place& place)
{
    constexpr int afterStages = 1'000'000;
    switch (place.part) {
    case Place::Part::Stem:
        return -1;
    case Place::Part::Stage:
        return place.stage;
    case Place::Part::Head:
        return afterStages;
    case Place::Part::None:
        break;
    }
    return afterStages + 1;
}

}  // namespace

std::vector<StageBytes> stageBytes(const mapping::KeyMap& map)
{
    std::map<int, StageBytes> parts;
    uint64_t all = 0;
    for (const mapping::KeyMapRow& row : map.rows) {
        if (!row.source) {
            continue;
        }
        const Place place = placeOf(row);
        StageBytes& part = parts[orderOf(place)];
        part.name = partName(place);
        part.bytes += row.bytes;
        ++part.tensors;
        all += row.bytes;
    }
    std::vector<StageBytes> stages;
    for (auto& [order, part] : parts) {
        part.share = all > 0 ? static_cast<double>(part.bytes) / static_cast<double>(all) : 0.0;
        stages.push_back(part);
    }
    return stages;
}

}  // namespace wb::ui
