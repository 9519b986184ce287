#include "tests/ui/window_fixture.h"

#include "ui/format.h"
#include "ui/models/key_map_filter.h"
#include "ui/models/key_map_model.h"
#include "ui/models/key_map_tree.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTextDocument>
#include <QToolButton>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::StringLiterals;
using wb::mapping::Status;
using wb::ui::KeyMapModel;
using wb::ui::KeyMapTree;

// Table, tree, strip, columns, copying and export, in the window as a user has them.
class KeyMapViewsTest : public QObject, private WindowFixture {
    Q_OBJECT

private:
    QTableView* table() const { return find<QTableView>(u"keyTable"_s); }
    QTreeView* tree() const { return find<QTreeView>(u"keyTree"_s); }
    QAction* action(const QString& name) const { return find<QAction>(name); }
    void addProblems()
    {
        m_pipeline->rows.push_back(FakePipeline::row(Status::Unmapped, "stray.one", nullptr));
        m_pipeline->rows.push_back(FakePipeline::row(Status::Missing, nullptr, "regnet.encoder.stages.3.layers.2.two"));
        m_pipeline->blocker = wb::Error(wb::ErrorCode::MapIncomplete);
    }
    static QString rowText(const QModelIndex& index)
    {
        QStringList cells;
        for (int column = 0; column < index.model()->columnCount(); ++column) {
            cells.append(index.siblingAtColumn(column).data().toString());
        }
        return cells.join(u'|');
    }

    // Pixels of the error's colour within the frame: the underline.
    static int reddishInside(QWidget& widget)
    {
        const QImage picture = widget.grab().toImage();
        int count = 0;
        for (int y = 4; y < picture.height() - 4; ++y) {
            for (int x = 4; x < picture.width() - 4; ++x) {
                const QColor colour = picture.pixelColor(x, y);
                count += colour.red() > colour.blue() + 60 ? 1 : 0;
            }
        }
        return count;
    }

private Q_SLOTS:
    void init() { makeAll(); }
    void cleanup() { dropAll(); }
    void treeSumsStagesAndBlocks();
    void treeKeepsToTheFilterAndToTheRowAtHand();
    void treeIsUsedByKeyboard();
    void problemsAreReachedByKeysAndStrip();
    void filterErrorIsUnderlinedAndSelectedByEnter();
    void filterHelpOpensAndCloses();
    void numbersFollowTheFilter();
    void columnsAreChosenAndKept();
    void columnsOfAnotherVersionAreNotTaken();
    void copiesWithHeadersInTheOrderOfTheColumns();
    void rowsShownAreCopiedAndExported();
    void failedExportSaysWhy();
    void hostileKeysStayPlainText();
};

void KeyMapViewsTest::treeSumsStagesAndBlocks()
{
    KeyMapModel model;
    auto map = std::make_shared<wb::mapping::KeyMap>();
    map->rows = {FakePipeline::row(Status::Mapped, "s", "regnet.embedder.embedder.convolution.weight"),
                 FakePipeline::row(Status::Mapped, "b", "regnet.encoder.stages.1.layers.10.layer.0.convolution.weight"),
                 FakePipeline::row(Status::Mismatched, "a", "regnet.encoder.stages.1.layers.2.layer.0.convolution.weight"),
                 FakePipeline::row(Status::Edited, "c", "regnet.encoder.stages.1.layers.2.layer.1.convolution.weight"),
                 FakePipeline::row(Status::Dropped, "d", nullptr)};
    for (auto& row : map->rows) {
        row.bytes = 1000;
    }
    model.setKeyMap(map);
    wb::ui::KeyMapFilter filter;
    filter.setSourceModel(&model);
    KeyMapTree tree(&filter);
    const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(tree.rowCount(), 0);
    tree.setInUse(true);
    QCOMPARE(tree.rowCount(), 3);
    QCOMPARE(rowText(tree.index(0, 0)), u"Stem||mapped|1|||"_s + wb::ui::bytesText(1000));
    const QModelIndex stage = tree.index(1, 0);
    QCOMPARE(rowText(stage), u"Stage 2||mismatched|3|||"_s + wb::ui::bytesText(3000));
    QCOMPARE(tree.rowCount(stage), 2);
    const QModelIndex block = tree.index(0, 0, stage);
    QCOMPARE(rowText(block), u"Block 2||mismatched|2|||"_s + wb::ui::bytesText(2000));
    QCOMPARE(tree.index(1, 0, stage).data().toString(), u"Block 10"_s);
    QCOMPARE(tree.mapRow(tree.index(1, 0, block)), 3);
    QCOMPARE(tree.indexOf(3), tree.index(1, 0, block));
    QCOMPARE(tree.index(2, 0).data().toString(), u"Without a place in the model"_s);
    QVERIFY(!filter.setQuery(u"status:edited"_s));
    QCOMPARE(tree.rowCount(), 1);
    QCOMPARE(tree.index(0, KeyMapTree::TensorsColumn).data().toString(), u"1"_s);
    model.setKeyMap(nullptr);
    QCOMPARE(tree.rowCount(), 0);
}

