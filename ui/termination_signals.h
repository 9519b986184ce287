#pragma once

#include <QObject>

namespace wb::ui {

// Turns SIGINT and SIGTERM into a Qt signal on the thread that made this object. One in a program.
class TerminationSignals : public QObject {
    Q_OBJECT

public:
    explicit TerminationSignals(QObject* parent = nullptr);

Q_SIGNALS:
    void received();
};

}  // namespace wb::ui
