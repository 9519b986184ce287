#include "ui/problem_words.h"

#include "ui/error_sentence_table.h"
#include "ui/format.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace wb::ui {

namespace {

constexpr auto words = std::to_array<std::pair<std::string_view, const char*>>({
    {"syntax", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it is not written as one")},
    {"scheme", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it begins with neither https:// nor hf://")},
    {"not-stored", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it was not stored, for it may hold a signature")},
    {"credentials", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it holds a user name or password")},
    {"control", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it holds spaces or characters that cannot be seen")},
    {"host", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it names no server")},
    {"http", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it is not encrypted: http:// is taken of this machine only")},
    {"dns", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "its name cannot be looked up")},
    {"connect", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it cannot be reached")},
    {"timeout", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it does not answer")},
    {"reset", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it broke the connection")},
    {"cut", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it ended the connection too early")},
    {"stall", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it stopped sending")},
    {"busy", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it is busy and asked to wait")},
    {"disk", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "the disk does not take what it sends")},
    {"certificate", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "its certificate is not valid")},
    {"expired", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "its certificate has expired")},
    {"wrong-host", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "its certificate is that of another server")},
    {"self-signed", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it signed its certificate itself")},
    {"unknown-authority", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "nobody known here vouches for its certificate")},
    {"handshake", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "no encrypted connection could be agreed on")},
    {"auth", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it asks for a user name and a password")},
    {"status", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it answered with an error of its own")},
    {"not-found", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "no such file is there")},
    {"server", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a fault of its own")},
    {"rate", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "too many requests from here")},
    {"too-many", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "one redirect too many")},
    {"to-http", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "to a connection that is not encrypted")},
    {"to-file", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "to something that is not on the network")},
    {"to-inside", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "to a machine of the local network")},
    {"html", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a web page")},
    {"lfs-pointer", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a Git LFS pointer instead of the file")},
    {"content-range", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a part without saying which one")},
    {"content-length", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a size that does not fit")},
    {"other-range", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "another part of the file")},
    {"other-total", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a part of a file of another size")},
    {"multipart", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "several parts in one")},
    {"encoding", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "the file packed in a way that was not asked for")},
    {"header-bytes", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a header without end")},
    {"http09", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "no HTTP answer")},
    {"no-range", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it sends the file only as a whole")},
    {"etag", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "its ETag is another")},
    {"modified", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "its date is another")},
    {"size", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "its size is another")},
    {"gated", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "its terms have to be accepted first")},
    {"no-token", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "only with a token, and there is none")},
    {"keychain-locked", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "the token is in the keychain, which is locked")},
    {"token-text", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it is empty, or holds characters that no token has")},
    {"none", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "only with a token, and there is none")},
    {"token", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "the token is not accepted")},
    {"denied", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "access is denied")},
    {"sha256", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "its SHA-256 is another")},
    {"empty", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "nothing is written there")},
    {"parts", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it has more than the two parts owner/name")},
    {"no-owner", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "nothing is written before the slash")},
    {"owner", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "the token may not write to this owner")},
    {"role", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "the token may only read")},
    {"character", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it holds characters that the Hub does not take")},
    {"long", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it is longer than 96 characters")},
    {"ends", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it begins or ends with '-' or '.'")},
    {"dashes", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it holds '--'")},
    {"dots", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it holds '..'")},
    {"git", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it ends with .git")},
    {"revision", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "there is no such branch or revision")},
    {"renamed", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it has another name now")},
    {"moved", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "somebody else has changed it meanwhile")},
    {"is-private", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it is private, and stays so")},
    {"is-public", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it is public, and stays so")},
    {"no-repository", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "there is no such repository")},
    {"card", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "the model card is not taken")},
    {"object", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a file is not taken")},
    {"part", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "a part of a file is not taken")},
    {"store", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "its store does not take the file")},
    {"upload", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "another run publishes it")},
    {"unknown", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "none is stated")},
    {"licence-name", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it is no SPDX id")},
    {"no-size", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it does not say how large the file is")},
    {"chunked", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "an answer in pieces that do not fit")},
    {"other-download", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "the begun download of another file is there")},
    {"other-file", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "another file of this name is there")},
    {"locked", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "it is locked")},
    {"no-keyring", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "none is running here")},
    {"offline", QT_TRANSLATE_NOOP("wb::ui::ErrorSentences", "the network is switched off")},
});

}  // namespace

QString problemWords(std::string_view token)
{
    for (const auto& entry : words) {
        if (entry.first == token) {
            return QCoreApplication::translate(errorContext, entry.second);
        }
    }
    return shown(token);
}

}  // namespace wb::ui
