#include "ui/model_card.h"

#include "ui/format.h"

#include "core/job/card_licence.h"
#include "core/job/front_matter.h"
#include "core/plan/conversion_report.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostCardBytes = 1 << 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::ModelCard)
};

GatedLicence gateIn(const Error& error)
{
    const std::string_view link = error.fact("found");
    return {shown(error.fact("name")), QString::fromUtf8(link.data(), static_cast<qsizetype>(link.size()))};
}

// The gate, and not a licence that is missing or misspelt.
bool isGate(const Error& error)
{
    return error.code() == ErrorCode::LicenceNotAccepted && error.fact("problem").empty();
}

QString problemText(std::string_view token)
{
    constexpr auto texts = std::to_array<std::pair<std::string_view, const char*>>({
        {"missing", QT_TRANSLATE_NOOP("wb::ui::ModelCard", "The card does not begin with facts between two lines '---'.")},
        {"open", QT_TRANSLATE_NOOP("wb::ui::ModelCard", "The facts at the top have no second line '---'.")},
        {"no-colon", QT_TRANSLATE_NOOP("wb::ui::ModelCard", "no colon stands behind the name of the fact.")},
        {"tab", QT_TRANSLATE_NOOP("wb::ui::ModelCard", "a tab stands at its beginning; use spaces.")},
        {"twice", QT_TRANSLATE_NOOP("wb::ui::ModelCard", "this fact is stated twice.")},
    });
    for (const auto& text : texts) {
        if (text.first == token) {
            return Words::tr(text.second);
        }
    }
    return shown(token);
}

}  // namespace

QString cardOf(const QString& folder)
{
    QFile file(folder + u"/README.md"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(mostCardBytes)) : QString();
}

CardLicence licenceOf(const Session& session, const std::string& naming, const QString& card, const QString& own)
{
    CardLicence licence;
    job::PublishOptions options;
    options.licence = own.toStdString();
    try {
        const std::string known = naming.empty() && session.plan() ? session.plan()->detection.architecture.naming : naming;
        licence.stated = QString::fromStdString(job::passLicence(card.toStdString(), known, options).licence);
    } catch (const Error& error) {
        licence.isNoId = error.fact("problem") == "licence-name";
        licence.isUnknown = error.fact("problem") == "unknown";
        licence.gate = isGate(error) ? std::optional(gateIn(error)) : std::nullopt;
    }
    const std::optional<Error>& refused = session.publishing().error;
    if (refused && isGate(*refused)) {
        licence.gate = gateIn(*refused);
    }
    return licence;
}

std::string namingOf(const QString& folder)
{
    const Limits limits;
    QFile file(folder + u'/' + QString::fromLatin1(plan::reportName));
    if (!file.open(QIODevice::ReadOnly) || static_cast<uint64_t>(file.size()) > limits.jsonBytes) {
        return {};
    }
    try {
        return plan::reportFromJson(file.readAll().toStdString(), limits).naming;
    } catch (const Error&) {
        return {};  // checking says what is wrong with it
    }
}

QStringList cardProblems(const QString& card)
{
    QStringList sentences;
    const std::string text = card.toStdString();
    for (const job::MatterProblem& problem : job::problemsOf(job::frontMatterOf(text))) {
        const QString words = problemText(problem.problem);
        sentences.append(problem.line == 0 ? words : Words::tr("Line %1: %2").arg(problem.line).arg(words));
    }
    return sentences;
}

}  // namespace wb::ui
