#include "ui/edits/key_map_editor.h"

#include "ui/edits/edit_text.h"
#include "ui/format.h"

#include <QUndoCommand>

#include <utility>

namespace wb::ui {

using mapping::KeyEdit;
using mapping::Place;

// All decisions before a step and after it.
class KeyMapEditor::Command : public QUndoCommand {
public:
    Command(KeyMapEditor& editor, Edits before, Edits after, const QString& text)
        : QUndoCommand(text), m_editor(editor), m_before(std::move(before)), m_after(std::move(after))
    {}

    void undo() override { m_editor.apply(m_before); }
    void redo() override { m_editor.apply(m_after); }

private:
    KeyMapEditor& m_editor;
    Edits m_before;
    Edits m_after;
};

KeyMapEditor::KeyMapEditor(QObject* parent) : QObject(parent), m_stack(this) {}

void KeyMapEditor::restart(Edits edits)
{
    m_edits = std::move(edits);
    m_stack.clear();
    m_stack.setClean();
}

void KeyMapEditor::takeBack()
{
    if (m_stack.index() == 0) {
        return;
    }
    auto* last = const_cast<QUndoCommand*>(m_stack.command(m_stack.index() - 1));
    m_isSilent = true;
    last->undo();
    last->setObsolete(true);  // the stack deletes it then, and does not undo it again
    m_stack.undo();
    m_isSilent = false;
}

void KeyMapEditor::adopt(Edits edits, const QString& text)
{
    m_isSilent = true;
    push(std::move(edits), text);
    m_isSilent = false;
}

void KeyMapEditor::apply(const Edits& edits)
{
    m_edits = edits;
    if (!m_isSilent) {
        Q_EMIT editsChanged();
    }
}

void KeyMapEditor::push(Edits edits, const QString& text)
{
    if (edits != m_edits) {
        m_stack.push(new Command(*this, m_edits, std::move(edits), text));
    }
}

void KeyMapEditor::send(const std::string& source, const std::string& destination)
{
    const auto row = m_map ? mapping::rowOfSource(*m_map, source) : std::nullopt;
    if (!row) {
        return;
    }
    const std::optional<Place> place = mapping::placeOf(*m_map, destination);
    if (!place) {
        Q_EMIT refused(tr("The model has no key %1.").arg(shown(destination)));
        return;
    }
    const QString misfit = misfitText(m_map->rows[*row], *place);
    if (!misfit.isEmpty()) {
        Q_EMIT refused(misfit);
    } else if (place->holder && *place->holder != source) {
        Q_EMIT placeHeld(source, destination, *place->holder);
    } else if (!place->holder) {
        push(mapping::withEdit(m_edits, {source, destination}), tr("send %1 to %2").arg(shortKey(source), shortKey(destination)));
    }
}

bool canSwap(const mapping::KeyMap& map, const std::string& source, const std::string& destination)
{
    const auto row = mapping::rowOfSource(map, source);
    const auto place = mapping::placeOf(map, destination);
    if (!row || !place || !place->holder || !map.rows[*row].destination) {
        return false;
    }
    const auto own = mapping::placeOf(map, *map.rows[*row].destination);
    const auto holder = mapping::rowOfSource(map, *place->holder);
    return own && own->holder == source && holder && mapping::fitOf(map.rows[*holder], *own) == mapping::Fit::Fits;
}

void KeyMapEditor::swap(const std::string& source, const std::string& destination)
{
    if (!m_map || !canSwap(*m_map, source, destination)) {
        return;
    }
    const std::string holder = *mapping::placeOf(*m_map, destination)->holder;
    const std::string own = *m_map->rows[*mapping::rowOfSource(*m_map, source)].destination;
    push(mapping::withEdit(mapping::withEdit(m_edits, {source, destination}), {holder, own}),
         tr("swap %1 and %2").arg(shortKey(source), shortKey(holder)));
}

void KeyMapEditor::take(const std::string& source, const std::string& destination)
{
    const auto place = m_map ? mapping::placeOf(*m_map, destination) : std::nullopt;
    if (place) {
        const Edits others = place->holder ? mapping::withoutEdit(m_edits, *place->holder) : m_edits;
        push(mapping::withEdit(others, {source, destination}), tr("send %1 to %2").arg(shortKey(source), shortKey(destination)));
    }
}

void KeyMapEditor::drop(const std::vector<std::string>& sources)
{
    Edits edits = m_edits;
    for (const std::string& source : sources) {
        edits = mapping::withEdit(std::move(edits), {source, std::nullopt});
    }
    push(std::move(edits),
         sources.size() == 1 ? tr("drop %1").arg(shortKey(sources[0])) : tr("drop %n key(s)", "", static_cast<int>(sources.size())));
}

void KeyMapEditor::reset(const std::vector<std::string>& sources)
{
    Edits edits = m_edits;
    for (const std::string& source : sources) {
        edits = mapping::withoutEdit(std::move(edits), source);
    }
    push(std::move(edits), sources.size() == 1 ? tr("reset %1 to its rule").arg(shortKey(sources[0]))
                                               : tr("reset %n key(s) to their rules", "", static_cast<int>(sources.size())));
}

void KeyMapEditor::clear()
{
    push({}, tr("clear all edits"));
}

void KeyMapEditor::add(const Edits& further, const QString& text)
{
    Edits edits = m_edits;
    for (const KeyEdit& edit : further) {
        edits = mapping::withEdit(std::move(edits), edit);
    }
    push(std::move(edits), text);
}

void KeyMapEditor::replace(Edits edits, const QString& text)
{
    push(std::move(edits), text);
}

}  // namespace wb::ui
