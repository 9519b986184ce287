#include "tests/ui/opened_addresses.h"
#include "tests/ui/publish_fixture.h"

#include "ui/error_acts.h"

#include <QClipboard>
#include <QFileDialog>
#include <QSet>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using wb::Error;
using wb::ErrorCode;
using wb::mapping::Status;
using wb::ui::ErrorAct;
using wb::ui::ErrorSituation;

// The buttons beside an error: every code has some, and each does what it says.
class ErrorActsTest : public QObject, private PublishFixture {
    Q_OBJECT

private:
    QSet<QString> m_pressed;

    QPushButton* button(const char* act) const { return m_window->findChild<QPushButton*>(u"bannerAct-"_s + QString::fromLatin1(act)); }
    void press(const char* act)
    {
        QTRY_VERIFY2(button(act) != nullptr && button(act)->isVisible(), act);
        button(act)->setFocus();
        QTest::keyClick(button(act), Qt::Key_Space);
        m_pressed.insert(QString::fromLatin1(act));
    }
    void failWith(const Error& error)
    {
        m_pipeline->runError = error;
        open();
        QTRY_COMPARE(m_session->state(), State::Planned);
        m_session->convert();
        QTRY_COMPARE(m_session->state(), State::Failed);
        m_pipeline->runError.reset();
    }
    void blockWith(const Error& error)
    {
        m_pipeline->blocker = error;
        open();
        QTRY_COMPARE(m_session->state(), State::Blocked);
        m_pipeline->blocker.reset();
    }
    void failPublishingWith(const Error& error)
    {
        m_pipeline->checkError = error;
        showMadeFolder();
        type(u"alice/tiny"_s);
        click(u"checkButton"_s);
        QTRY_VERIFY(m_session->publishing().error);
        m_pipeline->checkError.reset();
    }

private Q_SLOTS:
    void init() { makePublishing(); }
    void cleanup() { dropAll(); }
    void everyCodeHasAnActThatHelps();
    void actsThatCannotBeDoneAreNotOffered();
    void tryingAgain();
    void replacing();
    void otherFileAndFolder();
    void noRoom();
    void keysWithoutAPlace();
    void anotherModel();
    void oldBytesAreKept();
    void publishing();
    void comparison();
    void detailsAreCopiedWithoutSecrets();
    void hostileFactsAreShownAsText();
    void everyActWasPressed();
};

void ErrorActsTest::everyCodeHasAnActThatHelps()
{
    ErrorSituation all;
    all.hasSource = all.canTryAgain = all.hasPlan = all.onlyUnplaced = all.isNamedOtherwise = all.hasLicenceLink = true;
    all.bf16Bytes = 1;
    for (const ErrorCode code : wb::allErrorCodes()) {
        const auto here = wb::ui::actsFor(Error(code), all);
        ErrorSituation publishing = all;
        publishing.isPublishing = true;
        const auto there = wb::ui::actsFor(Error(code), publishing);
        const bool helpsFromOutsideOnly = code == ErrorCode::Offline;  // the program has to be started without the variable
        QVERIFY2(helpsFromOutsideOnly || std::max(here.size(), there.size()) > 1, std::string(wb::errorId(code)).c_str());
        QCOMPARE(here.back(), ErrorAct::CopyDetails);
    }
    QSet<QString> texts;
    QSet<QString> names;
    for (int act = 0; act <= static_cast<int>(ErrorAct::CopyDetails); ++act) {
        texts.insert(wb::ui::actText(static_cast<ErrorAct>(act), all));
        names.insert(wb::ui::actName(static_cast<ErrorAct>(act)));
    }
    QCOMPARE(names.size(), static_cast<int>(ErrorAct::CopyDetails) + 1);
    QVERIFY(texts.size() >= names.size() - 1);  // "Check again" and the like may be said twice
}

void ErrorActsTest::actsThatCannotBeDoneAreNotOffered()
{
    for (const ErrorCode code : wb::allErrorCodes()) {
        for (const ErrorAct act : wb::ui::actsFor(Error(code), {})) {
            const bool needsMore =
                act == ErrorAct::TryAgain || act == ErrorAct::UseBf16 || act == ErrorAct::DropKeys || act == ErrorAct::ChooseFolder;
            QVERIFY2(!needsMore, std::string(wb::errorId(code)).c_str());
        }
    }
}

void ErrorActsTest::tryingAgain()
{
    failWith(Error(ErrorCode::FolderBusy));
    press("tryAgain");
    QTRY_COMPARE(m_session->state(), State::Converting);
    QVERIFY(button("tryAgain") == nullptr || !button("tryAgain")->isVisible());
    m_pipeline->release();
    QTRY_COMPARE(m_session->state(), State::Done);
    failWith(Error(ErrorCode::DiskFull).with("path", m_folder->path().toStdString()));
    press("resume");
    QTRY_COMPARE(m_session->state(), State::Converting);
}

