#include "tests/ui/opened_addresses.h"
#include "tests/ui/publish_fixture.h"

#include "ui/widgets/card_preview.h"

#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTextTable>

using namespace Qt::StringLiterals;

// The model card on the Publish page: edited, looked at as it reads, and checked.
class PublishCardTest : public QObject, private PublishFixture {
    Q_OBJECT

private:
    QPlainTextEdit* edit() const { return find<QPlainTextEdit>(u"cardEdit"_s); }
    wb::ui::CardPreview* preview() const { return find<wb::ui::CardPreview>(u"cardPreview"_s); }
    void switchView() { QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier); }

private Q_SLOTS:
    void init() { makePublishing(); }
    void cleanup() { dropAll(); }
    void isSentOnlyWhenEdited();
    void namesTheLicenceToAccept();
    void problemsShowWhileTyping();
    void shortcutSwitchesToThePreviewAndBack();
    void previewShowsFactsAsATableAndTextBelow();
    void previewFollowsTheText();
    void previewLoadsNothing();
    void previewShowsNoHtml();
    void linkOpensByAClickOnly();
};

void PublishCardTest::isSentOnlyWhenEdited()
{
    showPage();
    QVERIFY(edit()->toPlainText().contains(u"# Model"_s));
    check();
    QVERIFY(!m_pipeline->lastPublishOptions().card);
    edit()->setFocus();
    edit()->moveCursor(QTextCursor::End);
    QTest::keyClicks(edit(), u"Mine."_s);
    QVERIFY(!m_session->publishing().plan);
    click(u"checkButton"_s);
    QTRY_VERIFY(m_session->publishing().plan);
    QCOMPARE(m_pipeline->lastPublishOptions().card, std::optional(m_cardText.toStdString() + "Mine."));
}

void PublishCardTest::namesTheLicenceToAccept()
{
    write(u"tiny-hf/README.md"_s, "---\nlicense: other\nlicense_name: seer-license\n---\n");
    showPage();
    QVERIFY(find<QWidget>(u"licenceBox"_s)->isVisible());
}

void PublishCardTest::problemsShowWhileTyping()
{
    showPage();
    const auto* problems = find<QLabel>(u"cardProblems"_s);
    QVERIFY(!problems->isVisible());
    edit()->setFocus();
    edit()->moveCursor(QTextCursor::Start);
    QTest::keyClicks(edit(), u"x"_s);
    QCOMPARE(problems->text(), u"The card does not begin with facts between two lines '---'."_s);
    QVERIFY(problems->isVisible());
    QCOMPARE(edit()->accessibleDescription(), problems->text());
    QTest::keyClick(edit(), Qt::Key_Backspace);
    QVERIFY(!problems->isVisible());
    edit()->moveCursor(QTextCursor::Down);
    QTest::keyClicks(edit(), u"license: mit"_s);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(problems->text(), u"Line 3: this fact is stated twice."_s);
}

void PublishCardTest::shortcutSwitchesToThePreviewAndBack()
{
    showPage();
    QVERIFY(edit()->isVisible() && !preview()->isVisible());
    switchView();
    QVERIFY(!edit()->isVisible() && preview()->isVisible());
    QVERIFY(preview()->hasFocus());
    switchView();
    QVERIFY(edit()->isVisible() && edit()->hasFocus());
}

void PublishCardTest::previewShowsFactsAsATableAndTextBelow()
{
    showPage();
    switchView();
    auto* table = qobject_cast<QTextTable*>(preview()->document()->rootFrame()->childFrames().value(0));
    QVERIFY(table != nullptr);
    QCOMPARE(table->rows(), 2);
    const auto cell = [table](int row, int column) { return table->cellAt(row, column).firstCursorPosition().block().text(); };
    QCOMPARE(cell(0, 0), u"license"_s);
    QCOMPARE(cell(0, 1), u"apache-2.0"_s);
    QCOMPARE(cell(1, 0), u"tags"_s);
    QCOMPARE(cell(1, 1), u"vision"_s);
    QTextBlock title = preview()->document()->begin();
    while (title.isValid() && title.text() != u"Model"_s) {
        title = title.next();
    }
    QVERIFY(title.isValid() && title.position() > table->lastPosition());
    QCOMPARE(title.blockFormat().headingLevel(), 1);
}

void PublishCardTest::previewFollowsTheText()
{
    showPage();
    edit()->moveCursor(QTextCursor::End);
    QTest::keyClicks(edit(), u"More of it."_s);
    switchView();
    QVERIFY(preview()->toPlainText().contains(u"More of it."_s));
}

void PublishCardTest::previewLoadsNothing()
{
    const QByteArray icon = WB_SOURCE_ROOT "/resources/icons/weightbridge.svg";
    write(u"tiny-hf/README.md"_s, m_cardText + "![a far picture](https://pictures.example.org/a.png) and ![an icon](" + icon + ")\n");
    showPage();
    switchView();
    const QString shown = preview()->toPlainText();
    QVERIFY2(shown.contains(u"[picture: a far picture]"_s) && shown.contains(u"[picture: an icon]"_s), qPrintable(shown));
    QVERIFY(!shown.contains(QChar::ObjectReplacementCharacter));
    QVERIFY(preview()->loadResource(QTextDocument::ImageResource, QUrl::fromLocalFile(QString::fromUtf8(icon))).isNull());
}

void PublishCardTest::previewShowsNoHtml()
{
    write(u"tiny-hf/README.md"_s, m_cardText + "Before <b>bold</b> <img src=\"file:///etc/passwd\">\n");
    showPage();
    switchView();
    QVERIFY2(preview()->toPlainText().contains(u"<b>bold</b>"_s), qPrintable(preview()->toPlainText()));
}

void PublishCardTest::linkOpensByAClickOnly()
{
    OpenedAddresses opened;
    write(u"tiny-hf/README.md"_s, m_cardText + "[the paper](https://paper.example.org/1) [no](file:///etc/passwd)\n");
    showPage();
    switchView();
    preview()->grab();
    QVERIFY(opened.addresses.isEmpty());
    QTest::keyClick(preview(), Qt::Key_Tab);
    QTest::keyClick(preview(), Qt::Key_Return);
    QCOMPARE(opened.addresses, QStringList(u"https://paper.example.org/1"_s));
    QTest::keyClick(preview(), Qt::Key_Tab);
    QTest::keyClick(preview(), Qt::Key_Return);
    QCOMPARE(opened.addresses.size(), 1);
    QVERIFY(preview()->toPlainText().contains(u"the paper"_s));
}

QTEST_MAIN(PublishCardTest)
#include "publish_card_test.moc"
