#include "ui/pages/result_page.h"

#include "ui/error_sentences.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/files_pane.h"
#include "ui/widgets/roomy_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

QTreeWidget* makeList(const QString& name, const QString& accessibleName, const QStringList& headers, QWidget* parent)
{
    auto* list = new QTreeWidget(parent);
    list->setObjectName(name);
    list->setAccessibleName(accessibleName);
    list->setHeaderLabels(headers);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setItemDelegate(new RoomyDelegate(list));
    list->setAlternatingRowColors(true);
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    return list;
}

QString checkName(const std::string& name)
{
    const std::array<std::pair<const char*, QString>, 12> names{{{"report", ResultPage::tr("Report of the conversion")},
                                                                 {"finished", ResultPage::tr("Finished")},
                                                                 {"record-crcs", ResultPage::tr("Checksums of the records")},
                                                                 {"layout", ResultPage::tr("File structure")},
                                                                 {"config", ResultPage::tr("Configuration")},
                                                                 {"keys", ResultPage::tr("Every key once")},
                                                                 {"shapes", ResultPage::tr("Shapes")},
                                                                 {"tensor-hashes", ResultPage::tr("Values of the tensors")},
                                                                 {"file-hashes", ResultPage::tr("Bytes of the files")},
                                                                 {"index", ResultPage::tr("Index")},
                                                                 {"against-source", ResultPage::tr("Against the source")},
                                                                 {"processor", ResultPage::tr("Image processor")}}};
    for (const auto& entry : names) {
        if (name == entry.first) {
            return entry.second;
        }
    }
    return shown(name);
}

}  // namespace

QString verdictText(const job::Outcome& outcome, uint64_t tensors)
{
    if (!outcome.verified) {
        return ResultPage::tr("Converted, not verified");
    }
    if (!outcome.verified->ok) {
        return ResultPage::tr("The result did not pass verification");
    }
    return ResultPage::tr("%1 of %2 tensors proved").arg(countText(outcome.verified->tensors), countText(tensors));
}

ResultPage::ResultPage(QWidget* parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_verdict(new QLabel(this)), m_notes(new QLabel(this)), m_folder(new ElidedLabel(this)),
      m_verify(new QPushButton(tr("&Verify again"), this)), m_files(new FilesPane(this)),
      m_checks(makeList(u"resultChecks"_s, tr("Checks of the result"), {tr("Check"), tr("Result"), tr("Found")}, this))
{
    setObjectName(u"resultPage"_s);
    auto* panes = new QSplitter(Qt::Vertical, this);
    panes->setObjectName(u"resultSplitter"_s);
    panes->setChildrenCollapsible(false);
    panes->addWidget(m_files);
    panes->addWidget(m_checks);
    panes->setStretchFactor(0, 3);
    panes->setStretchFactor(1, 2);
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeHead());
    column->addWidget(m_notes);
    column->addWidget(panes, 1);
    connect(m_files, &FilesPane::openFolderRequested, this, &ResultPage::openFolderRequested);
    connect(m_files, &FilesPane::verifyAgainRequested, this, &ResultPage::verifyAgain);
    connect(m_verify, &QPushButton::clicked, this, &ResultPage::verifyAgain);
    connect(&m_verifying, &BackgroundTask::sampled, this, [this](const Progress::Snapshot& now) {
        m_verdict->setText(tr("Verifying again… %1 %").arg(permille(now.bytesDone, now.bytesTotal) / 10));
    });
}

