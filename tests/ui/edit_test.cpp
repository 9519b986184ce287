#include "tests/ui/edit_fixture.h"

#include <QAction>
#include <QCompleter>
#include <QDialog>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QRubberBand>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTextEdit>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using wb::mapping::Status;

namespace {

const std::string first = "_feature_blocks.res2.block1-0.f.q.0.weight";
const std::string firstPlace = "regnet.encoder.stages.0.layers.0.layer.1.convolution.weight";

}  // namespace

class EditTest : public QObject, private EditFixture {
    Q_OBJECT

private:
    QString text(const std::string& key) const { return QString::fromStdString(key); }

private Q_SLOTS:
    void init() { makeAll(); }
    void cleanup() { dropAll(); }
    void keysAcceptDropResetUndoAndRedo();
    void f2SendsTheKeyWhereTheTextSays();
    void theViewStaysWhereItIs();
    void rowsAreDroppedOnRows();
    void aHeldPlaceOffersASwap();
    void aRuleIsShownAndIsOneStep();
    void nothingInTheInspectorIsCut();
    void savedMapGivesTheSameFolderOnTheCommandLine();
    void unsavedEditsAreAskedAboutOnce();
    void unsavedEditsAreOfferedAfterACrash();
    void aMapThatDoesNotFitIsOneError();
};

void EditTest::keysAcceptDropResetUndoAndRedo()
{
    open();
    const std::string before = mapText();
    QCOMPARE(m_session->state(), State::Blocked);
    select(text(first));
    QCOMPARE(find<QListWidget>(u"suggestions"_s)->currentItem()->text().section(u'\n', 0, 0), text(firstPlace));
    QTest::keyClick(table(), Qt::Key_Return, Qt::AltModifier);
    QTRY_COMPARE(row(first).status, Status::Edited);
    waitForPlan();
    QCOMPARE(*row(first).destination, firstPlace);
    QCOMPARE(find<QLabel>(u"inspectorStatus"_s)->text(), u"Edited"_s);
    QVERIFY(find<QAction>(u"undoAction"_s)->text().contains(u"send"_s));
    const std::string after = mapText();
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(mapText() == before);
    waitForPlan();
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(mapText() == after);
    waitForPlan();
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_COMPARE(row(first).status, Status::Dropped);
    waitForPlan();
    QTest::keyClick(m_window.get(), Qt::Key_Backspace, Qt::ControlModifier);
    QTRY_VERIFY(mapText() == before);
    waitForPlan();
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_1);  // the first suggestion
    QTRY_VERIFY(mapText() == after);
}

void EditTest::f2SendsTheKeyWhereTheTextSays()
{
    open();
    select(text(first));
    const auto editor = [this] { return m_window->findChild<QLineEdit*>(u"destinationEdit"_s); };
    QTest::keyClick(table(), Qt::Key_F2);
    QTRY_VERIFY(editor() != nullptr);
    // The places stand open; closed, Down opens them again, and the row stays.
    const QModelIndex current = table()->currentIndex();
    QTRY_VERIFY(editor()->completer()->popup()->isVisible());
    QTest::keyClick(editor()->completer()->popup(), Qt::Key_Escape);
    QTRY_VERIFY(!editor()->completer()->popup()->isVisible());
    QTest::keyClick(editor(), Qt::Key_Up);
    QTest::keyClick(editor(), Qt::Key_Down);
    QTRY_VERIFY(editor()->completer()->popup()->isVisible());
    QCOMPARE(table()->currentIndex(), current);
    editor()->setText(u"regnet.embedder.embedder.convolution.weight"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_VERIFY(find<QLabel>(u"offerText"_s)->isVisible());
    const QString refusal = find<QLabel>(u"offerText"_s)->text();
    QVERIFY2(refusal.contains(u"16 × 8 × 3 × 3"_s) && refusal.contains(u"32 × 3 × 3 × 3"_s), qPrintable(refusal));
    QVERIFY(m_session->edits().empty());
    QTRY_VERIFY(editor() == nullptr);
    select(text(first));
    QTest::keyClick(table(), Qt::Key_F2);
    QTRY_VERIFY(editor() != nullptr);
    editor()->setText(text(firstPlace));
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_COMPARE(row(first).status, Status::Edited);
    QVERIFY(!find<QLabel>(u"offerText"_s)->isVisible());
}

void EditTest::theViewStaysWhereItIs()
{
    open();
    auto* pages = find<QStackedWidget>(u"pages"_s);
    const auto* page = pages->currentWidget();
    QSignalSpy changes(pages, &QStackedWidget::currentChanged);
    const QString source = u"_feature_blocks.res4.block3-1.f.q.0.weight"_s;
    select(source);
    table()->scrollTo(table()->currentIndex(), QAbstractItemView::PositionAtTop);
    table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->value() + 3);
    const int scroll = table()->verticalScrollBar()->value();
    QVERIFY(scroll > 0);
    QTest::keyClick(table(), Qt::Key_Return, Qt::AltModifier);
    QTRY_COMPARE(row(source.toStdString()).status, Status::Edited);
    waitForPlan();
    QCOMPARE(changes.count(), 0);
    QCOMPARE(pages->currentWidget(), page);
    QCOMPARE(table()->verticalScrollBar()->value(), scroll);
    QCOMPARE(cell(table()->currentIndex().row(), 1), source);
    QVERIFY(table()->selectionModel()->isSelected(table()->currentIndex()));
}

