#include "tests/core/checkpoint/pickle_fixture.h"

#include <QTest>

#include <rapidcheck.h>

using namespace wb;
using namespace wb::test;
using checkpoint::PickleTree;
using checkpoint::PickleValue;
using checkpoint::ValueKind;

class PickleMachineTest : public QObject {
    Q_OBJECT

private slots:
    void readsNumbersOfEveryProtocol_data();
    void readsNumbersOfEveryProtocol();
    void integersBeyond64BitsAreMarkedAndKept();
    void readsTextAndBytes_data();
    void readsTextAndBytes();
    void readsContainers();
    void memoSharesOneValue();
    void orderedDictTakesPairsAndItsMetadataIsIgnored();
    void sizeBecomesATuple();
    void parameterStandsForItsTensor();
    void parameterOfOldAttributesStandsForItsTensor();
    void subclassRebuildStandsForItsTensor();
    void thirdPartyDictKeepsItsItemsAndIsListed();
    void namingIsListedNotRefused();
    void callIsRecordedAndReadingGoesOn();
    void readerStandsBehindStop();
    void framesOfProtocolFour();
    void cancelStops();
    void everyRoundTripOfIntegers();
};

void PickleMachineTest::readsNumbersOfEveryProtocol_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("number");
    const int integerKind = static_cast<int>(ValueKind::Int);
    const int boolKind = static_cast<int>(ValueKind::Bool);
    QTest::newRow("INT") << raw("I-12\n.") << integerKind << qint64{-12};
    QTest::newRow("INT true") << raw("I01\n.") << boolKind << qint64{1};
    QTest::newRow("INT false") << raw("I00\n.") << boolKind << qint64{0};
    QTest::newRow("LONG") << raw("L9223372036854775807L\n.") << integerKind << qint64{INT64_MAX};
    QTest::newRow("BININT") << raw("J\xff\xff\xff\xff.") << integerKind << qint64{-1};
    QTest::newRow("BININT1") << raw("K\xff.") << integerKind << qint64{255};
    QTest::newRow("BININT2") << raw("M\x01\x02.") << integerKind << qint64{513};
    QTest::newRow("LONG1 empty") << raw("\x8a\x00.") << integerKind << qint64{0};
    QTest::newRow("LONG1 negative") << raw("\x8a\x01\xfe.") << integerKind << qint64{-2};
    QTest::newRow("LONG4") << raw("\x8b\x02\x00\x00\x00\x00\x01.") << integerKind << qint64{256};
    QTest::newRow("NEWTRUE") << raw("\x88.") << boolKind << qint64{1};
    QTest::newRow("NEWFALSE") << raw("\x89.") << boolKind << qint64{0};
    QTest::newRow("NONE") << raw("N.") << static_cast<int>(ValueKind::None) << qint64{0};
}

void PickleMachineTest::readsNumbersOfEveryProtocol()
{
    QFETCH(std::string, bytes);
    QFETCH(int, kind);
    QFETCH(qint64, number);
    const PickleTree tree = readTree(bytes);
    QCOMPARE(static_cast<int>(tree[tree.root].kind), kind);
    QCOMPARE(static_cast<qint64>(tree[tree.root].number), number);
    QVERIFY(!tree[tree.root].big);
}

void PickleMachineTest::integersBeyond64BitsAreMarkedAndKept()
{
    const std::string magic = raw("\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19");
    const PickleTree tree = readTree(raw("\x8a\x0a") + magic + ".");
    QVERIFY(tree[tree.root].big);
    QCOMPARE(tree[tree.root].text, magic);
    const PickleTree digits = readTree(raw("L123456789012345678901234567890L\n."));
    QVERIFY(digits[digits.root].big);
    QCOMPARE(digits[digits.root].number, int64_t{0});
}

