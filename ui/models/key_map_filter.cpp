#include "ui/models/key_map_filter.h"

#include "ui/models/key_map_model.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace wb::ui {

namespace {

constexpr qint64 sliceMilliseconds = 20;
constexpr size_t rowsBetweenLooks = 64;  // at the clock
constexpr int mostUndecided = 20;
constexpr int orderMilliseconds = 1000;  // rows that move with every number that comes are no use
constexpr uint32_t lastRank = UINT32_MAX;

// Of a column of values: without a number they come last, whichever way the rows are sorted.
std::vector<uint32_t> ranksOfNumbers(const KeyMapModel& model, int column)
{
    std::vector<std::pair<double, uint32_t>> numbers;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (const auto number = model.number(row, column)) {
            numbers.emplace_back(*number, static_cast<uint32_t>(row));
        }
    }
    std::sort(numbers.begin(), numbers.end());
    std::vector<uint32_t> ranks(static_cast<size_t>(model.rowCount()), lastRank);
    uint32_t rank = 0;
    for (size_t i = 0; i < numbers.size(); ++i) {
        rank += i > 0 && numbers[i - 1].first < numbers[i].first ? 1U : 0U;
        ranks[numbers[i].second] = rank;
    }
    return ranks;
}

}  // namespace

KeyMapFilter::KeyMapFilter(QObject* parent) : QAbstractProxyModel(parent)
{
    m_pass.setInterval(0);
    connect(&m_pass, &QTimer::timeout, this, &KeyMapFilter::continuePass);
    m_orderAgain.setInterval(orderMilliseconds);
    m_orderAgain.setSingleShot(true);
    connect(&m_orderAgain, &QTimer::timeout, this, [this] { sort(m_sortColumn, m_sortOrder); });
}

void KeyMapFilter::setSourceModel(QAbstractItemModel* model)
{
    beginResetModel();
    if (m_model != nullptr) {
        disconnect(m_model, nullptr, this, nullptr);
    }
    m_model = qobject_cast<KeyMapModel*>(model);
    Q_ASSERT(m_model != nullptr);
    QAbstractProxyModel::setSourceModel(model);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        rebuild();
        endResetModel();
        Q_EMIT rowsChanged();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &KeyMapFilter::changeData);
    rebuild();
    endResetModel();
}

// A pass that ends in its first slice is in the rows at once; otherwise all rows are, until it has ended.
void KeyMapFilter::rebuild()
{
    m_index = KeyMapIndex(*m_model, m_index);
    m_accepted.assign(m_index.size(), 1);
    orderRows();
    beginPass();
    if (runSlice()) {
        endPass();
    }
    takeRows();
}

void KeyMapFilter::changeData(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles)
{
    if (!KeyMapModel::isOfValues(first.column())) {
        m_index = KeyMapIndex(*m_model);
        orderRows();
        startPass();
    } else if (KeyMapModel::isOfValues(m_sortColumn) && !m_orderAgain.isActive()) {
        m_orderAgain.start();
    }
    for (int row = first.row(); row <= last.row(); ++row) {
        const int position = m_positions[static_cast<size_t>(row)];
        if (position >= 0) {
            Q_EMIT dataChanged(index(position, first.column()), index(position, last.column()), roles);
        }
    }
}

std::optional<QueryError> KeyMapFilter::setQuery(const QString& text)
{
    KeyMapQuery query(text);
    if (query.isValid()) {
        m_query = std::move(query);
        startPass();
        return std::nullopt;
    }
    return query.error();
}

void KeyMapFilter::setStatus(std::optional<mapping::Status> status)
{
    m_status = status;
    startPass();
}

void KeyMapFilter::beginPass()
{
    m_passAccepted.assign(m_index.size(), 0);
    m_passRow = 0;
    m_passUndecided = 0;
    m_pass.start();
}

void KeyMapFilter::startPass()
{
    beginPass();
    continuePass();
}

void KeyMapFilter::continuePass()
{
    if (runSlice() && endPass()) {
        publishRows();
    }
}