void EditTest::rowsAreDroppedOnRows()
{
    open();
    select(text(first));
    const QModelIndex dragged = table()->currentIndex();
    const std::unique_ptr<QMimeData> data(table()->model()->mimeData({dragged}));
    QVERIFY(data != nullptr);
    QVERIFY(table()->model()->flags(dragged).testFlag(Qt::ItemIsDragEnabled));
    const auto centreOf = [this](const std::string& destination) {
        const QModelIndex index = table()->model()->index(tableRow(2, text(destination)), 2);
        table()->scrollTo(index);
        return QPointF(table()->visualRect(index).center());
    };
    const auto drag = [&](const QPointF& at) {
        QDragEnterEvent enter(at.toPoint(), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(table()->viewport(), &enter);
        QDragMoveEvent move(at.toPoint(), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(table()->viewport(), &move);
        return move.isAccepted();
    };
    const auto drop = [&](const QPointF& at) {
        QDropEvent event(at, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(table()->viewport(), &event);
    };
    const QPointF wrong = centreOf("regnet.encoder.stages.1.layers.0.layer.1.convolution.weight");
    QVERIFY(!drag(wrong));
    QVERIFY(!find<QRubberBand>(u"dropFrame"_s)->isVisible());
    QVERIFY(find<QLabel>(u"offerText"_s)->text().contains(u"32 × 8 × 3 × 3"_s));
    drop(wrong);
    QVERIFY(m_session->edits().empty());
    const QPointF right = centreOf(firstPlace);
    QVERIFY(drag(right));
    QVERIFY(find<QRubberBand>(u"dropFrame"_s)->isVisible());
    drop(right);
    QTRY_COMPARE(row(first).status, Status::Edited);
    QCOMPARE(*row(first).destination, firstPlace);
}

void EditTest::aHeldPlaceOffersASwap()
{
    open();
    const std::string bias = "_feature_blocks.res2.block1-0.f.a.1.bias";
    const std::string weight = "_feature_blocks.res2.block1-0.f.a.1.weight";
    const std::string biasPlace = *row(bias).destination;
    const std::string weightPlace = *row(weight).destination;
    select(text(bias));
    QTest::keyClick(table(), Qt::Key_F2);
    QTRY_VERIFY(m_window->findChild<QLineEdit*>(u"destinationEdit"_s) != nullptr);
    auto* editor = find<QLineEdit>(u"destinationEdit"_s);
    editor->setText(text(weightPlace));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<QPushButton*>(u"swapButton"_s) != nullptr);
    QVERIFY(find<QLabel>(u"offerText"_s)->text().contains(text(weight)));
    QTest::keyClick(find<QPushButton>(u"swapButton"_s), Qt::Key_Space);
    QTRY_COMPARE(*row(bias).destination, weightPlace);
    QCOMPARE(*row(weight).destination, biasPlace);
    QCOMPARE(row(weight).status, Status::Edited);
}

void EditTest::aRuleIsShownAndIsOneStep()
{
    open();
    const std::string before = mapText();
    select(text(first));
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<QTreeWidget*>(u"ruleRows"_s) != nullptr);
    QCOMPARE(find<QTreeWidget>(u"ruleRows"_s)->topLevelItemCount(), 4);
    QVERIFY(find<QLabel>(u"ruleCount"_s)->text().contains(u'4'));
    QVERIFY(find<QTextEdit>(u"ruleSource"_s)->toPlainText().contains(u"{b}.f.q.0."_s));
    QTRY_VERIFY(find<QTextEdit>(u"ruleSource"_s)->width() > find<QTreeWidget>(u"ruleRows"_s)->width() / 2);
    QTest::mouseClick(find<QPushButton>(u"applyRule"_s), Qt::LeftButton);
    QTRY_COMPARE(m_session->keyMap()->counts().edited, uint64_t{5});
    waitForPlan();
    becomeActive();
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(mapText() == before);
}

void EditTest::nothingInTheInspectorIsCut()
{
    open();
    const auto* inspector = find<QScrollArea>(u"rowInspector"_s);
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        table()->setCurrentIndex(table()->model()->index(row, 1));
        QVERIFY2(inspector->widget()->layout()->minimumSize().width() <= inspector->viewport()->width(),
                 qPrintable(table()->currentIndex().data().toString()));
    }
}

