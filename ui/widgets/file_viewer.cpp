#include "ui/widgets/file_viewer.h"

#include "ui/format.h"
#include "ui/models/numbers_model.h"
#include "ui/widgets/chart_look.h"

#include "core/base/text.h"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;
using inspect::FileContents;

namespace {

// Line by line, so that no character of a foreign file moves others about.
QString shownText(const std::string& text)
{
    constexpr size_t mostInLine = 10'000;
    QStringList lines;
    size_t begin = 0;
    while (begin <= text.size()) {
        const size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = text.substr(begin, end - begin);
        for (size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t')) {
            line.replace(tab, 1, "    ");
        }
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        lines.append(QString::fromStdString(printable(line, mostInLine)));
        begin = end + 1;
    }
    return lines.join(u'\n');
}

QStringList factsOf(const FileContents& contents)
{
    QStringList facts;
    if (contents.role == inspect::FileRole::Weights) {
        facts.append(FileViewer::tr("%n tensor(s)", nullptr, static_cast<int>(contents.tensors.size())));
        for (const auto& [name, value] : contents.metadata) {
            facts.append(u"%1: %2"_s.arg(shown(name), shown(value)));
        }
    }
    for (const inspect::ShardSummary& shard : contents.shards) {
        facts.append(FileViewer::tr("%1: %n tensor(s)", nullptr, static_cast<int>(shard.tensors)).arg(shown(shard.name)));
    }
    if (contents.totalBytes) {
        facts.append(FileViewer::tr("%1 of weights").arg(bytesText(*contents.totalBytes)));
    }
    if (contents.isCut) {
        facts.append(FileViewer::tr("only the beginning, %1, is shown").arg(bytesText(inspect::mostTextBytes)));
    }
    return facts;
}

}  // namespace

FileViewer::FileViewer(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_facts(new QLabel(this)), m_copy(new QToolButton(this)), m_sides(new QStackedWidget(this)),
      m_text(new QPlainTextEdit(this)), m_model(new NumbersModel(this)), m_table(new QTableView(this))
{
    setObjectName(u"fileViewer"_s);
    QFont strong = m_title->font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_title->setObjectName(u"fileTitle"_s);
    m_facts->setObjectName(u"fileFacts"_s);
    m_facts->setWordWrap(true);
    for (QLabel* label : {m_title, m_facts}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_copy->setObjectName(u"fileCopy"_s);
    m_copy->setText(tr("Copy all"));
    m_copy->setAccessibleName(tr("Copy all of the file that is shown"));
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_text->setObjectName(u"fileText"_s);
    m_text->setAccessibleName(tr("Text of the file"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_table->setObjectName(u"fileTensors"_s);
    m_table->setAccessibleName(tr("Tensors of the file"));
    m_table->setModel(m_model);
    setUpNumbers(*m_table);
    m_table->setTextElideMode(Qt::ElideLeft);  // keys are told apart by their ends
    m_sides->addWidget(m_text);
    m_sides->addWidget(m_table);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_facts);
    column->addWidget(m_sides, 1);
    connect(m_copy, &QToolButton::clicked, this, &FileViewer::copy);
    showNote({}, tr("Choose a file to see what is in it."));
}

void FileViewer::showContents(const QString& name, const FileContents& contents)
{
    if (contents.role != inspect::FileRole::Weights && !contents.text) {
        showNote(name, tr("This is no text."));
        return;
    }
    m_title->setText(name);
    m_title->show();
    m_facts->setText(factsOf(contents).join(u" · "_s));
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_copy->show();
    m_sides->show();
    if (contents.text) {
        m_text->setPlainText(shownText(*contents.text));
        m_sides->setCurrentWidget(m_text);
        return;
    }
    QList<QStringList> rows;
    for (const tensor::TensorInfo& tensor : contents.tensors) {
        rows.append({shown(tensor.key), shapeShown(tensor.shape), QString::fromUtf8(tensor::dtypeName(tensor.dtype)), bytesText(tensor.bytes())});
    }
    m_model->setTable({tr("Tensor"), tr("Shape"), tr("Type"), tr("Size")}, rows);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_sides->setCurrentWidget(m_table);
}

void FileViewer::showNote(const QString& name, const QString& note)
{
    m_title->setText(name);
    m_title->setVisible(!name.isEmpty());
    m_facts->setText(note);
    m_facts->show();
    m_copy->hide();
    m_sides->hide();
}

void FileViewer::copy() const
{
    QApplication::clipboard()->setText(m_sides->currentWidget() == m_text ? m_text->toPlainText() : m_model->tabbed());
}

}  // namespace wb::ui