QWidget* ResultPage::makeHead()
{
    m_verdict->setObjectName(u"verdict"_s);
    m_verdict->setTextFormat(Qt::PlainText);
    QFont large = m_verdict->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    m_verdict->setFont(large);
    m_notes->setObjectName(u"resultNotes"_s);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setWordWrap(true);
    m_folder->setObjectName(u"resultFolder"_s);
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_verify->setObjectName(u"verifyAgainButton"_s);
    auto* card = new QPushButton(tr("&Model card…"), this);
    card->setObjectName(u"cardButton"_s);
    card->setToolTip(tr("Read and edit the model card on the Publish page"));
    auto* open = new QPushButton(tr("Open &folder"), this);
    open->setObjectName(u"openFolderButton"_s);
    connect(card, &QPushButton::clicked, this, &ResultPage::cardRequested);
    connect(open, &QPushButton::clicked, this, &ResultPage::openFolderRequested);

    auto* head = new QWidget(this);
    auto* verdict = new QHBoxLayout;
    verdict->addWidget(m_icon);
    verdict->addWidget(m_verdict, 1);
    auto* folder = new QHBoxLayout;
    folder->addWidget(m_folder, 1);
    for (QPushButton* button : {m_verify, card, open}) {
        folder->addWidget(button);
    }
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(verdict);
    column->addLayout(folder);
    return head;
}

void ResultPage::showOutcome(const job::Outcome& outcome, uint64_t tensors)
{
    if (m_isShown && m_outcome.converted.folder == outcome.converted.folder) {
        return;
    }
    m_isShown = true;
    m_verifying.cancel();
    m_verify->setEnabled(true);
    m_outcome = outcome;
    m_tensors = tensors;
    const QString folder = pathFromBytes(outcome.converted.folder);
    m_folder->setFullText(folder);
    QStringList notes;
    if (outcome.converted.alreadyDone) {
        notes.append(tr("The folder already held this very result; it was checked and kept."));
    } else if (outcome.converted.resumed) {
        notes.append(tr("The conversion went on from an earlier run."));
    }
    if (outcome.converted.overflowed > 0) {
        notes.append(tr("Values too large for the chosen type, now infinite: %1.").arg(countText(outcome.converted.overflowed)));
    }
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_files->showFolder(folder, outcome.converted.files);
    showVerdict(outcome);
}

void ResultPage::showVerdict(const job::Outcome& outcome)
{
    const bool proved = outcome.verified && outcome.verified->ok;
    const int side = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    m_icon->setPixmap(icon(proved ? u"status-mapped"_s : u"message-warning"_s).pixmap(QSize(side, side), devicePixelRatioF()));
    m_verdict->setText(verdictText(outcome, m_tensors));
    m_checks->clear();
    m_checks->setVisible(outcome.verified.has_value());
    if (outcome.verified) {
        addChecks(*outcome.verified);
    }
}

// Reads the whole folder once more, beside whatever else runs. The session's outcome stays that of the conversion.
void ResultPage::verifyAgain()
{
    m_verify->setEnabled(false);
    m_verdict->setText(tr("Verifying again…"));
    const auto report = std::make_shared<verify::Report>();
    m_verifying.start([report, folder = m_outcome.converted.folder](JobContext& job) { *report = job::verifyFolder(folder, job); },
                      [this, report](const std::optional<Error>& error) {
                          if (error) {
                              const ErrorText text = describe(*error);
                              *report = {false, 0, {{"layout", false, pathBytes(text.sentence), {}}}};
                          }
                          takeReport(*report);
                      });
}

void ResultPage::takeReport(const verify::Report& report)
{
    m_verify->setEnabled(true);
    m_outcome.verified = report;
    m_files->showFolder(pathFromBytes(m_outcome.converted.folder), m_outcome.converted.files);
    showVerdict(m_outcome);
}

void ResultPage::addChecks(const verify::Report& report)
{
    for (const verify::Check& check : report.checks) {
        auto* item = new QTreeWidgetItem(m_checks, {checkName(check.name), check.ok ? tr("right") : tr("wrong"), shown(check.detail)});
        item->setToolTip(2, item->text(2).toHtmlEscaped());
        item->setIcon(1, icon(check.ok ? u"status-mapped"_s : u"message-error"_s));
    }
}

}  // namespace wb::ui
