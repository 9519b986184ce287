#include "tests/ui/download_fixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QInputDialog>
#include <QMimeData>
#include <QRadioButton>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using wb::Error;
using wb::ErrorCode;
using wb::job::Way;

// Naming a published file, checking it online, and choosing how it comes.
class WindowAddressTest : public QObject, private DownloadFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeAll(); }
    void cleanup() { dropAll(); }
    void addressIsCheckedOnline();
    void pastedAddressIsCheckedOnline();
    void pasteIntoAFieldStaysThere();
    void droppedAddressIsCheckedOnline();
    void droppedTextThatIsNoAddressIsIgnored();
    void refusedAddressIsTold();
    void wayIsChosenByRoomWithItsReason_data();
    void wayIsChosenByRoomWithItsReason();
    void chosenWayOutlastsAnotherPlan();
    void folderOfTheFileCanBeTyped();
    void withoutRangeTheWholeFileIsOffered();
    void catalogueVariantIsCheckedOrDownloaded();
    void addressDialogOpensOverAnOpenFile();
};

void WindowAddressTest::addressIsCheckedOnline()
{
    auto* edit = find<QLineEdit>(u"addressEdit"_s);
    QVERIFY(!find<QPushButton>(u"addressCheckButton"_s)->isEnabled());
    QTest::keyClicks(edit, m_address);
    QTest::mouseClick(find<QPushButton>(u"addressCheckButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(text(u"sourceTitle"_s), u"seer.torch"_s);
    QStringList facts;
    for (int row = 0; auto* fact = m_window->findChild<QLabel*>(u"fact%1"_s.arg(row)); ++row) {
        facts.append(fact->accessibleName());
    }
    const QString all = facts.join(u'\n');
    QVERIFY2(all.contains(u"files.example.org · 2.60 GB · "_s), qPrintable(all));
    QVERIFY2(all.contains(u"2021"_s) && all.contains(u"Range"_s) && all.contains(u"4 requests"_s), qPrintable(all));
    QVERIFY2(all.contains(u"3 tensors"_s), qPrintable(all));
    QCOMPARE(primary(), u"Download 2.60 GB"_s);
    QCOMPARE(m_pipeline->fetches.load(), 0);
    QVERIFY(find<QTableView>(u"keyTable"_s)->isVisible());
}

void WindowAddressTest::pastedAddressIsCheckedOnline()
{
    QApplication::clipboard()->setText(u" "_s + m_address + u"\n"_s);
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(m_pipeline->looks.load(), 1);
}

void WindowAddressTest::pasteIntoAFieldStaysThere()
{
    QApplication::clipboard()->setText(m_address);
    auto* edit = find<QLineEdit>(u"addressEdit"_s);
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(edit->text(), m_address);
    QCOMPARE(m_session->state(), State::Empty);
}

void WindowAddressTest::droppedAddressIsCheckedOnline()
{
    QMimeData data;
    data.setUrls({QUrl(m_address)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(text(u"sourceTitle"_s), u"seer.torch"_s);
}

void WindowAddressTest::droppedTextThatIsNoAddressIsIgnored()
{
    QMimeData data;
    data.setText(u"two words"_s);
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(!enter.isAccepted());
    data.setText(u"hf://owner/name/seer.torch"_s);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
}

void WindowAddressTest::refusedAddressIsTold()
{
    auto* edit = find<QLineEdit>(u"addressEdit"_s);
    QTest::keyClicks(edit, u"ftp://example.org/a"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_session->state(), State::Failed);
    QVERIFY(text(u"bannerSentence"_s).contains(u"neither https:// nor hf://"_s));
    QVERIFY2(edit->isVisible() && !edit->text().isEmpty(), "to be corrected");
}

void WindowAddressTest::wayIsChosenByRoomWithItsReason_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<bool>("isKept");
    QTest::addColumn<QString>("words");
    QTest::newRow("room") << u"room"_s << true << u"There is room for both: the file takes 2.60 GB, the result 2.50 GB; 50.00 GB are free."_s;
    QTest::newRow("result only") << u"no-room-for-both"_s << false << u"room for the result only"_s;
    QTest::newRow("none") << u"no-room"_s << true << u"not enough room"_s;
    QTest::newRow("kept") << u"kept-already"_s << true << u"kept here already"_s;
    QTest::newRow("backward") << u"backward"_s << true << u"has to be kept"_s;
}

void WindowAddressTest::wayIsChosenByRoomWithItsReason()
{
    QFETCH(const QString, token);
    QFETCH(const bool, isKept);
    QFETCH(const QString, words);
    m_pipeline->choice.reason = token.toStdString();
    m_pipeline->choice.way = isKept ? Way::Keep : Way::Stream;
    check(m_address);
    QCOMPARE(find<QRadioButton>(u"keepSourceButton"_s)->isChecked(), isKept);
    QCOMPARE(find<QRadioButton>(u"streamButton"_s)->isChecked(), !isKept);
    QCOMPARE(find<QRadioButton>(u"streamButton"_s)->isEnabled(), token != u"backward"_s);
    QVERIFY2(text(u"wayReason"_s).contains(words), qPrintable(text(u"wayReason"_s)));
    QCOMPARE(primary(), isKept ? u"Download 2.60 GB"_s : u"Convert while downloading"_s);
}

void WindowAddressTest::chosenWayOutlastsAnotherPlan()
{
    check(m_address);
    QTest::mouseClick(find<QRadioButton>(u"streamButton"_s), Qt::LeftButton, {}, QPoint(5, 5));
    QCOMPARE(primary(), u"Convert while downloading"_s);
    m_session->setFormat(wb::plan::Format::Both);
    QTRY_COMPARE(m_session->state(), State::Planned);
    QVERIFY(find<QRadioButton>(u"streamButton"_s)->isChecked());
    QCOMPARE(m_pipeline->looks.load(), 1);
}

void WindowAddressTest::folderOfTheFileCanBeTyped()
{
    check(m_address);
    auto* folder = find<QLineEdit>(u"sourceFolder"_s);
    QCOMPARE(folder->text(), u"/data/sources"_s);
    folder->setFocus();
    folder->selectAll();
    QTest::keyClicks(folder, u"/big/disk"_s);
    QTest::keyClick(folder, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_pipeline->lastFetched().second, std::string("/big/disk"));
}

void WindowAddressTest::withoutRangeTheWholeFileIsOffered()
{
    m_pipeline->lookError = Error(ErrorCode::NoRange).with("host", "files.example.org");
    auto* edit = find<QLineEdit>(u"addressEdit"_s);
    QTest::keyClicks(edit, m_address);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(m_session->state(), State::Failed);
    QVERIFY(text(u"bannerSentence"_s).contains(u"only as a whole"_s));
    QCOMPARE(primary(), u"Download"_s);
    QTest::mouseClick(find<QPushButton>(u"primaryButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_session->state(), State::Downloading);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(primary(), u"Convert 7 kB"_s);
}

void WindowAddressTest::catalogueVariantIsCheckedOrDownloaded()
{
    auto* view = find<QTreeView>(u"variantView"_s);
    view->setCurrentIndex(view->model()->index(0, 0));
    QTRY_VERIFY(find<QPushButton>(u"checkOnlineButton"_s)->isVisible());
    QTest::mouseClick(find<QPushButton>(u"checkOnlineButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(m_session->options().variant, std::string("regnet-y-040"));
    QVERIFY(QString::fromStdString(m_session->options().outputFolder).endsWith(u"/regnet-y-040-hf"_s));
    m_session->closeFile();
    view->setCurrentIndex(view->model()->index(1, 0));
    QTRY_VERIFY(find<QPushButton>(u"downloadButton"_s)->isVisible());
    QTest::mouseClick(find<QPushButton>(u"downloadButton"_s), Qt::LeftButton);
    QTRY_COMPARE(m_session->state(), State::Downloading);
    QCOMPARE(m_pipeline->looks.load(), 1);
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Planned);
    QVERIFY2(!m_session->isRemote(), "the fetched file is the source now");
}

void WindowAddressTest::addressDialogOpensOverAnOpenFile()
{
    open();
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    auto* dialog = m_window->findChild<QInputDialog*>(u"addressDialog"_s);
    QVERIFY(dialog != nullptr);
    dialog->setTextValue(m_address);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(m_session->isRemote() && m_session->state() == State::Planned);
}

QTEST_MAIN(WindowAddressTest)
#include "window_address_test.moc"
