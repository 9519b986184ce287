#include "tests/core/checkpoint/pickle_fixture.h"

#include "core/checkpoint/state_dict_finder.h"
#include "core/checkpoint/tensor_builder.h"

#include <QTest>

#include <rapidcheck.h>

using namespace wb;
using namespace wb::test;
using checkpoint::PickleTree;
using checkpoint::ValueKind;

// Streams made to hurt a reader. Row names begin with the number of the case.
class HostilePickleTest : public QObject {
    Q_OBJECT

private slots:
    void isRefused_data();
    void isRefused();
    void callIsNamed_data();
    void callIsNamed();
    void b29_callBeforeGarbageIsAnError();
    void b29_bytesBehindStopAreLeftToTheContainer();
    void b35_aMillionMemoEntriesAreFine();
    void b36_deepNestingIsRefused_data();
    void b36_deepNestingIsRefused();
    void b37_cyclesEndEveryWalk();
    void b38_sharedListsAreVisitedOnce();
    void b39_floatOfNanIsAValue();
    void b39_tooManyValuesAreRefused();
    void b39_textOfTooManyValuesIsRefused();
    void b41_hugeKeyIsRefused();
    void b42_oddKeysAreLeftOut();
    void anyCutOfAGoodStreamIsAnError();
    void noiseNeverCrashes();
};