void ErrorActsTest::replacing()
{
    failWith(Error(ErrorCode::WouldOverwrite));
    press("allowReplacing");
    QTRY_COMPARE(m_session->state(), State::Converting);
    QTRY_VERIFY(m_pipeline->sawOverwrite);
}

void ErrorActsTest::otherFileAndFolder()
{
    m_pipeline->inspectError = Error(ErrorCode::NotACheckpoint).with("kind", "html");
    m_window->openFile(u"/data/page.torch"_s);
    QTRY_COMPARE(m_session->state(), State::Failed);
    press("openOther");
    QTRY_VERIFY(m_window->findChild<QFileDialog*>(u"openDialog"_s) != nullptr);
    m_window->findChild<QFileDialog*>(u"openDialog"_s)->reject();
    m_pipeline->inspectError.reset();
    failWith(Error(ErrorCode::ReadOnly).file("/data"));
    press("chooseFolder");
    QTRY_VERIFY(m_window->findChild<QFileDialog*>(u"folderDialog"_s) != nullptr);
    m_window->findChild<QFileDialog*>(u"folderDialog"_s)->reject();
}

void ErrorActsTest::noRoom()
{
    blockWith(
        Error(ErrorCode::NotEnoughSpace).with("needed", uint64_t{8000}).with("free", uint64_t{5000}).with("path", m_folder->path().toStdString()));
    QTRY_VERIFY(button("useBf16") != nullptr);
    QCOMPARE(button("useBf16")->text(), u"Use BF16: 5 kB"_s);  // 8000 less half of two tensors
    OpenedAddresses opened;
    QDesktopServices::setUrlHandler(u"file"_s, &opened, "take");
    press("showSpace");
    QDesktopServices::unsetUrlHandler(u"file"_s);
    QCOMPARE(opened.addresses, QStringList{QUrl::fromLocalFile(m_folder->path()).toString()});
    press("useBf16");
    QTRY_COMPARE(m_session->state(), State::Planned);
    QCOMPARE(m_session->options().dtype, wb::tensor::DType::BF16);
    // Not offered where even that does not fit.
    blockWith(Error(ErrorCode::NotEnoughSpace).with("needed", uint64_t{8000}).with("free", uint64_t{4000}));
    QVERIFY(button("useBf16") == nullptr);
}

void ErrorActsTest::keysWithoutAPlace()
{
    m_pipeline->rows.push_back(FakePipeline::row(Status::Unmapped, "heads.0.clf.0.weight", nullptr));
    blockWith(Error(ErrorCode::MapIncomplete).with("unmapped", uint64_t{1}));
    press("showMap");
    QCOMPARE(find<QTableView>(u"keyTable"_s)->currentIndex().siblingAtColumn(1).data().toString(), u"heads.0.clf.0.weight"_s);
    press("dropKeys");
    QTRY_COMPARE(m_session->options().edits.size(), size_t{1});
    QCOMPARE(m_session->options().edits[0].source, std::string("heads.0.clf.0.weight"));
    QVERIFY(!m_session->options().edits[0].destination);
    // Missing keys cannot be left out.
    m_pipeline->rows.push_back(FakePipeline::row(Status::Missing, nullptr, "regnet.embedder"));
    blockWith(Error(ErrorCode::MapIncomplete));
    QVERIFY(button("dropKeys") == nullptr);
}

void ErrorActsTest::anotherModel()
{
    const auto blockByModel = [this] {
        open();
        m_pipeline->blocker = Error(ErrorCode::MapIncomplete);
        m_session->selectVariant(u"regnet-y-10b-seer"_s);
        QTRY_COMPARE(m_session->state(), State::Blocked);
        m_pipeline->blocker.reset();
    };
    blockByModel();
    press("useFound");
    QTRY_COMPARE(m_session->state(), State::Planned);
    QVERIFY(m_session->options().variant.empty());
    m_pipeline->disagreement = "classes";
    blockByModel();
    QVERIFY(button("useFound") == nullptr);
    press("convertWithHead");
    QTRY_COMPARE(m_session->state(), State::Planned);
    QVERIFY(m_session->options().variant.empty());
    m_session->closeFile();
    m_pipeline->inspectError = Error(ErrorCode::VariantUnknown).with("name", "regnet-z");
    m_window->openFile(u"/data/other.torch"_s);
    QTRY_COMPARE(m_session->state(), State::Failed);
    press("chooseModel");
    QTRY_VERIFY(find<QTreeView>(u"variantView"_s)->hasFocus());
}

