#pragma once

#include "ui/session.h"
#include "ui/worker/background_task.h"

#include "core/job/look_at_values.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace wb::ui {

class ChartWithTable;
class HistogramChart;
class NumbersModel;
class WrappedText;

// What the tensor of a row holds, beside the result's where there is one: statistics, histogram, the first values. Read in the background, also
// beside a conversion; a large tensor when it is asked for.
class ValuesPane : public QWidget {
    Q_OBJECT

public:
    // The session outlives it. `cache`: shared with the thread that reads.
    ValuesPane(Session& session, std::shared_ptr<inspect::StatisticsCache> cache, QWidget* parent = nullptr);

    void showRow(const std::shared_ptr<const mapping::KeyMap>& map, int row);
    // For the file of one profile: in the cache folder of the user.
    static std::shared_ptr<inspect::StatisticsCache> userCache();

Q_SIGNALS:
    void found(quint32 tensor, const wb::inspect::TensorStatistics& statistics);

private:
    void makeResults();
    void showState();
    void look(uint64_t mostBytes);
    void take(const std::optional<Error>& error, const std::optional<inspect::FoundValues>& found);
    void showFound(const inspect::FoundValues& found);
    // One sentence in place of numbers; a button below it where `act` has a text.
    void showNote(const QString& note, const QString& act = {});
    QString problemWith(const plan::Plan* plan) const;
    uint64_t bytesToRead() const;

    Session& m_session;
    std::shared_ptr<inspect::StatisticsCache> m_cache;
    BackgroundTask m_task;
    std::shared_ptr<const plan::Plan> m_plan;  // whose source the question is about
    std::optional<job::ValuesQuestion> m_question;
    std::optional<mapping::KeyMapRow> m_row;
    QLabel* m_note;
    QPushButton* m_act;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QWidget* m_results = nullptr;  // made for the first numbers
    QLabel* m_difference = nullptr;
    NumbersModel* m_numbers = nullptr;
    QTableView* m_table = nullptr;
    HistogramChart* m_chart = nullptr;
    ChartWithTable* m_histogram = nullptr;
    WrappedText* m_first = nullptr;
};

}  // namespace wb::ui
