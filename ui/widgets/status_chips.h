#pragma once

#include "ui/models/status_look.h"

#include <QWidget>

#include <array>
#include <optional>

class QButtonGroup;
class QToolButton;

namespace wb::ui {

// One button for all rows and one a status, with their numbers, problems first. One of them is down.
class StatusChips : public QWidget {
    Q_OBJECT

public:
    explicit StatusChips(QWidget* parent = nullptr);

    void showCounts(const mapping::Counts& counts, uint64_t all);
    std::optional<mapping::Status> chosen() const;  // empty: all
    void chooseAll();                               // without a signal

Q_SIGNALS:
    void chosenChanged();

private:
    QButtonGroup* m_group;
    std::array<QToolButton*, statusesByUrgency.size() + 1> m_chips{};  // all, then by urgency
};

}  // namespace wb::ui