void HostilePickleTest::isRefused_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const std::string& bytes, ErrorCode code) { QTest::newRow(name) << bytes << static_cast<int>(code); };
    row("b29_empty", "", ErrorCode::PickleTruncated);
    row("b29_noStop", raw("\x80\x02N"), ErrorCode::PickleTruncated);
    row("b29_stopOnEmptyStack", ".", ErrorCode::PickleStack);
    row("b29_unknownOpcode", raw("\xff."), ErrorCode::PickleOpcode);
    row("b31_stackGlobalOfNumbers", raw("K\x01K\x02\x93."), ErrorCode::PickleValue);
    row("b31_stackGlobalOfBytes", raw("C\x02osC\x06system\x93."), ErrorCode::PickleValue);
    row("b31_extension1", raw("\x82\x01."), ErrorCode::PickleOpcode);
    row("b31_extension2", raw("\x83\x01\x00."), ErrorCode::PickleOpcode);
    row("b31_extension4", raw("\x84\x01\x00\x00\x00."), ErrorCode::PickleOpcode);
    row("b32_reduceOnEmptyStack", "R.", ErrorCode::PickleStack);
    row("b32_reduceOfANumber", raw("K\x01)R."), ErrorCode::PickleTarget);
    row("b32_reduceOfADict", "})R.", ErrorCode::PickleTarget);
    row("b32_reduceWithAList", global("os", "system") + "]R.", ErrorCode::PickleTarget);
    row("b32_newObjOfAString", text("a") + raw(")\x81."), ErrorCode::PickleTarget);
    row("b32_newObjExOfAString", text("a") + raw(")}\x92."), ErrorCode::PickleTarget);
    row("b32_newObjExWithAList", global("mine", "C") + raw(")]\x92."), ErrorCode::PickleTarget);
    row("b32_buildOnEmptyStack", "b.", ErrorCode::PickleStack);
    row("b32_buildWithoutState", "}b.", ErrorCode::PickleStack);
    row("b32_buildOnADict", "}}b.", ErrorCode::PickleTarget);
    row("b32_buildOnATensor", floats() + "}b.", ErrorCode::PickleTarget);
    row("b32_buildOnAName", global("collections", "OrderedDict") + "}b.", ErrorCode::PickleTarget);
    row("b32_orderedDictOfNumbers", global("collections", "OrderedDict") + raw("K\x01\x85R."), ErrorCode::PickleTarget);
    row("b32_tensorOfTwoArguments", global("torch._utils", "_rebuild_tensor_v2") + raw("K\x01K\x02\x86R."), ErrorCode::PickleTarget);
    row("b33_tuple3OnEmptyStack", raw("\x87."), ErrorCode::PickleStack);
    row("b33_tuple1OnEmptyStack", raw("\x85."), ErrorCode::PickleStack);
    row("b33_popOnEmptyStack", "0.", ErrorCode::PickleStack);
    row("b33_popMarkWithoutMark", "N1.", ErrorCode::PickleStack);
    row("b33_appendsWithoutMark", "]e.", ErrorCode::PickleStack);
    row("b33_setItemsWithoutMark", "}u.", ErrorCode::PickleStack);
    row("b33_addItemsWithoutMark", raw("\x8f\x90."), ErrorCode::PickleStack);
    row("b33_tupleWithoutMark", "Nt.", ErrorCode::PickleStack);
    row("b33_dupOnEmptyStack", "2.", ErrorCode::PickleStack);
    row("b33_opcodeReachesBelowTheMark", raw("K\x01K\x02(\x86."), ErrorCode::PickleStack);
    row("b33_appendToNothing", "Na.", ErrorCode::PickleStack);
    row("b33_objWithoutClass", "(o.", ErrorCode::PickleStack);
    row("b34_setItemsOfOddCount", "}(" + text("a") + "u.", ErrorCode::PickleStack);
    row("b34_dictOfOddCount", "(" + text("a") + "d.", ErrorCode::PickleStack);
    row("b34_appendToATensor", floats() + "Na.", ErrorCode::PickleTarget);
    row("b34_appendToATuple", ")Na.", ErrorCode::PickleTarget);
    row("b34_setItemOnATensor", floats() + "NNs.", ErrorCode::PickleTarget);
    row("b34_setItemOnAList", "]NNs.", ErrorCode::PickleTarget);
    row("b34_addItemsToAList", raw("](N\x90."), ErrorCode::PickleTarget);
    row("b35_getOfNothing", raw("h\xff."), ErrorCode::PickleMemo);
    row("b35_longGetOfNothing", raw("j\xff\xff\xff\xff."), ErrorCode::PickleMemo);
    row("b35_textGetOfNothing", "g7\n.", ErrorCode::PickleMemo);
    row("b35_putFarAway", raw("Nr\xff\xff\xff\x7f."), ErrorCode::PickleMemo);
    row("b35_textPutNegative", "Np-1\n.", ErrorCode::PickleMemo);
    row("b35_putOnEmptyStack", raw("q\x00."), ErrorCode::PickleStack);
    row("b39_unicode8OfHalfTheWorld", raw("\x8d\x00\x00\x00\x00\x00\x00\x00\x80."), ErrorCode::PickleTruncated);
    row("b39_bytes8OfHalfTheWorld", raw("\x8e\xff\xff\xff\xff\xff\xff\xff\xff."), ErrorCode::PickleTruncated);
    row("b39_byteArray8OfHalfTheWorld", raw("\x96\x00\x00\x00\x00\x00\x00\x00\x80."), ErrorCode::PickleTruncated);
    row("b39_unicodePastTheEnd",
        raw("X\x05\x00\x00\x00"
            "abc."),
        ErrorCode::PickleTruncated);
    row("b39_long4OfNegativeLength", raw("\x8b\xff\xff\xff\xff."), ErrorCode::PickleValue);
    row("b39_long1PastTheEnd", raw("\x8a\xff\x01."), ErrorCode::PickleTruncated);
    row("b39_intWithExponent", "I1e9\n.", ErrorCode::PickleValue);
    row("b39_intHexadecimal", "I0x\n.", ErrorCode::PickleValue);
    row("b39_intEmpty", "I\n.", ErrorCode::PickleValue);
    row("b39_floatWithComma", "F1,5\n.", ErrorCode::PickleValue);
    row("b39_longOfTenMillionDigits", "L" + std::string(10'000'000, '9') + "L\n.", ErrorCode::PickleValue);
    row("b39_stringWithoutQuotes", "Sabc\n.", ErrorCode::PickleValue);
    row("b39_stringEndsInEscape", "S'a\\'\n.", ErrorCode::PickleValue);
    row("b39_lineWithoutEnd", "I12", ErrorCode::PickleTruncated);
    row("b40_framePastTheEnd", raw("\x80\x04\x95\xff\x00\x00\x00\x00\x00\x00\x00N."), ErrorCode::PickleTruncated);
    row("b40_frameOfTwoToThe64", raw("\x80\x04\x95\xff\xff\xff\xff\xff\xff\xff\xffN."), ErrorCode::PickleTruncated);
    row("b40_nestedFrame", raw("\x95\x0b\x00\x00\x00\x00\x00\x00\x00\x95\x01\x00\x00\x00\x00\x00\x00\x00N."), ErrorCode::PickleValue);
    row("b40_stopInsideAFrame", raw("\x95\x05\x00\x00\x00\x00\x00\x00\x00N.xyz"), ErrorCode::PickleValue);
    row("b40_protocol6", raw("\x80\x06N."), ErrorCode::PickleValue);
    row("b40_protocol255", raw("\x80\xffN."), ErrorCode::PickleValue);
    row("b40_protocolInMidStream", raw("N\x80\x09."), ErrorCode::PickleValue);
    row("b40_nextBuffer", raw("\x97."), ErrorCode::PickleOpcode);
    row("b40_readOnlyBuffer", raw("N\x98."), ErrorCode::PickleOpcode);
    row("b41_notUtf8", raw("X\x01\x00\x00\x00\xff."), ErrorCode::PickleValue);
    row("b41_loneSurrogate", raw("X\x03\x00\x00\x00\xed\xa0\x80."), ErrorCode::PickleValue);
    row("b41_loneSurrogateAsText", "V\\ud800\n.", ErrorCode::PickleValue);
    row("b41_newlineInAName", raw("\x8c\x02os\x8c\x07system\n\x93."), ErrorCode::PickleValue);
    row("b41_nulInAName", raw("\x8c\x03os\x00\x8c\x06system\x93."), ErrorCode::PickleValue);
    row("b41_emptyName", "cos\n\n.", ErrorCode::PickleValue);
    row("b41_nameNotUtf8", raw("cos\nsys\xff\n."), ErrorCode::PickleValue);
    row("b43_textForm", "Pstorage\n.", ErrorCode::PicklePersistentId);
    row("b43_noFields", ")Q.", ErrorCode::PicklePersistentId);
    row("b43_fourFields", "(" + text("storage") + global("torch", "FloatStorage") + text("0") + text("cpu") + "tQ.", ErrorCode::PicklePersistentId);
    row("b43_notATuple", text("storage") + "Q.", ErrorCode::PicklePersistentId);
    row("b43_notAStorage", "(" + text("module") + "NNNNtQ.", ErrorCode::PicklePersistentId);
    row("b43_typeIsANumber", "(" + text("storage") + "K\x01" + text("0") + text("cpu") + "K\x01tQ.", ErrorCode::PicklePersistentId);
    row("b43_keyIsAPath", storage(4, "../../etc/passwd") + ".", ErrorCode::PicklePersistentId);
    row("b43_keyIsEmpty", storage(4, "") + ".", ErrorCode::PicklePersistentId);
    row("b43_keyWithBackslash", storage(4, "a\\b") + ".", ErrorCode::PicklePersistentId);
    row("b43_keyWithNul", storage(4, raw("a\x00")) + ".", ErrorCode::PicklePersistentId);
    row("b43_keyOf300Bytes", storage(4, std::string(300, 'a')) + ".", ErrorCode::PicklePersistentId);
    row("b43_locationIsATuple", "(" + text("storage") + global("torch", "FloatStorage") + text("0") + ")" + integer(4) + "tQ.",
        ErrorCode::PicklePersistentId);
    row("b43_viewPastItsRoot",
        "(" + text("storage") + global("torch", "FloatStorage") + text("0") + text("cpu") + integer(4) + "(" + text("1") + integer(2) + integer(3) +
            "ttQ.",
        ErrorCode::PicklePersistentId);
    row("b44_negativeElements", storage(-1) + ".", ErrorCode::PicklePersistentId);
}

