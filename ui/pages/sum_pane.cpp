#include "ui/pages/sum_pane.h"

#include "ui/error_sentences.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/widgets/flat_bar.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include <algorithm>
#include <memory>

namespace wb::ui {

using namespace Qt::StringLiterals;
using File = job::CheckedSums::File;

namespace {

QString nameOf(const std::string& path)
{
    return shown(pathBytes(QFileInfo(pathFromBytes(path)).fileName()));
}

}  // namespace

SumPane::SumPane(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_sentence(new QLabel(this)), m_hint(new QLabel(this)), m_progress(new FlatBar(this)),
      m_button(new QPushButton(this))
{
    setObjectName(u"sumPane"_s);
    setFrameShape(QFrame::StyledPanel);
    m_sentence->setObjectName(u"sumSentence"_s);
    m_hint->setObjectName(u"sumHint"_s);
    m_progress->setObjectName(u"sumProgress"_s);
    m_progress->setAccessibleName(tr("Checking SHA-256 sums"));
    m_progress->setRange(0, 1000);
    m_button->setObjectName(u"sumButton"_s);
    m_button->setAutoDefault(true);
    auto* texts = new QVBoxLayout;
    for (QLabel* label : {m_sentence, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        texts->addWidget(label);
    }
    texts->addWidget(m_progress);
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this, &SumPane::stopOrClose);
    connect(&m_task, &BackgroundTask::sampled, this,
            [this](const Progress::Snapshot& now) { m_progress->setValue(permille(now.bytesDone, now.bytesTotal)); });
    hide();
}

bool SumPane::isList(const QString& path)
{
    const QString name = QFileInfo(path).fileName().toLower();
    return name.endsWith(u".sha256"_s) || name.endsWith(u".sha256sum"_s) || name == u"sha256sums"_s;
}

void SumPane::check(const QString& list, const QString& openFile)
{
    m_list = nameOf(pathBytes(list));
    const auto checked = std::make_shared<job::CheckedSums>();
    m_task.start([checked, path = pathBytes(QFileInfo(list).absoluteFilePath()),
                  open = pathBytes(openFile)](JobContext& job) { *checked = job::checkSums(path, open, job); },
                 [this, checked](const std::optional<Error>& error) { take(error, *checked); });
    m_progress->setValue(0);
    say(u"step-current"_s, tr("Checking the sums of %1…").arg(m_list));
    m_button->setFocus(Qt::OtherFocusReason);
}

void SumPane::take(const std::optional<Error>& error, const job::CheckedSums& checked)
{
    if (error) {
        const ErrorText text = describe(*error);
        say(u"message-error"_s, text.sentence, text.hint);
    } else if (!checked.isList) {
        say(u"message-error"_s, tr("%1 holds no SHA-256 sums.").arg(m_list),
            tr("A line of such a list is a sum of 64 hexadecimal digits and the name of a file. Lists larger than 64 KiB are not read."));
    } else if (checked.files.empty()) {
        const QString name = checked.missing.empty() ? QString() : shown(checked.missing.front());
        say(u"message-warning"_s,
            name.isEmpty() ? tr("%1 does not say of which file its sum is.").arg(m_list) : tr("There is no %1 beside %2.").arg(name, m_list),
            tr("Put both into one folder, or open the file first. Nothing was checked."));
    } else {
        showEnd(checked);
    }
}

void SumPane::showEnd(const job::CheckedSums& checked)
{
    const auto& files = checked.files;
    const auto wrong = std::find_if(files.begin(), files.end(), [](const File& file) { return !file.isEqual(); });
    const int count = static_cast<int>(files.size());
    QString hint;
    if (!checked.missing.empty()) {
        hint = tr("Not checked, as they are not there: %n file(s), first %1.", nullptr, static_cast<int>(checked.missing.size()))
                   .arg(shown(checked.missing.front()));
    }
    if (wrong != files.end()) {
        const QString differs = tr("Expected: %1\nFound: %2").arg(shown(wrong->expected), shown(wrong->found)) + u'\n' +
                                tr("It is damaged, or another file. Fetch it again.");
        say(u"message-error"_s, tr("%1 does not match its SHA-256 sum.").arg(nameOf(wrong->path)), hint.isEmpty() ? differs : differs + u'\n' + hint);
    } else if (count == 1) {
        say(hint.isEmpty() ? u"status-mapped"_s : u"message-warning"_s, tr("%1 matches its SHA-256 sum.").arg(nameOf(files.front().path)), hint);
    } else {
        say(hint.isEmpty() ? u"status-mapped"_s : u"message-warning"_s, tr("%n file(s) match their SHA-256 sums.", nullptr, count), hint);
    }
}

void SumPane::say(const QString& iconName, const QString& sentence, const QString& hint)
{
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(icon(iconName).pixmap(QSize(side, side), devicePixelRatioF()));
    m_sentence->setText(sentence);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_progress->setVisible(m_task.isRunning());
    m_button->setText(m_task.isRunning() ? tr("Stop") : tr("Close"));
    setAccessibleName(hint.isEmpty() ? sentence : sentence + u' ' + hint);
    show();
}

void SumPane::stopOrClose()
{
    if (!m_task.isRunning()) {
        hide();
        return;
    }
    m_task.cancel();
    say(u"message-information"_s, tr("Checking the sums was stopped."));
}

void SumPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        stopOrClose();
    } else {
        QFrame::keyPressEvent(event);
    }
}

}  // namespace wb::ui
