#include "core/net/net_errors.h"

#include "core/base/text.h"

namespace wb::net {

namespace {

ErrorCode codeOf(const Answer& answer, int status) noexcept
{
    if (answer.verdict == Verdict::Changed) {
        return ErrorCode::RemoteChanged;
    }
    if (answer.problem == "no-range") {
        return ErrorCode::NoRange;
    }
    if (status == 407) {
        return ErrorCode::ProxyFailed;
    }
    if (status == 401 || status == 403) {
        return ErrorCode::NotAuthorised;
    }
    return status == 200 || status == 206 ? ErrorCode::BadResponse : ErrorCode::HttpStatus;
}

}  // namespace

Error failureOf(const End& end, const Url& url)
{
    ErrorCode code = ErrorCode::NetworkFailed;
    switch (end.kind) {
    case End::Kind::Tls:
        code = ErrorCode::TlsFailed;
        break;
    case End::Kind::Proxy:
        code = ErrorCode::ProxyFailed;
        break;
    case End::Kind::Answer:
        code = end.problem == "to-inside" ? ErrorCode::RedirectRefused : ErrorCode::BadResponse;
        break;
    case End::Kind::Whole:
    case End::Kind::Stopped:
    case End::Kind::Network:
        code = end.atProxy ? ErrorCode::ProxyFailed : ErrorCode::NetworkFailed;
        break;
    }
    Error error(code);
    error.with("file", url.shown()).with("host", url.host()).with("problem", end.problem.empty() ? "network" : end.problem);
    if (!end.reason.empty()) {
        error.with("reason", end.reason);
    }
    return error;
}

Error refusalOf(const Answer& answer, const Head& head, const Url& url, bool tokenSent)
{
    const ErrorCode code = codeOf(answer, head.status);
    std::string problem = answer.problem;
    if (head.status == 401 && !tokenSent && problem == "token") {
        problem = "no-token";
    }
    Error error(code);
    error.with("file", url.shown()).with("host", url.host()).with("problem", problem);
    if (code == ErrorCode::HttpStatus || code == ErrorCode::NotAuthorised) {
        error.with("found", static_cast<uint64_t>(head.status));
    }
    if (const std::string_view message = head.field("x-error-message"); !message.empty()) {
        error.with("reason", printable(message));
    }
    return error;
}

Error noRange(const RemoteFile& file)
{
    return Error(ErrorCode::NoRange).file(file.asked.shown()).with("host", file.place.host()).with("problem", "no-range");
}

void requireSameState(const RemoteFile& found, const RemoteFile& before)
{
    if (!found.isSameState(before)) {
        const std::string_view problem = found.bytes != before.bytes ? "size" : found.etag != before.etag ? "etag" : "modified";
        throw Error(ErrorCode::RemoteChanged).file(found.asked.shown()).with("host", found.place.host()).with("problem", problem);
    }
}

}  // namespace wb::net
