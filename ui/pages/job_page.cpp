#include "ui/pages/job_page.h"

#include "ui/format.h"
#include "ui/job_text.h"
#include "ui/publish_text.h"
#include "ui/transfer_text.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/flat_bar.h"
#include "ui/widgets/flow_layout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int barSteps = 1000;
constexpr int keepDType = -1;
constexpr std::array<quint64, 5> shardSizes{1'000'000'000, 2'000'000'000, 5'000'000'000, 10'000'000'000, 0};

}  // namespace

JobPage::JobPage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_folder(new QLineEdit(this)), m_browse(makeButton(u"browseButton"_s, tr("&Browse…"))),
      m_format(new QComboBox(this)), m_dtype(new QComboBox(this)), m_shards(new QComboBox(this)),
      m_overwrite(new QCheckBox(tr("&Replace what the folder holds"), this)), m_needs(new ElidedLabel(this)), m_bar(new FlatBar(this)),
      m_rate(new ElidedLabel(this)), m_status(new ElidedLabel(this)), m_pause(makeButton(u"pauseButton"_s, tr("&Pause"))),
      m_cancel(makeButton(u"cancelButton"_s, tr("C&ancel"))), m_primary(makeButton(u"primaryButton"_s, {}))
{
    setObjectName(u"jobPage"_s);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    makeOptions(*grid);
    makeProgress(*grid);
    m_primary->setDefault(true);
    connect(m_browse, &QPushButton::clicked, this, &JobPage::browseRequested);
    connect(m_pause, &QPushButton::clicked, &m_session, &Session::pause);
    connect(m_cancel, &QPushButton::clicked, &m_session, &Session::cancel);
    connect(m_primary, &QPushButton::clicked, this, &JobPage::doNextAct);
    connect(&m_session, &Session::stateChanged, this, &JobPage::showState);
    connect(&m_session, &Session::sampled, this, &JobPage::showSample);
    showState();
}

