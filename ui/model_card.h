#pragma once

#include "ui/session.h"

#include <QString>

#include <optional>

namespace wb::ui {

// README.md of a model folder as text; empty where it cannot be read.
QString cardOf(const QString& folder);

// A licence that has to be accepted before weights under it are published.
struct GatedLicence {
    QString name;
    QString link;
};
// That of the session's weights: of those trained with VISSL, of a card that names it, or of which core said so. Empty: none.
std::optional<GatedLicence> licenceToAccept(const Session& session, const QString& card);

}  // namespace wb::ui
