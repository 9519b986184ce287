#include "tests/ui/fake_pipeline.h"

#include "ui/models/key_map_filter.h"
#include "ui/models/key_map_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using wb::mapping::Status;
using wb::ui::KeyMapFilter;
using wb::ui::KeyMapModel;

class KeyMapFilterTest : public QObject {
    Q_OBJECT

private:
    KeyMapModel m_model;
    KeyMapFilter m_filter;

    QStringList sources() const
    {
        QStringList keys;
        for (int row = 0; row < m_filter.rowCount(); ++row) {
            keys.append(m_filter.index(row, KeyMapModel::SourceColumn).data().toString());
        }
        return keys;
    }

private Q_SLOTS:
    void initTestCase();
    void init();
    void wordsMustAllOccur();
    void quotedTextIsAWholeCell();
    void regularExpressions();
    void invalidQueriesKeepTheRowsAndSayWhy_data();
    void invalidQueriesKeepTheRowsAndSayWhy();
    void chipsLeaveOneStatus();
    void problemsComeFirstAndEqualsKeepTheirOrder();
    void sizesSortAsNumbers();
};

void KeyMapFilterTest::initTestCase()
{
    auto map = std::make_shared<wb::mapping::KeyMap>();
    map->rows = FakePipeline::sampleRows();
    map->rows.push_back(FakePipeline::row(Status::Unmapped, "stray.weight", nullptr));
    map->rows.push_back(FakePipeline::row(Status::Missing, nullptr, "regnet.encoder.stages.3.layers.0.layer.0.convolution.weight"));
    map->rows[2].bytes = 20;
    m_model.setKeyMap(map);
    m_filter.setSourceModel(&m_model);
    new QAbstractItemModelTester(&m_filter, QAbstractItemModelTester::FailureReportingMode::QtTest, this);
}

void KeyMapFilterTest::init()
{
    QCOMPARE(m_filter.setQuery({}), QString());
    m_filter.setStatus(std::nullopt);
    m_filter.sort(-1);
    QCOMPARE(m_filter.rowCount(), 5);
}

void KeyMapFilterTest::wordsMustAllOccur()
{
    QCOMPARE(m_filter.setQuery(u"  WEIGHT stem "_s), QString());
    QCOMPARE(sources(), QStringList{u"conv1.stem.0.weight"_s});
    QCOMPARE(m_filter.setQuery(u"stem prototypes"_s), QString());
    QCOMPARE(m_filter.rowCount(), 0);
}

void KeyMapFilterTest::quotedTextIsAWholeCell()
{
    QCOMPARE(m_filter.setQuery(u"\"stray.weight\""_s), QString());
    QCOMPARE(sources(), QStringList{u"stray.weight"_s});
    QCOMPARE(m_filter.setQuery(u"\"stray\""_s), QString());
    QCOMPARE(m_filter.rowCount(), 0);
}

void KeyMapFilterTest::regularExpressions()
{
    QCOMPARE(m_filter.setQuery(u"/^res\\d\\.block/"_s), QString());
    QCOMPARE(sources(), QStringList{u"res2.block1-0.f.a.0.weight"_s});
}

void KeyMapFilterTest::invalidQueriesKeepTheRowsAndSayWhy_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("open group") << u"/stem(/"_s;
    QTest::newRow("only begun") << u"/"_s;
    QTest::newRow("no end") << u"/stem"_s;
    QTest::newRow("open quotation") << u"\"stem"_s;
}

void KeyMapFilterTest::invalidQueriesKeepTheRowsAndSayWhy()
{
    QFETCH(QString, query);
    m_filter.setQuery(u"stem"_s);
    const QStringList before = sources();
    QVERIFY(!m_filter.setQuery(query).isEmpty());
    QCOMPARE(sources(), before);
}

void KeyMapFilterTest::chipsLeaveOneStatus()
{
    m_filter.setStatus(Status::Dropped);
    QCOMPARE(sources(), QStringList{u"heads.0.prototypes.weight"_s});
    m_filter.setQuery(u"stem"_s);
    QCOMPARE(m_filter.rowCount(), 0);
}

void KeyMapFilterTest::problemsComeFirstAndEqualsKeepTheirOrder()
{
    m_filter.sort(KeyMapModel::StatusColumn, Qt::AscendingOrder);
    const QStringList order{u"stray.weight"_s, u"–"_s, u"heads.0.prototypes.weight"_s, u"conv1.stem.0.weight"_s, u"res2.block1-0.f.a.0.weight"_s};
    QCOMPARE(sources(), order);
    m_filter.sort(KeyMapModel::StatusColumn, Qt::DescendingOrder);
    QCOMPARE(sources().first(), u"conv1.stem.0.weight"_s);
}

void KeyMapFilterTest::sizesSortAsNumbers()
{
    m_filter.sort(KeyMapModel::BytesColumn, Qt::AscendingOrder);
    QCOMPARE(sources().at(0), u"–"_s);
    QCOMPARE(sources().at(1), u"res2.block1-0.f.a.0.weight"_s);
}

QTEST_MAIN(KeyMapFilterTest)
#include "key_map_filter_test.moc"