void HostilePickleTest::isRefused()
{
    QFETCH(std::string, bytes);
    QFETCH(int, code);
    const auto error = pickleError(bytes);
    QVERIFY(error.has_value());
    QCOMPARE(static_cast<int>(error->code()), code);
    QCOMPARE(error->exitCode(), ExitCode::Refused);
    QCOMPARE(std::string(error->fact("file")), std::string("weights.pth"));
    QCOMPARE(std::string(error->fact("part")), std::string("archive/data.pkl"));
    QVERIFY(!error->fact("offset").empty());
    QVERIFY(!error->fact("problem").empty());
}

void HostilePickleTest::callIsNamed_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("name");
    const auto row = [](const char* title, const std::string& bytes, const char* name) { QTest::newRow(title) << bytes << std::string(name); };
    const std::string argument = "(" + text("id") + "t";
    struct Gadget {
        const char* module;
        const char* name;
    };
    const Gadget gadgets[] = {{"os", "system"},
                              {"posix", "system"},
                              {"builtins", "eval"},
                              {"runpy", "_run_code"},
                              {"pip", "main"},
                              {"timeit", "timeit"},
                              {"operator", "attrgetter"},
                              {"torch.utils.collect_env", "run"},
                              {"numpy", "__builtins__"},
                              {"pickle", "loads"},
                              {"idlelib.calltip", "get_entity"},
                              {"asyncio.unix_events", "_UnixSubprocessTransport"},
                              {"torch.jit.unsupported_tensor_ops", "execWrapper"},
                              {"torch._utils", "_rebuild_tensor_v2.__globals__"}};
    for (const Gadget& gadget : gadgets) {
        const std::string name = std::string(gadget.module) + "." + gadget.name;
        const std::string stacked = text(gadget.module) + text(gadget.name) + "\x93";
        row(("b30_global_" + name).c_str(), global(gadget.module, gadget.name) + argument + "R.", name.c_str());
        row(("b30_inst_" + name).c_str(), "(" + text("id") + "i" + gadget.module + "\n" + gadget.name + "\n.", name.c_str());
        row(("b30_obj_" + name).c_str(), "(" + global(gadget.module, gadget.name) + text("id") + "o.", name.c_str());
        row(("b30_stackGlobal_" + name).c_str(), stacked + argument + "R.", name.c_str());
        row(("b30_newObj_" + name).c_str(), stacked + argument + "\x81.", name.c_str());
        row(("b30_newObjEx_" + name).c_str(), stacked + argument + "}\x92.", name.c_str());
    }
    row("b30_calledThroughTensorSubclass",
        global("torch._tensor", "_rebuild_from_type_v2") + "(" + global("os", "system") + global("mine", "T") + argument + "}tR.", "os.system");
    row("b30_calledThroughReconstructor", global("copyreg", "_reconstructor") + "(" + global("subprocess", "Popen") + "NNtR.", "subprocess.Popen");
    row("b30_calledThroughNewObj", global("copyreg", "__newobj__") + "(" + global("subprocess", "Popen") + text("id") + "tR.", "subprocess.Popen");
    row("b30_partialThatIsCalled", global("functools", "partial") + "(" + global("os", "system") + text("id") + "tR)R.", "functools.partial");
    row("b30_calledAndDropped", global("os", "system") + argument + "R0N.", "os.system");
    row("b31_moduleAlias", global("posixpath", "os.system") + argument + "R.", "posixpath.os.system");
}

