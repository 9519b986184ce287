#include "tests/ui/window_fixture.h"

#include "ui/models/recent_files.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QListView>
#include <QMenu>

using namespace Qt::StringLiterals;
using wb::ui::RecentFiles;

class RecentFilesTest : public QObject, private WindowFixture {
    Q_OBJECT

private:
    QString make(const QString& name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) ? file.fileName() : QString();
    }
    void openAndClose(const QString& path)
    {
        m_window->openNamed(path);
        QTRY_COMPARE(m_session->state(), State::Planned);
        m_session->closeFile();
    }
    QStringList stored() const { return m_settings->value(u"files/recent"_s).toStringList(); }
    QMenu* menu() const { return m_window->findChild<QMenu*>(u"recentMenu"_s); }

private Q_SLOTS:
    void init() { makeAll(); }
    void cleanup() { dropAll(); }
    void tenNewestFirst();
    void menuAndStartPageOpenThem();
    void missingOnesAreLocated();
    void addressesCountUnlessTheyHoldSecrets();
    void whatCannotBeReadIsNotEntered();
    void hostileSettingsAreSurvived();
};

void RecentFilesTest::tenNewestFirst()
{
    RecentFiles files(*m_session, *m_settings);
    const QAbstractItemModelTester tester(&files, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < 12; ++i) {
        files.enter(u"/data/%1.torch"_s.arg(i));
    }
    files.enter(u"/data/5.torch"_s);
    QCOMPARE(files.rowCount(), 10);
    QCOMPARE(files.name(0), u"/data/5.torch"_s);
    QCOMPARE(files.name(1), u"/data/11.torch"_s);
    QCOMPARE(stored().size(), 10);
    files.remove(0);
    QCOMPARE(files.name(0), u"/data/11.torch"_s);
    files.clear();
    QVERIFY(stored().isEmpty());
}

void RecentFilesTest::menuAndStartPageOpenThem()
{
    QVERIFY(!menu()->menuAction()->isEnabled());
    const QString first = make(u"first & only.torch"_s);
    const QString second = make(u"second.torch"_s);
    openAndClose(first);
    openAndClose(second);
    QVERIFY(menu()->menuAction()->isEnabled());
    menu()->findChild<QAction*>(u"recentAction1"_s)->trigger();
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(m_session->sourcePath(), first);
    m_session->closeFile();
    auto* list = find<QListView>(u"recentList"_s);
    QTRY_VERIFY(list->isVisible());
    list->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(m_session->sourcePath(), second);
    m_session->closeFile();
    menu()->findChild<QAction*>(u"clearRecentAction"_s)->trigger();
    QVERIFY(stored().isEmpty());
    QTRY_VERIFY(!list->isVisible());
}

void RecentFilesTest::missingOnesAreLocated()
{
    const QString moved = make(u"moved.torch"_s);
    openAndClose(moved);
    QVERIFY(QFile::rename(moved, m_folder->filePath(u"elsewhere.torch"_s)));
    Q_EMIT menu()->aboutToShow();
    QTRY_VERIFY(!menu()->findChild<QAction*>(u"recentAction0"_s)->isEnabled());
    QVERIFY(find<QListView>(u"recentList"_s)->model()->index(0, 0).data().toString().contains(u"not there"_s));
    menu()->findChild<QAction*>(u"locateAction0"_s)->trigger();
    QTRY_VERIFY(m_window->findChild<QFileDialog*>(u"openDialog"_s) != nullptr);
    auto* dialog = m_window->findChild<QFileDialog*>(u"openDialog"_s);
    const QString found = m_folder->filePath(u"elsewhere.torch"_s);
    Q_EMIT dialog->fileSelected(found);
    dialog->close();
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(stored(), QStringList{found});
}

void RecentFilesTest::addressesCountUnlessTheyHoldSecrets()
{
    openAndClose(u"https://files.example.org/seer.torch"_s);
    QCOMPARE(stored(), QStringList{u"https://files.example.org/seer.torch"_s});
    openAndClose(u"https://files.example.org/seer.torch?signature=secret"_s);
    QCOMPARE(stored().size(), 1);
    RecentFiles files(*m_session, *m_settings);
    files.enter(u"https://me:password@files.example.org/seer.torch"_s);
    QCOMPARE(stored().size(), 1);
    files.enter(u"hf://owner/name/model.safetensors"_s);
    QCOMPARE(stored().size(), 2);
}

void RecentFilesTest::whatCannotBeReadIsNotEntered()
{
    m_pipeline->inspectError = wb::Error(wb::ErrorCode::NotACheckpoint).with("kind", "html");
    m_window->openNamed(make(u"page.torch"_s));
    QTRY_COMPARE(m_session->state(), State::Failed);
    QVERIFY(stored().isEmpty());
}

void RecentFilesTest::hostileSettingsAreSurvived()
{
    QStringList hostile{QString(1 << 20, u'x'),
                        u"/data/two\nlines.torch"_s,
                        u"relative.torch"_s,
                        QString(),
                        u"<img src=x>"_s,
                        QString::fromUtf8("/data/\xff\xfe.torch"),
                        u"/data/\u202Egnp.torch"_s,
                        u"javascript:alert(1)"_s,
                        u"/data/<b>bold</b>.torch"_s};
    for (int i = 0; i < 1000; ++i) {
        hostile.append(u"/data/%1.torch"_s.arg(i));
    }
    m_settings->setValue(u"files/recent"_s, hostile);
    makeWindow();
    const auto* model = find<QListView>(u"recentList"_s)->model();
    QCOMPARE(model->rowCount(), 10);
    for (int row = 0; row < 10; ++row) {
        const QString text = model->index(row, 0).data().toString();
        QVERIFY2(!text.contains(u'\n') && !text.contains(u'\u202E') && text.size() < 500, qPrintable(text));
    }
    m_settings->setValue(u"files/recent"_s, QByteArray("\x01\x02 no list", 11));
    makeWindow();
    QVERIFY(find<QListView>(u"recentList"_s)->model()->rowCount() == 0);
}

QTEST_MAIN(RecentFilesTest)
#include "recent_files_test.moc"
