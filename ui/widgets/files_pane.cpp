#include "ui/widgets/files_pane.h"

#include "ui/error_sentences.h"
#include "ui/format.h"
#include "ui/models/folder_model.h"
#include "ui/widgets/chart_look.h"
#include "ui/widgets/file_viewer.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;
using io::FolderEntry;

namespace {

constexpr size_t mostEntries = 10'000;

}  // namespace

FilesPane::FilesPane(QWidget* parent)
    : QWidget(parent), m_model(new FolderModel(this)), m_panes(new QSplitter(Qt::Horizontal, this)), m_table(new QTableView(this)),
      m_viewer(new FileViewer(this))
{
    setObjectName(u"filesPane"_s);
    m_table->setObjectName(u"resultFiles"_s);
    m_table->setAccessibleName(tr("Files of the result"));
    m_table->setModel(m_model);
    setUpNumbers(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(FolderModel::HashColumn, QHeaderView::Stretch);
    m_table->setTextElideMode(Qt::ElideRight);
    m_panes->setObjectName(u"filesSplitter"_s);
    m_panes->setChildrenCollapsible(false);
    m_panes->addWidget(m_table);
    m_panes->addWidget(m_viewer);
    m_panes->setStretchFactor(0, 1);
    m_panes->setStretchFactor(1, 1);
    m_panes->setSizes({fontMetrics().averageCharWidth() * 70, fontMetrics().averageCharWidth() * 70});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panes);
    makeActions();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FilesPane::showCurrent);
}

QAction* FilesPane::addAct(const QString& name, const QString& text)
{
    auto* act = new QAction(text, this);
    act->setObjectName(name);
    m_table->addAction(act);
    return act;
}

void FilesPane::makeActions()
{
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(addAct(u"filesOpenFolder"_s, tr("Open &folder")), &QAction::triggered, this, &FilesPane::openFolderRequested);
    m_copyPath = addAct(u"filesCopyPath"_s, tr("Copy &path"));
    m_copyHash = addAct(u"filesCopyHash"_s, tr("Copy SHA-&256"));
    connect(addAct(u"filesVerifyAgain"_s, tr("&Verify again")), &QAction::triggered, this, &FilesPane::verifyAgainRequested);
    connect(m_copyPath, &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(m_folder + u'/' + pathFromBytes(m_model->entry(currentRow()).name)); });
    connect(m_copyHash, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(m_model->hash(currentRow())); });
    showActs();
}

int FilesPane::currentRow() const
{
    return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
}

void FilesPane::showActs()
{
    m_copyPath->setEnabled(currentRow() >= 0);
    m_copyHash->setEnabled(currentRow() >= 0 && !m_model->hash(currentRow()).isEmpty());
}

void FilesPane::showFolder(const QString& folder, const std::vector<plan::WrittenFile>& written)
{
    m_folder = folder;
    m_model->setWritten(written);
    m_reading.cancel();
    m_viewer->showNote({}, tr("Choose a file to see what is in it."));
    showActs();
    list();
}

// A folder that cannot be listed shows what was written to it.
void FilesPane::list()
{
    const auto entries = std::make_shared<std::vector<FolderEntry>>();
    m_listing.start([entries, folder = pathBytes(m_folder)](JobContext&) { *entries = io::listEntries(folder, mostEntries); },
                    [this, entries](const std::optional<Error>& error) {
                        if (!error) {
                            m_model->setEntries(std::move(*entries));
                            showActs();
                        }
                    });
}

void FilesPane::showCurrent()
{
    showActs();
    m_reading.cancel();
    if (currentRow() < 0) {
        m_viewer->showNote({}, tr("Choose a file to see what is in it."));
        return;
    }
    const FolderEntry entry = m_model->entry(currentRow());
    const QString name = shown(entry.name);
    if (entry.kind != FolderEntry::Kind::File) {
        m_viewer->showNote(name, entry.kind == FolderEntry::Kind::Link ? tr("A link, which is not followed: %1").arg(shown(entry.target))
                                                                       : tr("This is no file, and it is not opened."));
        return;
    }
    m_viewer->showNote(name, tr("Reading…"));
    const auto contents = std::make_shared<inspect::FileContents>();
    m_reading.start(
        [contents, folder = pathBytes(m_folder), file = entry.name](JobContext& job) { *contents = inspect::readContents(folder, file, job); },
        [this, contents, name](const std::optional<Error>& error) {
            if (error) {
                const ErrorText text = describe(*error);
                m_viewer->showNote(name, text.sentence + u' ' + text.hint);
            } else {
                m_viewer->showContents(name, *contents);
            }
        });
}

}  // namespace wb::ui
