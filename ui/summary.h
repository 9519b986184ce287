#pragma once

#include "core/mapping/family.h"
#include "core/plan/plan.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace wb::ui {

// What is told about a source above its key map. Plain text.
struct Summary {
    struct Fact {
        QString label;
        QString value;
    };
    QString title;
    std::vector<Fact> facts;
    QStringList warnings;
};

Summary summarize(const plan::Plan& plan);
// A variant of the catalogue, without a file.
Summary summarize(const mapping::Variant& variant);

// A warning token of core ("shared-storage:KEY1,KEY2") as a sentence.
QString warningText(const std::string& token);

}  // namespace wb::ui
