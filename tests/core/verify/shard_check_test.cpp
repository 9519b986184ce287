#include "core/verify/shard_check.h"

#include "tests/core/verify/written_folder.h"
#include "tests/support/expect_error.h"

#include <QTest>

#include <memory>

using namespace wb;

// One weight file of a plan, before it leaves this machine.
class ShardCheckTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        test::WrittenFolder::Wish wish;
        wish.shardBytes = 60;
        m_written = std::make_unique<test::WrittenFolder>(wish);
        QVERIFY(m_written->plan.weightFiles.size() > 1);
    }

    void rightFilesPass();
    void everyFlippedByteIsFound();
    void otherRecordedHashesFail();
    void anotherFileOfThePlanFails();
    void shortFileFails();

private:
    const plan::PlannedFile& planned(uint32_t file) const { return m_written->plan.weightFiles[file]; }
    std::string path(uint32_t file) const { return m_written->inFolder(planned(file).name); }
    std::string sha256(uint32_t file) const { return Sha256::of(m_written->read(path(file))); }
    std::vector<std::string> hashes(uint32_t file) const
    {
        std::vector<std::string> found;
        for (uint32_t i = 0; i < planned(file).tensorCount; ++i) {
            found.push_back(m_written->report.tensors.at(planned(file).firstTensor + i).xxh3);
        }
        return found;
    }
    std::optional<Error> check(uint32_t file, const std::string& at, const std::string& sum, const std::vector<std::string>& xxh3)
    {
        return test::errorOf([&] { verify::requireShard(m_written->plan, file, at, sum, xxh3, m_written->job); });
    }

    std::unique_ptr<test::WrittenFolder> m_written;
};

void ShardCheckTest::rightFilesPass()
{
    for (uint32_t file = 0; file < m_written->plan.weightFiles.size(); ++file) {
        const auto error = check(file, path(file), sha256(file), hashes(file));
        QVERIFY2(!error, error ? error->what() : "");
    }
}

void ShardCheckTest::everyFlippedByteIsFound()
{
    const std::string sum = sha256(0);
    for (uint64_t at = 0; at < planned(0).bytes; ++at) {
        m_written->flipByte(path(0), at);
        QVERIFY2(check(0, path(0), sum, hashes(0)), std::to_string(at).c_str());
        m_written->flipByte(path(0), at);
    }
    m_written->flipByte(path(0), planned(0).bytes - 1);
    const auto error = check(0, path(0), sum, hashes(0));
    QVERIFY(error && error->code() == ErrorCode::VerificationFailed);
    QCOMPARE(error->fact("name"), std::string_view("tensor-hashes"));
    QVERIFY(!error->fact("part").empty());
}

void ShardCheckTest::otherRecordedHashesFail()
{
    std::vector<std::string> other = hashes(0);
    other.back() = hashes(1).front();
    const auto values = check(0, path(0), sha256(0), other);
    QVERIFY(values && values->fact("name") == "tensor-hashes");
    const auto sum = check(0, path(0), sha256(1), hashes(0));
    QVERIFY(sum && sum->fact("name") == "file-hashes");
}

void ShardCheckTest::anotherFileOfThePlanFails()
{
    const auto error = check(0, path(1), sha256(1), hashes(0));
    QVERIFY(error && error->code() == ErrorCode::VerificationFailed);
    QCOMPARE(error->fact("name"), std::string_view("keys"));
}

void ShardCheckTest::shortFileFails()
{
    const std::string sum = sha256(0);
    const std::string bytes = m_written->read(path(0));
    io::writeFileAtomically(path(0), bytes.substr(0, bytes.size() - 1));
    QVERIFY(check(0, path(0), sum, hashes(0)));
}

QTEST_GUILESS_MAIN(ShardCheckTest)
#include "shard_check_test.moc"
