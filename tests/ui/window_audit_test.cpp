#include "tests/ui/pseudo_locale.h"
#include "tests/ui/publish_fixture.h"

#include "ui/queue/job_queue.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QChartView>
#include <QDockWidget>
#include <QHeaderView>
#include <QLayout>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QProgressBar>
#include <QRegularExpression>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using wb::Error;
using wb::ErrorCode;
using wb::mapping::Status;

// Every page in every state, looked at for what must hold on each: names for screen readers, a way through by Tab, room for longer languages.
class WindowAuditTest : public QObject, private PublishFixture {
    Q_OBJECT

private:
    void reach(const QString& state);
    void act(const char* name) const { find<QAction>(QString::fromLatin1(name))->trigger(); }
    void openDialog(const char* action);
    QList<QWidget*> shownWidgets() const;
    static bool isForeign(const QString& text);
    static bool isViewport(const QObject* object);
    static bool hasWords(const QWidget& widget);
    static void collectUnnamed(QAccessibleInterface* node, QStringList& found);
    QString largest(Qt::Orientation direction) const;
    static QString cutText(const QWidget& widget);
    QStringList cutTexts() const;
    static QStringList textsOf(const QWidget& widget);
    static void addStates();

    QWidget* m_looked = nullptr;  // the window, or the dialog over it

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void init() {}
    void cleanup();
    void everyControlHasANameAndARole_data() { addStates(); }
    void everyControlHasANameAndARole();
    void tabReachesEveryControlAndReturns_data() { addStates(); }
    void tabReachesEveryControlAndReturns();
    void longerLanguagesFitAndNothingIsUntranslated_data() { addStates(); }
    void longerLanguagesFitAndNothingIsUntranslated();
    void actionsHaveTextsAndKeysOfTheirOwn();
    void windowMirrorsFromRightToLeft();
    void coloursFollowTheDesktopAtOnce();
};

void WindowAuditTest::addStates()
{
    QTest::addColumn<QString>("state");
    for (const char* state :
         {"start",  "catalogue", "planned",   "problems", "failed", "converting", "paused", "result", "verified",    "publish", "download",
          "charts", "report",    "jobReport", "compare",  "jobs",   "settings",   "keys",   "guide",  "environment", "question"}) {
        QTest::newRow(state) << QString::fromLatin1(state);
    }
}

void WindowAuditTest::cleanup()
{
    dropAll();
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void WindowAuditTest::openDialog(const char* action)
{
    act(action);
    QTRY_VERIFY(QApplication::activeWindow() != nullptr && QApplication::activeWindow() != m_window.get());
    m_looked = QApplication::activeWindow();
}

void WindowAuditTest::reach(const QString& state)
{
    makePublishing();
    m_looked = m_window.get();
    if (state == u"catalogue"_s) {
        m_session->selectVariant(u"regnet-y-10b-seer"_s);
        QTRY_VERIFY(m_session->keyMap() != nullptr);
    } else if (state == u"planned"_s) {
        open();
    } else if (state == u"problems"_s) {
        m_pipeline->rows.push_back(FakePipeline::row(Status::Unmapped, "stray.one", nullptr));
        m_pipeline->rows.push_back(FakePipeline::row(Status::Missing, nullptr, "regnet.two"));
        m_pipeline->blocker = Error(ErrorCode::MapIncomplete);
        open();
        QTest::keyClick(m_window.get(), Qt::Key_F8);
    } else if (state == u"failed"_s) {
        m_pipeline->inspectError = Error(ErrorCode::NotACheckpoint).with("kind", "html").file("/data/tiny.torch");
        m_window->openFile(u"/data/tiny.torch"_s);
        QTRY_COMPARE(m_session->state(), State::Failed);
    } else if (state == u"converting"_s || state == u"paused"_s) {
        startConverting();
        if (state == u"paused"_s) {
            m_session->pause();
            QTRY_COMPARE(m_session->state(), State::Paused);
        }
    } else if (state == u"result"_s || state == u"verified"_s) {
        finishConversion();
        if (state == u"verified"_s) {
            QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
            m_pipeline->release();
            QTRY_VERIFY(m_session->parity().has_value());
        }
    } else if (state == u"publish"_s) {
        showPage();
    } else if (state == u"download"_s) {
        startDownloading();
    } else if (state == u"charts"_s) {
        open();
        find<QTabWidget>(u"tabs"_s)->setCurrentWidget(find<QWidget>(u"chartsPage"_s));
    } else if (state == u"report"_s) {
        finishConversion();
        act("reportAction");
    } else if (state == u"jobReport"_s) {
        m_window->queue().add({wb::ui::entryOf(u"/data/other.pth"_s)});
        QTRY_VERIFY(m_window->queue().sample().progress.bytesDone > 0);
        m_pipeline->release();
        QTRY_VERIFY(!m_window->queue().isRunning());
        act("jobReportAction");
        QTRY_VERIFY(!find<QLabel>(u"reportNote"_s)->text().isEmpty());
    } else if (state == u"compare"_s) {
        finishConversion();
        act("compareResultAction");
    } else if (state == u"jobs"_s) {
        open();
        act("addToQueueAction");
        find<QDockWidget>(u"jobsDock"_s)->show();
    } else if (state == u"settings"_s) {
        openDialog("settingsAction");
    } else if (state == u"keys"_s) {
        openDialog("keysAction");
    } else if (state == u"guide"_s) {
        openDialog("guideAction");
    } else if (state == u"environment"_s) {
        openDialog("environmentAction");
    } else if (state == u"question"_s) {
        startConverting();
        openDialog("quitAction");
    }
    QCoreApplication::processEvents();
}

bool WindowAuditTest::isViewport(const QObject* object)
{
    const auto* area = qobject_cast<const QAbstractScrollArea*>(object->parent());
    return area != nullptr && area->viewport() == object;
}

QList<QWidget*> WindowAuditTest::shownWidgets() const
{
    QList<QWidget*> found;
    for (QWidget* widget : m_looked->findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->window() == m_looked && !widget->objectName().startsWith(u"qt_"_s) && !widget->size().isEmpty() &&
            !isViewport(widget)) {
            found.append(widget);
        }
    }
    return found;
}

