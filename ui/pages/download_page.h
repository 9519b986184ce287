#pragma once

#include "ui/session.h"

#include <QElapsedTimer>
#include <QWidget>

#include <vector>

class QFrame;
class QGridLayout;
class QLabel;
class QPushButton;

namespace wb::ui {

class ElidedLabel;
class PiecesMap;
class SpeedChart;

// How the bytes of a published file come in: numbers, pieces, speed, and what stands in the way. Pause, resume and cancel are the job's buttons.
class DownloadPage : public QWidget {
    Q_OBJECT

public:
    explicit DownloadPage(Session& session, QWidget* parent = nullptr);

private:
    ElidedLabel* addFact(QGridLayout& grid, int row, const QString& name, const QString& label);
    QWidget* makeWaiting();
    void showState();
    void showSample();
    void showNumbers();
    void showPieces(bool runs, std::vector<Transfer::Piece> pieces);
    QString fetchedText() const;
    QString titleText() const;

    Session& m_session;
    ElidedLabel* m_title;
    QFrame* m_waiting;
    QLabel* m_waitingText;
    QPushButton* m_tryNow;
    ElidedLabel* m_bytes;
    ElidedLabel* m_speed;
    ElidedLabel* m_connections;
    ElidedLabel* m_twice;
    ElidedLabel* m_folder;
    PiecesMap* m_pieces;
    QLabel* m_piecesText;
    SpeedChart* m_chart;
    QElapsedTimer m_clock;
};

}  // namespace wb::ui
