#include "ui/pages/verify_page.h"

#include "ui/error_sentences.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/models/parity_model.h"
#include "ui/parity_text.h"
#include "ui/widgets/parity_chart.h"
#include "ui/widgets/parity_input.h"
#include "ui/widgets/roomy_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStyle>
#include <QTableView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace wb::ui {

using namespace Qt::StringLiterals;
using State = Session::State;

VerifyPage::VerifyPage(Session& session, QWidget* parent) : QWidget(parent), m_session(session), m_column(new QVBoxLayout(this))
{
    setObjectName(u"verifyPage"_s);
    connect(&m_session, &Session::stateChanged, this, &VerifyPage::showState);
}

void VerifyPage::makeQuestion()
{
    m_input = new ParityInput(this);
    m_compare = new QPushButton(tr("Co&mpare outputs"), this);
    m_icon = new QLabel(this);
    m_verdict = new QLabel(this);
    m_basis = new QLabel(this);
    m_compare->setObjectName(u"compareButton"_s);
    m_compare->setAutoDefault(false);
    m_verdict->setObjectName(u"parityVerdict"_s);
    QFont large = m_verdict->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_verdict->setFont(large);
    m_basis->setObjectName(u"parityBasis"_s);
    for (QLabel* label : {m_verdict, m_basis}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto* texts = new QVBoxLayout;
    texts->addWidget(m_verdict);
    texts->addWidget(m_basis);
    auto* verdict = new QHBoxLayout;
    verdict->addWidget(m_icon, 0, Qt::AlignTop);
    verdict->addLayout(texts, 1);
    verdict->addWidget(m_compare, 0, Qt::AlignTop);
    m_column->addWidget(m_input);
    m_column->addLayout(verdict);
    m_column->addStretch();
    connect(m_compare, &QPushButton::clicked, this, &VerifyPage::compare);
    connect(m_input, &ParityInput::changed, this, &VerifyPage::showInput);
    connect(m_input, &ParityInput::browseRequested, this, &VerifyPage::browseRequested);
}

void VerifyPage::makeResults()
{
    m_chart = new ParityChart(this);
    m_model = new ParityModel(this);
    m_table = new QTableView(this);
    m_top = new QTreeWidget(this);
    m_table->setObjectName(u"parityTable"_s);
    m_table->setAccessibleName(tr("Error of each layer"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_top->setObjectName(u"topClasses"_s);
    m_top->setAccessibleName(tr("Best classes"));
    m_top->setHeaderLabels({tr("Best classes"), tr("Result"), tr("Checkpoint")});
    m_top->header()->setStretchLastSection(false);
    m_top->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_top->setRootIsDecorated(false);
    m_top->setItemDelegate(new RoomyDelegate(m_top));

    auto* tables = new QSplitter(Qt::Horizontal, this);
    tables->addWidget(m_table);
    tables->addWidget(m_top);
    tables->setStretchFactor(0, 2);
    tables->setStretchFactor(1, 1);
    tables->setChildrenCollapsible(false);
    m_results = new QSplitter(Qt::Vertical, this);
    m_results->setObjectName(u"parityResults"_s);
    m_results->addWidget(m_chart);
    m_results->addWidget(tables);
    const int line = fontMetrics().height();
    m_results->setSizes({line * 16, line * 12});
    m_chart->setMinimumHeight(line * 3);
    tables->setMinimumHeight(line * 4);
    m_results->setStretchFactor(0, 1);
    m_results->setStretchFactor(1, 1);
    m_results->setChildrenCollapsible(false);
    m_column->insertWidget(m_column->count() - 1, m_results, 1);
}

void VerifyPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showState();  // the helper may have been installed since
}

void VerifyPage::setPicture(const QString& path)
{
    m_input->setPicture(path);
}

void VerifyPage::compare()
{
    m_session.compareOutputs(m_input->options());
}

void VerifyPage::showTop(const verify::ParityReport& report)
{
    const auto share = [](double probability) -> QString { return QLocale().toString(probability * 100, 'f', 2) + u" %"_s; };
    m_top->clear();
    for (const verify::TopClass& best : report.top5) {
        QString source = share(best.sourceProbability);
        if (best.sourceIndex != best.index) {
            source += tr(" (class %1)").arg(best.sourceIndex);
        }
        auto* item = new QTreeWidgetItem(m_top, {u"%1  %2"_s.arg(best.index).arg(shown(best.label)), share(best.probability), source});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(0, item->text(0).toHtmlEscaped());
    }
    m_top->setVisible(!report.top5.empty());
    m_top->resizeColumnToContents(1);
}

void VerifyPage::showInput()
{
    const bool canCompare = m_session.canCompare();
    m_input->setEnabled(canCompare);
    m_compare->setEnabled(canCompare && m_input->isComplete());
}

void VerifyPage::showState()
{
    if (m_input == nullptr && !m_session.outcome()) {
        return;
    }
    if (m_input == nullptr) {
        makeQuestion();
    }
    showInput();
    const std::optional<verify::ParityReport>& report = m_session.parity();
    if (report && m_results == nullptr) {
        makeResults();
    }
    if (m_results != nullptr) {
        m_results->setVisible(report.has_value());
    }
    if (report) {
        showReport(*report);
    } else if (m_session.state() == State::Comparing) {
        showVerdict(u"step-current"_s, tr("Both networks are running…"), tr("Each layer is compared as soon as both have computed it."));
    } else if (const std::optional<Error> missing = m_session.helperProblem()) {
        const ErrorText text = describe(*missing);
        showVerdict(u"message-information"_s, text.sentence, text.hint);
    } else {
        showVerdict(u"message-information"_s, tr("One proof more: compare what the two networks compute."),
                    tr("The checkpoint's network and the converted one are run on the same input, layer by layer, in little memory."));
    }
}

void VerifyPage::showReport(const verify::ParityReport& report)
{
    QString basis = parityBasis(report);
    if (const std::optional<Error> error = verify::parityError(report, {})) {
        basis += u'\n' + describe(*error).hint;
    }
    showVerdict(report.ok ? u"status-mapped"_s : u"message-error"_s, parityVerdict(report), basis);
    m_chart->setReport(report);
    m_model->setReport(report);
    m_table->resizeColumnsToContents();
    if (const verify::LayerParity* over = report.firstOver ? verify::layerNamed(report, *report.firstOver) : nullptr) {
        const auto row = static_cast<int>(over - report.layers.data());
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
    }
    showTop(report);
}

void VerifyPage::showVerdict(const QString& iconName, const QString& verdict, const QString& basis)
{
    const int side = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this) * 3 / 4;
    m_icon->setPixmap(icon(iconName).pixmap(QSize(side, side), devicePixelRatioF()));
    m_verdict->setText(verdict);
    m_verdict->setToolTip(verdict.toHtmlEscaped());  // a low window may have no room for its last line
    m_basis->setText(basis);
    m_basis->setToolTip(basis.toHtmlEscaped());
}

}  // namespace wb::ui