void KeyMapViewsTest::treeKeepsToTheFilterAndToTheRowAtHand()
{
    addProblems();
    open();
    QTest::keyClick(m_window.get(), Qt::Key_F8);
    table()->setFocus();
    const QString key = table()->currentIndex().siblingAtColumn(KeyMapModel::SourceColumn).data().toString();
    QCOMPARE(key, u"stray.one"_s);
    action(u"treeAction"_s)->trigger();
    QVERIFY(tree()->isVisible() && !table()->isVisible());
    QTRY_VERIFY(tree()->hasFocus());
    QCOMPARE(tree()->currentIndex().siblingAtColumn(KeyMapTree::NameColumn).data().toString(), key);
    find<QLineEdit>(u"keyFilter"_s)->setText(u"!stem"_s);
    QCOMPARE(tree()->currentIndex().siblingAtColumn(KeyMapTree::NameColumn).data().toString(), key);
    QTest::keyClick(m_window.get(), Qt::Key_F8);
    QCOMPARE(tree()->currentIndex().siblingAtColumn(KeyMapTree::DestinationColumn).data().toString(), u"regnet.encoder.stages.3.layers.2.two"_s);
    action(u"treeAction"_s)->trigger();
    QCOMPARE(table()->currentIndex().siblingAtColumn(KeyMapModel::StatusColumn).data().toString(), u"missing"_s);
}

