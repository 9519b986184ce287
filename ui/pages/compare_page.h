#pragma once

#include "ui/worker/background_task.h"

#include <QWidget>

#include <array>
#include <memory>
#include <optional>

class QButtonGroup;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;
class QToolButton;

namespace wb::job {
struct ComparedModels;
}

namespace wb::ui {

class CompareFilter;
class CompareModel;
class ConversionPipeline;
class ElidedLabel;

// Two checkpoints or model folders beside each other, tensor by tensor. Compares in the background, also beside a conversion.
class ComparePage : public QWidget {
    Q_OBJECT

public:
    explicit ComparePage(std::shared_ptr<ConversionPipeline> pipeline, QWidget* parent = nullptr);

    // Paths of files or folders, addresses, names of variants.
    void compare(const QString& first, const QString& second);
    void stop();

Q_SIGNALS:
    void otherWanted();

private:
    static constexpr size_t chipCount = 7;  // all, then one a status

    QWidget* makeHead();
    QWidget* makeChips();
    void makeTable();
    void take(const std::optional<Error>& error, const std::shared_ptr<const job::ComparedModels>& models);
    void showRunning(bool runs);
    void showVerdict(const QString& iconName, const QString& verdict, const QString& hint);
    void showChips();
    void applyChip(int chip);
    void askForExport();
    void exportTo(const QString& path);

    std::shared_ptr<ConversionPipeline> m_pipeline;  // shared with the thread that reads
    BackgroundTask m_task;
    QString m_first;
    QString m_second;
    CompareModel* m_model;
    CompareFilter* m_filter;
    ElidedLabel* m_title;
    QLabel* m_icon;
    QLabel* m_verdict;
    QLabel* m_hint;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QPushButton* m_again;
    QPushButton* m_export;
    QButtonGroup* m_chipGroup;
    std::array<QToolButton*, chipCount> m_chips{};
    QWidget* m_chipRow;
    QTableView* m_table;
};

}  // namespace wb::ui
