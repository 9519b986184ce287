#include "ui/widgets/pieces_map.h"

#include <QPainter>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QRgb blue = 0x0072b2;
constexpr QRgb orange = 0xe69f00;
constexpr int mostPieces = 400;

}  // namespace

PiecesMap::PiecesMap(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"piecesMap"_s);
    setAccessibleName(tr("Parts of the file"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleDescription(summary());
}

void PiecesMap::setPieces(const std::vector<Transfer::Piece>& pieces)
{
    if (pieces == m_pieces) {
        return;
    }
    const bool isOtherSize = pieces.size() != m_pieces.size();
    m_pieces = pieces;
    setAccessibleDescription(summary());
    setToolTip(summary());
    if (isOtherSize) {
        updateGeometry();
    }
    update();
}

QString PiecesMap::summary() const
{
    const auto there = std::count(m_pieces.begin(), m_pieces.end(), Transfer::There);
    const auto coming = std::count(m_pieces.begin(), m_pieces.end(), Transfer::OnTheWay);
    const auto percent = m_pieces.empty() ? 0 : there * 100 / static_cast<std::ptrdiff_t>(m_pieces.size());
    return tr("%1 % there, %2 on their way").arg(percent).arg(coming);
}

int PiecesMap::cell() const
{
    return std::max(6, fontMetrics().height() * 2 / 3);
}

int PiecesMap::columns(int width) const
{
    return std::max(1, width / cell());
}

int PiecesMap::heightForWidth(int width) const
{
    const int count = m_pieces.empty() ? mostPieces : static_cast<int>(m_pieces.size());
    const int perRow = columns(width);
    return (count + perRow - 1) / perRow * cell();
}

QSize PiecesMap::sizeHint() const
{
    const int width = cell() * 50;
    return {width, heightForWidth(width)};
}

// Told apart by fill as well as by colour: whole, lower half, outline.
void PiecesMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor outline = palette().color(QPalette::WindowText);
    outline.setAlphaF(0.35F);
    const int side = cell();
    const int perRow = columns(width());
    for (int number = 0; number < static_cast<int>(m_pieces.size()); ++number) {
        const QRect square(number % perRow * side, number / perRow * side, side - 2, side - 2);
        const Transfer::Piece piece = m_pieces[static_cast<size_t>(number)];
        if (piece == Transfer::There) {
            painter.fillRect(square, QColor(blue));
            continue;
        }
        if (piece == Transfer::OnTheWay) {
            painter.fillRect(square.adjusted(0, square.height() / 2, 0, 0), QColor(orange));
        }
        painter.setPen(piece == Transfer::OnTheWay ? QColor(orange) : outline);
        painter.drawRect(square.adjusted(0, 0, -1, -1));
    }
}

}  // namespace wb::ui
