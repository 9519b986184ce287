#include "core/net/curl_failure.h"

#include <algorithm>
#include <array>

namespace wb::net {

namespace {

// X509_V_ERR numbers of OpenSSL, as CURLINFO_SSL_VERIFYRESULT gives them.
std::string_view certificateProblem(long verifyResult)  // NOLINT(google-runtime-int)
{
    switch (verifyResult) {
    case 0:
    case 1:  // libcurl's own value: the chain was not found wrong, so it is the name
    case 62:
    case 64:
        return "wrong-host";
    case 9:
    case 10:
        return "expired";
    case 18:
    case 19:
        return "self-signed";
    case 2:
    case 20:
    case 21:
        return "unknown-authority";
    default:
        return "certificate";
    }
}

struct Failure {
    CURLcode code;
    End::Kind kind;
    std::string_view problem;
};

constexpr auto failures = std::to_array<Failure>({
    {CURLE_COULDNT_RESOLVE_HOST, End::Kind::Network, "dns"},
    {CURLE_COULDNT_RESOLVE_PROXY, End::Kind::Network, "dns"},
    {CURLE_COULDNT_CONNECT, End::Kind::Network, "connect"},
    {CURLE_OPERATION_TIMEDOUT, End::Kind::Network, "timeout"},
    {CURLE_PARTIAL_FILE, End::Kind::Network, "cut"},
    {CURLE_GOT_NOTHING, End::Kind::Network, "cut"},
    {CURLE_RECV_ERROR, End::Kind::Network, "reset"},
    {CURLE_SEND_ERROR, End::Kind::Network, "reset"},
    {CURLE_SSL_CONNECT_ERROR, End::Kind::Network, "handshake"},
    {CURLE_SSL_CACERT_BADFILE, End::Kind::Tls, "ca-file"},
    {CURLE_SSL_CERTPROBLEM, End::Kind::Tls, "certificate"},
    {CURLE_SSL_ISSUER_ERROR, End::Kind::Tls, "certificate"},
    {CURLE_UNSUPPORTED_PROTOCOL, End::Kind::Answer, "no-http"},
    {CURLE_WEIRD_SERVER_REPLY, End::Kind::Answer, "no-http"},
    {CURLE_OUT_OF_MEMORY, End::Kind::Answer, "header-bytes"},  // a header line of more than libcurl keeps
    {CURLE_BAD_CONTENT_ENCODING, End::Kind::Answer, "encoding"},
    {CURLE_PROXY, End::Kind::Proxy, "handshake"},
    {CURLE_ABORTED_BY_CALLBACK, End::Kind::Answer, "to-inside"},
});

}  // namespace

void tellFailure(CURL* easy, CURLcode code, End& end)
{
    long proxyStatus = 0;   // NOLINT(google-runtime-int): libcurl's type
    long verifyResult = 0;  // NOLINT(google-runtime-int)
    curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &proxyStatus);
    curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &verifyResult);
    const auto found = std::find_if(failures.begin(), failures.end(), [code](const Failure& failure) { return failure.code == code; });
    if (proxyStatus >= 500) {
        end.problem = "connect";
        end.atProxy = true;
    } else if (proxyStatus >= 300) {
        end.kind = End::Kind::Proxy;
        end.problem = proxyStatus == 407 ? "auth" : "refused";
    } else if (code == CURLE_PEER_FAILED_VERIFICATION) {
        end.kind = End::Kind::Tls;
        end.problem = certificateProblem(verifyResult);
    } else if (code == CURLE_RECV_ERROR && end.reason.find("chunked-encoding") != std::string::npos) {
        end.kind = End::Kind::Answer;
        end.problem = "chunked";
    } else {
        end.kind = found == failures.end() ? End::Kind::Network : found->kind;
        end.problem = found == failures.end() ? "network" : std::string(found->problem);
        end.atProxy = code == CURLE_COULDNT_RESOLVE_PROXY;
    }
}

}  // namespace wb::net
