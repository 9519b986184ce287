#include "tests/ui/fake_pipeline.h"

#include "ui/models/key_map_index.h"
#include "ui/models/key_map_model.h"
#include "ui/models/key_map_query.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using wb::mapping::Status;
using wb::ui::Answer;
using wb::ui::KeyMapQuery;

class KeyMapQueryTest : public QObject {
    Q_OBJECT

private:
    wb::ui::KeyMapModel m_model;
    wb::ui::KeyMapIndex m_index;

    QList<int> rowsOf(const QString& text) const
    {
        const KeyMapQuery query(text);
        QList<int> rows;
        for (size_t row = 0; row < m_index.size(); ++row) {
            if (query.answer(m_index.row(row)) == Answer::Yes) {
                rows.append(static_cast<int>(row));
            }
        }
        return query.isValid() ? rows : QList<int>{-1};
    }

private Q_SLOTS:
    void initTestCase();
    void termsFindTheirRows_data();
    void termsFindTheirRows();
    void errorsSayWhereAndWhy_data();
    void errorsSayWhereAndWhy();
    void anyTextIsReadTheSameTwice();
    void negationComplements();
};

void KeyMapQueryTest::initTestCase()
{
    auto map = std::make_shared<wb::mapping::KeyMap>();
    const auto add = [&map](Status status, const char* source, const char* destination, std::vector<uint64_t> shape, uint64_t bytes,
                            const char* rule) {
        auto row = FakePipeline::row(status, source, destination);
        row.sourceShape = row.shape = std::move(shape);
        row.bytes = source != nullptr ? bytes : 0;
        row.reason.rule = rule;
        row.reason.captures.clear();
        map->rows.push_back(row);
    };
    add(Status::Mapped, "conv1.stem.0.weight", "regnet.embedder.embedder.convolution.weight", {32, 3, 3, 3}, 3456, "vissl.stem");
    add(Status::Mapped, "res4.block3-0.f.a.0.Weight", "regnet.encoder.stages.2.layers.0.layer.0.convolution.weight", {28280, 11110, 1, 1},
        1'256'763'200, "vissl.block.conv-a");
    add(Status::Unmapped, "heads.0.clf.0.bias", nullptr, {1000}, 4000, "no-rule");
    add(Status::Missing, nullptr, "classifier.1.bias", {1000}, 0, "");
    add(Status::Dropped, "num batches Größe", nullptr, {}, 8, "vissl.counter");
    map->rows[4].dtype = wb::tensor::DType::I64;
    m_model.setKeyMap(map);
    m_index = wb::ui::KeyMapIndex(m_model);
}

void KeyMapQueryTest::termsFindTheirRows_data()
{
    QTest::addColumn<QList<int>>("rows");
    const auto query = [](const char* text, const QList<int>& rows) { QTest::newRow(text) << rows; };
    query("", {0, 1, 2, 3, 4});
    query("weight conv", {0, 1});
    query("!weight", {2, 3, 4});
    query("!!weight", {0, 1});
    query("GRÖSSE", {});
    query("gröSSe", {});
    query("größe", {4});
    query("GRÖßE", {4});
    query("\"num batches größe\"", {4});
    query("\"heads.0.clf.0\"", {});
    query("!\"heads.0.clf.0.bias\" bias", {3});
    query("/^res\\d\\.block/", {1});
    query("/clf 0|batches g/ status:dropped", {4});
    query("!/a/", {});
    query("source:weight", {0, 1});
    query("source:embedder", {});
    query("dest:embedder", {0});
    query("destination:/bias$/", {3});
    query("source:\"heads.0.clf.0.bias\"", {2});
    query("shape:28280x*", {1});
    query("shape:28280x11110x1x1", {1});
    query("shape:[28280,*,1,1]", {1});
    query("shape:28280", {});
    query("shape:1000", {2, 3});
    query("shape:*x3x*", {0});
    query("shape:32×3×3×3", {0});
    query("shape:*", {0, 1, 2, 3});
    query("shape:scalar", {4});
    query("!shape:*", {4});
    query("dtype:f32", {0, 1, 2});
    query("dtype:F", {0, 1, 2});
    query("dtype:int64", {4});
    query("dtype:!f32", {3, 4});
    query("bytes:>1G", {1});
    query("bytes:<4k", {0, 4});
    query("bytes:<=4k", {0, 2, 4});
    query("bytes:>=1.256763200GB", {1});
    query("bytes:=8", {4});
    query("bytes:8", {4});
    query("bytes:1.3G", {1});
    query("bytes:1.26G", {1});
    query("bytes:1.25G", {});
    query("bytes:1Ki..4Ki", {0, 2});
    query("bytes:1M..2G", {1});
    query("bytes:4k..", {1, 2});
    query("bytes:..8", {4});
    query("bytes:<0", {});
    query("stage:3", {1});
    query("stage:stem", {0});
    query("stage:HEAD", {3});
    query("!stage:3 stage:!stem", {2, 3, 4});
    query("status:mapped", {0, 1});
    query("status:!mapped", {2, 3, 4});
    query("status:problem", {2, 3});
    query("status:un", {2});
    query("rule:conv-a", {1});
    query("rule:\"vissl\"", {});
    query("rule:vissl bytes:<10", {4});
}

void KeyMapQueryTest::termsFindTheirRows()
{
    QFETCH(QList<int>, rows);
    QCOMPARE(rowsOf(QString::fromUtf8(QTest::currentDataTag())), rows);
}

void KeyMapQueryTest::errorsSayWhereAndWhy_data()
{
    QTest::addColumn<qsizetype>("position");
    QTest::addColumn<qsizetype>("length");
    const auto query = [](const char* text, qsizetype position, qsizetype length) { QTest::newRow(text) << position << length; };
    query("stem /wei", 5, 4);
    query("stem \"wei", 5, 4);
    query("/", 0, 1);
    query("/stem(/", 5, 1);
    query("bias !", 5, 1);
    query("bias colour:red", 5, 6);
    query("stage:", 0, 6);
    query("!stage: bias", 1, 6);
    query("a stage:tail b", 8, 4);
    query("shape:3xax*", 8, 1);
    query("shape:\"\"", 7, 1);
    query("dtype:q9", 6, 2);
    query("bytes:>", 6, 1);
    query("bytes:..", 6, 2);
    query("bytes:1e5", 6, 3);
    query("bytes:99999999999999999999", 6, 20);
    query("status:lost", 7, 4);
    query("status:\"\"", 8, 1);
    query("rule:/x/", 6, 1);
    query("stage:0 colour:red", 6, 1);
}

void KeyMapQueryTest::errorsSayWhereAndWhy()
{
    QFETCH(qsizetype, position);
    QFETCH(qsizetype, length);
    const KeyMapQuery query(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(!query.isValid());
    QCOMPARE(query.error()->position, position);
    QCOMPARE(query.error()->length, length);
    QVERIFY(query.error()->reason.endsWith(u'.'));
    QVERIFY(query.error()->sentence().contains(QString::number(position + 1)));
}

namespace {

// Pieces of the grammar, whole and broken, between any characters.
rc::Gen<QString> queryText()
{
    const auto piece = rc::gen::oneOf(rc::gen::element<std::string>("stem", "weight", "\"", "/", "!", " ", "  ", "shape:", "3x*", "[", "]", ",", "x",
                                                                    "dtype:", "f32", "bytes:", ">", "<", "=", "1.5G", "..", "stage:", "3", "head",
                                                                    "status:", "mapped", "rule:", "source:", "dest:", "(a+)+$", "\\", "(", "*", "é",
                                                                    "9999999999999999999"),
                                      rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127)));
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
        QString text;
        for (const std::string& part : pieces) {
            text += QString::fromStdString(part);
        }
        return text;
    });
}

}  // namespace

