#include "tests/ui/window_fixture.h"

#include "ui/pages/sum_pane.h"
#include "ui/queue/job_queue.h"

#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

// A list of SHA-256 sums that is dropped, opened or named on the command line: the file is read in the background, and the window tells how it ended.
class SumPaneTest : public QObject, private WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeAll(); }
    void cleanup() { dropAll(); }
    void namesOfLists();
    void aDroppedListIsHeldAgainstItsFile();
    void aListDroppedOverAnOpenFileIsNotOpened();
    void aFileThatDiffersIsToldWithBothSums();
    void theFileThatIsOpenIsCheckedWhereverTheListLies();
    void fileAndListTogetherAreOpenedAndChecked();
    void whatCannotBeChecked_data();
    void whatCannotBeChecked();
    void severalFilesAreCounted();
    void escapeStopsAndThenCloses();
    void theOpenDialogShowsLists();

private:
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(at(name));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        return isWritten ? file.fileName() : QString();
    }
    void drop(const QStringList& paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& path : paths) {
            urls.append(QUrl::fromLocalFile(path));
        }
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &event);
    }
    QString sentence() const { return find<QLabel>(u"sumSentence"_s)->text(); }
    QString hint() const { return find<QLabel>(u"sumHint"_s)->text(); }
    bool hasEnded() const { return find<QWidget>(u"sumPane"_s)->isVisible() && !find<QProgressBar>(u"sumProgress"_s)->isVisible(); }

    const QByteArray m_sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";  // of "abc"
};

void SumPaneTest::namesOfLists()
{
    for (const QString& name : {u"/a/m.torch.sha256"_s, u"M.SHA256"_s, u"/a/SHA256SUMS"_s, u"a.sha256sum"_s}) {
        QVERIFY2(wb::ui::SumPane::isList(name), qPrintable(name));
    }
    for (const QString& name : {u"/a/m.torch"_s, u"/a.sha256/m.torch"_s, u"sha256"_s, QString()}) {
        QVERIFY2(!wb::ui::SumPane::isList(name), qPrintable(name));
    }
}

void SumPaneTest::aDroppedListIsHeldAgainstItsFile()
{
    QVERIFY(!find<QWidget>(u"sumPane"_s)->isVisible());
    write(u"model.torch"_s, "abc");
    drop({write(u"model.torch.sha256"_s, m_sum + "  model.torch\n")});
    QTRY_VERIFY(hasEnded());
    QCOMPARE(sentence(), u"model.torch matches its SHA-256 sum."_s);
    QVERIFY(!find<QLabel>(u"sumHint"_s)->isVisible());
    QCOMPARE(m_session->state(), State::Empty);
}

void SumPaneTest::aListDroppedOverAnOpenFileIsNotOpened()
{
    open();
    write(u"model.torch"_s, "abc");
    drop({write(u"model.torch.sha256"_s, m_sum)});
    QTRY_VERIFY(hasEnded());
    QCOMPARE(sentence(), u"model.torch matches its SHA-256 sum."_s);
    QCOMPARE(m_session->sourcePath(), u"/data/tiny.torch"_s);
    QVERIFY(m_window->findChild<QWidget*>(u"dropMenu"_s) == nullptr);
}

void SumPaneTest::aFileThatDiffersIsToldWithBothSums()
{
    write(u"model.torch"_s, "abd");
    m_window->openNamed(write(u"sums.sha256"_s, m_sum + " *model.torch\n"));
    QTRY_VERIFY(hasEnded());
    QCOMPARE(sentence(), u"model.torch does not match its SHA-256 sum."_s);
    QVERIFY2(hint().contains(u"Expected: "_s + QString::fromLatin1(m_sum)), qPrintable(hint()));
    QVERIFY(hint().contains(u"Found: a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9"_s));
}

