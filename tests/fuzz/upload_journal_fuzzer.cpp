#include "core/hub/upload_journal.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"
#include "tests/fuzz/fuzz_input.h"

#include <stdlib.h>

#include <set>
#include <string>

using namespace wb;

namespace {

constexpr const char* place = "https://huggingface.co main alice/model";

// A folder of the program's own, with the name of the journal in it.
struct Ground {
    Ground()
    {
        std::string pattern = io::join(temporaryFolder(), "weightbridge-fuzz-XXXXXX");
        fuzz::require(::mkdtemp(pattern.data()) != nullptr);
        folder = pattern;
        hub::UploadJournal(folder, place).setPullRequest(1);
        for (const std::string& name : io::listFolder(folder)) {
            path = name.ends_with(".journal") ? io::join(folder, name) : path;
        }
        header = io::readSmallFile(path, 1 << 16);
        header.resize(header.find('\n') + 1);
    }
    ~Ground()
    {
        for (const std::string& name : io::listFolder(folder)) {
            io::removeFile(io::join(folder, name));
        }
        ::rmdir(folder.c_str());
    }
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;

    std::string folder;
    std::string path;
    std::string header;

private:
    static std::string temporaryFolder()
    {
        const char* const named = ::getenv("TMPDIR");
        return named == nullptr ? "/tmp" : named;
    }
};

hub::StoreTarget target()
{
    hub::StoreTarget wanted;
    wanted.object = {"aa", 25};
    wanted.kind = hub::StoreTarget::Kind::Parts;
    wanted.partBytes = 10;
    wanted.upload = "u";
    wanted.parts.assign(3, net::Url::parse("https://store.example/part"));
    wanted.completion.push_back(net::Url::parse("https://hub.example/complete"));
    return wanted;
}

// As the journal was left, or each line of it with a sum that holds, so that its content is read.
void write(const Ground& ground, std::string_view text)
{
    if (!text.starts_with('=')) {
        io::writeFileAtomically(ground.path, text);
        return;
    }
    io::writeFileAtomically(ground.path, ground.header);
    io::LineJournal journal(ground.path, ground.header.size());
    for (text.remove_prefix(1); !text.empty();) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        journal.append(line);
    }
    journal.flush();
}

}  // namespace

// Whatever the file holds, the target is whole, the parts are some of its, each once, and what is added after is there the next time.
int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const Ground ground;
    write(ground, fuzz::textOf(data, size));
    return fuzz::answer([&](JobContext&) {
        std::set<uint64_t> numbers;
        hub::StoreTarget begun = target();
        {
            hub::UploadJournal journal(ground.folder, place);
            const std::vector<hub::PartTag> parts = journal.begin(begun);
            fuzz::require(begun.parts.size() == (begun.object.bytes + begun.partBytes - 1) / begun.partBytes && begun.completion.size() == 1);
            for (const hub::PartTag& part : parts) {
                fuzz::require(part.number >= 1 && part.number <= begun.parts.size() && !part.etag.empty() && numbers.insert(part.number).second);
            }
            journal.add("aa", {2, "\"etag\""});
        }
        if (begun.parts.size() >= 2) {
            numbers.insert(2);
        }
        hub::UploadJournal journal(ground.folder, place);
        hub::StoreTarget offered = target();
        const std::vector<hub::PartTag> again = journal.begin(offered);
        fuzz::require(again.size() == numbers.size());
        journal.remove();
    });
}
