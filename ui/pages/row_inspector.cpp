#include "ui/pages/row_inspector.h"

#include "ui/format.h"
#include "ui/models/status_look.h"
#include "ui/row_text.h"
#include "ui/widgets/wrapped_text.h"

#include <QAction>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;
using mapping::KeyMapRow;

namespace {

constexpr int buttonsARow = 2;
constexpr int indexRole = Qt::UserRole;  // of an item: index into the row's suggestions

QLabel* plainLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

// With its title, which is hidden where there is nothing to say.
void showWrapped(WrappedText* text, const QString& words)
{
    text->setText(words);
    text->parentWidget()->setVisible(!words.isEmpty());
}

void setBold(QWidget* widget)
{
    QFont font = widget->font();
    font.setBold(true);
    widget->setFont(font);
}

}  // namespace

RowInspector::RowInspector(QWidget* parent)
    : QScrollArea(parent), m_empty(plainLabel(u"inspectorEmpty"_s, this)), m_body(new QWidget(this)), m_column(new QVBoxLayout)
{
    setObjectName(u"rowInspector"_s);
    setAccessibleName(tr("The selected row in full"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_empty->setText(tr("Select a row to see it in full."));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setEnabled(false);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins({});
    body->addWidget(makeHead());
    body->addWidget(makeSuggestions());
    body->addWidget(makeFacts());
    m_body->hide();
    auto* content = new QWidget(this);
    const int letter = fontMetrics().averageCharWidth();
    m_column->setContentsMargins(letter, 0, letter, 0);
    m_column->addWidget(m_empty, 1);
    m_column->addWidget(m_body);
    m_column->addStretch();
    content->setLayout(m_column);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setMinimumWidth(letter * 34);
}

QSize RowInspector::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 46, fontMetrics().height() * 12};
}

QWidget* RowInspector::makeHead()
{
    auto* head = new QWidget(this);
    auto* grid = new QGridLayout(head);
    grid->setContentsMargins({});
    m_icon = new QLabel(head);
    m_status = plainLabel(u"inspectorStatus"_s, head);
    setBold(m_status);
    m_problem = plainLabel(u"inspectorProblem"_s, head);
    grid->addWidget(m_icon, 0, 0);
    grid->addWidget(m_status, 0, 1);
    grid->addWidget(m_problem, 1, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    return head;
}

QWidget* RowInspector::makeFacts()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins({});
    const auto addKey = [&](const QString& name, const QString& title) {
        auto* pair = new QWidget(box);
        auto* text = new WrappedText(pair);
        text->setObjectName(name);
        text->setAccessibleName(title);
        auto* label = new QLabel(title, pair);
        label->setBuddy(text);
        label->setForegroundRole(QPalette::PlaceholderText);
        auto* lines = new QVBoxLayout(pair);
        lines->setContentsMargins({});
        lines->setSpacing(0);
        lines->addWidget(label);
        lines->addWidget(text);
        column->addWidget(pair);
        return text;
    };
    m_source = addKey(u"inspectorSource"_s, tr("Key in the file"));
    m_destination = addKey(u"inspectorDestination"_s, tr("Key in the model folder"));
    m_form = new QFormLayout;
    m_form->setContentsMargins({});
    m_form->setVerticalSpacing(fontMetrics().height() / 4);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const std::array<std::pair<QString, QString>, 4> rows{{{u"inspectorSourceShape"_s, tr("Shape in the file")},
                                                           {u"inspectorShape"_s, tr("Shape in the model")},
                                                           {u"inspectorDType"_s, tr("Type")},
                                                           {u"inspectorBytes"_s, tr("Size")}}};
    for (size_t i = 0; i < rows.size(); ++i) {
        m_facts[i] = plainLabel(rows[i].first, box);
        auto* label = new QLabel(rows[i].second, box);
        label->setForegroundRole(QPalette::PlaceholderText);
        m_form->addRow(label, m_facts[i]);
    }
    column->addLayout(m_form);
    m_rule = addKey(u"inspectorRule"_s, tr("Rule"));
    m_captures = addKey(u"inspectorCaptures"_s, tr("Captured"));
    return box;
}

QWidget* RowInspector::makeSuggestions()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins({});
    m_suggestionBox = new QWidget(box);
    auto* inner = new QVBoxLayout(m_suggestionBox);
    inner->setContentsMargins({});
    auto* title = new QLabel(tr("&Suggestions, best first"), m_suggestionBox);
    setBold(title);
    m_suggestions = new QListWidget(m_suggestionBox);
    m_suggestions->setObjectName(u"suggestions"_s);
    m_suggestions->setAccessibleName(tr("Suggestions, best first"));
    m_suggestions->setTextElideMode(Qt::ElideLeft);
    m_suggestions->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_suggestions->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_suggestions->setAlternatingRowColors(true);
    title->setBuddy(m_suggestions);
    connect(m_suggestions, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { Q_EMIT suggestionActivated(item->data(indexRole).toInt()); });
    inner->addWidget(title);
    inner->addWidget(m_suggestions);
    m_buttons = new QGridLayout;
    m_buttons->setContentsMargins({});
    column->addWidget(m_suggestionBox);
    column->addLayout(m_buttons);
    return box;
}

