#include "tests/ui/fake_pipeline.h"

#include "ui/format.h"
#include "ui/models/key_map_filter.h"
#include "ui/models/key_map_model.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using wb::mapping::Status;
using wb::ui::KeyMapFilter;
using wb::ui::KeyMapModel;

class KeyMapFilterTest : public QObject {
    Q_OBJECT

private:
    KeyMapModel m_model;
    KeyMapFilter m_filter;

    static std::shared_ptr<const wb::mapping::KeyMap> mapOfKeys(int count, const std::string& tail)
    {
        auto map = std::make_shared<wb::mapping::KeyMap>();
        for (int i = 0; i < count; ++i) {
            map->rows.push_back(FakePipeline::row(Status::Unmapped, ("res" + std::to_string(i) + "." + tail).c_str(), nullptr));
        }
        return map;
    }
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
    void keysSortAsPeopleCount();
    void aKeystrokeIsOneChangeWithoutReadingCells();
    void rowsAreFoundByWhatAnEditMadeOfThem();
    void selectionOutlivesFilteringAndSorting();
    void catastrophicExpressionsAreGivenUp();
    void slowExpressionsLeaveTheEventLoopAlive();
    void valuesSortAsNumbersAndUnknownOnesComeLast();
    void oneValueOfALargeMapChangesOneRow();
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
    QVERIFY(!m_filter.setQuery({}));
    m_filter.setStatus(std::nullopt);
    m_filter.sort(-1);
    QCOMPARE(m_filter.rowCount(), 5);
}

void KeyMapFilterTest::wordsMustAllOccur()
{
    QVERIFY(!m_filter.setQuery(u"  WEIGHT stem "_s));
    QCOMPARE(sources(), QStringList{u"conv1.stem.0.weight"_s});
    QVERIFY(!m_filter.setQuery(u"stem prototypes"_s));
    QCOMPARE(m_filter.rowCount(), 0);
}

void KeyMapFilterTest::quotedTextIsAWholeCell()
{
    QVERIFY(!m_filter.setQuery(u"\"stray.weight\""_s));
    QCOMPARE(sources(), QStringList{u"stray.weight"_s});
    QVERIFY(!m_filter.setQuery(u"\"stray\""_s));
    QCOMPARE(m_filter.rowCount(), 0);
}