void EditTest::savedMapGivesTheSameFolderOnTheCommandLine()
{
    open();
    mendByRules();
    QCOMPARE(m_session->state(), State::Planned);
    const QString map = m_folder->filePath(u"mine.keymap.json"_s);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<QDialog*>(u"saveMapDialog"_s) != nullptr);
    QVERIFY(m_window->isWindowModified());
    QMetaObject::invokeMethod(find<QDialog>(u"saveMapDialog"_s), "fileSelected", Q_ARG(QString, map));
    QTRY_VERIFY(!m_window->isWindowModified());
    delete find<QDialog>(u"saveMapDialog"_s);
    m_session->convert();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Done, 60'000);
    QProcess cli;
    cli.start(QStringLiteral(WB_CLI), {u"convert"_s, m_checkpoint, u"--keymap"_s, map, u"--out"_s, m_folder->filePath(u"cli"_s)});
    QVERIFY(cli.waitForFinished(60'000));
    QVERIFY2(cli.exitCode() == 0, cli.readAllStandardError().constData());
    for (const QString& name : {u"model.safetensors"_s, u"config.json"_s, u"README.md"_s}) {
        QFile ours(m_folder->filePath(u"model-hf/"_s + name));
        QFile theirs(m_folder->filePath(u"cli/"_s + name));
        QVERIFY2(ours.open(QIODevice::ReadOnly) && theirs.open(QIODevice::ReadOnly), qPrintable(name));
        QVERIFY2(ours.readAll() == theirs.readAll(), qPrintable(name));
    }
}

void EditTest::unsavedEditsAreAskedAboutOnce()
{
    open();
    select(text(first));
    QTest::keyClick(table(), Qt::Key_Return, Qt::AltModifier);
    QTRY_VERIFY(m_window->isWindowModified());
    waitForPlan();
    const auto answer = [this](QMessageBox::StandardButton button) {
        QTRY_VERIFY(m_window->findChild<QMessageBox*>(u"unsavedDialog"_s) != nullptr);
        QTest::mouseClick(find<QMessageBox>(u"unsavedDialog"_s)->button(button), Qt::LeftButton);
        QTRY_VERIFY(m_window->findChild<QMessageBox*>(u"unsavedDialog"_s) == nullptr);
        becomeActive();
    };
    m_window->close();
    answer(QMessageBox::Cancel);
    QVERIFY(m_window->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    answer(QMessageBox::Cancel);
    QVERIFY(m_session->plan() != nullptr);
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    answer(QMessageBox::Discard);
    QTRY_VERIFY(m_session->plan() == nullptr);
    QVERIFY(!m_window->isWindowModified());
    open();
    QVERIFY(m_session->edits().empty());
    QVERIFY(!find<QLabel>(u"offerText"_s)->isVisible());
}

void EditTest::unsavedEditsAreOfferedAfterACrash()
{
    open();
    select(text(first));
    QTest::keyClick(table(), Qt::Key_Return, Qt::AltModifier);
    QTRY_COMPARE(row(first).status, Status::Edited);
    waitForPlan();
    const std::string edited = mapText();
    m_window->quitNow();
    makeWindow();
    open();
    QTRY_VERIFY(m_window->findChild<QPushButton*>(u"restoreButton"_s) != nullptr);
    QVERIFY(m_session->edits().empty());
    QTest::keyClick(find<QPushButton>(u"restoreButton"_s), Qt::Key_Space);
    QTRY_VERIFY(isAtRest() && mapText() == edited);
    QVERIFY(m_window->isWindowModified());
    m_window->quitNow();
}

void EditTest::aMapThatDoesNotFitIsOneError()
{
    open();
    select(text(first));
    QTest::keyClick(table(), Qt::Key_Return, Qt::AltModifier);
    QTRY_COMPARE(row(first).status, Status::Edited);
    waitForPlan();
    const std::string before = mapText();
    const QString path = m_folder->filePath(u"other.keymap.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"schema": 1, "rows": [{"source": "stray.key", "destination": "classifier.1.bias", "status": "edited"}]})");
    file.close();
    m_window->openFile(path);
    QTRY_VERIFY(m_session->editsError().has_value());
    QCOMPARE(m_session->state(), State::Blocked);
    QVERIFY(mapText() == before);
    QVERIFY(find<QLabel>(u"bannerSentence"_s)->text().contains(u"stray.key"_s));
    QVERIFY(find<QAction>(u"undoAction"_s)->text().contains(u"send"_s));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(isAtRest() && m_session->edits().empty());
    QVERIFY(!m_session->editsError().has_value());
}

QTEST_MAIN(EditTest)
#include "edit_test.moc"
