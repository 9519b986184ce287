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
    void earlierUploadTakesThePlaceOfTheOneOffered();
    void expiredUploadDoesNot();
    void addressesTooLongForALineAreNotKept();
    void oddTagsAreNotKept();
    void anyBeginOfTheFileGivesSomeOfTheParts();
    void anyDamageGivesSomeOfTheParts();

private:
    using Parts = std::set<std::pair<uint64_t, std::string>>;

    static hub::StoreTarget target(const std::string& oid = "aa", const std::string& upload = "u", uint64_t partBytes = 10)
    {
        hub::StoreTarget wanted;
        constexpr uint64_t parts = 40;
        wanted.object = {oid, parts * 10};
        wanted.kind = hub::StoreTarget::Kind::Parts;
        wanted.partBytes = partBytes;
        wanted.upload = upload;
        wanted.parts.assign((wanted.object.bytes + partBytes - 1) / partBytes, net::Url::parse("https://store.example/" + upload + "/part"));
        wanted.completion.push_back(net::Url::parse("https://hub.example/" + upload));
        return wanted;
    }
    hub::UploadJournal opened() const { return {m_folder->path().toStdString(), "https://huggingface.co main alice/model"}; }
    Parts partsOf(hub::StoreTarget wanted) const { return begun(wanted); }
    // The target becomes the one that has the parts.
    Parts begun(hub::StoreTarget& wanted) const
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
    static std::vector<hub::PartTag> begin(hub::UploadJournal& journal, hub::StoreTarget wanted) { return journal.begin(wanted); }
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
        QVERIFY(begin(journal, target()).empty() && !journal.pullRequest());
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

void UploadJournalTest::earlierUploadTakesThePlaceOfTheOneOffered()
{
    {
        hub::UploadJournal journal = opened();
        begin(journal, target());
        journal.add("aa", {1, "one"});
    }
    for (hub::StoreTarget offered : {target("aa", "v"), target("aa", "v", 11)}) {
        QVERIFY((begun(offered) == Parts{{1, "one"}}));
        QCOMPARE(offered.upload, std::string("u"));
        QCOMPARE(offered.partBytes, uint64_t{10});
        QCOMPARE(offered.parts.size(), size_t{40});
        QCOMPARE(offered.parts.back().text(), std::string("https://store.example/u/part"));
        QCOMPARE(offered.completion.front().text(), std::string("https://hub.example/u"));
    }
    QVERIFY(partsOf(target("bb")).empty());
}

void UploadJournalTest::expiredUploadDoesNot()
{
    {
        hub::UploadJournal journal = opened();
        begin(journal, target());
        journal.add("aa", {1, "one"});
        journal.expire("aa");
    }
    QVERIFY((partsOf(target()) == Parts{{1, "one"}}));  // named again by the Hub itself, with new addresses
    hub::StoreTarget other = target("aa", "v");
    QVERIFY(begun(other).empty());
    QCOMPARE(other.upload, std::string("v"));
    QVERIFY(partsOf(target()).empty());  // the other has taken its place
    opened().forget("aa");
    QVERIFY(partsOf(target()).empty());
}

void UploadJournalTest::addressesTooLongForALineAreNotKept()
{
    hub::StoreTarget signedLong = target();
    signedLong.parts.back() = net::Url::parse("https://store.example/part?X=" + std::string(5000, 'x'));
    {
        hub::UploadJournal journal = opened();
        begin(journal, signedLong);
        journal.add("aa", {1, "one"});
    }
    QVERIFY((partsOf(signedLong) == Parts{{1, "one"}}));
    QVERIFY(partsOf(target("aa", "v")).empty());
}

// They would not come back as they were.
void UploadJournalTest::oddTagsAreNotKept()
{
    {
        hub::UploadJournal journal = opened();
        begin(journal, target());
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
    begin(journal, target());
    begin(journal, target("bb"));
    for (const int step : *rc::gen::container<std::vector<int>>(8, rc::gen::inRange(0, 50))) {
        const std::string tag = "\"" + std::to_string(step) + "\"";
        if (step == 0) {
            journal.forget("aa");
            begin(journal, target());
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
