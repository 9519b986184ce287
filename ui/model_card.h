#pragma once

#include "ui/session.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace wb::ui {

// README.md of a model folder as text; empty where it cannot be read.
QString cardOf(const QString& folder);

// A licence that has to be accepted before weights under it are published.
struct GatedLicence {
    QString name;
    QString link;
};

// What publishing the session's weights with a card comes to, as far as their licence goes.
struct CardLicence {
    QString stated;                    // that will stand in the card; empty: none
    std::optional<GatedLicence> gate;  // to be accepted
    bool isUnknown = false;            // neither card nor user names one
    bool isNoId = false;               // what the user named cannot be one
};
// `naming`: whose names the weights had; empty: as the session's plan has it. `own`: what the user names for weights of their own; empty: nothing.
CardLicence licenceOf(const Session& session, const std::string& naming, const QString& card, const QString& own);
// Whose names a folder's weights had before they were converted, by the report beside them; empty: not known.
std::string namingOf(const QString& folder);

// What the Hub will not read in the facts at the top of a card, a sentence each.
QStringList cardProblems(const QString& card);

}  // namespace wb::ui