void PickleMachineTest::readsTextAndBytes_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<std::string>("expected");
    const int string = static_cast<int>(ValueKind::String);
    const int bytes = static_cast<int>(ValueKind::Bytes);
    QTest::newRow("STRING") << raw("S'a\\n\\x41\\'\\101'\n.") << string << raw("a\nA'A");
    QTest::newRow("STRING of bytes") << raw("S'\\xff'\n.") << bytes << raw("\xff");
    QTest::newRow("BINSTRING") << raw("T\x02\x00\x00\x00hi.") << string << raw("hi");
    QTest::newRow("SHORT_BINSTRING") << raw("U\x02\xfe\xff.") << bytes << raw("\xfe\xff");
    QTest::newRow("UNICODE") << raw("V\\u00e9\xe9\n.") << string << raw("\xc3\xa9\xc3\xa9");
    QTest::newRow("BINUNICODE") << raw("X\x02\x00\x00\x00\xc3\xa9.") << string << raw("\xc3\xa9");
    QTest::newRow("SHORT_BINUNICODE") << raw("\x8c\x01k.") << string << raw("k");
    QTest::newRow("BINUNICODE8") << raw("\x8d\x01\x00\x00\x00\x00\x00\x00\x00k.") << string << raw("k");
    QTest::newRow("BINBYTES") << raw("B\x01\x00\x00\x00\xff.") << bytes << raw("\xff");
    QTest::newRow("SHORT_BINBYTES") << raw("C\x01\xff.") << bytes << raw("\xff");
    QTest::newRow("BYTEARRAY8") << raw("\x96\x01\x00\x00\x00\x00\x00\x00\x00\xff.") << bytes << raw("\xff");
    QTest::newRow("_codecs.encode") << global("_codecs", "encode") + text(raw("\xc3\xbf\x00")) + text("latin1") + raw("\x86R.") << bytes
                                    << raw("\xff\x00");
}

void PickleMachineTest::readsTextAndBytes()
{
    QFETCH(std::string, bytes);
    QFETCH(int, kind);
    QFETCH(std::string, expected);
    const PickleTree tree = readTree(bytes);
    QCOMPARE(static_cast<int>(tree[tree.root].kind), kind);
    QCOMPARE(tree[tree.root].text, expected);
}

void PickleMachineTest::readsContainers()
{
    const PickleTree tree = readTree(raw("(]K\x01"
                                         "aK\x02\x85(K\x03K\x04l}U\x01kK\x05s\x8f(K\x06\x90(K\x07\x91(U\x01"
                                         "aK\x08"
                                         "dt."));
    const PickleValue& root = tree[tree.root];
    QCOMPARE(root.kind, ValueKind::Tuple);
    const std::vector<ValueKind> kinds{ValueKind::List, ValueKind::Tuple, ValueKind::List, ValueKind::Dict,
                                       ValueKind::Set,  ValueKind::Set,   ValueKind::Dict};
    const std::vector<size_t> sizes{1, 1, 2, 2, 1, 1, 2};
    QCOMPARE(root.items.size(), kinds.size());
    for (size_t i = 0; i < kinds.size(); ++i) {
        QCOMPARE(tree[root.items[i]].kind, kinds[i]);
        QCOMPARE(tree[root.items[i]].items.size(), sizes[i]);
    }
    QCOMPARE(tree[tree.get(root.items[3], "k")].number, int64_t{5});
    QCOMPARE(tree.get(root.items[3], "absent"), checkpoint::noValue);
    QCOMPARE(tree.get(root.items[0], "k"), checkpoint::noValue);
}

void PickleMachineTest::memoSharesOneValue()
{
    for (const std::string& bytes :
         {raw("(]q\x05h\x05t."), raw("(]r\x05\x00\x00\x00j\x05\x00\x00\x00t."), raw("(]p5\ng5\nt."), raw("(]\x94h\x00t.")}) {
        const PickleTree tree = readTree(bytes);
        QCOMPARE(tree[tree.root].items.size(), size_t{2});
        QCOMPARE(tree[tree.root].items[0], tree[tree.root].items[1]);
    }
}

void PickleMachineTest::orderedDictTakesPairsAndItsMetadataIsIgnored()
{
    const std::string pairs = "(](" + text("a") + "K\x01\x86" + text("b") + "K\x02\x86" + "et";
    const PickleTree tree = readTree(global("collections", "OrderedDict") + pairs + "R" + dict({text("_metadata"), "N"}) + "b.");
    QCOMPARE(tree[tree.root].kind, ValueKind::Dict);
    QCOMPARE(tree[tree.root].items.size(), size_t{4});
    QCOMPARE(tree[tree.get(tree.root, "b")].number, int64_t{2});
    QVERIFY(tree.opaque.empty());
    QVERIFY(tree.calls.empty());
}

void PickleMachineTest::sizeBecomesATuple()
{
    const PickleTree tree = readTree(global("torch", "Size") + "(" + integers({3, 5}) + "tR.");
    QCOMPARE(tree[tree.root].kind, ValueKind::Tuple);
    QCOMPARE(tree[tree[tree.root].items[1]].number, int64_t{5});
}

