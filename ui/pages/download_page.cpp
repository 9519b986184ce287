#include "ui/pages/download_page.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/transfer_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/pieces_map.h"
#include "ui/widgets/speed_chart.h"
#include "ui/widgets/waiting_row.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;
using State = Session::State;

DownloadPage::DownloadPage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_title(new ElidedLabel(this)),
      m_waiting(new WaitingRow({u"waitingRow"_s, u"waitingText"_s, u"tryNowButton"_s}, this)), m_pieces(new PiecesMap(this)),
      m_piecesText(new QLabel(this)), m_chart(new SpeedChart(this))
{
    setObjectName(u"downloadPage"_s);
    m_title->setObjectName(u"downloadTitle"_s);
    QFont strong = m_title->font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_piecesText->setObjectName(u"piecesText"_s);
    auto* grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(fontMetrics().averageCharWidth() * 2);
    m_bytes = addFact(*grid, 0, u"downloadBytes"_s, tr("Fetched"));
    m_speed = addFact(*grid, 1, u"downloadSpeed"_s, tr("Speed"));
    m_connections = addFact(*grid, 2, u"downloadConnections"_s, tr("Connections"));
    m_twice = addFact(*grid, 3, u"downloadTwice"_s, tr("Fetched twice"));
    m_folder = addFact(*grid, 4, u"downloadFolder"_s, tr("Kept in"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_waiting);
    column->addLayout(grid);
    column->addWidget(m_pieces);
    column->addWidget(m_piecesText);
    column->addWidget(m_chart, 1);
    column->addStretch();
    connect(m_waiting, &WaitingRow::tryNow, &m_session, &Session::tryNow);
    connect(&m_session, &Session::stateChanged, this, &DownloadPage::showState);
    connect(&m_session, &Session::sampled, this, &DownloadPage::showSample);
    m_clock.start();
    showState();
}

ElidedLabel* DownloadPage::addFact(QGridLayout& grid, int row, const QString& name, const QString& label)
{
    auto* value = new ElidedLabel(this);
    value->setObjectName(name);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid.addWidget(new QLabel(label, this), row, 0);
    grid.addWidget(value, row, 1);
    return value;
}

void DownloadPage::showState()
{
    if (!m_session.published()) {
        m_chart->clear();
    }
    showSample();
}

void DownloadPage::showSample()
{
    if (!m_session.published() || m_session.isPublishing()) {
        return;
    }
    m_title->setFullText(titleText());
    if (m_session.isWaiting()) {
        m_waiting->showWaiting(waitingText(m_session));
    } else {
        m_waiting->showNothing();
    }
    showNumbers();
}

void DownloadPage::showNumbers()
{
    const Published& published = *m_session.published();
    const bool runs = m_session.isRunning() && m_session.isRemote();
    const JobSample& sample = m_session.sample();
    const Transfer& transfer = sample.progress.transfer;
    m_bytes->setFullText(fetchedText());
    QStringList speed{speedText(sample.bytesPerSecond), timeLeftText(sample.secondsLeft)};
    speed.removeAll(QString());
    m_speed->setFullText(runs && !speed.isEmpty() ? speed.join(u" · "_s) : u"–"_s);
    m_connections->setFullText(runs ? tr("%1 of %2").arg(transfer.connections).arg(transfer.mostConnections) : u"–"_s);
    m_twice->setFullText(bytesText(published.fetched ? published.fetched->bytesTwice : transfer.bytesTwice));
    m_folder->setFullText(published.way == job::Way::Keep ? published.folder : tr("nowhere: only the result is stored"));
    showPieces(runs, transfer.pieces);
    if (runs && sample.bytesPerSecond) {
        m_chart->add(m_clock.elapsed(), *sample.bytesPerSecond);
    }
    m_chart->setVisible(runs || m_chart->count() > 0);
}

void DownloadPage::showPieces(bool runs, std::vector<Transfer::Piece> pieces)
{
    if (!runs) {
        std::replace(pieces.begin(), pieces.end(), Transfer::OnTheWay, Transfer::Missing);
    }
    m_pieces->setPieces(pieces);
    m_pieces->setVisible(!pieces.empty());
    m_piecesText->setText(m_pieces->summary());
    m_piecesText->setVisible(!pieces.empty());
}

QString DownloadPage::fetchedText() const
{
    const Published& published = *m_session.published();
    if (published.fetched) {
        const job::Fetched& fetched = *published.fetched;
        if (fetched.alreadyThere) {
            return tr("nothing: the file was here already");
        }
        const QString all = bytesText(fetched.bytes);
        return fetched.bytesResumed == 0 ? all : tr("%1, of those %2 in an earlier run").arg(all, bytesText(fetched.bytesResumed));
    }
    if (m_session.isRunning()) {
        const Progress::Snapshot& now = m_session.sample().progress;
        return partOfText(now.bytesDone, now.bytesTotal > 0 ? now.bytesTotal : published.bytes);
    }
    return tr("%1 kept").arg(partOfText(m_session.keptBytes(), published.bytes));
}

QString DownloadPage::titleText() const
{
    const Published& published = *m_session.published();
    const QString name = shown(published.source.fileName);
    const QString host = hostOf(published);
    if (published.fetched) {
        return tr("%1 is here: %2.").arg(name, proofText(published.fetched->proof));
    }
    switch (m_session.state()) {
    case State::Downloading:
        return m_session.sample().progress.stage == Stage::Check ? tr("Checking %1").arg(name) : tr("Downloading %1 from %2").arg(name, host);
    case State::Converting:
    case State::Verifying:
        return tr("Converting %1 while it comes from %2").arg(name, host);
    case State::Paused:
        return tr("Paused: %1 from %2").arg(name, host);
    default:
        return tr("%1 from %2").arg(name, host);
    }
}

}  // namespace wb::ui
