#pragma once

#include "ui/session.h"

#include <QElapsedTimer>
#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace wb::ui {

class ElidedLabel;
class PiecesMap;
class SpeedChart;
class WaitingRow;

// How the bytes of a published file come in: numbers, pieces, speed, and what stands in the way. Pause, resume and cancel are the job's buttons.
class DownloadPage : public QWidget {
    Q_OBJECT

public:
    explicit DownloadPage(Session& session, QWidget* parent = nullptr);

private:
    ElidedLabel* addFact(QGridLayout& grid, int row, const QString& name, const QString& label);
    void showState();
    void showSample();
    void showNumbers();
    void showPieces(bool runs, std::vector<Transfer::Piece> pieces);
    QString fetchedText() const;
    QString titleText() const;

    Session& m_session;
    ElidedLabel* m_title;
    WaitingRow* m_waiting;
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
