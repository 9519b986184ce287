#include "tests/ui/opened_addresses.h"
#include "tests/ui/publish_fixture.h"

#include <QSettings>

using namespace Qt::StringLiterals;
using wb::Error;
using wb::ErrorCode;

// Whose token publishes, what is said where none does, and where a new one goes.
class PublishTokenTest : public QObject, private PublishFixture {
    Q_OBJECT

private:
    static Error refused(const char* problem) { return Error(ErrorCode::NotAuthorised).with("problem", problem); }

private Q_SLOTS:
    void init() { makePublishing(); }
    void cleanup() { dropAll(); }
    void isAskedForOnlyOnThePage();
    void scopesAreNamed_data();
    void scopesAreNamed();
    void missingOneTellsHowToGetOne();
    void lockedKeychainIsToldInWords();
    void refusedOneOfTheEnvironmentOffersNoField();
    void typedOneGoesToTheKeychainAndNowhereElse();
    void typedOneThatIsRefusedIsNotKept();
    void keychainThatFailsIsTold();
    void pageOfTokensOpensByAKey();
};

void PublishTokenTest::isAskedForOnlyOnThePage()
{
    finishConversion();
    QCOMPARE(m_pipeline->tokenQuestions.load(), 0);
    goToPage();
    QTRY_COMPARE(text(u"tokenStatus"_s), u"from HF_TOKEN · user alice · may write to alice, acme"_s);
    QCOMPARE(m_pipeline->tokenQuestions.load(), 1);
    QCOMPARE(m_session->state(), State::Done);
    QVERIFY(!find<QWidget>(u"tokenAgainButton"_s)->isVisible());
    QVERIFY(!find<QWidget>(u"tokenEdit"_s)->isVisible());
}

void PublishTokenTest::scopesAreNamed_data()
{
    QTest::addColumn<QByteArray>("role");
    QTest::addColumn<QStringList>("owners");
    QTest::addColumn<QStringList>("repositories");
    QTest::addColumn<QString>("told");
    QTest::addColumn<bool>("wantsOther");
    QTest::newRow("write") << QByteArray("write") << QStringList{u"alice"_s} << QStringList() << u"may write to alice"_s << false;
    QTest::newRow("fine-grained") << QByteArray("fineGrained") << QStringList() << QStringList{u"alice/fine"_s} << u"may write to alice/fine"_s
                                  << false;
    QTest::newRow("many") << QByteArray("write") << QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s} << QStringList()
                          << u"may write to a, b, c, d, e and 2 more"_s << false;
    QTest::newRow("nowhere") << QByteArray("fineGrained") << QStringList() << QStringList() << u"may write nowhere"_s << false;
    QTest::newRow("read") << QByteArray("read") << QStringList() << QStringList() << u"may only read: publishing needs one that may write"_s << true;
}

void PublishTokenTest::scopesAreNamed()
{
    QFETCH(const QByteArray, role);
    QFETCH(const QStringList, owners);
    QFETCH(const QStringList, repositories);
    QFETCH(const QString, told);
    QFETCH(const bool, wantsOther);
    const auto names = [](const QStringList& list) {
        std::vector<std::string> all;
        for (const QString& name : list) {
            all.push_back(name.toStdString());
        }
        return all;
    };
    m_pipeline->publishPlan.token = {
        wb::job::TokenStatus::Source::Keychain, "keychain", "alice", role.toStdString(), names(owners), names(repositories)};
    showPage();
    QCOMPARE(text(u"tokenStatus"_s), QString(u"from the keychain · user alice · "_s + told));
    QCOMPARE(find<QWidget>(u"tokenEdit"_s)->isVisible(), wantsOther);
}

void PublishTokenTest::missingOneTellsHowToGetOne()
{
    m_pipeline->tokenError = refused("no-token");
    showPage();
    QVERIFY(text(u"tokenStatus"_s).contains(u"HF_TOKEN"_s) && text(u"tokenStatus"_s).contains(u"weightbridge-cli login"_s));
    type(u"acme/model"_s);
    QVERIFY(!find<QWidget>(u"checkButton"_s)->isEnabled());
    QCOMPARE(hint(), u"A token is needed first."_s);
    m_pipeline->tokenError.reset();
    click(u"tokenAgainButton"_s);
    QTRY_VERIFY(text(u"tokenStatus"_s).contains(u"alice"_s));
    QVERIFY(isUsable(u"checkButton"_s));
}