void RowInspector::addButton(QAction* action)
{
    auto* button = new QToolButton(m_body);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->iconText());
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const int at = m_buttons->count();
    m_buttons->addWidget(button, at / buttonsARow, at % buttonsARow);
}

void RowInspector::addSection(QWidget* section)
{
    section->setParent(m_body);
    m_body->layout()->addWidget(section);
}

const KeyMapRow* RowInspector::row() const
{
    return m_map && m_row >= 0 ? &m_map->rows[static_cast<size_t>(m_row)] : nullptr;
}

int RowInspector::chosenSuggestion() const
{
    const QListWidgetItem* item = m_suggestions->currentItem();
    return item != nullptr ? item->data(indexRole).toInt() : 0;
}

int RowInspector::suggestionAt(int place) const
{
    const QListWidgetItem* item = m_suggestions->item(place);
    return item != nullptr ? item->data(indexRole).toInt() : -1;
}

void RowInspector::showRow(std::shared_ptr<const mapping::KeyMap> map, int row)
{
    if (map == m_map && row == m_row) {
        return;
    }
    m_map = std::move(map);
    m_row = m_map && row < static_cast<int>(m_map->rows.size()) ? row : -1;
    const KeyMapRow* shownRow = this->row();
    m_empty->setVisible(shownRow == nullptr);
    m_body->setVisible(shownRow != nullptr);
    if (shownRow != nullptr) {
        showHead(*shownRow);
        showFacts(*shownRow);
        showSuggestions(*shownRow);
    }
    Q_EMIT rowChanged(m_map, m_row);
}

void RowInspector::showHead(const KeyMapRow& row)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    QString word = statusWord(row.status);
    word[0] = word[0].toUpper();
    m_icon->setPixmap(statusIcon(row.status).pixmap(size, size));
    m_status->setText(word);
    QString problem = problemText(row);
    if (!problem.isEmpty()) {
        problem[0] = problem[0].toUpper();
        problem += u'.';
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void RowInspector::showFacts(const KeyMapRow& row)
{
    const QString none = u"–"_s;
    const QString rule = ruleOf(row);
    m_source->setText(row.source ? shown(*row.source) : none);
    m_destination->setText(row.destination ? shown(*row.destination) : none);
    const QString ruleLine = rule == u"user"_s ? tr("by you") : row.reason.pattern.empty() ? rule : rule + u'\n' + shown(row.reason.pattern);
    showWrapped(m_rule, ruleLine);
    showWrapped(m_captures, rule.isEmpty() ? QString() : capturesText(row));
    const std::array<QString, 4> texts{row.source ? shapeShown(row.sourceShape) : QString(), row.destination ? shapeShown(row.shape) : QString(),
                                       row.dtype ? QString::fromUtf8(tensor::dtypeName(*row.dtype)) : QString(),
                                       row.source ? bytesText(row.bytes) : QString()};
    for (size_t i = 0; i < texts.size(); ++i) {
        m_facts[i]->setText(texts[i]);
        m_form->setRowVisible(m_facts[i], !texts[i].isEmpty());
    }
}

void RowInspector::showSuggestions(const KeyMapRow& row)
{
    const auto fits = [](const mapping::Suggestion& suggestion) { return suggestion.sameShape; };
    const bool someFit = std::any_of(row.suggestions.begin(), row.suggestions.end(), fits);
    m_suggestions->clear();
    for (size_t i = 0; i < row.suggestions.size(); ++i) {
        const mapping::Suggestion& suggestion = row.suggestions[i];
        if (someFit && !fits(suggestion)) {
            continue;
        }
        auto* item = new QListWidgetItem(shown(suggestion.destination) + u'\n' + reasonText(suggestion), m_suggestions);
        item->setData(Qt::AccessibleTextRole, QString(shown(suggestion.destination) + u", "_s + reasonText(suggestion)));
        item->setData(indexRole, static_cast<int>(i));
    }
    m_suggestionBox->setVisible(!row.suggestions.empty());
    if (!row.suggestions.empty()) {
        m_suggestions->setCurrentRow(0);
        int height = 2 * m_suggestions->frameWidth();
        for (int i = 0; i < m_suggestions->count(); ++i) {
            height += m_suggestions->sizeHintForRow(i);
        }
        m_suggestions->setFixedHeight(height);
    }
}

}  // namespace wb::ui