void KeyMapViewsTest::treeIsUsedByKeyboard()
{
    open();
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(tree()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClick(find<QLineEdit>(u"keyFilter"_s), Qt::Key_Down);
    QTRY_VERIFY(tree()->hasFocus());
    const QModelIndex first = tree()->currentIndex();
    QVERIFY(tree()->isExpanded(first));
    QTest::keyClick(tree(), Qt::Key_Left);
    QVERIFY(!tree()->isExpanded(first));
    QTest::keyClick(tree(), Qt::Key_Right);
    QVERIFY(tree()->isExpanded(first));
}

void KeyMapViewsTest::problemsAreReachedByKeysAndStrip()
{
    addProblems();
    open();
    table()->setFocus();
    const auto status = [this] { return table()->currentIndex().siblingAtColumn(KeyMapModel::StatusColumn).data().toString(); };
    QCOMPARE(status(), u"unmapped"_s);
    QTest::keyClick(table(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(status(), u"missing"_s);
    QTest::keyClick(table(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(status(), u"unmapped"_s);
    QTest::keyClick(table(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(status(), u"missing"_s);
    auto* strip = find<QWidget>(u"problemStrip"_s);
    QVERIFY(strip->accessibleDescription().contains(u'2'));
    QTest::mouseClick(strip, Qt::LeftButton, Qt::NoModifier, QPoint(strip->width() / 2, 2));
    QCOMPARE(status(), u"unmapped"_s);
    QHelpEvent help(QEvent::ToolTip, QPoint(2, 2), strip->mapToGlobal(QPoint(2, 2)));
    QCoreApplication::sendEvent(strip, &help);
    QVERIFY(QToolTip::text().contains(u"stray.one"_s));
    find<QLineEdit>(u"keyFilter"_s)->setText(u"status:mapped"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(find<QLabel>(u"keyMapNote"_s)->accessibleName(), u"No problems in the rows shown."_s);
}

void KeyMapViewsTest::filterErrorIsUnderlinedAndSelectedByEnter()
{
    open();
    auto* box = find<QLineEdit>(u"keyFilter"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(box->hasFocus());
    QTest::keyClicks(box, u"stem"_s);
    box->setText(u"stem colour:red"_s);
    const auto* error = find<QLabel>(u"keyFilterError"_s);
    QVERIFY(error->isVisible());
    QVERIFY(error->text().startsWith(u"At character 6: There is no field “colour”."_s));
    QCOMPARE(box->accessibleDescription(), error->text());
    QVERIFY(box->styleSheet().contains(u"border"_s));
    QCOMPARE(table()->model()->rowCount(), 1);
    QVERIFY(reddishInside(*box) > 5);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(box->selectedText(), u"colour"_s);
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(box->text().isEmpty() && !error->isVisible() && box->hasFocus());
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(table()->hasFocus());
}

void KeyMapViewsTest::filterHelpOpensAndCloses()
{
    open();
    find<QToolButton>(u"filterHelp"_s)->click();
    auto* popup = find<QWidget>(u"filterHelpPopup"_s);
    QTRY_VERIFY(popup->isVisible());
    for (const QLabel* label : popup->findChildren<QLabel*>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    QTest::keyClick(popup, Qt::Key_Escape);
    QTRY_VERIFY(!popup->isVisible());
}

void KeyMapViewsTest::numbersFollowTheFilter()
{
    open();
    const auto* note = find<QLabel>(u"keyMapNote"_s);
    QVERIFY(note->accessibleName().startsWith(u"3 row(s), "_s));
    find<QLineEdit>(u"keyFilter"_s)->setText(u"stem"_s);
    QVERIFY(note->accessibleName().startsWith(u"1 of 3 row(s), "_s));
}

void KeyMapViewsTest::columnsAreChosenAndKept()
{
    open();
    QVERIFY(table()->isColumnHidden(KeyMapModel::RuleColumn));
    const QMenu* menu = find<QMenu>(u"columnsMenu"_s);
    QAction* rule = menu->actions().at(KeyMapModel::RuleColumn);
    QCOMPARE(rule->text(), u"Rule"_s);
    rule->trigger();
    menu->actions().at(KeyMapModel::DTypeColumn)->trigger();
    table()->horizontalHeader()->moveSection(KeyMapModel::BytesColumn, 0);
    QVERIFY(!table()->isColumnHidden(KeyMapModel::RuleColumn) && table()->columnWidth(KeyMapModel::RuleColumn) > 20);
    m_window->close();
    makeWindow();
    QVERIFY(!table()->isColumnHidden(KeyMapModel::RuleColumn));
    QVERIFY(table()->isColumnHidden(KeyMapModel::DTypeColumn));
    QCOMPARE(table()->horizontalHeader()->visualIndex(KeyMapModel::BytesColumn), 0);
    for (QAction* column : find<QMenu>(u"columnsMenu"_s)->actions().mid(0, KeyMapModel::ColumnCount)) {
        if (column->isChecked() && column->isEnabled()) {
            column->trigger();
        }
    }
    QCOMPARE(table()->horizontalHeader()->hiddenSectionCount(), KeyMapModel::ColumnCount - 1);
    action(u"resetColumnsAction"_s)->setEnabled(true);
    action(u"resetColumnsAction"_s)->trigger();
    QCOMPARE(table()->horizontalHeader()->visualIndex(KeyMapModel::BytesColumn), int{KeyMapModel::BytesColumn});
    QCOMPARE(table()->horizontalHeader()->hiddenSectionCount(), KeyMapModel::ColumnCount - KeyMapModel::ModelShapeColumn);
}

// A version before had fewer: those that are new would all be shown.
void KeyMapViewsTest::columnsOfAnotherVersionAreNotTaken()
{
    table()->setColumnHidden(KeyMapModel::SourceColumn, true);
    m_settings->setValue(u"keymap/columns"_s, table()->horizontalHeader()->saveState());
    makeWindow();
    QVERIFY(!table()->isColumnHidden(KeyMapModel::SourceColumn) && table()->isColumnHidden(KeyMapModel::MinColumn));
}

void KeyMapViewsTest::copiesWithHeadersInTheOrderOfTheColumns()
{
    open();
    table()->horizontalHeader()->moveSection(KeyMapModel::DTypeColumn, 0);
    find<QMenu>(u"columnsMenu"_s)->actions().at(KeyMapModel::SourceColumn)->trigger();
    find<QLineEdit>(u"keyFilter"_s)->setText(u"stem"_s);
    table()->setFocus();
    table()->selectRow(0);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(u"Type\tStatus\tKey in the model folder\tShape"_s));
    QVERIFY(lines[1].startsWith(u"F32\tmapped\tregnet.embedder.embedder.convolution.weight\t32 × 3 × 3 × 3"_s));
}

void KeyMapViewsTest::rowsShownAreCopiedAndExported()
{
    open();
    find<QLineEdit>(u"keyFilter"_s)->setText(u"status:mapped"_s);
    table()->sortByColumn(KeyMapModel::SourceColumn, Qt::DescendingOrder);
    action(u"copyAs-python"_s)->trigger();
    QTRY_VERIFY(QApplication::clipboard()->text().startsWith(u"{\n    'res2."_s));
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 4);
    for (const auto& [name, begin] : {std::pair("map.csv", "status,source,"), std::pair("map.md", "| Status |"),
                                      std::pair("map.keymap.json", "{\"schema\": 1"), std::pair("map.py", "{\n    'res2.")}) {
        m_window->activateWindow();
        QTRY_VERIFY(m_window->isActiveWindow());
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = find<QFileDialog>(u"exportDialog"_s);
        const QString path = m_folder->filePath(QString::fromUtf8(name));
        Q_EMIT dialog->fileSelected(path);
        delete dialog;
        QFile file(path);
        QTRY_VERIFY(file.exists());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.startsWith(begin), text.constData());
        QVERIFY(!text.contains("prototypes"));
        QTRY_VERIFY(find<QLabel>(u"keyMapNote"_s)->accessibleName().contains(QString::fromUtf8(name)));
    }
}

void KeyMapViewsTest::failedExportSaysWhy()
{
    open();
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    Q_EMIT find<QFileDialog>(u"exportDialog"_s)->fileSelected(m_folder->filePath(u"absent/map.csv"_s));
    const QString before = find<QLabel>(u"keyMapNote"_s)->accessibleName();
    QTRY_VERIFY(find<QLabel>(u"keyMapNote"_s)->accessibleName() != before);
    QVERIFY(!QFile::exists(m_folder->filePath(u"absent"_s)));
}

// HOSTILE: what a key says is never made up as text, whatever it holds.
void KeyMapViewsTest::hostileKeysStayPlainText()
{
    const std::string html = "<img src=x onerror=1><b>bold</b>&amp;";
    const std::string control = std::string("bell\a\ttab\nline\x1b[31mred\0null", 27);
    const std::string reversed = "abc\xE2\x80\xAE"
                                 "fed.weight";
    const std::string endless = std::string(10'000, 'k') + ".end";
    m_pipeline->rows.clear();
    for (const std::string& key : {html, control, reversed, endless}) {
        auto row = FakePipeline::row(Status::Unmapped, "x", nullptr);
        row.source = key;
        row.reason.rule = key;
        row.suggestions = {{key, true, true, true, false}};
        m_pipeline->rows.push_back(row);
    }
    m_pipeline->blocker = wb::Error(wb::ErrorCode::MapIncomplete);
    open();
    const QAbstractItemModel* model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex cell = model->index(row, column);
            const QString text = cell.data().toString();
            QVERIFY(text.size() < 500);
            for (const QChar c : text) {
                QVERIFY2(c.isPrint() && c.unicode() != 0x202E, qPrintable(text));
            }
            // What a tool tip shows is what it was made from: no tag of the key's has been read.
            QTextDocument toolTip;
            toolTip.setHtml(cell.data(Qt::ToolTipRole).toString());
            QVERIFY(row != 0 || toolTip.toPlainText().contains(QString::fromStdString(html)));
            QVERIFY(!toolTip.toHtml().contains(u"<img"_s));
            table()->setCurrentIndex(cell);
        }
        for (const QLabel* label : m_window->findChildren<QLabel*>()) {
            const bool isForeign = label->text().contains(u"<img"_s) || label->text().contains(u"fed.weight"_s);
            QVERIFY2(!isForeign || label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
        }
    }
    QVERIFY(model->index(3, KeyMapModel::SourceColumn).data().toString().endsWith(u".end"_s));
    table()->selectAll();
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 3);
    QVERIFY(QApplication::clipboard()->text().size() > 10'000);
    QVERIFY(m_window->width() < 2000);
}

QTEST_MAIN(KeyMapViewsTest)
#include "key_map_views_test.moc"