void PickleMachineTest::parameterStandsForItsTensor()
{
    const PickleTree tree = readTree(global("torch._utils", "_rebuild_parameter") + "(" + floats() + raw("\x88}tR."));
    QCOMPARE(tree[tree.root].kind, ValueKind::Tensor);
    QCOMPARE(tree[tree.root].items.size(), size_t{4});
    QCOMPARE(tree.storages.at(0).typeName, std::string("torch.FloatStorage"));
    QCOMPARE(tree.storages.at(0).elements, uint64_t{4});
    QVERIFY(tree.opaque.empty());
}

void PickleMachineTest::parameterOfOldAttributesStandsForItsTensor()
{
    const PickleTree tree = readTree(global("torch._utils", "_rebuild_parameter_with_state") + "(" + floats() + raw("\x88}}tR."));
    QCOMPARE(tree[tree.root].kind, ValueKind::Tensor);
}

void PickleMachineTest::subclassRebuildStandsForItsTensor()
{
    const std::string args = "(" + storage(4) + integer(0) + integers({4}) + integers({1}) + "\x89}t";
    const PickleTree tree = readTree(global("torch._tensor", "_rebuild_from_type_v2") + "(" + global("torch._utils", "_rebuild_tensor_v2") +
                                     global("mine", "MyTensor") + args + "}tR.");
    QCOMPARE(tree[tree.root].kind, ValueKind::Tensor);
    QVERIFY(holds(tree.opaque, "mine.MyTensor"));
}

void PickleMachineTest::thirdPartyDictKeepsItsItemsAndIsListed()
{
    const std::string type = global("vissl.config.attr_dict", "AttrDict");
    const PickleTree tree = readTree(type + raw(")\x81(") + text("LR") + "K\x01u" + dict({text("x"), "N"}) + "b.");
    QCOMPARE(tree[tree.root].kind, ValueKind::Opaque);
    QCOMPARE(tree[tree.root].text, std::string("vissl.config.attr_dict.AttrDict"));
    QCOMPARE(tree[tree.root].items.size(), size_t{4});
    QCOMPARE(tree.opaque, std::vector<std::string>{"vissl.config.attr_dict.AttrDict"});
    QVERIFY(tree.calls.empty());
}

void PickleMachineTest::namingIsListedNotRefused()
{
    const PickleTree tree = readTree("(" + global("os", "system") + global("torch", "float32") + global("builtins", "list") + "t.");
    QCOMPARE(tree.opaque, std::vector<std::string>{"os.system"});
    QVERIFY(tree.calls.empty());
}

void PickleMachineTest::callIsRecordedAndReadingGoesOn()
{
    const PickleTree tree = readTree(dict({text("x"), global("os", "system") + "(" + text("id") + "tR", text("w"), floats()}) + ".");
    QCOMPARE(tree.calls, std::vector<std::string>{"os.system"});
    QVERIFY(holds(tree.opaque, "os.system"));
    QCOMPARE(tree[tree.get(tree.root, "x")].kind, ValueKind::Opaque);
    QCOMPARE(tree[tree.get(tree.root, "w")].kind, ValueKind::Tensor);
}

void PickleMachineTest::readerStandsBehindStop()
{
    PickleRun run;
    run.read(raw("\x80\x02N.rest"));
    QCOMPARE(run.position, uint64_t{4});
}

void PickleMachineTest::framesOfProtocolFour()
{
    const PickleTree tree = readTree(raw("\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00]\x94K\x01"
                                         "a\x95\x01\x00\x00\x00\x00\x00\x00\x00."));
    QCOMPARE(tree[tree.root].items.size(), size_t{1});
}

void PickleMachineTest::cancelStops()
{
    PickleRun run;
    run.cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(run.read("N."), Cancelled);
}

void PickleMachineTest::everyRoundTripOfIntegers()
{
    QVERIFY(rc::check("LONG1 and INT give the number back", [](int64_t value) {
        const PickleTree binary = readTree(integer(value) + ".");
        const PickleTree decimal = readTree("L" + std::to_string(value) + "L\n.");
        RC_ASSERT(binary[binary.root].number == value);
        RC_ASSERT(decimal[decimal.root].number == value);
    }));
}

QTEST_GUILESS_MAIN(PickleMachineTest)
#include "pickle_machine_test.moc"
