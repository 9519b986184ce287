#include "ui/token_text.h"

#include "ui/format.h"
#include "ui/problem_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;
using Source = job::TokenStatus::Source;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::Token)
};

QString howToGetOne()
{
    return Words::tr("Paste one below, set HF_TOKEN before starting the program, or run weightbridge-cli login.");
}

QString placeText(const job::TokenStatus& token)
{
    switch (token.source) {
    case Source::Environment:
    case Source::File:
        return Words::tr("from %1").arg(shown(token.place));
    case Source::Keychain:
        return Words::tr("from the keychain");
    case Source::None:
        break;
    }
    return {};
}

QString listText(const std::vector<std::string>& names)
{
    constexpr size_t mostNames = 5;
    QStringList parts;
    for (const std::string& name : names) {
        parts.append(parts.size() < static_cast<qsizetype>(mostNames) ? shown(name) : QString());
    }
    parts.removeAll(QString());
    const QString list = parts.join(u", "_s);
    return names.size() > mostNames ? Words::tr("%1 and %2 more").arg(list).arg(names.size() - mostNames) : list;
}

QString scopeText(const job::TokenStatus& token)
{
    if (token.role == "read") {
        return Words::tr("may only read: publishing needs one that may write");
    }
    std::vector<std::string> places = token.owners;
    places.insert(places.end(), token.repositories.begin(), token.repositories.end());
    return places.empty() ? Words::tr("may write nowhere") : Words::tr("may write to %1").arg(listText(places));
}

bool hasProblem(const Error& error, std::initializer_list<std::string_view> problems)
{
    return error.code() == ErrorCode::NotAuthorised &&
           std::any_of(problems.begin(), problems.end(), [&error](std::string_view each) { return error.fact("problem") == each; });
}

bool isMissing(const Error& error)
{
    return hasProblem(error, {"no-token", "none"});
}

// Of a token that was refused: a variable comes before the keychain.
bool isFromEnvironment(const Error& error)
{
    const std::string_view place = error.fact("path");
    return !place.empty() && !place.starts_with('/') && place != "keychain";
}

QString refusedText(const Error& error)
{
    const QString place = shown(error.fact("path"));
    if (place.isEmpty()) {
        return Words::tr("The Hub does not accept this token, and it was not kept.");
    }
    if (isFromEnvironment(error)) {
        return Words::tr("The Hub does not accept the token in %1. Start the program with another one, or without it.").arg(place);
    }
    return Words::tr("The Hub does not accept the token from %1. Paste another one below.")
        .arg(place == u"keychain"_s ? Words::tr("the keychain") : place);
}

QString errorText(const Error& error)
{
    if (isMissing(error)) {
        return Words::tr("No token of the Hub was found. %1").arg(howToGetOne());
    }
    if (hasProblem(error, {"keychain-locked"})) {
        return Words::tr("The keychain that holds your token is locked. Unlock it, then check again.");
    }
    if (hasProblem(error, {"token-text"})) {
        return Words::tr("That is no token: it holds characters that no token has.");
    }
    if (hasProblem(error, {"token"})) {
        return refusedText(error);
    }
    const ErrorText text = describePublishing(error);
    return error.code() == ErrorCode::KeychainFailed ? Words::tr("The token was not kept. %1 %2").arg(text.sentence, text.hint) : text.sentence;
}

QString notAuthorisedText(const Error& error)
{
    const QString name = shown(error.fact("name"));
    const QString reason = error.fact("problem").empty() ? QString() : u" ("_s + problemWords(error.fact("problem")) + u')';
    return name.isEmpty() ? Words::tr("The Hub does not let this token publish%1.").arg(reason)
                          : Words::tr("The Hub does not let this token publish in %1%2.").arg(name, reason);
}

}  // namespace

QString tokenText(const Session& session)
{
    if (session.tokenError()) {
        return errorText(*session.tokenError());
    }
    if (!session.token()) {
        return session.publishing().act == Publishing::Act::AskingToken ? Words::tr("Asking the Hub whose it is…") : Words::tr("not asked yet");
    }
    const job::TokenStatus& token = *session.token();
    if (token.source == Source::None) {
        return Words::tr("No token of the Hub was found. %1").arg(howToGetOne());
    }
    QStringList parts{placeText(token), token.user.empty() ? QString() : Words::tr("user %1").arg(shown(token.user)), scopeText(token)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

bool wantsToken(const Session& session)
{
    if (session.tokenError()) {
        const ErrorCode code = session.tokenError()->code();
        return (code == ErrorCode::NotAuthorised || code == ErrorCode::KeychainFailed) && !isFromEnvironment(*session.tokenError());
    }
    const auto& token = session.token();
    return token && (token->source == Source::None || (token->role == "read" && token->source != Source::Environment));
}

ErrorText describePublishing(const Error& error)
{
    ErrorText text = describe(error);
    if (error.code() == ErrorCode::SourceChanged) {
        text.sentence = Words::tr("A file of the folder was changed since it was checked.");
        text.hint = Words::tr("Wait until nothing writes to it any more, then check again.");
    }
    if (error.code() == ErrorCode::NotAuthorised) {
        text.sentence = notAuthorisedText(error);
        text.hint = isMissing(error) ? howToGetOne() : Words::tr("Use a token that may write there: %1").arg(howToGetOne());
    }
    return text;
}

}  // namespace wb::ui
