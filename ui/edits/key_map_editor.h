#pragma once

#include "core/mapping/edits.h"

#include <QObject>
#include <QUndoStack>

#include <memory>
#include <string>
#include <vector>

namespace wb::ui {

// The user's decisions on a key map, each of which can be undone. Knows the map at hand and judges by it; the map that the decisions lead to is made
// elsewhere and told by setMap().
class KeyMapEditor : public QObject {
    Q_OBJECT

public:
    using Edits = std::vector<mapping::KeyEdit>;

    explicit KeyMapEditor(QObject* parent = nullptr);

    QUndoStack& stack() { return m_stack; }
    const Edits& edits() const { return m_edits; }
    std::shared_ptr<const mapping::KeyMap> map() const { return m_map; }
    void setMap(std::shared_ptr<const mapping::KeyMap> map) { m_map = std::move(map); }
    // Another source: what was done before cannot be undone.
    void restart(Edits edits);
    // Decisions that were taken elsewhere and are in force already: a step like any other.
    void adopt(Edits edits, const QString& text);
    // The last step could not be carried out: it is taken off the stack.
    void takeBack();

    // One step each. Where the place does not fit, or another key has it, nothing is done but to say so.
    void send(const std::string& source, const std::string& destination);
    void swap(const std::string& source, const std::string& destination);
    // The key that has the place is left without one.
    void take(const std::string& source, const std::string& destination);
    void drop(const std::vector<std::string>& sources);
    void reset(const std::vector<std::string>& sources);
    void clear();
    // `text`: what was done, as the Edit menu names it.
    void add(const Edits& further, const QString& text);
    void replace(Edits edits, const QString& text);

Q_SIGNALS:
    void editsChanged();
    void refused(const QString& sentence);
    void placeHeld(const std::string& source, const std::string& destination, const std::string& holder);

private:
    class Command;

    void push(Edits edits, const QString& text);
    void apply(const Edits& edits);

    QUndoStack m_stack;
    Edits m_edits;
    std::shared_ptr<const mapping::KeyMap> m_map;
    bool m_isSilent = false;
};

// The holder of the place fits where the source stands now.
bool canSwap(const mapping::KeyMap& map, const std::string& source, const std::string& destination);

}  // namespace wb::ui
