#include "ui/dialogs/rule_dialog.h"

#include "ui/format.h"
#include "ui/widgets/wrapped_text.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

WrappedText* addPattern(QFormLayout& form, const QString& name, const QString& title, const std::string& pattern)
{
    auto* text = new WrappedText;
    text->setObjectName(name);
    text->setAccessibleName(title);
    text->setText(shown(pattern));
    auto* label = new QLabel(title);
    label->setBuddy(text);
    form.addRow(label, text);
    return text;
}

QTreeWidget* makeRows(const mapping::EditRule& rule)
{
    auto* rows = new QTreeWidget;
    rows->setObjectName(u"ruleRows"_s);
    rows->setAccessibleName(RuleDialog::tr("Rows that the rule changes"));
    rows->setHeaderLabels({RuleDialog::tr("Key in the file"), RuleDialog::tr("Key in the model folder")});
    rows->setRootIsDecorated(false);
    rows->setUniformRowHeights(true);
    rows->setAlternatingRowColors(true);
    rows->setTextElideMode(Qt::ElideLeft);
    QList<QTreeWidgetItem*> items;
    for (const mapping::KeyEdit& edit : rule.edits) {
        items.append(new QTreeWidgetItem({shown(edit.source), shown(*edit.destination)}));
    }
    rows->addTopLevelItems(items);
    return rows;
}

}  // namespace

RuleDialog::RuleDialog(const mapping::KeyEdit& edit, const mapping::EditRule& rule, QWidget* parent) : QDialog(parent)
{
    setObjectName(u"ruleDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Make a rule"));
    auto* column = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addPattern(*form, u"ruleSource"_s, tr("Keys like"), rule.source);
    addPattern(*form, u"ruleDestination"_s, tr("go to"), rule.destination);
    column->addLayout(form);
    const bool isUseful = !rule.edits.empty();
    auto* count = new QLabel(isUseful ? tr("Also changes %n row(s):", "", static_cast<int>(rule.edits.size()))
                                      : tr("No other row with a problem is like %1.").arg(shown(edit.source)));
    count->setObjectName(u"ruleCount"_s);
    count->setTextFormat(Qt::PlainText);
    count->setWordWrap(true);
    column->addWidget(count);
    QTreeWidget* rows = makeRows(rule);
    rows->setVisible(isUseful);
    column->addWidget(rows, 1);
    auto* buttons = new QDialogButtonBox(isUseful ? QDialogButtonBox::Ok | QDialogButtonBox::Cancel : QDialogButtonBox::Close);
    if (isUseful) {
        buttons->button(QDialogButtonBox::Ok)->setText(tr("Apply"));
        buttons->button(QDialogButtonBox::Ok)->setObjectName(u"applyRule"_s);
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    const int letter = fontMetrics().averageCharWidth();
    rows->header()->resizeSection(0, letter * 56);
    resize(letter * 130, isUseful ? fontMetrics().height() * 26 : sizeHint().height());
}

}  // namespace wb::ui