void ErrorActsTest::oldBytesAreKept()
{
    write(u"seer.torch.part"_s, "old bytes");
    const QString part = m_folder->filePath(u"seer.torch.part"_s);
    const auto fail = [&] {
        m_pipeline->fetchError = Error(ErrorCode::RemoteChanged).with("host", "files.example.org").with("path", part.toStdString());
        QTest::mouseClick(find<QPushButton>(u"primaryButton"_s), Qt::LeftButton);
        QTRY_COMPARE(m_session->state(), State::Failed);
        m_pipeline->fetchError.reset();
    };
    DownloadFixture::check(m_address);
    fail();
    press("keepBoth");
    QTRY_COMPARE(m_session->state(), State::Downloading);
    QVERIFY(!QFile::exists(part));
    QFile kept(part + u".old"_s);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), "old bytes");
    m_session->cancel();
    QTRY_COMPARE(m_session->state(), State::Cancelled);
    fail();
    press("startAgain");
    QTRY_COMPARE(m_session->state(), State::Downloading);
}

void ErrorActsTest::publishing()
{
    failPublishingWith(Error(ErrorCode::PublishConflict).with("name", "alice/tiny"));
    const int checks = m_pipeline->publishChecks;
    press("checkPublishing");
    QTRY_COMPARE(m_pipeline->publishChecks.load(), checks + 1);
    QTRY_VERIFY(!m_session->publishing().error);
    failPublishingWith(Error(ErrorCode::NotAuthorised).with("host", "hub.example.org").with("problem", "token"));
    OpenedAddresses opened;
    press("openTokenPage");
    QCOMPARE(opened.addresses, QStringList{u"https://hub.example.org/settings/tokens"_s});
    opened.addresses.clear();
    failPublishingWith(Error(ErrorCode::LicenceNotAccepted).with("name", "SEER").with("found", "https://licence.example.org/MODEL_LICENSE"));
    press("readLicence");
    QCOMPARE(opened.addresses, QStringList{u"https://licence.example.org/MODEL_LICENSE"_s});
    find<QTabWidget>(u"tabs"_s)->setCurrentIndex(0);
    press("showPublishing");
    QTRY_VERIFY(find<QWidget>(u"publishPage"_s)->isVisible());
}

void ErrorActsTest::comparison()
{
    finishConversion();
    m_pipeline->parityError = Error(ErrorCode::HelperKilled);
    m_session->compareOutputs({});
    QTRY_VERIFY(m_session->error().has_value());
    find<QTabWidget>(u"tabs"_s)->setCurrentIndex(0);
    press("showVerification");
    QTRY_VERIFY(find<QWidget>(u"verifyPage"_s)->isVisible());
}

void ErrorActsTest::detailsAreCopiedWithoutSecrets()
{
    failWith(Error(ErrorCode::Internal).with("reason", "https://me:secretword@example.org hf_abcdefghijklmnopqrstuvwxyz012345"));
    press("copyDetails");
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u"E_INTERNAL"_s) && text.contains(u"weightbridge "_s), qPrintable(text));
    QVERIFY2(!text.contains(u"secretword"_s) && !text.contains(u"hf_abc"_s), qPrintable(text));
}

// HOSTILE 86 in the banner.
void ErrorActsTest::hostileFactsAreShownAsText()
{
    const std::string evil = "<img src='https://evil.example.org/x'>\n\x1b[31m\u202E=cmd()" + std::string(10'000, 'k');
    failWith(Error(ErrorCode::TensorGeometry).with("key", evil).file(evil));
    const auto* sentence = find<QLabel>(u"bannerSentence"_s);
    QCOMPARE(sentence->textFormat(), Qt::PlainText);
    QVERIFY2(sentence->text().contains(u"<img src='https://evil.example.org/x'>"_s) && sentence->text().size() < 1000, qPrintable(sentence->text()));
    for (const QString& text : {sentence->text(), find<QLabel>(u"bannerDetails"_s)->text(), find<QLabel>(u"bannerHint"_s)->text()}) {
        QVERIFY(!text.contains(u'\n') && !text.contains(QChar(0x1b)) && !text.contains(QChar(0x202E)));
    }
}

void ErrorActsTest::everyActWasPressed()
{
    // Settings and tokens: settings_dialog_test.
    for (const QString& elsewhere : {u"openSettings"_s, u"otherToken"_s}) {
        m_pressed.insert(elsewhere);
    }
    for (int act = 0; act <= static_cast<int>(ErrorAct::CopyDetails); ++act) {
        const QString name = wb::ui::actName(static_cast<ErrorAct>(act));
        QVERIFY2(m_pressed.contains(name), qPrintable(name));
    }
}

QTEST_MAIN(ErrorActsTest)
#include "error_acts_test.moc"
