#include "core/mapping/edit_rule.h"

#include "core/mapping/edits.h"
#include "core/mapping/key_pieces.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace wb::mapping {

namespace {

constexpr int64_t farthest = 3;          // between a number of the destination and that of the source it is taken from
constexpr size_t mostNumbers = 12;       // in a key that is generalised
constexpr size_t mostReadings = 4'000;   // looked at
constexpr size_t mostRowsCompared = 64;  // that a reading is judged by

// Where a number comes from: the source's number at `slot`, and a distance; or it stays as it is.
struct Origin {
    size_t slot = 0;
    int64_t distance = 0;
    bool isLiteral = true;
};

// One way to read the decision as a rule.
struct Reading {
    std::vector<Origin> source;       // of each number of the source: itself (a capture), tied to an earlier capture, or literal
    std::vector<Origin> destination;  // of each number of the destination
    size_t placed = 0;
    size_t misplaced = 0;

    // Smaller is better: places most, then is the simplest.
    std::tuple<int64_t, size_t, int64_t> rank() const
    {
        const auto captures =
            static_cast<size_t>(std::count_if(destination.begin(), destination.end(), [](const Origin& origin) { return !origin.isLiteral; }));
        int64_t distances = 0;
        for (const Origin& origin : destination) {
            distances += std::abs(origin.distance);
        }
        return {static_cast<int64_t>(misplaced) - static_cast<int64_t>(placed), captures, distances};
    }
};

// A row with a problem whose key is like the decision's source.
struct Peer {
    size_t row = 0;
    KeyPieces pieces;
};

class RuleFinder {
public:
    RuleFinder(const KeyMap& map, const KeyEdit& edit)
        : m_map(map), m_edit(edit), m_source(takeApart(withoutWrappers(edit.source))), m_destination(takeApart(*edit.destination))
    {
        m_hasLeaf = !m_source.leaf.empty() && m_source.leaf == m_destination.leaf;
        for (Place& place : placesOf(map)) {
            if (!place.holder && place.destination != *edit.destination) {
                std::string key = place.destination;
                m_free.emplace(std::move(key), std::move(place));
            }
        }
        for (size_t row = 0; row < map.rows.size(); ++row) {
            addPeer(row);
        }
    }

    EditRule find()
    {
        if (!m_peers.empty() && std::max(m_source.numbers.size(), m_destination.numbers.size()) <= mostNumbers) {
            readDestination(0);
        }
        EditRule rule;
        rule.source = pattern(m_source, m_best.source, m_edit.source);
        rule.destination = pattern(m_destination, m_best.destination, *m_edit.destination);
        if (m_best.placed > 0) {
            rule.edits = editsBy(m_best);
        }
        return rule;
    }

private:
    void addPeer(size_t number)
    {
        const KeyMapRow& row = m_map.rows[number];
        if (!row.source || *row.source == m_edit.source || (row.status != Status::Unmapped && row.status != Status::Mismatched)) {
            return;
        }
        KeyPieces pieces = takeApart(withoutWrappers(*row.source));
        if (pieces.texts == m_source.texts && (m_hasLeaf ? !pieces.leaf.empty() : pieces.leaf == m_source.leaf)) {
            m_peers.push_back({number, std::move(pieces)});
        }
    }

    // Every choice of an origin for each number of the destination, then for each of the source.
    void readDestination(size_t slot)
    {
        if (m_readings >= mostReadings) {
            return;
        }
        if (slot == m_destination.numbers.size()) {
            m_reading.source.assign(m_source.numbers.size(), {});
            for (const Origin& origin : m_reading.destination) {
                if (!origin.isLiteral) {
                    m_reading.source[origin.slot] = {origin.slot, 0, false};
                }
            }
            readSource(0);
            return;
        }
        m_reading.destination.resize(slot + 1);
        m_reading.destination[slot] = {};
        readDestination(slot + 1);
        for (size_t i = 0; i < m_source.numbers.size(); ++i) {
            const int64_t distance = m_destination.numbers[slot] - m_source.numbers[i];
            if (std::abs(distance) <= farthest) {
                m_reading.destination.resize(slot + 1);
                m_reading.destination[slot] = {i, distance, false};
                readDestination(slot + 1);
            }
        }
    }