QPushButton* JobPage::makeButton(const QString& name, const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

void JobPage::makeOptions(QGridLayout& grid)
{
    m_folder->setObjectName(u"outputFolder"_s);
    m_folder->setAccessibleName(tr("Output folder"));
    connect(m_folder, &QLineEdit::editingFinished, this, [this] { m_session.setOutputFolder(m_folder->text()); });
    auto* folderLabel = new QLabel(tr("&Output folder"), this);
    folderLabel->setBuddy(m_folder);

    m_format->setObjectName(u"formatBox"_s);
    m_format->setAccessibleName(tr("Format"));
    m_format->addItem(tr("safetensors"), static_cast<int>(plan::Format::Safetensors));
    m_format->addItem(tr("PyTorch (.pth)"), static_cast<int>(plan::Format::Pth));
    m_format->addItem(tr("both"), static_cast<int>(plan::Format::Both));
    connect(m_format, &QComboBox::activated, this, [this] { m_session.setFormat(static_cast<plan::Format>(m_format->currentData().toInt())); });
    m_dtype->setObjectName(u"dtypeBox"_s);
    m_dtype->setAccessibleName(tr("Type of the numbers"));
    m_dtype->addItem(tr("type as in the file"), keepDType);
    for (const tensor::DType dtype : {tensor::DType::F32, tensor::DType::F16, tensor::DType::BF16}) {
        m_dtype->addItem(QString::fromUtf8(tensor::dtypeName(dtype)), static_cast<int>(dtype));
    }
    connect(m_dtype, &QComboBox::activated, this, [this] {
        const int value = m_dtype->currentData().toInt();
        m_session.setDType(value == keepDType ? std::nullopt : std::optional(static_cast<tensor::DType>(value)));
    });
    m_shards->setObjectName(u"shardBox"_s);
    m_shards->setAccessibleName(tr("Largest weight file"));
    m_shards->setToolTip(tr("The weights are split into files of at most this size. The Hub prefers files below 20 GB."));
    for (const quint64 bytes : shardSizes) {
        m_shards->addItem(bytes == 0 ? tr("one weight file") : tr("files of %1").arg(bytesText(bytes)), bytes);
    }
    connect(m_shards, &QComboBox::activated, this, [this] { m_session.setShardBytes(m_shards->currentData().toULongLong()); });
    m_overwrite->setObjectName(u"overwriteBox"_s);
    connect(m_overwrite, &QCheckBox::toggled, &m_session, &Session::setOverwrite);
    m_needs->setObjectName(u"needs"_s);

    auto* formatLabel = new QLabel(tr("&Format"), this);
    formatLabel->setBuddy(m_format);
    auto* options = new FlowLayout;
    options->addWidget(m_format);
    options->addWidget(m_dtype);
    options->addWidget(m_shards);
    options->addWidget(m_overwrite);
    grid.addWidget(folderLabel, 0, 0);
    grid.addWidget(m_folder, 0, 1);
    grid.addWidget(m_browse, 0, 2);
    grid.addWidget(formatLabel, 1, 0);
    grid.addLayout(options, 1, 1, 1, 2);
}

void JobPage::makeProgress(QGridLayout& grid)
{
    m_bar->setObjectName(u"progressBar"_s);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setRange(0, barSteps);
    m_rate->setObjectName(u"rate"_s);
    m_rate->setAccessibleDescription(tr("Speed and time left"));
    m_rate->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_status->setObjectName(u"jobStatus"_s);
    auto* progress = new QHBoxLayout;
    progress->addWidget(m_bar, 1);
    progress->addWidget(m_needs, 1);  // until there is progress
    progress->addWidget(m_rate);
    m_buttons = new QHBoxLayout;
    m_buttons->addWidget(m_status, 1);
    m_buttons->addWidget(m_pause);
    m_buttons->addWidget(m_cancel);
    m_buttons->addWidget(m_primary);
    grid.addLayout(progress, 2, 0, 1, 3);
    grid.addLayout(m_buttons, 3, 0, 1, 3);
}

void JobPage::addAct(QAction& action)
{
    m_buttons->insertWidget(m_buttons->indexOf(m_primary), new ActionButton(action, u"queueButton"_s, this));
}

void JobPage::doNextAct()
{
    if (m_session.isEditable()) {
        m_session.setOutputFolder(m_folder->text());
    }
    switch (m_session.nextAct()) {
    case Session::NextAct::Open:
        Q_EMIT openRequested();
        break;
    case Session::NextAct::Download:
        if (m_session.isWholeOnly()) {
            m_session.download();
            break;
        }
        [[fallthrough]];
    case Session::NextAct::ConvertStreamed:
    case Session::NextAct::Convert:
    case Session::NextAct::Resume:
        m_session.convert();
        break;
    case Session::NextAct::TryAgain:
        m_session.tryAgain();
        break;
    case Session::NextAct::Compare:
        Q_EMIT compareRequested();
        break;
    case Session::NextAct::Publish:
        Q_EMIT publishRequested();
        break;
    case Session::NextAct::OpenFolder:
        Q_EMIT openFolderRequested();
        break;
    case Session::NextAct::Nothing:
        // The folder was changed a moment ago and the new plan is being made: convert by it.
        if (m_session.state() == Session::State::Inspecting && m_session.plan()) {
            m_session.convert();
        }
        break;
    }
}

void JobPage::focusOptions()
{
    m_folder->setFocus(Qt::ShortcutFocusReason);
}

void JobPage::focusButtons()
{
    for (QPushButton* button : {m_primary, m_pause, m_cancel}) {
        if (button->isEnabled()) {
            button->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void JobPage::showState()
{
    showOptions();
    showButtons();
    showSample();
}

void JobPage::showOptions()
{
    const plan::Options& options = m_session.options();
    const bool hasFile = m_session.hasSource();
    const QString folder = pathFromBytes(options.outputFolder);
    if (m_folder->text() != folder && !m_folder->hasFocus()) {
        m_folder->setText(folder);
    }
    m_format->setCurrentIndex(m_format->findData(static_cast<int>(options.format)));
    m_dtype->setCurrentIndex(m_dtype->findData(options.dtype ? static_cast<int>(*options.dtype) : keepDType));
    if (m_shards->findData(static_cast<quint64>(options.shardBytes)) < 0) {  // a default of the user's own
        m_shards->addItem(tr("files of %1").arg(bytesText(options.shardBytes)), static_cast<quint64>(options.shardBytes));
    }
    m_shards->setCurrentIndex(m_shards->findData(static_cast<quint64>(options.shardBytes)));
    const QSignalBlocker quiet(m_overwrite);
    m_overwrite->setChecked(m_session.overwrite());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_folder, m_browse, m_format, m_dtype, m_shards, m_overwrite}) {
        widget->setEnabled(hasFile && m_session.isEditable());
    }
    m_needs->setFullText(needsText(m_session));
}

void JobPage::showButtons()
{
    const Session::NextAct act = m_session.nextAct();
    m_primary->setText(nextActText(m_session));
    m_primary->setEnabled(act != Session::NextAct::Nothing);
    const bool running = m_session.isRunning() && !m_session.isStopping();
    const bool reading = m_session.state() == Session::State::Inspecting && !m_session.isStopping();
    m_pause->setEnabled(m_session.canPause());
    m_cancel->setEnabled(running || reading || m_session.state() == Session::State::Paused);
    const bool isOnItsWay = m_session.isRunning() || m_cancel->isEnabled();
    m_pause->setVisible(isOnItsWay);
    m_cancel->setVisible(isOnItsWay);
}

void JobPage::showSample()
{
    const JobSample& sample = m_session.sample();
    const Progress::Snapshot& now = sample.progress;
    const bool running = m_session.isRunning();
    const int share = doneShare();
    if (running && now.bytesTotal > 0) {
        m_bar->setFormat(tr("%1 % · %2 of %3").arg(QString::number(share / 10), bytesText(now.bytesDone), bytesText(now.bytesTotal)));
    } else {
        m_bar->setFormat({});
    }
    m_bar->setValue(share);  // after the format, as it draws at once
    m_bar->setVisible(share > 0 || running);
    showRate();
    m_status->setFullText(stateText(m_session));
    m_needs->setVisible(!running && share == 0);
}

// The place of the rate grows with its text and never shrinks while the job runs: the bar beside it stays where it is.
void JobPage::showRate()
{
    const JobSample& sample = m_session.sample();
    QStringList rate{speedText(sample.bytesPerSecond), timeLeftText(sample.secondsLeft)};
    rate.removeAll(QString());
    m_rate->setFullText(rate.join(u" · "_s));
    const bool isShown = m_session.isRunning() && !rate.isEmpty();
    if (isShown) {
        m_rate->keepRoom();
    } else {
        m_rate->setMinimumWidth(0);
    }
    m_rate->setVisible(isShown);
}

// Of the bar's steps. What is sent but not committed is not done.
int JobPage::doneShare() const
{
    const Progress::Snapshot& now = m_session.sample().progress;
    const int share = permille(now.bytesDone, now.bytesTotal);
    const Publishing& publishing = m_session.publishing();
    constexpr int mostBeforeCommit = barSteps * 99 / 100;
    if (isStopped(publishing)) {
        return std::min(permille(publishing.bytesKept, publishing.plan->bytesToSend), mostBeforeCommit);
    }
    if (m_session.isPublishing()) {
        return publishing.stage == PublishStage::Commit ? mostBeforeCommit : std::min(share, mostBeforeCommit);
    }
    if (m_session.state() == Session::State::Done || publishing.publication) {
        return barSteps;
    }
    const bool isFromEarlier = m_session.state() == Session::State::Paused && now.bytesTotal == 0 && m_session.isRemote();
    return isFromEarlier ? permille(m_session.keptBytes(), m_session.published()->bytes) : share;
}

}  // namespace wb::ui
