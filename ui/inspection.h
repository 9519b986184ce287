#pragma once

#include <QObject>
#include <QString>

class QPoint;
class QTabWidget;

namespace wb::ui {

class ChartsPage;
class ComparePage;
class KeyMapPage;
class RecentFiles;
class Session;
struct WindowActions;

// Places what looks into the tensors and connects it to the session: the values of the row at hand, the charts, the comparison with another file.
class Inspection : public QObject {
    Q_OBJECT

public:
    // All outlive it.
    Inspection(Session& session, QTabWidget& tabs, KeyMapPage& keyMap, const RecentFiles& recent, const WindowActions& actions, QWidget* parent);

    // Asks what is to become of a file that was dropped while another is open. False: nothing is open, or nothing may be done with it.
    bool offerOnDrop(const QString& path, const QPoint& place);

Q_SIGNALS:
    void openWanted(const QString& path);

private:
    void connectActions(const WindowActions& actions);
    void askForOther();
    void compare(const QString& other);

    Session& m_session;
    QTabWidget& m_tabs;
    const RecentFiles& m_recent;
    QWidget* m_window;
    ChartsPage* m_chartsPage;
    ComparePage* m_comparePage;
};

}  // namespace wb::ui
