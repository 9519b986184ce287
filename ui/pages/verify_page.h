#pragma once

#include "ui/session.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QTableView;
class QTreeWidget;
class QVBoxLayout;

namespace wb::ui {

class ParityChart;
class ParityInput;
class ParityModel;

// Runs the checkpoint's network and the converted one on the same input, and shows layer by layer how far they are apart.
class VerifyPage : public QWidget {
    Q_OBJECT

public:
    explicit VerifyPage(Session& session, QWidget* parent = nullptr);

    void setPicture(const QString& path);
    // Starts with the input as it stands.
    void compare();

Q_SIGNALS:
    void browseRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeQuestion();
    void makeResults();
    void showInput();
    void showState();
    void showReport(const verify::ParityReport& report);
    void showTop(const verify::ParityReport& report);
    void showVerdict(const QString& iconName, const QString& verdict, const QString& basis);

    Session& m_session;
    // What the page holds is made when there is a first result, the chart for the first report: starting the program waits for neither.
    QVBoxLayout* m_column;
    ParityInput* m_input = nullptr;
    QPushButton* m_compare = nullptr;
    QLabel* m_icon = nullptr;
    QLabel* m_verdict = nullptr;
    QLabel* m_basis = nullptr;
    QSplitter* m_results = nullptr;
    ParityChart* m_chart = nullptr;
    ParityModel* m_model = nullptr;
    QTableView* m_table = nullptr;
    QTreeWidget* m_top = nullptr;
};

}  // namespace wb::ui