// What is focusable and has no name or no role. Items of views are named by their models.
void WindowAuditTest::collectUnnamed(QAccessibleInterface* node, QStringList& found)
{
    if (node == nullptr || !node->isValid() || node->state().invisible) {
        return;
    }
    const QObject* object = node->object();
    const bool isInner = object != nullptr && (object->objectName().startsWith(u"qt_"_s) || isViewport(object));
    if (node->state().focusable && !isInner && !node->state().disabled) {
        if (node->text(QAccessible::Name).isEmpty() || node->role() == QAccessible::NoRole) {
            found.append(object == nullptr ? u"?"_s : QLatin1StringView(object->metaObject()->className()) + u' ' + object->objectName());
        }
    }
    if (qobject_cast<const QAbstractItemView*>(object) != nullptr) {
        return;
    }
    for (int i = 0; i < node->childCount(); ++i) {
        collectUnnamed(node->child(i), found);
    }
}

// A picture has a name of its own, or says in another way what stands beside it.
bool WindowAuditTest::hasWords(const QWidget& widget)
{
    const auto* picture = qobject_cast<const QLabel*>(&widget);
    if (picture == nullptr || picture->pixmap().isNull() || !picture->accessibleName().isEmpty()) {
        return true;
    }
    const auto beside = picture->parentWidget()->findChildren<QLabel*>();
    return std::any_of(beside.begin(), beside.end(), [](const QLabel* label) { return !label->text().isEmpty(); });
}

void WindowAuditTest::everyControlHasANameAndARole()
{
    QFETCH(QString, state);
    reach(state);
    QStringList found;
    collectUnnamed(QAccessible::queryAccessibleInterface(m_looked), found);
    QVERIFY2(found.isEmpty(), qPrintable(u"without a name: "_s + found.join(u", "_s)));
    QSet<QString> names;
    for (const QWidget* widget : shownWidgets()) {
        const QString name = widget->objectName();
        QVERIFY2(name.isEmpty() || !names.contains(name), qPrintable(u"two of the name "_s + name));
        names.insert(name);
        QVERIFY2(!(widget->focusPolicy() & Qt::TabFocus) || !name.isEmpty(), widget->metaObject()->className());
        QVERIFY2(hasWords(*widget), qPrintable(u"a picture without words: "_s + name + u" in "_s + widget->parentWidget()->objectName()));
        const bool isChart = qobject_cast<const QChartView*>(widget) != nullptr;
        QVERIFY2(!isChart || !widget->accessibleDescription().isEmpty(), qPrintable(u"a chart without its numbers: "_s + name));
    }
}

