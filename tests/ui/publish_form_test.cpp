#include "tests/ui/opened_addresses.h"
#include "tests/ui/publish_fixture.h"

#include "core/plan/conversion_report.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QCompleter>

using namespace Qt::StringLiterals;
using wb::Error;
using wb::ErrorCode;

// What is asked for on the Publish page: each field is checked while it is typed in, with a sentence beside it.
class PublishFormTest : public QObject, private PublishFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makePublishing(); }
    void cleanup() { dropAll(); }
    void nameRulesShowWhileTyping_data();
    void nameRulesShowWhileTyping();
    void branchIsCheckedAndPassedOn();
    void licenceIsThatOfTheCardUnlessSaid();
    void licenceThatCannotBeOneIsRefusedAtOnce();
    void cardWithoutALicenceAsksForOne();
    void licenceIsCompleted();
    void ownLicenceTakesTheGateAway();
    void licenceHasToBeAccepted();
    void licenceThatCoreAsksForIsShown();
    void reportTellsWhoseNamesTheWeightsHad();
    void everyFieldTellsWhatItIs();
};

void PublishFormTest::nameRulesShowWhileTyping_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("rule");
    QTest::newRow("good") << u"acme/regnet-y_1.0"_s << QString();
    QTest::newRow("own namespace") << u"model"_s << u"Without an owner it goes to alice."_s;
    QTest::newRow("space") << u"acme/my model"_s << u"characters"_s;
    QTest::newRow("other letters") << u"acme/modèle"_s << u"characters"_s;
    QTest::newRow("edge") << u"acme/-model"_s << u"begins or ends"_s;
    QTest::newRow("dots") << u"acme/mo..del"_s << u"'..'"_s;
    QTest::newRow("hyphens") << u"acme/mo--del"_s << u"'--'"_s;
    QTest::newRow("git") << u"acme/model.git"_s << u".git"_s;
    QTest::newRow("long") << QString(u"acme/"_s + QString(97, u'a')) << u"96"_s;
    QTest::newRow("three parts") << u"acme/model/main"_s << u"two parts"_s;
    QTest::newRow("no name") << u"acme/"_s << u"nothing is written"_s;
    QTest::newRow("no owner") << u"/model"_s << u"before the slash"_s;
}

void PublishFormTest::nameRulesShowWhileTyping()
{
    QFETCH(const QString, name);
    QFETCH(const QString, rule);
    showPage();
    find<QLineEdit>(u"targetEdit"_s)->insert(name);
    const QString told = text(u"targetRules"_s);
    QVERIFY2(told.contains(rule), qPrintable(told));
    const bool isWrong = told.startsWith(u"Not a name yet"_s);
    QCOMPARE(isWrong, !rule.isEmpty() && name != u"model"_s);
    QCOMPARE(find<QWidget>(u"checkButton"_s)->isEnabled(), !isWrong);
}

void PublishFormTest::branchIsCheckedAndPassedOn()
{
    showPage();
    QVERIFY(!find<QWidget>(u"revisionHint"_s)->isVisible());
    type(u"acme/model"_s);
    for (const QString& wrong : {u"a b"_s, u"a//b"_s, u"/a"_s, u"a..b"_s, u"-a"_s}) {
        typeIn(u"revisionEdit"_s, wrong);
        QVERIFY2(find<QWidget>(u"revisionHint"_s)->isVisible(), qPrintable(wrong));
        QVERIFY(text(u"revisionHint"_s).startsWith(u"Not the name of a branch"_s));
        QCOMPARE(find<QWidget>(u"revisionEdit"_s)->accessibleDescription(), text(u"revisionHint"_s));
        QCOMPARE(hint(), u"The branch's name is not right yet."_s);
        QVERIFY(!find<QWidget>(u"checkButton"_s)->isEnabled());
    }
    typeIn(u"revisionEdit"_s, u"dev/v2"_s);
    QVERIFY(!find<QWidget>(u"revisionHint"_s)->isVisible());
    check();
    QCOMPARE(m_pipeline->lastPublishOptions().revision, std::string("dev/v2"));
    QVERIFY(text(u"publishIntent"_s).contains(u"Commits 3 files to dev/v2."_s));
    typeIn(u"revisionEdit"_s, {});
    check();
    QCOMPARE(m_pipeline->lastPublishOptions().revision, std::string("main"));
}