void KeyMapFilterTest::regularExpressions()
{
    QVERIFY(!m_filter.setQuery(u"/^res\\d\\.block/"_s));
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
    QVERIFY(m_filter.setQuery(query).has_value());
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

void KeyMapFilterTest::keysSortAsPeopleCount()
{
    QVERIFY(wb::ui::naturalLess("layers.2.conv", "layers.10.conv"));
    QVERIFY(!wb::ui::naturalLess("layers.10.conv", "layers.2.conv"));
    QVERIFY(wb::ui::naturalLess("layers.1", "layers.1.conv"));
    QVERIFY(wb::ui::naturalLess("a.2", "b.1"));
    QVERIFY(!wb::ui::naturalLess("a.1", "a.1"));
    QVERIFY(wb::ui::naturalLess("stage12", "stage123"));
}

// Views that hear of each row by itself, and cells that are made to be searched, cost seconds on a large map.
void KeyMapFilterTest::aKeystrokeIsOneChangeWithoutReadingCells()
{
    class CountingModel : public KeyMapModel {
    public:
        QVariant data(const QModelIndex& index, int role) const override
        {
            ++cellsRead;
            return KeyMapModel::data(index, role);
        }
        mutable int cellsRead = 0;
    };
    CountingModel model;
    model.setKeyMap(mapOfKeys(2000, "weight"));
    KeyMapFilter filter;
    filter.setSourceModel(&model);
    QSignalSpy layouts(&filter, &QAbstractItemModel::layoutChanged);
    QSignalSpy removals(&filter, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changes(&filter, &KeyMapFilter::rowsChanged);
    QVERIFY(!filter.setQuery(u"res19"_s));
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(filter.rowCount(), 111);
    filter.sort(KeyMapModel::SourceColumn, Qt::DescendingOrder);
    QCOMPARE(filter.index(0, KeyMapModel::SourceColumn).data().toString(), u"res1999.weight"_s);
    QCOMPARE(layouts.size(), 2);
    QCOMPARE(removals.size(), 0);
    QCOMPARE(model.cellsRead, 1);
}

// Texts of rows that stayed are taken over from the map before: every way in which a row can change has to be seen.
void KeyMapFilterTest::rowsAreFoundByWhatAnEditMadeOfThem()
{
    using wb::mapping::KeyMapRow;
    const auto before = std::make_shared<wb::mapping::KeyMap>(*m_model.keyMap());
    const auto expectFound = [&](int row, const QString& query, const std::function<void(KeyMapRow&)>& change) {
        const auto after = std::make_shared<wb::mapping::KeyMap>(*before);
        change(after->rows[static_cast<size_t>(row)]);
        m_model.setKeyMap(before);
        QVERIFY(!m_filter.setQuery(query));
        QVERIFY2(m_filter.rowCount() == 0, qPrintable(query));
        m_model.setKeyMap(after);
        QVERIFY2(m_filter.rowCount() == 1, qPrintable(query));
        QCOMPARE(m_filter.sourceRow(0), row);
    };
    expectFound(3, u"status:dropped stray"_s, [](KeyMapRow& row) { row.status = Status::Dropped; });
    expectFound(3, u"another.problem"_s, [](KeyMapRow& row) { row.source = "another.problem"; });
    expectFound(0, u"somewhere.else"_s, [](KeyMapRow& row) { row.destination = "somewhere.else"; });
    expectFound(0, u"another.source"_s, [](KeyMapRow& row) { row.source = "another.source"; });
    const std::vector<uint64_t> shape{7, 9};
    expectFound(0, u"shape:7x9"_s, [&](KeyMapRow& row) { row.sourceShape = row.shape = shape; });
    expectFound(0, u"bf16"_s, [](KeyMapRow& row) { row.dtype = wb::tensor::DType::BF16; });
    expectFound(0, wb::ui::bytesText(7'000'000'000), [](KeyMapRow& row) { row.bytes = 7'000'000'000; });
    expectFound(0, u"rule-of-mine"_s, [](KeyMapRow& row) { row.reason.rule = "rule-of-mine"; });
    expectFound(0, u"captured=11"_s, [](KeyMapRow& row) { row.reason.captures.emplace_back("captured", "11"); });
    m_model.setKeyMap(before);
}

void KeyMapFilterTest::selectionOutlivesFilteringAndSorting()
{
    QTableView view;
    view.setModel(&m_filter);
    view.setCurrentIndex(m_filter.index(2, KeyMapModel::SourceColumn));
    const QString key = view.currentIndex().data().toString();
    QVERIFY(!m_filter.setQuery(u"res2"_s));
    QCOMPARE(view.currentIndex().row(), 0);
    QCOMPARE(view.currentIndex().data().toString(), key);
    QVERIFY(!m_filter.setQuery({}));
    m_filter.sort(KeyMapModel::BytesColumn, Qt::DescendingOrder);
    QCOMPARE(view.currentIndex().data().toString(), key);
    QCOMPARE(view.selectionModel()->selectedIndexes().size(), 1);
}

void KeyMapFilterTest::catastrophicExpressionsAreGivenUp()
{
    KeyMapModel model;
    model.setKeyMap(mapOfKeys(300, std::string(60, 'a') + "!"));
    KeyMapFilter filter;
    filter.setSourceModel(&model);
    QSignalSpy gaveUp(&filter, &KeyMapFilter::gaveUp);
    QVERIFY(!filter.setQuery(u"res29"_s));
    QTRY_COMPARE(filter.rowCount(), 11);
    QVERIFY(!filter.setQuery(u"/(a+)+$/"_s));
    QTRY_COMPARE(gaveUp.size(), 1);
    QVERIFY(!filter.isFiltering());
    QCOMPARE(filter.rowCount(), 11);
}

// The rows stay while it runs, and the next text takes its place.
void KeyMapFilterTest::slowExpressionsLeaveTheEventLoopAlive()
{
    KeyMapModel model;
    model.setKeyMap(mapOfKeys(100'000, std::string(60, 'a') + ".weight"));
    KeyMapFilter filter;
    filter.setSourceModel(&model);
    QTRY_VERIFY(!filter.isFiltering());
    QVERIFY(!filter.setQuery(u"/(res|aa|bb|w).*(weight|bias)$/"_s));
    QVERIFY(filter.isFiltering());
    QCOMPARE(filter.rowCount(), 100'000);
    QVERIFY(!filter.setQuery(u"source:res1999"_s));
    QTRY_COMPARE(filter.rowCount(), 11);
    QVERIFY(!filter.isFiltering());
}

void KeyMapFilterTest::valuesSortAsNumbersAndUnknownOnesComeLast()
{
    auto map = std::make_shared<wb::mapping::KeyMap>();
    for (uint32_t i = 0; i < 5; ++i) {
        map->rows.push_back(FakePipeline::row(Status::Mapped, std::to_string(i).c_str(), "x"));
        map->rows.back().tensor = i;
    }
    KeyMapModel model;
    model.setKeyMap(map);
    KeyMapFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto order = [&filter] {
        QString rows;
        for (int row = 0; row < filter.rowCount(); ++row) {
            rows += QString::number(filter.sourceRow(row));
        }
        return rows;
    };
    const auto least = [](double min) { return wb::mapping::ValueSummary{min, {}, {}, {}, 0, 0, 0}; };
    filter.sort(KeyMapModel::MinColumn, Qt::AscendingOrder);
    QCOMPARE(order(), u"01234"_s);
    model.setValues({{0, least(10)}, {1, least(9)}, {3, least(-2)}});
    QCOMPARE(order(), u"01234"_s);  // rows do not move with each number that comes
    QTRY_COMPARE(order(), u"31024"_s);
    filter.sort(KeyMapModel::MinColumn, Qt::DescendingOrder);
    QCOMPARE(order(), u"01324"_s);
    filter.sort(KeyMapModel::NanColumn, Qt::AscendingOrder);
    QCOMPARE(order(), u"01324"_s);
}

void KeyMapFilterTest::oneValueOfALargeMapChangesOneRow()
{
    constexpr int rows = 100'000;
    auto map = std::make_shared<wb::mapping::KeyMap>(*mapOfKeys(rows, "weight"));
    for (uint32_t i = 0; i < rows; ++i) {
        map->rows[i].tensor = i;
    }
    KeyMapModel model;
    model.setKeyMap(map);
    KeyMapFilter filter;
    filter.setSourceModel(&model);
    QTRY_VERIFY(!filter.isFiltering());
    filter.sort(KeyMapModel::SourceColumn, Qt::DescendingOrder);
    QSignalSpy changes(&filter, &QAbstractItemModel::dataChanged);
    QSignalSpy layouts(&filter, &QAbstractItemModel::layoutChanged);
    model.setValues({{7, {1.0, 2.0, 1.5, 0.5, 0, 0, 0}}});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0][0].toModelIndex(), filter.index(rows - 8, KeyMapModel::MinColumn));
    QCOMPARE(layouts.size(), 0);
    QVERIFY(!filter.isFiltering());
    std::vector<std::pair<uint32_t, wb::mapping::ValueSummary>> all;
    for (uint32_t i = 0; i < rows; ++i) {
        all.push_back({i, {static_cast<double>(i % 1000), {}, {}, {}, 0, 0, 0}});
    }
    QElapsedTimer clock;
    clock.start();
    model.setValues(all);
    filter.sort(KeyMapModel::MinColumn, Qt::AscendingOrder);
    qInfo("%lld ms", clock.elapsed());
    QVERIFY(clock.elapsed() < 3000);  // it is some 100
    QCOMPARE(filter.sourceRow(0), 0);
    QCOMPARE(filter.sourceRow(1), 1000);
}

QTEST_MAIN(KeyMapFilterTest)
#include "key_map_filter_test.moc"
