#include "core/hub/upload_journal.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

#include <map>
#include <set>
#include <string>

using namespace wb;

// What a journal of an upload gives back after whatever happened to its file.
class UploadJournalTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void partsAndPullRequestComeBack();
    void partsOfAnotherUploadDoNot();
    void oddTagsAreNotKept();
    void anyBeginOfTheFileGivesSomeOfTheParts();
    void anyDamageGivesSomeOfTheParts();

private:
    using Parts = std::set<std::pair<uint64_t, std::string>>;

    static hub::StoreTarget target(const std::string& oid = "aa", const std::string& upload = "u", uint64_t partBytes = 10)
    {
        hub::StoreTarget wanted;
        wanted.object = {oid, 25};
        wanted.kind = hub::StoreTarget::Kind::Parts;
        wanted.partBytes = partBytes;
        wanted.upload = upload;
        wanted.parts.assign(40, net::Url::parse("https://store.example/part"));
        return wanted;
    }
    hub::UploadJournal opened() const { return {m_folder->path().toStdString(), "https://huggingface.co main alice/model"}; }
    Parts partsOf(const hub::StoreTarget& wanted) const
    {
        Parts parts;
        for (const hub::PartTag& part : opened().begin(wanted)) {
            parts.emplace(part.number, part.etag);
        }
        return parts;
    }
    std::string path() const
    {
        const QStringList names = QDir(m_folder->path()).entryList({"*.journal"});
        return m_folder->filePath(names.value(0)).toStdString();
    }
    Parts writeSome() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void UploadJournalTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void UploadJournalTest::partsAndPullRequestComeBack()
{
    {
        hub::UploadJournal journal = opened();
        QVERIFY(journal.begin(target()).empty() && !journal.pullRequest());
        journal.add("aa", {2, "\"two\\\""});
        journal.add("aa", {1, "one"});
        journal.setPullRequest(7);
    }
    QVERIFY((partsOf(target()) == Parts{{1, "one"}, {2, "\"two\\\""}}));
    hub::UploadJournal journal = opened();
    QVERIFY(journal.pullRequest() == 7U);
    journal.remove();
    QVERIFY(QDir(m_folder->path()).entryList({"*.journal"}).isEmpty());
}

void UploadJournalTest::partsOfAnotherUploadDoNot()
{
    const auto add = [this] {
        hub::UploadJournal journal = opened();
        journal.begin(target());
        journal.add("aa", {1, "one"});
    };
    add();
    QVERIFY(partsOf(target("aa", "v")).empty());
    QVERIFY(partsOf(target()).empty());  // the other has taken its place
    add();
    QVERIFY(partsOf(target("aa", "u", 11)).empty());
    add();
    QVERIFY(partsOf(target("bb")).empty());
    QCOMPARE(partsOf(target()).size(), size_t{1});
    opened().forget("aa");
    QVERIFY(partsOf(target()).empty());
}

// They would not come back as they were.
void UploadJournalTest::oddTagsAreNotKept()
{
    {
        hub::UploadJournal journal = opened();
        journal.begin(target());
        journal.add("aa", {1, "caf\xC3\xA9"});
        journal.add("aa", {2, "\xFF"});
        journal.add("aa", {3, std::string(2000, 'x')});
        journal.add("aa", {4, std::string(1024, '"')});
    }
    QVERIFY((partsOf(target()) == Parts{{4, std::string(1024, '"')}}));
}

// Uploads of two objects, begun, forgotten and begun anew; returns every part that was ever added of the first.
UploadJournalTest::Parts UploadJournalTest::writeSome() const
{
    Parts added;
    hub::UploadJournal journal = opened();
    journal.begin(target());
    journal.begin(target("bb"));
    for (const int step : *rc::gen::container<std::vector<int>>(8, rc::gen::inRange(0, 50))) {
        const std::string tag = "\"" + std::to_string(step) + "\"";
        if (step == 0) {
            journal.forget("aa");
            journal.begin(target());
        } else if (step > 40) {
            journal.add("bb", {static_cast<uint64_t>(step), "other"});
        } else {
            journal.add("aa", {static_cast<uint64_t>(step), tag});
            added.emplace(step, tag);
        }
    }
    return added;
}

static bool isPartOf(const std::set<std::pair<uint64_t, std::string>>& some, const std::set<std::pair<uint64_t, std::string>>& all)
{
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

void UploadJournalTest::anyBeginOfTheFileGivesSomeOfTheParts()
{
    QVERIFY(rc::check("a torn journal", [this] {
        init();
        const Parts added = writeSome();
        const std::string whole = io::readSmallFile(path(), 1 << 20);
        const auto length = *rc::gen::inRange<size_t>(0, whole.size() + 1);
        io::writeFileAtomically(path(), whole.substr(0, length));
        RC_ASSERT(isPartOf(partsOf(target()), added));
    }));
}

void UploadJournalTest::anyDamageGivesSomeOfTheParts()
{
    QVERIFY(rc::check("a damaged journal", [this] {
        init();
        const Parts added = writeSome();
        std::string bytes = io::readSmallFile(path(), 1 << 20);
        const auto at = *rc::gen::inRange<size_t>(0, bytes.size());
        bytes[at] = static_cast<char>(bytes[at] ^ *rc::gen::inRange(1, 256));
        io::writeFileAtomically(path(), bytes);
        RC_ASSERT(isPartOf(partsOf(target()), added));
    }));
}

QTEST_GUILESS_MAIN(UploadJournalTest)
#include "upload_journal_test.moc"