void KeyMapQueryTest::anyTextIsReadTheSameTwice()
{
    QVERIFY(rc::check([this] {
        const QString text = *queryText();
        const KeyMapQuery once(text);
        const KeyMapQuery twice(text);
        RC_ASSERT(once.isValid() == twice.isValid());
        if (!once.isValid()) {
            RC_ASSERT(once.error()->sentence() == twice.error()->sentence());
            RC_ASSERT(once.error()->position >= 0);
            RC_ASSERT(once.error()->position <= text.size());
            RC_ASSERT(once.error()->length > 0);
        }
        RC_ASSERT(rowsOf(text) == rowsOf(text));
    }));
}

void KeyMapQueryTest::negationComplements()
{
    QVERIFY(rc::check([this] {
        const QString term = (*queryText()).simplified().section(u' ', 0, 0);
        const KeyMapQuery query(term);
        RC_PRE(query.isValid() && !query.isEmpty());
        const KeyMapQuery negated(u'!' + term);
        RC_ASSERT(negated.isValid());
        for (size_t row = 0; row < m_index.size(); ++row) {
            const Answer answer = query.answer(m_index.row(row));
            const Answer opposite = negated.answer(m_index.row(row));
            RC_ASSERT((answer == Answer::Undecided) == (opposite == Answer::Undecided));
            RC_ASSERT(answer == Answer::Undecided || answer != opposite);
        }
    }));
}

QTEST_MAIN(KeyMapQueryTest)
#include "key_map_query_test.moc"