    void readSource(size_t slot)
    {
        if (m_readings >= mostReadings) {
            return;
        }
        if (slot == m_source.numbers.size()) {
            judge();
            return;
        }
        const Origin own = m_reading.source[slot];
        readSource(slot + 1);
        if (!own.isLiteral) {
            return;
        }
        for (size_t i = 0; i < m_source.numbers.size(); ++i) {
            const Origin& other = m_reading.source[i];
            const int64_t distance = m_source.numbers[slot] - m_source.numbers[i];
            if (!other.isLiteral && other.slot == i && i != slot && std::abs(distance) <= farthest) {
                m_reading.source[slot] = {i, distance, false};
                readSource(slot + 1);
            }
        }
        m_reading.source[slot] = own;
    }

    void judge()
    {
        ++m_readings;
        m_reading.placed = 0;
        m_reading.misplaced = 0;
        std::set<const Place*> taken;
        for (size_t i = 0; i < std::min(m_peers.size(), mostRowsCompared); ++i) {
            if (!matches(m_reading, m_peers[i])) {
                continue;
            }
            const bool isRight = placeFor(m_reading, m_peers[i], taken) != nullptr;
            ++(isRight ? m_reading.placed : m_reading.misplaced);
        }
        if (m_readings == 1 || m_reading.rank() < m_best.rank()) {
            m_best = m_reading;
        }
    }

    int64_t numberFrom(const Origin& origin, int64_t literal, const Peer& peer) const
    {
        return origin.isLiteral ? literal : peer.pieces.numbers[origin.slot] + origin.distance;
    }

    bool matches(const Reading& reading, const Peer& peer) const
    {
        for (size_t i = 0; i < reading.source.size(); ++i) {
            if (peer.pieces.numbers[i] != numberFrom(reading.source[i], m_source.numbers[i], peer)) {
                return false;
            }
        }
        return true;
    }

    // The free place that the reading sends the row to; null where there is none that fits. It is taken then.
    const Place* placeFor(const Reading& reading, const Peer& peer, std::set<const Place*>& taken) const
    {
        std::vector<int64_t> numbers;
        for (size_t i = 0; i < reading.destination.size(); ++i) {
            numbers.push_back(numberFrom(reading.destination[i], m_destination.numbers[i], peer));
        }
        const auto found = m_free.find(m_destination.join(numbers, m_hasLeaf ? peer.pieces.leaf : m_destination.leaf));
        const bool fits = found != m_free.end() && fitOf(m_map.rows[peer.row], found->second) == Fit::Fits;
        return fits && taken.insert(&found->second).second ? &found->second : nullptr;
    }

    std::vector<KeyEdit> editsBy(const Reading& reading) const
    {
        std::vector<KeyEdit> edits;
        std::set<const Place*> taken;
        for (const Peer& peer : m_peers) {
            if (!matches(reading, peer)) {
                continue;
            }
            if (const Place* place = placeFor(reading, peer, taken)) {
                edits.push_back({*m_map.rows[peer.row].source, place->destination});
            }
        }
        return edits;
    }

    // Captures are named a, b, c … in the order of the source's numbers.
    std::string pattern(const KeyPieces& pieces, const std::vector<Origin>& origins, const std::string& key) const
    {
        if (m_best.placed == 0) {
            return key;
        }
        std::string text = pieces.texts.front();
        for (size_t i = 0; i < pieces.numbers.size(); ++i) {
            text += origins[i].isLiteral ? std::to_string(pieces.numbers[i]) : captureText(origins[i]);
            text += pieces.texts[i + 1];
        }
        return text + (m_hasLeaf ? "{p}" : pieces.leaf);
    }

    std::string captureText(const Origin& origin) const
    {
        char name = 'a';
        for (size_t i = 0; i < origin.slot; ++i) {
            const Origin& each = m_best.source[i];
            name = static_cast<char>(name + (!each.isLiteral && each.slot == i ? 1 : 0));
        }
        std::string text = std::string("{") + name;
        if (origin.distance != 0) {
            text += (origin.distance > 0 ? "+" : "") + std::to_string(origin.distance);
        }
        return text + '}';
    }

    const KeyMap& m_map;
    const KeyEdit& m_edit;
    KeyPieces m_source;
    KeyPieces m_destination;
    bool m_hasLeaf = false;  // both end with one name, which is a capture too
    std::unordered_map<std::string, Place> m_free;
    std::vector<Peer> m_peers;
    Reading m_reading;
    Reading m_best;
    size_t m_readings = 0;
};

}  // namespace

EditRule ruleFromEdit(const KeyMap& map, const KeyEdit& edit)
{
    return RuleFinder(map, edit).find();
}

}  // namespace wb::mapping
