#include "core/checkpoint/pickle_names.h"

#include <QTest>

#include <string>

using wb::checkpoint::classifyName;
using wb::checkpoint::NameKind;

class PickleNamesTest : public QObject {
    Q_OBJECT

private slots:
    void knowsExactNames_data();
    void knowsExactNames();
    void refusesCallsOfPythonTorchAndNumpy_data();
    void refusesCallsOfPythonTorchAndNumpy();
    void modulesOfEveryPythonAreStandard();
    void tensorsThatCannotBeConvertedAreRecognisedByName();
};

void PickleNamesTest::knowsExactNames_data()
{
    QTest::addColumn<QString>("module");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* module, const char* name, NameKind kind) {
        QTest::addRow("%s.%s", module, name) << module << name << static_cast<int>(kind);
    };
    row("torch._utils", "_rebuild_tensor_v2", NameKind::Tensor);
    row("torch._utils", "_rebuild_tensor", NameKind::Tensor);
    row("torch._utils", "_rebuild_tensor_v3", NameKind::TensorOfDType);
    row("torch._utils", "_rebuild_parameter", NameKind::Parameter);
    row("torch._utils", "_rebuild_parameter_with_state", NameKind::Parameter);
    row("torch.nn.parameter", "Parameter", NameKind::Parameter);
    row("torch._tensor", "_rebuild_from_type_v2", NameKind::FromType);
    row("torch._utils", "_rebuild_qtensor", NameKind::OddTensor);
    row("torch._utils", "_rebuild_sparse_tensor", NameKind::OddTensor);
    row("torch._utils", "_rebuild_wrapper_subclass", NameKind::OddTensor);
    row("torch.distributed.tensor", "DTensor", NameKind::OddTensor);
    row("torch", "Size", NameKind::Tuple);
    row("torch", "FloatStorage", NameKind::Value);
    row("torch.storage", "UntypedStorage", NameKind::Value);
    row("torch", "float8_e4m3fn", NameKind::Value);
    row("torch", "device", NameKind::Value);
    row("collections", "OrderedDict", NameKind::Dict);
    row("collections", "defaultdict", NameKind::DefaultDict);
    row("__builtin__", "set", NameKind::Set);
    row("builtins", "frozenset", NameKind::Set);
    row("_codecs", "encode", NameKind::Bytes);
    row("copy_reg", "_reconstructor", NameKind::Reconstructor);
    row("argparse", "Namespace", NameKind::StandardValue);
    row("pathlib", "PosixPath", NameKind::StandardValue);
    row("pathlib._local", "PosixPath", NameKind::StandardValue);
    row("functools", "partial", NameKind::StandardValue);
    row("numpy.core.multiarray", "scalar", NameKind::Object);
    row("numpy._core.multiarray", "_reconstruct", NameKind::Object);
    row("numpy", "float64", NameKind::Object);
    row("numpy.dtypes", "Float64DType", NameKind::Object);
    row("vissl.config.attr_dict", "AttrDict", NameKind::Object);
    row("omegaconf.dictconfig", "DictConfig", NameKind::Object);
    row("__main__", "Config", NameKind::Object);
    row("torch.optim.sgd", "SGD", NameKind::Object);
    row("torch.nn.modules.conv", "Conv2d", NameKind::Object);
    row("torchvision.models.regnet", "RegNet", NameKind::Object);
}

void PickleNamesTest::knowsExactNames()
{
    QFETCH(QString, module);
    QFETCH(QString, name);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(classifyName(module.toStdString(), name.toStdString())), kind);
}

void PickleNamesTest::refusesCallsOfPythonTorchAndNumpy_data()
{
    QTest::addColumn<QString>("module");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* module, const char* name) { QTest::addRow("%s.%s", module, name) << module << name; };
    row("os", "system");
    row("posix", "system");
    row("nt", "system");
    row("builtins", "eval");
    row("builtins", "type");
    row("builtins", "getattr");
    row("__builtin__", "apply");
    row("runpy", "_run_code");
    row("pip", "main");
    row("pip._internal", "main");
    row("timeit", "timeit");
    row("operator", "attrgetter");
    row("functools", "reduce");
    row("pickle", "loads");
    row("cPickle", "loads");
    row("idlelib.pyshell", "ModifiedInterpreter.runcode");
    row("asyncio.unix_events", "_UnixSubprocessTransport._start");
    row("collections", "namedtuple");
    row("collections", "OrderedDict.__init__.__globals__");
    row("pathlib", "Path.write_text");
    row("torch", "load");
    row("torch.storage", "_load_from_bytes");
    row("torch.hub", "load");
    row("torch.utils.collect_env", "run");
    row("torch.jit.unsupported_tensor_ops", "execWrapper");
    row("torch._utils", "_rebuild_tensor_v2.__globals__");
    row("torch._utils", "_rebuild_qtensor.__globals__");
    row("torch", "_utils._rebuild_tensor_v2");
    row("torch", "nn.Module");
    row("torch.nn.functional", "relu");
    row("torch.distributed.elastic.multiprocessing.subprocess_handler", "SubprocessHandler");
    row("torch", "float8_e4m3fn.__class__");
    row("numpy", "__builtins__");
    row("numpy", "load");
    row("numpy.testing._private.utils", "runstring");
    row("numpy.f2py", "compile");
}

void PickleNamesTest::refusesCallsOfPythonTorchAndNumpy()
{
    QFETCH(QString, module);
    QFETCH(QString, name);
    QCOMPARE(classifyName(module.toStdString(), name.toStdString()), NameKind::Forbidden);
}

void PickleNamesTest::modulesOfEveryPythonAreStandard()
{
    for (const char* module :
         {"os", "posix", "nt", "builtins", "__builtin__", "distutils", "imp", "asyncio", "commands", "pip", "zoneinfo", "_pyrepl", "lib2to3"}) {
        QVERIFY2(wb::checkpoint::isStandardModule(module), module);
    }
    for (const char* module : {"vissl", "numpy", "torch", "Os", "os ", "", "__main__"}) {
        QVERIFY2(!wb::checkpoint::isStandardModule(module), module);
    }
}

void PickleNamesTest::tensorsThatCannotBeConvertedAreRecognisedByName()
{
    QVERIFY(wb::checkpoint::isOddTensorName("torch._utils._rebuild_qtensor"));
    QVERIFY(wb::checkpoint::isOddTensorName("torch.distributed.tensor.DTensor"));
    QVERIFY(!wb::checkpoint::isOddTensorName("torch.device"));
    QVERIFY(!wb::checkpoint::isOddTensorName("mine.Tensor"));
}

QTEST_GUILESS_MAIN(PickleNamesTest)
#include "pickle_names_test.moc"
