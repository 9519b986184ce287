#pragma once

#include "ui/session.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QTableView;
class QTreeWidget;

namespace wb::ui {

class ParityChart;
class ParityInput;
class ParityModel;

// Runs the checkpoint's network and the converted one on the same input, and shows layer by layer how far they are apart.
class VerifyPage : public QWidget {
    Q_OBJECT

public:
    explicit VerifyPage(Session& session, QWidget* parent = nullptr);

    ParityInput* input() const { return m_input; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeResults();
    void showInput();
    void showState();
    void showReport(const verify::ParityReport& report);
    void showTop(const verify::ParityReport& report);
    void showVerdict(const QString& iconName, const QString& verdict, const QString& basis);
    void compare();

    Session& m_session;
    ParityInput* m_input;
    QPushButton* m_compare;
    QLabel* m_icon;
    QLabel* m_verdict;
    QLabel* m_basis;
    QSplitter* m_results;
    ParityChart* m_chart;
    ParityModel* m_model;
    QTableView* m_table;
    QTreeWidget* m_top;
};

}  // namespace wb::ui
