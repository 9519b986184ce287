#pragma once

#include "core/base/progress.h"

#include <QWidget>

#include <vector>

namespace wb::ui {

// The parts of a file as small squares: there, on their way, missing. The numbers are its accessible description.
class PiecesMap : public QWidget {
    Q_OBJECT

public:
    explicit PiecesMap(QWidget* parent = nullptr);

    void setPieces(const std::vector<Transfer::Piece>& pieces);
    // "61 % there, 4 on their way".
    QString summary() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int cell() const;
    int columns(int width) const;

    std::vector<Transfer::Piece> m_pieces;
};

}  // namespace wb::ui