void HostilePickleTest::callIsNamed()
{
    QFETCH(std::string, bytes);
    QFETCH(std::string, name);
    const PickleTree tree = readTree(bytes);
    QCOMPARE(tree.calls, std::vector<std::string>{name});
    QVERIFY(holds(tree.opaque, name));
}

void HostilePickleTest::b29_callBeforeGarbageIsAnError()
{
    const auto error = pickleError(global("os", "system") + "(" + text("id") + raw("tR\xfe\xfe"));
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::PickleOpcode);
}

void HostilePickleTest::b29_bytesBehindStopAreLeftToTheContainer()
{
    PickleRun run;
    run.read("N.more");
    QCOMPARE(run.position, uint64_t{2});
}

void HostilePickleTest::b35_aMillionMemoEntriesAreFine()
{
    std::string bytes = "N";
    bytes.append(1'000'000, '\x94');
    QVERIFY(!pickleError(bytes + "."));
}

void HostilePickleTest::b36_deepNestingIsRefused_data()
{
    QTest::addColumn<std::string>("bytes");
    std::string tuples = "N";
    tuples.append(200'000, '\x85');
    QTest::newRow("b36_tuples") << tuples + ".";
    QTest::newRow("b36_marks") << std::string(200'000, '(') + std::string(200'000, 't') + ".";
    QTest::newRow("b36_lists") << std::string(200'000, ']') + std::string(199'999, 'a') + ".";
    std::string dicts;
    for (int i = 0; i < 100'000; ++i) {
        dicts += "}N";
    }
    QTest::newRow("b36_dicts") << dicts + "N" + std::string(100'000, 's') + ".";
}

void HostilePickleTest::b36_deepNestingIsRefused()
{
    QFETCH(std::string, bytes);
    const auto error = pickleError(bytes);
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::LimitExceeded);
    QCOMPARE(std::string(error->fact("problem")), std::string("nesting"));
}

void HostilePickleTest::b37_cyclesEndEveryWalk()
{
    const std::string self = text("self");
    for (const std::string& bytes : {"}q" + raw("\x00") + self + raw("h\x00s."),
                                     raw("]q\x00h\x00"
                                         "a."),
                                     raw("}q\x00") + self +
                                         raw("]q\x01h\x00"
                                             "ah\x01"
                                             "as.")}) {
        const PickleTree tree = readTree(bytes);
        const auto error = errorOf([&] { checkpoint::findStateDict(tree, "", Limits{}); });
        QVERIFY(error.has_value());
        QCOMPARE(error->code(), ErrorCode::NoStateDict);
        const auto followed = errorOf([&] { checkpoint::findStateDict(tree, "self.self.self.0.0.0.x", Limits{}); });
        QVERIFY(followed.has_value());
        QCOMPARE(followed->code(), ErrorCode::StateDictPath);
    }
}

void HostilePickleTest::b38_sharedListsAreVisitedOnce()
{
    std::string bytes = raw("]q\x00");
    for (unsigned level = 0; level < 60; ++level) {
        const std::string before = little(level, 1);
        bytes += "](h" + before + "h" + before + "eq" + little(level + 1, 1);
    }
    const PickleTree tree = readTree(bytes + ".");
    QCOMPARE(tree.values.size(), size_t{61});
    const auto error = errorOf([&] { checkpoint::findStateDict(tree, "", Limits{}); });
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::NoStateDict);
}

