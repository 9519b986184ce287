#pragma once

#include "ui/worker/background_task.h"

#include "core/inspect/statistics_cache.h"
#include "core/mapping/key_map.h"

#include <QObject>

#include <memory>
#include <utility>
#include <vector>

class QAction;

namespace wb::plan {
struct Plan;
}

namespace wb::ui {

class KeyMapPage;
class ProgressRow;
class Session;

// Fills the key map's columns of values: with what is known already once one of them is shown, and with all of the open file where that is asked for,
// one tensor after the other, beside whatever else runs.
class ValuesColumns : public QObject {
    Q_OBJECT

public:
    // All outlive it. `cache`: shared with the thread that reads. `compute`: asks for all.
    ValuesColumns(Session& session, KeyMapPage& page, std::shared_ptr<inspect::StatisticsCache> cache, QAction& compute);

    // What was found elsewhere in a tensor of the open file.
    void take(uint32_t tensor, const inspect::TensorStatistics& statistics);

private:
    class Basket;

    void showState();
    void lookUpKnown();
    void computeAll();
    void start(bool cachedOnly);
    void empty();
    void stop();
    void end(const std::optional<Error>& error);
    std::vector<uint32_t> tensorsOnScreen() const;

    Session& m_session;
    KeyMapPage& m_page;
    std::shared_ptr<inspect::StatisticsCache> m_cache;
    QAction& m_compute;
    ProgressRow* m_row;
    BackgroundTask m_task;
    std::shared_ptr<Basket> m_basket;          // of the running task
    std::shared_ptr<const plan::Plan> m_plan;  // of the file that the values are of; null: none on this machine
    bool m_isLookedUp = false;
    bool m_isComputing = false;
};

}  // namespace wb::ui
