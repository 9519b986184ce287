#include "core/mapping/key_map_file.h"
#include "tests/fuzz/fuzz_input.h"

using namespace wb;

// What was read and is written again reads the same.
int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    return fuzz::answer([&](JobContext& job) {
        const std::vector<mapping::KeyEdit> edits = mapping::keyEditsFromJson(fuzz::textOf(data, size), job.limits);
        mapping::KeyMap map;
        for (const mapping::KeyEdit& edit : edits) {
            mapping::KeyMapRow row;
            row.source = edit.source;
            row.destination = edit.destination;
            row.status = edit.destination ? mapping::Status::Edited : mapping::Status::Dropped;
            map.rows.push_back(row);
        }
        const std::vector<mapping::KeyEdit> again = mapping::keyEditsFromJson(mapping::keyMapToJson(map), job.limits);
        fuzz::require(again.size() == edits.size());
        for (size_t i = 0; i < edits.size(); ++i) {
            fuzz::require(again[i].source == edits[i].source && again[i].destination == edits[i].destination);
        }
        mapping::keyMapToCsv(map);
    });
}
