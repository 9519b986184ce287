#include "core/base/error.h"
#include "core/base/job_context.h"
#include "core/checkpoint/torch_checkpoint.h"
#include "core/convert/convert.h"
#include "core/convert/output_paths.h"
#include "core/io/folder.h"
#include "core/plan/planner.h"
#include "core/plan/read_order.h"
#include "core/safetensors/layout.h"
#include "core/safetensors/reader.h"
#include "tests/support/expect_error.h"
#include "tests/support/pickle_bytes.h"
#include "tests/support/remote_source.h"
#include "tests/support/tiny_family.h"
#include "tests/support/zip_bytes.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <map>
#include <memory>

using namespace wb;
using namespace wb::test;

namespace {

constexpr const char* address = "https://example.org/models/tiny.pth";

std::vector<PickledTensor> tensorsOf(bool legacy)
{
    return {{.storage = "0", .elements = 12, .size = {4, 3}, .stride = {3, 1}, .legacy = legacy},
            {.storage = "1", .legacy = legacy},
            {.storage = "2", .elements = 8, .size = {4}, .stride = {2}, .legacy = legacy},  // every second value
            {.storage = "3", .elements = 1, .size = {}, .stride = {}, .type = "LongStorage", .legacy = legacy},
            {.storage = "4", .elements = 100'000, .size = {25'000, 4}, .stride = {4, 1}, .legacy = legacy}};
}

const std::vector<std::string>& storages()
{
    static const std::vector<std::string> all{countingFloats(12), countingFloats(4), countingFloats(8), "12345678", countingFloats(100'000)};
    return all;
}

std::string pickleOf(bool legacy)
{
    const std::vector<PickledTensor> tensors = tensorsOf(legacy);
    PickleBytes pickle;
    pickle.dict();
    size_t i = 0;
    for (const char* name : {"src.weight", "src.bias", "src.running_mean", "src.count", "src.head"}) {
        pickle.text(name).tensor(tensors[i++]);
    }
    return pickle.setItems().finish();
}

std::string legacyBytes()
{
    std::string out = PickleBytes().raw("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19").finish() + PickleBytes().integer(1001).finish();
    out += PickleBytes().dict().text("little_endian").boolean(true).setItems().finish() + pickleOf(true);
    out += PickleBytes().list().text("0").text("1").text("2").text("3").text("4").appendItems().finish();
    const std::vector<PickledTensor> tensors = tensorsOf(true);
    for (size_t i = 0; i < tensors.size(); ++i) {
        out += littleEndian(static_cast<uint64_t>(tensors[i].elements), 8) + storages()[i];
    }
    return out;
}

std::string safetensorsFile()
{
    const std::vector<safetensors::OutputTensor> tensors{{"src.weight", tensor::DType::F32, {4, 3}, 48},
                                                         {"src.bias", tensor::DType::F32, {4}, 16},
                                                         {"src.running_mean", tensor::DType::F32, {4}, 16},
                                                         {"src.count", tensor::DType::I64, {}, 8}};
    return safetensors::layoutFile(tensors).head + countingFloats(20) + "12345678";
}

std::string bytesOf(const QString& kind)
{
    if (kind == "zip") {
        return torchZip(pickleOf(false), storages()).finish();
    }
    return kind == "legacy" ? legacyBytes() : safetensorsFile();
}

// A file over the network is converted to what the same file on disk is converted to.
class RemoteConversion {
public:
    explicit RemoteConversion(const QTemporaryDir& folder) : m_folder(folder.path().toStdString()) {}

    plan::Plan remotePlan(const std::string& bytes)
    {
        const RemoteSource source(bytes, address, log);
        plan::Plan plan = planOf(source, "remote");
        log->reads.clear();
        return plan;
    }

    plan::Plan localPlan(const std::string& bytes)
    {
        const std::string path = io::join(m_folder, "tiny.pth");
        QFile file(QString::fromStdString(path));
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(bytes)) < 0) {
            qFatal("cannot write");
        }
        file.close();
        return planOf(*io::openFile(path), "local");
    }

    convert::Result run(const plan::Plan& plan, const std::string& bytes, bool keep = false)
    {
        convert::ConvertOptions options;
        options.openSource = [this, bytes](const tensor::SourceFile& file) { return std::make_unique<RemoteSource>(bytes, file.path, log); };
        options.keepOnCrcMismatch = keep;
        return convert::convert(plan, options, job);
    }

    // All files by name, save the report: it names the source's state.
    static std::map<std::string, QByteArray> outputs(const plan::Plan& plan)
    {
        std::map<std::string, QByteArray> found;
        const QDir folder(QString::fromStdString(plan.options.outputFolder));
        for (const QFileInfo& info : folder.entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(info.filePath());
            found[info.fileName().toStdString()] = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
        }
        found.erase("conversion-report.json");
        QFile pth(QString::fromStdString(plan.options.outputFolder + ".pth"));
        found[".pth"] = pth.open(QIODevice::ReadOnly) ? pth.readAll() : QByteArray("unreadable");
        return found;
    }

    CancelToken cancel;
    Progress progress;
    Log logger;
    JobContext job{cancel, progress, logger};
    std::shared_ptr<ReadLog> log = std::make_shared<ReadLog>();

private:
    plan::Plan planOf(const io::ByteSource& source, const std::string& name)
    {
        const bool isTorch = checkpoint::sniff(source).kind != checkpoint::FileKind::Safetensors;
        plan::Options options;
        options.outputFolder = io::join(m_folder, name);
        options.format = plan::Format::Both;
        options.shardBytes = 100;
        return plan::makePlan(m_family, isTorch ? checkpoint::readTorchCheckpoint(source, "", job) : safetensors::readSafetensors(source, job),
                              options, job);
    }

    std::string m_folder;
    TinyFamily m_family;
};

}  // namespace

class RemoteSourceTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_conversion = std::make_unique<RemoteConversion>(*m_dir);
    }

    void givesWhatALocalFileGives_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"zip", "legacy", "safetensors"}) {
            QTest::newRow(kind) << kind;
        }
    }

    void givesWhatALocalFileGives()
    {
        QFETCH(QString, kind);
        const std::string bytes = bytesOf(kind);
        const plan::Plan local = m_conversion->localPlan(bytes);
        convert::convert(local, {}, m_conversion->job);
        const plan::Plan plan = m_conversion->remotePlan(bytes);
        m_conversion->run(plan, bytes);
        QVERIFY(RemoteConversion::outputs(plan) == RemoteConversion::outputs(local));
        QVERIFY(m_conversion->run(plan, bytes).alreadyDone);
    }

    void readsWhatWasForetold_data() { givesWhatALocalFileGives_data(); }

    void readsWhatWasForetold()
    {
        QFETCH(QString, kind);
        const std::string bytes = bytesOf(kind);
        const plan::Plan plan = m_conversion->remotePlan(bytes);
        m_conversion->run(plan, bytes);
        const std::vector<io::ByteRange> extents = plan::sourceExtents(plan);
        for (const ReadLog::Read& read : m_conversion->log->reads) {
            QVERIFY(std::any_of(extents.begin(), extents.end(), [&](const io::ByteRange& e) { return e.begin <= read.begin && read.end <= e.end; }));
        }
        const uint64_t back = m_conversion->log->backwardBytes();
        QVERIFY2(back <= plan::backwardBytes(plan), qPrintable(QString("%1 > %2").arg(back).arg(plan::backwardBytes(plan))));
        QCOMPARE(plan::firstBackwardRead(plan, 96).has_value(), kind == "zip");  // for its view, which is checked first
    }

    void aDamagedLocalHeaderIsRefused()
    {
        ZipBytes zip = torchZip(pickleOf(false), storages());
        zip.members[4].localName = "archive/data/9";
        expectRefusal(zip.finish(), ErrorCode::ZipHeadersDiffer);
    }

    void aWrongCountIsRefused()
    {
        std::string bytes = legacyBytes();
        const size_t data = bytes.rfind(storages()[4]);
        bytes.replace(data - 8, 8, littleEndian(99'999, 8));
        expectRefusal(bytes, ErrorCode::LegacyStorage);
    }

    void damagedBytesLeaveNothingUnlessAskedTo() { expectRefusal(damagedZip(), ErrorCode::CrcMismatch); }

    void bytesDamagedOnTheWayAreFetchedAgain()
    {
        const std::string bytes = bytesOf("zip");
        const plan::Plan local = m_conversion->localPlan(bytes);
        convert::convert(local, {}, m_conversion->job);
        const plan::Plan plan = m_conversion->remotePlan(bytes);
        const auto error = errorOf([&] { m_conversion->run(plan, damagedZip(), true); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::CrcMismatch);
        QVERIFY(io::exists(convert::OutputPaths(plan).work()));
        m_conversion->log->reads.clear();
        QVERIFY(m_conversion->run(plan, bytes, true).resumed);
        const tensor::Record& first = plan.source.records[plan.source.tensors[plan.tensors[0].source].record];
        QVERIFY(!m_conversion->log->touches(first.offset, first.unread->endOfRoom));
        QVERIFY(RemoteConversion::outputs(plan) == RemoteConversion::outputs(local));
    }

    void theFileOnTheServerMustBeTheOneInspected()
    {
        const std::string bytes = bytesOf("safetensors");
        plan::Plan plan = m_conversion->remotePlan(bytes);
        plan.source.files[0].validator = "\"version 0\"";
        const auto error = errorOf([&] { m_conversion->run(plan, bytes); });
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::SourceChanged);
    }

private:
    // The last storage's last value is another.
    static std::string damagedZip()
    {
        std::string bytes = bytesOf("zip");
        bytes[bytes.rfind(storages()[4]) + storages()[4].size() - 1] ^= 1;
        return bytes;
    }

    void expectRefusal(const std::string& bytes, ErrorCode code)
    {
        const plan::Plan plan = m_conversion->remotePlan(bytes);
        const auto error = errorOf([&] { m_conversion->run(plan, bytes); });
        QVERIFY(error);
        QCOMPARE(error->code(), code);
        QCOMPARE(error->fact("file"), std::string_view(address));
        QVERIFY(!io::exists(plan.options.outputFolder));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<RemoteConversion> m_conversion;
};

QTEST_GUILESS_MAIN(RemoteSourceTest)
#include "remote_source_test.moc"
