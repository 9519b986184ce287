#include "ui/model_card.h"

#include "ui/format.h"

#include <QFile>
#include <QRegularExpression>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostCardBytes = 1 << 20;

// The catalogue's entry for weights under a licence of their own.
GatedLicence catalogueLicence(const Session& session)
{
    for (const mapping::Variant& variant : session.variants()) {
        if (variant.licence == "other") {
            return {shown(variant.licenceName), QString::fromStdString(variant.licenceLink)};
        }
    }
    return {};
}

// Of the front matter, the lines between the first two "---".
bool namesGatedLicence(const QString& card, const GatedLicence& licence)
{
    static const QRegularExpression frontMatter(u"^---\\s*\\n(.*?)\\n---\\s*(\\n|$)"_s, QRegularExpression::DotMatchesEverythingOption);
    const QString facts = frontMatter.match(card).captured(1);
    return facts.contains(
               QRegularExpression(u"^license_name:.*seer"_s, QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption)) ||
           (!licence.link.isEmpty() && facts.contains(licence.link));
}

}  // namespace

QString cardOf(const QString& folder)
{
    QFile file(folder + u"/README.md"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(mostCardBytes)) : QString();
}

std::optional<GatedLicence> licenceToAccept(const Session& session, const QString& card)
{
    GatedLicence licence = catalogueLicence(session);
    const std::optional<Error>& error = session.publishing().error;
    if (error && error->code() == ErrorCode::LicenceNotAccepted) {
        if (!error->fact("name").empty()) {
            licence = {shown(error->fact("name")),
                       QString::fromUtf8(error->fact("found").data(), static_cast<qsizetype>(error->fact("found").size()))};
        }
        return licence;
    }
    const bool isOfVissl = session.plan() && session.plan()->detection.architecture.naming == "vissl";
    return isOfVissl || namesGatedLicence(card, licence) ? std::optional(licence) : std::nullopt;
}

}  // namespace wb::ui