void WindowAuditTest::tabReachesEveryControlAndReturns()
{
    QFETCH(QString, state);
    reach(state);
    m_looked->activateWindow();
    QTRY_VERIFY(QApplication::focusWidget() != nullptr);
    const QWidget* first = nullptr;
    QSet<const QWidget*> reached;
    int rounds = 0;
    for (int i = 0; i < 200 && rounds < 2; ++i) {  // the second with what the first has made appear
        QWidget* before = QApplication::focusWidget();
        QTest::keyClick(before, Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        QVERIFY2(now != nullptr && now != before, qPrintable(u"Tab stays in "_s + before->objectName()));
        rounds += now == first ? 1 : 0;
        first = first == nullptr ? now : first;
        reached.insert(now);
    }
    QCOMPARE(rounds, 2);
    for (const QWidget* widget : shownWidgets()) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        if (label != nullptr && label->text().isEmpty()) {
            continue;
        }
        const bool isControl = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isEnabled() && widget->focusProxy() == nullptr;
        QVERIFY2(!isControl || reached.contains(widget), qPrintable(u"Tab does not reach "_s + widget->objectName()));
    }
}

// Keys, names, paths, addresses and what else is shown as it is.
bool WindowAuditTest::isForeign(const QString& text)
{
    static const QStringList names{u"VISSL / SEER"_s,      u"SEER license"_s,     u"regnet-y-040"_s,
                                   u"regnet-y-10b-seer"_s, u"regnet_y_040.pth"_s, u"classy_state_dict.base_model.model"_s};
    static const QRegularExpression number(u"^\\d[\\d.,]* (?:bytes|[kMGT]B)$"_s);
    static const QRegularExpression keyOrPath(u"^(?:/|https?:|hf:|\\.\\.\\.|…)|\\.(?:torch|weight|md|json)$"_s);
    return names.contains(text) || text.contains(number) || text.contains(keyOrPath) || text.contains(u"{p}"_s);
}

QStringList WindowAuditTest::textsOf(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        return {label->text()};
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        return {button->text()};
    }
    QStringList texts;
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            texts.append(tabs->isTabVisible(i) ? tabs->tabText(i) : QString());
        }
    }
    if (const auto* header = qobject_cast<const QHeaderView*>(&widget); header != nullptr && header->orientation() == Qt::Horizontal) {
        for (int i = 0; i < header->count(); ++i) {
            texts.append(header->isSectionHidden(i) ? QString() : header->model()->headerData(i, Qt::Horizontal).toString());
        }
    }
    return texts;
}

// The text that the widget has no room for; empty where all is to be seen, or the whole is in the tool tip.
QString WindowAuditTest::cutText(const QWidget& widget)
{
    if (!widget.toolTip().isEmpty()) {
        return {};
    }
    if (const auto* label = qobject_cast<const QLabel*>(&widget); label != nullptr && !label->text().isEmpty()) {
        const bool isCut =
            label->wordWrap() ? label->heightForWidth(label->width()) > label->height() + 1 : label->sizeHint().width() > label->width() + 1;
        return isCut ? label->text() : QString();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget); button != nullptr && !button->text().isEmpty()) {
        const int needed = button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
        return needed > button->width() ? button->text() : QString();
    }
    return {};
}

QStringList WindowAuditTest::cutTexts() const
{
    QStringList cut;
    for (const QWidget* widget : shownWidgets()) {
        if (const QString text = cutText(*widget); !text.isEmpty()) {
            cut.append(widget->objectName() + u": "_s + text);
        }
    }
    return cut;
}

// What forces the window's size: the innermost first.
QString WindowAuditTest::largest(Qt::Orientation direction) const
{
    const int limit = direction == Qt::Horizontal ? 450 : 100;
    QStringList found;
    for (const QWidget* widget : shownWidgets()) {
        const QSize least = widget->layout() != nullptr ? widget->layout()->totalMinimumSize() : widget->minimumSizeHint();
        const int needed = direction == Qt::Horizontal ? least.width() : least.height();
        if (needed > limit) {
            found.prepend(u"%1 %2 (%3)"_s.arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName()).arg(needed));
        }
    }
    return found.join(u", "_s);
}