void HostilePickleTest::b39_floatOfNanIsAValue()
{
    QVERIFY(!pickleError(dict({text("loss"), "Fnan\n", text("lr"), "F-inf\n"}) + "."));
}

void HostilePickleTest::b39_tooManyValuesAreRefused()
{
    Limits limits;
    limits.pickleNodes = 100;
    const auto values = pickleError(std::string(101, ']') + ".", limits);
    QVERIFY(values.has_value());
    QCOMPARE(values->code(), ErrorCode::LimitExceeded);
    const auto stack = pickleError("N" + std::string(200, '2') + ".", limits);
    QVERIFY(stack.has_value());
    QCOMPARE(std::string(stack->fact("problem")), std::string("stack"));
    std::string refill = raw("]q\x00");
    for (int i = 0; i < 300; ++i) {
        refill += raw("h\x00"
                      "a");
    }
    const auto items = pickleError(refill + ".", limits);
    QVERIFY(items.has_value());
    QCOMPARE(std::string(items->fact("problem")), std::string("items"));
    limits = Limits{};
    limits.pickleBytes = 16;
    const auto bytes = pickleError(std::string(20, 'N') + ".", limits);
    QVERIFY(bytes.has_value());
    QCOMPARE(std::string(bytes->fact("problem")), std::string("pickle-bytes"));
}

