#include "tests/ui/demo_file.h"
#include "tests/ui/window_base.h"

#include "ui/core_pipeline.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

// The window on the real stages, with a small checkpoint of true structure.
class CorePipelineTest : public QObject, WindowBase {
    Q_OBJECT

private:
    QString makeCheckpoint(wb::job::DemoContainer container) const
    {
        wb::job::DemoOptions options;
        options.path = m_folder->filePath(u"demo.torch"_s).toStdString();
        options.variant = "regnet-y-320-seer-in1k";
        options.container = container;
        return writeDemoFile(options);
    }

private Q_SLOTS:
    void init();
    void cleanup() { dropAll(); }
    void catalogueHasEveryVariant();
    void everyVariantShowsACompleteMap();
    void convertsACheckpointToAProvedFolder();
    void webPageIsNamed();
    void publishedFilesOfOneNameAreKeptApart();
};

void CorePipelineTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    openSettings(u"settings.ini"_s);
    showWindow(std::make_shared<wb::ui::CorePipeline>());
}

void CorePipelineTest::catalogueHasEveryVariant()
{
    QCOMPARE(m_window->findChild<QTreeView*>(u"variantView"_s)->model()->rowCount(), 34);
}

void CorePipelineTest::everyVariantShowsACompleteMap()
{
    for (const wb::mapping::Variant& variant : m_session->variants()) {
        m_session->selectVariant(QString::fromStdString(variant.name));
        QTRY_VERIFY2(m_session->keyMap() && m_session->keyMap()->variant == variant.name, variant.name.c_str());
        QVERIFY2(m_session->keyMap()->isComplete(), variant.name.c_str());
    }
}

void CorePipelineTest::convertsACheckpointToAProvedFolder()
{
    m_window->openFile(makeCheckpoint(wb::job::DemoContainer::Zip));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Planned, 20'000);
    QVERIFY(m_session->keyMap()->isComplete());
    QCOMPARE(m_window->findChild<QTableView*>(u"keyTable"_s)->model()->rowCount(), static_cast<int>(m_session->keyMap()->rows.size()));
    QTest::mouseClick(m_window->findChild<QPushButton*>(u"primaryButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Done, 60'000);
    QVERIFY(m_session->outcome()->verified->ok);
    QVERIFY(m_window->findChild<QLabel*>(u"verdict"_s)->text().contains(u"tensors proved"_s));
    QVERIFY(QFile::exists(m_folder->filePath(u"demo-hf/config.json"_s)));
    QVERIFY(QFile::exists(m_folder->filePath(u"demo-hf/model.safetensors"_s)));
}

void CorePipelineTest::webPageIsNamed()
{
    QFile page(m_folder->filePath(u"page.torch"_s));
    QVERIFY(page.open(QIODevice::WriteOnly));
    page.write("<!DOCTYPE html>\n<html><body>404</body></html>\n");
    page.close();
    m_window->openFile(page.fileName());
    QTRY_COMPARE(m_session->state(), State::Failed);
    QCOMPARE(m_session->error()->code(), wb::ErrorCode::NotACheckpoint);
    QVERIFY(m_window->findChild<QLabel*>(u"bannerSentence"_s)->text().contains(u"a web page"_s));
}

// "model.safetensors" is what timm publishes for every variant. Nothing answers at the address.
void CorePipelineTest::publishedFilesOfOneNameAreKeptApart()
{
    qputenv("HF_ENDPOINT", "http://127.0.0.1:9");
    for (const QString& name : {u"regnet-y-040"_s, u"regnet-x-002"_s}) {
        QVERIFY(m_session->openAddress(name));
        QVERIFY(m_session->published());
        QCOMPARE(m_session->published()->source.fileName, std::string("model.safetensors"));
        QVERIFY(m_session->published()->folder.endsWith(u"/sources/"_s + name));
        QVERIFY(QString::fromStdString(m_session->options().outputFolder).endsWith(u'/' + name + u"-hf"_s));
        m_session->cancel();
        QTRY_COMPARE(m_session->state(), State::Empty);
    }
    QVERIFY(m_session->openAddress(u"hf://someone/regnet.v2/model.safetensors"_s));
    QVERIFY(m_session->published()->folder.endsWith(u"/someone--regnet.v2"_s));
    QVERIFY(QString::fromStdString(m_session->options().outputFolder).endsWith(u"/regnet.v2-hf"_s));
}

QTEST_MAIN(CorePipelineTest)
#include "core_pipeline_test.moc"