void PublishTokenTest::lockedKeychainIsToldInWords()
{
    m_pipeline->tokenError = refused("keychain-locked");
    showPage();
    QCOMPARE(text(u"tokenStatus"_s), u"The keychain that holds your token is locked. Unlock it, then check again."_s);
    m_pipeline->tokenError.reset();
    goTo(u"tokenAgainButton"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_VERIFY(text(u"tokenStatus"_s).contains(u"alice"_s));
}

// It would be taken before the keychain's.
void PublishTokenTest::refusedOneOfTheEnvironmentOffersNoField()
{
    m_pipeline->tokenError = refused("token").with("path", "HF_TOKEN");
    showPage();
    QCOMPARE(text(u"tokenStatus"_s), u"The Hub does not accept the token in HF_TOKEN. Start the program with another one, or without it."_s);
    QVERIFY(!find<QWidget>(u"tokenEdit"_s)->isVisible());
    m_pipeline->tokenError = refused("token").with("path", "keychain");
    click(u"tokenAgainButton"_s);
    QTRY_COMPARE(text(u"tokenStatus"_s), u"The Hub does not accept the token from the keychain. Paste another one below."_s);
    QVERIFY(find<QWidget>(u"tokenEdit"_s)->isVisible());
}

void PublishTokenTest::typedOneGoesToTheKeychainAndNowhereElse()
{
    m_pipeline->tokenError = refused("no-token");
    showPage();
    auto* edit = find<QLineEdit>(u"tokenEdit"_s);
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(!find<QWidget>(u"tokenKeepButton"_s)->isEnabled());
    goTo(u"tokenEdit"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"hf_typedSecret"_s);
    QVERIFY(!edit->displayText().contains(u"typed"_s));
    QVERIFY(isUsable(u"tokenKeepButton"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(text(u"tokenStatus"_s), u"from the keychain · user alice · may write to alice, acme"_s);
    QVERIFY(edit->text().isEmpty() && !edit->isVisible());
    QCOMPARE(m_pipeline->keptTokens(), std::vector<std::string>{"hf_typedSecret"});
    type(u"acme/model"_s);
    m_settings->sync();
    QFile settings(m_settings->fileName());
    QVERIFY(settings.open(QIODevice::ReadOnly));
    const QByteArray kept = settings.readAll();
    QVERIFY(kept.contains("acme/model") && !kept.contains("typedSecret"));
}

void PublishTokenTest::typedOneThatIsRefusedIsNotKept()
{
    m_pipeline->tokenError = refused("no-token");
    m_pipeline->keepError = refused("token");
    showPage();
    typeIn(u"tokenEdit"_s, u"hf_wrong"_s);
    click(u"tokenKeepButton"_s);
    QTRY_COMPARE(text(u"tokenStatus"_s), u"The Hub does not accept this token, and it was not kept."_s);
    QVERIFY(m_pipeline->keptTokens().empty());
    QVERIFY(isUsable(u"tokenEdit"_s) && find<QLineEdit>(u"tokenEdit"_s)->text().isEmpty());
    m_pipeline->keepError = refused("token-text");
    typeIn(u"tokenEdit"_s, u"hf wrong"_s);
    click(u"tokenKeepButton"_s);
    QTRY_COMPARE(text(u"tokenStatus"_s), u"That is no token: it holds characters that no token has."_s);
}

void PublishTokenTest::keychainThatFailsIsTold()
{
    m_pipeline->tokenError = refused("no-token");
    m_pipeline->keepError = Error(ErrorCode::KeychainFailed).with("problem", "no-keyring");
    showPage();
    type(u"acme/model"_s);
    typeIn(u"tokenEdit"_s, u"hf_good"_s);
    click(u"tokenKeepButton"_s);
    QTRY_VERIFY(text(u"tokenStatus"_s).startsWith(u"The token was not kept. The keychain of this desktop cannot be used (none is running here)."_s));
    QCOMPARE(hint(), u"A token is needed first."_s);
    QVERIFY(isUsable(u"tokenEdit"_s));
}

void PublishTokenTest::pageOfTokensOpensByAKey()
{
    OpenedAddresses opened;
    m_pipeline->tokenError = refused("no-token");
    showPage();
    goTo(u"tokenPageLink"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(opened.addresses, QStringList(u"https://hub.example.org/settings/tokens"_s));
}

QTEST_MAIN(PublishTokenTest)
#include "publish_token_test.moc"