void HostilePickleTest::b39_textOfTooManyValuesIsRefused()
{
    Limits limits;
    limits.pickleBytes = 2000;
    std::string bytes = global("mine", std::string(500, 'C')) + raw("q\x00");
    for (int i = 0; i < 10; ++i) {
        bytes += raw("h\x00)R");
    }
    const auto error = pickleError(bytes + ".", limits);
    QVERIFY(error.has_value());
    QCOMPARE(std::string(error->fact("problem")), std::string("text-bytes"));
}

void HostilePickleTest::b41_hugeKeyIsRefused()
{
    const auto error = pickleError(dict({text(std::string(20 << 20, 'k')), "N"}) + ".");
    QVERIFY(error.has_value());
    QCOMPARE(error->code(), ErrorCode::LimitExceeded);
    const PickleTree tree = readTree(dict({text(std::string(5000, 'k')), floats()}) + ".");
    const auto key = errorOf([&] { checkpoint::findStateDict(tree, "", Limits{}); });
    QVERIFY(key.has_value());
    QCOMPARE(key->code(), ErrorCode::TensorKey);
}

void HostilePickleTest::b42_oddKeysAreLeftOut()
{
    const PickleTree tree =
        readTree(dict({text("w"), floats("1"), integer(7), floats("2"), ")", floats("3"), raw("C\x01w"), floats("4"), "N", floats("5")}) + ".");
    const auto found = checkpoint::findStateDict(tree, "", Limits{});
    QCOMPARE(found.tensors.size(), size_t{1});
    QCOMPARE(found.tensors[0].key, std::string("w"));
    QCOMPARE(found.ignored.size(), size_t{4});
    QVERIFY(holds(found.ignored, "7"));
}

void HostilePickleTest::anyCutOfAGoodStreamIsAnError()
{
    const std::string good = raw("\x80\x02") + dict({text("w"), floats(), text("n"), raw("G\x3f\xf0\x00\x00\x00\x00\x00\x00")}) + ".";
    QVERIFY(!pickleError(good));
    for (size_t length = 0; length < good.size(); ++length) {
        const auto error = pickleError(good.substr(0, length));
        QVERIFY2(error.has_value(), qPrintable(QString::number(length)));
        QCOMPARE(error->code(), ErrorCode::PickleTruncated);
    }
}

void HostilePickleTest::noiseNeverCrashes()
{
    const std::string good = raw("\x80\x02") + dict({text("trunk"), dict({text("w"), floats()}), text("heads"), "]"}) + ".";
    QVERIFY(rc::check("bytes changed at random give a tree or an error", [&](std::vector<std::pair<uint16_t, uint8_t>> changes) {
        std::string bytes = good;
        for (const auto& change : changes) {
            bytes[change.first % bytes.size()] = static_cast<char>(change.second);
        }
        try {
            const PickleTree tree = readTree(bytes);
            const Limits limits;
            for (const auto& found : checkpoint::findStateDict(tree, "", limits).tensors) {
                checkpoint::rebuildTensor(tree, found, limits);
            }
        } catch (const Error& error) {
            RC_ASSERT(error.exitCode() == ExitCode::Refused);
        }
    }));
}

QTEST_GUILESS_MAIN(HostilePickleTest)
#include "hostile_pickle_test.moc"
