#pragma once

#include "ui/published.h"

#include "core/job/catalogue_forecast.h"
#include "core/mapping/family.h"
#include "core/plan/plan.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace wb::ui {

// What is told about a source above its key map. Plain text.
struct Summary {
    struct Fact {
        QString label;
        QString value;

        bool operator==(const Fact& other) const = default;
    };
    QString title;
    std::vector<Fact> facts;
    QStringList warnings;

    bool operator==(const Summary& other) const = default;
};

// With what the server says, where the plan is that of a published file.
Summary summarize(const plan::Plan& plan, const std::optional<Published>& published = {});
// A published file of which nothing is known yet but its address.
Summary summarize(const Published& published);
// A variant of the catalogue, without a file; with what it needs of this machine, and the seconds that converting it may take, where that is known.
Summary summarize(const mapping::Variant& variant, const std::optional<job::CatalogueForecast>& forecast = {}, std::optional<double> seconds = {});

// A warning token of core ("shared-storage:KEY1,KEY2") as a sentence.
QString warningText(const std::string& token);

}  // namespace wb::ui