void SumPaneTest::theFileThatIsOpenIsCheckedWhereverTheListLies()
{
    const QString model = write(u"open.torch"_s, "abc");
    m_window->openFile(model);
    QTRY_VERIFY(m_session->keyMap() != nullptr && m_session->state() != State::Inspecting);
    QTemporaryDir other;
    QFile list(other.filePath(u"x.sha256"_s));
    QVERIFY(list.open(QIODevice::WriteOnly) && list.write(m_sum) > 0);
    list.close();
    drop({list.fileName()});
    QTRY_VERIFY(hasEnded());
    QCOMPARE(sentence(), u"open.torch matches its SHA-256 sum."_s);
}

void SumPaneTest::fileAndListTogetherAreOpenedAndChecked()
{
    const QString model = write(u"model.torch"_s, "abc");
    drop({write(u"model.torch.sha256"_s, m_sum), model});
    QTRY_VERIFY(hasEnded());
    QCOMPARE(sentence(), u"model.torch matches its SHA-256 sum."_s);
    QTRY_COMPARE(m_session->sourcePath(), model);
    QVERIFY(m_window->queue().entries().empty());
}

void SumPaneTest::whatCannotBeChecked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("not there") << m_sum + "  gone.torch" << u"There is no gone.torch beside x.sha256sum."_s;
    QTest::newRow("elsewhere") << m_sum + "  ../settings.ini" << u"There is no ../settings.ini beside x.sha256sum."_s;
    QTest::newRow("without a name") << m_sum << u"x.sha256sum does not say of which file its sum is."_s;
    QTest::newRow("no sums") << QByteArray("<html>\0\xff</html>", 15) << u"x.sha256sum holds no SHA-256 sums."_s;
    QTest::newRow("too large") << QByteArray(65537, ' ') + m_sum << u"x.sha256sum holds no SHA-256 sums."_s;
}

void SumPaneTest::whatCannotBeChecked()
{
    QFETCH(QByteArray, text);
    m_window->openNamed(write(u"x.sha256sum"_s, text));
    QTRY_VERIFY(hasEnded());
    QTEST(sentence(), "expected");
    QVERIFY(!hint().isEmpty());
}

void SumPaneTest::severalFilesAreCounted()
{
    write(u"a"_s, "abc");
    write(u"b"_s, "abc");
    m_window->openHandedOver({write(u"SHA256SUMS"_s, m_sum + "  a\n" + m_sum + "  b\n" + m_sum + "  c\n")});
    QTRY_VERIFY(hasEnded());
    QVERIFY2(sentence().startsWith(u"2 file"_s) && hint().contains(u"first c"_s), qPrintable(sentence() + hint()));
}

void SumPaneTest::escapeStopsAndThenCloses()
{
    constexpr qint64 longBytes = 1LL << 40;  // none of them is stored
    QFile large(at(u"large.torch"_s));
    QVERIFY(large.open(QIODevice::WriteOnly));
    if (!large.resize(longBytes)) {
        QSKIP("no sparse files here");
    }
    m_window->openNamed(write(u"large.torch.sha256"_s, m_sum));
    auto* button = find<QPushButton>(u"sumButton"_s);
    QVERIFY(find<QProgressBar>(u"sumProgress"_s)->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), button);
    QCOMPARE(button->text(), u"Stop"_s);
    QTest::keyClick(button, Qt::Key_Escape);
    QVERIFY(hasEnded());
    QCOMPARE(sentence(), u"Checking the sums was stopped."_s);
    QCOMPARE(button->text(), u"Close"_s);
    QTest::keyClick(button, Qt::Key_Return);
    QVERIFY(!find<QWidget>(u"sumPane"_s)->isVisible());
}

void SumPaneTest::theOpenDialogShowsLists()
{
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    QVERIFY(find<QFileDialog>(u"openDialog"_s)->nameFilters().join(u' ').contains(u"*.sha256 "_s));
}

QTEST_MAIN(SumPaneTest)
#include "sum_pane_test.moc"