void WindowAuditTest::longerLanguagesFitAndNothingIsUntranslated()
{
    QFETCH(QString, state);
    const PseudoLocale pseudo;
    reach(state);
    const int height = state == u"jobs"_s ? 720 : 600;  // with the dock below the page
    const auto isSmall = [this, height] {               // asked for again without what goes when it gets low
        m_looked->resize(900, height);
        return m_looked->size() == QSize(900, height);
    };
    static_cast<void>(QTest::qWaitFor(isSmall, 3000));  // where it is not, the next two lines say what is too large
    QVERIFY2(m_looked->width() <= 900, qPrintable(u"too wide: "_s + largest(Qt::Horizontal)));
    QVERIFY2(m_looked->height() <= height, qPrintable(u"too high: "_s + largest(Qt::Vertical)));
    const auto isWhole = [this] { return cutTexts().isEmpty(); };
    static_cast<void>(QTest::qWaitFor(isWhole, 3000));  // what was shown a moment ago is given its place
    const QStringList cut = cutTexts();
    QStringList untranslated;
    for (const QWidget* widget : shownWidgets()) {
        for (const QString& text : textsOf(*widget)) {
            if (PseudoLocale::isUntranslated(text) && !isForeign(text)) {
                untranslated.append(widget->objectName() + u": "_s + text);
            }
        }
    }
    QVERIFY2(untranslated.isEmpty(), qPrintable(u"not translated:\n"_s + untranslated.join(u'\n')));
    QVERIFY2(cut.isEmpty(), qPrintable(u"no room for:\n"_s + cut.join(u'\n')));
}

void WindowAuditTest::actionsHaveTextsAndKeysOfTheirOwn()
{
    makeAll();
    QHash<QKeySequence, QString> keys;
    for (const QAction* action : m_window->findChildren<QAction*>()) {
        if (action->isSeparator() || action->objectName().startsWith(u"_q_"_s) || action->objectName().startsWith(u"qt_"_s)) {
            continue;
        }
        QVERIFY2(!action->text().isEmpty() || action->icon().isNull(), qPrintable(action->objectName()));
        const bool isEverywhere = action->shortcutContext() == Qt::WindowShortcut || action->shortcutContext() == Qt::ApplicationShortcut;
        for (const QKeySequence& key : isEverywhere ? action->shortcuts() : QList<QKeySequence>()) {
            QVERIFY2(!keys.contains(key), qPrintable(key.toString() + u": "_s + keys.value(key) + u" and "_s + action->text()));
            keys.insert(key, action->text());
        }
    }
    QVERIFY(keys.size() > 15);
    for (const QMenu* menu : m_window->findChildren<QMenu*>()) {
        QSet<QString> letters;
        for (const QAction* action : menu->actions()) {
            const QString letter = QKeySequence::mnemonic(action->text()).toString();
            QVERIFY2(letter.isEmpty() || !letters.contains(letter), qPrintable(menu->title() + u": "_s + action->text()));
            letters.insert(letter);
        }
    }
}

void WindowAuditTest::windowMirrorsFromRightToLeft()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    makeAll();
    open();
    const auto left = [this](const QString& name) { return find<QWidget>(name)->mapTo(m_window.get(), QPoint()).x(); };
    QVERIFY(left(u"variantView"_s) > left(u"keyTable"_s));
    QVERIFY(left(u"step1"_s) > left(u"step5"_s));
    QVERIFY(left(u"primaryButton"_s) < left(u"jobStatus"_s));

    auto* table = find<QTableView>(u"keyTable"_s);
    const auto picture = [table](Qt::LayoutDirection direction) {
        QImage image(400, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        option.direction = direction;
        option.fontMetrics = table->fontMetrics();
        table->itemDelegateForColumn(1)->paint(&painter, option, table->model()->index(0, 1));
        return image;
    };
    QCOMPARE(picture(Qt::RightToLeft), picture(Qt::LeftToRight));
}

void WindowAuditTest::coloursFollowTheDesktopAtOnce()
{
    reach(u"verified"_s);
    const QPalette light = QApplication::palette();
    const QPalette dark(QColor(0x35, 0x38, 0x3c), QColor(0x20, 0x22, 0x25));
    QApplication::setPalette(dark);
    QCoreApplication::processEvents();
    const QImage picture = m_window->grab().toImage();
    QApplication::setPalette(light);
    int bright = 0;  // no patch that has stayed light: text, icons and edges alone are bright
    int seen = 0;
    for (int y = 0; y < picture.height(); y += 4) {
        for (int x = 0; x < picture.width(); x += 4) {
            bright += picture.pixelColor(x, y).lightness() > 160 ? 1 : 0;
            ++seen;
        }
    }
    QVERIFY2(bright * 20 < seen, qPrintable(u"%1 of %2 points are light in a dark desktop"_s.arg(bright).arg(seen)));
}

QTEST_MAIN(WindowAuditTest)
#include "window_audit_test.moc"
