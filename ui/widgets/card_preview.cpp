#include "ui/widgets/card_preview.h"

#include "ui/format.h"

#include "core/job/front_matter.h"

#include <QDesktopServices>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

// The first cell of a table in Markdown comes with an empty line above its text.
void removeEmptyBegin(const QTextTableCell& cell)
{
    QTextCursor begin = cell.firstCursorPosition();
    if (begin.block().text().isEmpty() && begin.block() != cell.lastCursorPosition().block()) {
        begin.deleteChar();
    }
}

}  // namespace

CardPreview::CardPreview(QWidget* parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setTabChangesFocus(false);
    setAccessibleName(tr("Preview of the model card"));
    connect(this, &QTextBrowser::anchorClicked, this, &CardPreview::open);
    connect(this, &QTextBrowser::highlighted, this, [this](const QUrl& url) { setToolTip(shown(url.toString().toStdString()).toHtmlEscaped()); });
}

void CardPreview::setCard(const QString& card)
{
    const std::string text = card.toStdString();
    const std::string_view rest = job::frontMatterOf(text).rest;
    document()->setMarkdown(QString::fromUtf8(rest.data(), static_cast<qsizetype>(rest.size())),
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    tidy();
    insertFacts(card);
    moveCursor(QTextCursor::Start);
}

QVariant CardPreview::loadResource(int, const QUrl&)
{
    return {};
}

// Addresses of the web only: a card must not start anything else.
void CardPreview::open(const QUrl& url)
{
    if (url.scheme() == u"https"_s || url.scheme() == u"http"_s) {
        QDesktopServices::openUrl(url);
    }
}

void CardPreview::insertFacts(const QString& card)
{
    const std::string text = card.toStdString();
    const std::vector<job::MatterEntry> entries = job::entriesOf(job::frontMatterOf(text));
    if (entries.empty()) {
        return;
    }
    QTextCursor cursor(document());
    cursor.insertBlock();
    cursor.movePosition(QTextCursor::Start);
    cursor.setBlockFormat(QTextBlockFormat());
    cursor.setBlockCharFormat(QTextCharFormat());
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(fontMetrics().averageCharWidth() / 2.0);
    format.setBottomMargin(fontMetrics().height());
    QTextTable* table = cursor.insertTable(static_cast<int>(entries.size()), 2, format);
    for (int row = 0; row < table->rows(); ++row) {
        const job::MatterEntry& entry = entries[static_cast<size_t>(row)];
        QTextCharFormat strong;
        strong.setFontWeight(QFont::Bold);
        table->cellAt(row, 0).firstCursorPosition().insertText(shown(entry.key), strong);
        table->cellAt(row, 1).firstCursorPosition().insertText(QString::fromStdString(entry.value), QTextCharFormat());
    }
}

// In the place of each picture stands what it is called. Code is broken into the width that there is.
void CardPreview::tidy()
{
    for (QTextFrame* frame : document()->rootFrame()->childFrames()) {
        if (auto* table = qobject_cast<QTextTable*>(frame); table != nullptr && table->rows() > 0) {
            removeEmptyBegin(table->cellAt(0, 0));
        }
    }
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().nonBreakableLines()) {
            QTextBlockFormat breakable;
            breakable.setNonBreakableLines(false);
            QTextCursor(block).mergeBlockFormat(breakable);
        }
        QList<QTextFragment> pictures;
        for (auto each = block.begin(); !each.atEnd(); ++each) {
            if (each.fragment().charFormat().isImageFormat()) {
                pictures.prepend(each.fragment());
            }
        }
        for (const QTextFragment& picture : pictures) {
            const QTextImageFormat format = picture.charFormat().toImageFormat();
            const QString name = format.property(QTextFormat::ImageAltText).toString();
            QTextCursor cursor(document());
            cursor.setPosition(picture.position());
            cursor.setPosition(picture.position() + picture.length(), QTextCursor::KeepAnchor);
            cursor.insertText(tr("[picture: %1]").arg(name.isEmpty() ? format.name() : name), QTextCharFormat());
        }
    }
}

}  // namespace wb::ui
