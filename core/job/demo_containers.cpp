#include "core/job/demo_containers.h"

#include "core/job/demo_pickle.h"
#include "core/job/pickle_writer.h"
#include "core/job/stored_zip_writer.h"
#include "core/safetensors/layout.h"

#include <algorithm>
#include <utility>

namespace wb::job {

void writeTorchZip(DemoFile& file, const DemoModel& model)
{
    StoredZipWriter zip(file, "archive");
    zip.text("data.pkl", demoPickle(model, false));
    zip.text("byteorder", "little");
    std::vector<std::pair<std::string, size_t>> records;
    for (size_t i = 0; i < model.tensors.size(); ++i) {
        records.emplace_back("data/" + demoStorageKey(i, false), i);
    }
    std::sort(records.begin(), records.end());
    for (const auto& record : records) {
        zip.tensor(record.first, model.tensors[record.second]);
    }
    zip.text("version", "3\n");
    zip.finish();
}

void writeTorchLegacy(DemoFile& file, const DemoModel& model)
{
    PickleWriter magic;
    magic.bigNumber("\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19");
    file.write(magic.finish());

    PickleWriter protocol;
    protocol.number(1001);
    file.write(protocol.finish());

    PickleWriter system;
    system.emptyDict();
    system.mark();
    system.text("protocol_version");
    system.number(1001);
    system.text("little_endian");
    system.boolean(true);
    system.text("type_sizes");
    system.emptyDict();
    system.mark();
    for (const auto& [name, bytes] : {std::pair{"short", 2U}, std::pair{"int", 4U}, std::pair{"long", 4U}}) {
        system.text(name);
        system.number(bytes);
    }
    system.setItems();
    system.setItems();
    file.write(system.finish());

    file.write(demoPickle(model, true));

    PickleWriter keys;
    keys.emptyList();
    keys.mark();
    for (size_t i = 0; i < model.tensors.size(); ++i) {
        keys.text(demoStorageKey(i, true));
    }
    keys.appendItems();
    file.write(keys.finish());

    for (const DemoTensor& tensor : model.tensors) {
        std::string elements;
        for (int shift = 0; shift < 64; shift += 8) {
            elements.push_back(static_cast<char>((tensor.elements >> shift) & 0xFF));
        }
        file.write(elements);
        file.tensor(tensor);
    }
    file.finish();
}

void writeSafetensors(DemoFile& file, const DemoModel& model)
{
    std::vector<safetensors::OutputTensor> outputs;
    for (const DemoTensor& tensor : model.tensors) {
        outputs.push_back({tensor.key, tensor.floating ? tensor::DType::F32 : tensor::DType::I64, tensor.shape, tensor.bytes});
    }
    const safetensors::Layout layout = safetensors::layoutFile(outputs);
    file.write(layout.head);
    for (const size_t index : layout.order) {
        file.tensor(model.tensors[index]);
    }
    file.finish();
}

}  // namespace wb::job