void PublishFormTest::licenceIsThatOfTheCardUnlessSaid()
{
    showPage();
    QCOMPARE(find<QLineEdit>(u"licenceEdit"_s)->placeholderText(), u"apache-2.0"_s);
    QVERIFY(text(u"licenceHint"_s).startsWith(u"As the card says."_s));
    check();
    QCOMPARE(m_pipeline->lastPublishOptions().licence, std::string());
    typeIn(u"licenceEdit"_s, u"mit"_s);
    QVERIFY(!m_session->publishing().plan);
    QVERIFY(text(u"licenceHint"_s).startsWith(u"Only right for weights that you trained yourself"_s));
    check();
    QCOMPARE(m_pipeline->lastPublishOptions().licence, std::string("mit"));
    typeIn(u"licenceEdit"_s, u"my-own-1.0"_s);
    QVERIFY(text(u"licenceHint"_s).startsWith(u"Not one of the usual ids"_s));
    QVERIFY2(isUsable(u"checkButton"_s), "the Hub has the last word");
}

void PublishFormTest::licenceThatCannotBeOneIsRefusedAtOnce()
{
    showPage();
    type(u"acme/model"_s);
    typeIn(u"licenceEdit"_s, u"Apache 2"_s);
    QVERIFY(text(u"licenceHint"_s).startsWith(u"Not an SPDX id"_s));
    QCOMPARE(find<QWidget>(u"licenceEdit"_s)->accessibleDescription(), text(u"licenceHint"_s));
    QCOMPARE(hint(), u"The licence's id is not right yet."_s);
    QVERIFY(!find<QWidget>(u"checkButton"_s)->isEnabled());
    typeIn(u"licenceEdit"_s, u"Apache-2.0"_s);
    QVERIFY(isUsable(u"checkButton"_s));
}

void PublishFormTest::cardWithoutALicenceAsksForOne()
{
    write(u"tiny-hf/README.md"_s, "# Model\n");
    showPage();
    type(u"acme/model"_s);
    QVERIFY(text(u"licenceHint"_s).startsWith(u"Nothing names a licence yet"_s));
    QCOMPARE(hint(), u"Name a licence first."_s);
    QVERIFY(!find<QWidget>(u"checkButton"_s)->isEnabled());
    typeIn(u"licenceEdit"_s, u"bsd-3-clause"_s);
    QVERIFY(isUsable(u"checkButton"_s));
}