// True when the pass is through.
bool KeyMapFilter::runSlice()
{
    QElapsedTimer clock;
    clock.start();
    const int undecidedBefore = m_passUndecided;
    for (; m_passRow < m_index.size() && m_passUndecided <= mostUndecided; ++m_passRow) {
        const bool looks = m_passRow % rowsBetweenLooks == rowsBetweenLooks - 1 || m_passUndecided > undecidedBefore;
        if (looks && clock.elapsed() >= sliceMilliseconds) {
            return false;
        }
        const SearchedRow row = m_index.row(m_passRow);
        if (!m_status || row.map->status == *m_status) {
            const Answer answer = m_query.answer(row);
            m_passAccepted[m_passRow] = answer == Answer::Yes ? 1 : 0;
            m_passUndecided += answer == Answer::Undecided ? 1 : 0;
        }
    }
    return true;
}

// False when it has been given up.
bool KeyMapFilter::endPass()
{
    m_pass.stop();
    if (m_passUndecided > 0) {
        m_query = m_lastQuery;
        Q_EMIT gaveUp(tr("The regular expression takes too long on these keys. Write it more simply."));
        return false;
    }
    m_lastQuery = m_query;
    m_accepted.swap(m_passAccepted);
    return true;
}

void KeyMapFilter::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    orderRows();
    publishRows();
}

void KeyMapFilter::orderRows()
{
    const size_t count = m_index.size();
    std::vector<uint64_t> keys(count);
    const bool isSorted = m_sortColumn >= 0 && count > 0;
    const bool isByValues = isSorted && KeyMapModel::isOfValues(m_sortColumn);
    const std::vector<uint32_t> byValues = isByValues ? ranksOfNumbers(*m_model, m_sortColumn) : std::vector<uint32_t>();
    const std::vector<uint32_t>* ranks = isByValues ? &byValues : (isSorted ? &m_index.ranks(m_sortColumn) : nullptr);
    for (size_t row = 0; row < count; ++row) {
        const uint32_t rank = ranks == nullptr ? 0 : (*ranks)[row];
        const bool isAsItIs = m_sortOrder == Qt::AscendingOrder || rank == lastRank;
        keys[row] = uint64_t{isAsItIs ? rank : lastRank - 1 - rank} << 32U | row;
    }
    std::sort(keys.begin(), keys.end());
    m_order.resize(count);
    std::transform(keys.begin(), keys.end(), m_order.begin(), [](uint64_t key) { return static_cast<int>(key & UINT32_MAX); });
}

void KeyMapFilter::takeRows()
{
    m_rows.clear();
    m_positions.assign(m_index.size(), -1);
    m_bytes = 0;
    for (const int row : m_order) {
        if (m_accepted[static_cast<size_t>(row)] != 0) {
            m_positions[static_cast<size_t>(row)] = static_cast<int>(m_rows.size());
            m_rows.push_back(row);
            m_bytes += m_model->mapRow(row).source ? m_model->mapRow(row).bytes : 0;
        }
    }
}

void KeyMapFilter::publishRows()
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList sources;
    for (const QModelIndex& index : before) {
        sources.append(mapToSource(index));
    }
    takeRows();
    QModelIndexList after;
    for (const QModelIndex& source : sources) {
        after.append(mapFromSource(source));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    Q_EMIT rowsChanged();
}

QModelIndex KeyMapFilter::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex KeyMapFilter::parent(const QModelIndex&) const
{
    return {};
}

int KeyMapFilter::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int KeyMapFilter::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_model == nullptr ? 0 : m_model->columnCount();
}

bool KeyMapFilter::hasChildren(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_rows.empty();
}

QVariant KeyMapFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && m_model != nullptr ? m_model->headerData(section, orientation, role) : QVariant();
}

QModelIndex KeyMapFilter::mapToSource(const QModelIndex& index) const
{
    return index.isValid() && m_model != nullptr ? m_model->index(sourceRow(index.row()), index.column()) : QModelIndex();
}

QModelIndex KeyMapFilter::mapFromSource(const QModelIndex& index) const
{
    const int row = index.isValid() ? m_positions[static_cast<size_t>(index.row())] : -1;
    return row < 0 ? QModelIndex() : createIndex(row, index.column());
}

}  // namespace wb::ui