void PublishFormTest::licenceIsCompleted()
{
    showPage();
    typeIn(u"licenceEdit"_s, u"gpl"_s);
    auto* edit = find<QLineEdit>(u"licenceEdit"_s);
    QTRY_VERIFY(edit->completer()->popup()->isVisible());
    QTest::keyClick(edit->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(edit->completer()->popup(), Qt::Key_Return);
    QVERIFY(!edit->completer()->popup()->isVisible());
    QCOMPARE(edit->text(), u"gpl-2.0"_s);
}

void PublishFormTest::ownLicenceTakesTheGateAway()
{
    m_pipeline->naming = "vissl";
    showPage();
    QVERIFY(find<QWidget>(u"licenceBox"_s)->isVisible());
    QVERIFY(text(u"licenceHint"_s).startsWith(u"Published SEER weights stay under it."_s));
    typeIn(u"licenceEdit"_s, u"apache-2.0"_s);
    QVERIFY(!find<QWidget>(u"licenceBox"_s)->isVisible());
    typeIn(u"licenceEdit"_s, u"seer"_s);
    QVERIFY(find<QWidget>(u"licenceBox"_s)->isVisible());
}

void PublishFormTest::licenceHasToBeAccepted()
{
    OpenedAddresses opened;
    m_pipeline->naming = "vissl";
    showPage();
    type(u"acme/model"_s);
    QVERIFY(find<QWidget>(u"licenceBox"_s)->isVisible());
    QVERIFY(!find<QCheckBox>(u"licenceBox"_s)->isChecked());
    QVERIFY(!find<QWidget>(u"checkButton"_s)->isEnabled());
    QCOMPARE(text(u"publishHint"_s), u"Accept the licence first."_s);
    QVERIFY(find<QAbstractButton>(u"licenceLink"_s)->text().startsWith(u"SEER license"_s));
    click(u"licenceLink"_s);
    QCOMPARE(opened.addresses.size(), 1);
    QVERIFY(opened.addresses.front().endsWith(u"MODEL_LICENSE"_s));
    QTest::keyClick(find<QWidget>(u"licenceBox"_s), Qt::Key_Space);
    check();
    QCOMPARE(m_pipeline->lastPublishOptions().acceptedLicence, std::string("seer"));
    QTest::keyClick(find<QWidget>(u"licenceBox"_s), Qt::Key_Space);
    QVERIFY(!isUsable(u"publishButton"_s) && !isUsable(u"checkButton"_s));
}

void PublishFormTest::licenceThatCoreAsksForIsShown()
{
    m_pipeline->checkError = Error(ErrorCode::LicenceNotAccepted).with("name", "Another licence").with("found", "https://licence.example.org/other");
    showPage();
    QVERIFY(!find<QWidget>(u"licenceBox"_s)->isVisible());
    type(u"acme/model"_s);
    click(u"checkButton"_s);
    QTRY_VERIFY(find<QWidget>(u"licenceBox"_s)->isVisible());
    QVERIFY(banner().contains(u"Another licence"_s));
    QCOMPARE(find<QAbstractButton>(u"licenceLink"_s)->text(), u"Another licence"_s);
    m_pipeline->checkError.reset();
    QTest::keyClick(find<QWidget>(u"licenceBox"_s), Qt::Key_Space);
    QVERIFY(find<QWidget>(u"licenceBox"_s)->isVisible());
    click(u"checkButton"_s);
    QTRY_VERIFY(m_session->publishing().plan);
    QCOMPARE(m_pipeline->lastPublishOptions().acceptedLicence, std::string("seer"));
}

// The folder itself has the names of its new owner.
void PublishFormTest::reportTellsWhoseNamesTheWeightsHad()
{
    showMadeFolder();
    QVERIFY(!find<QWidget>(u"licenceBox"_s)->isVisible());
    m_session->closeFile();
    wb::plan::ConversionReport report;
    report.naming = "vissl";
    write(u"made2/README.md"_s, m_cardText);
    write(u"made2/conversion-report.json"_s, QByteArray::fromStdString(wb::plan::reportToJson(report)));
    m_window->openFile(m_folder->filePath(u"made2"_s));
    QTRY_COMPARE(m_session->state(), State::Planned);
    goToPage();
    QVERIFY(find<QWidget>(u"licenceBox"_s)->isVisible());
}

// For screen readers: a name on all that can be come to by the keyboard.
void PublishFormTest::everyFieldTellsWhatItIs()
{
    m_pipeline->naming = "vissl";
    m_pipeline->tokenError = Error(ErrorCode::NotAuthorised).with("problem", "no-token");
    showPage();
    int fields = 0;
    for (const QWidget* widget : find<QWidget>(u"publishPage"_s)->findChildren<QWidget*>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || !widget->isVisible() || widget->inherits("QScrollBar")) {
            continue;
        }
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        ++fields;
    }
    QVERIFY2(fields >= 14, qPrintable(QString::number(fields)));
}

QTEST_MAIN(PublishFormTest)
#include "publish_form_test.moc"
