#include "tests/support/http/certificates.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace wb::test {

namespace {

using Key = std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)>;
using Certificate = std::unique_ptr<X509, void (*)(X509*)>;
using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

constexpr long day = 24L * 60 * 60;

struct Wanted {
    const char* commonName;
    const char* alternativeNames;  // as OpenSSL's configuration has them; null: an authority
    long endsAfter;                // seconds from now
};

constexpr Wanted authority{"Weightbridge test authority", nullptr, 365 * day};
constexpr Wanted localhost{"localhost", "DNS:localhost,IP:127.0.0.1", 365 * day};

struct Identity {
    Key key;
    Certificate certificate;
};

void require(bool works, const std::string& what)
{
    if (!works) {
        throw std::runtime_error("cannot make a certificate: " + what);
    }
}

void addExtension(X509* certificate, X509* issuer, int nid, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, void (*)(X509_EXTENSION*)> extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value),
                                                                               X509_EXTENSION_free);
    require(extension && X509_add_ext(certificate, extension.get(), -1) == 1, value);
}

void addExtensions(X509* certificate, X509* issuer, const Wanted& wanted)
{
    const bool isAuthority = wanted.alternativeNames == nullptr;
    addExtension(certificate, issuer, NID_basic_constraints, isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    addExtension(certificate, issuer, NID_key_usage, isAuthority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
    addExtension(certificate, issuer, NID_subject_key_identifier, "hash");
    if (!isAuthority) {
        addExtension(certificate, issuer, NID_ext_key_usage, "serverAuth");
        addExtension(certificate, issuer, NID_subject_alt_name, wanted.alternativeNames);
    }
}

void setSubject(X509* certificate, const Wanted& wanted)
{
    const auto* name = reinterpret_cast<const unsigned char*>(wanted.commonName);
    require(X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8, name, -1, -1, 0) == 1, "name");
}

// Signed by itself when there is no signer.
Identity make(const Wanted& wanted, const Identity* signer)
{
    static long serial = 0;
    Identity made{Key(EVP_EC_gen("P-256"), EVP_PKEY_free), Certificate(X509_new(), X509_free)};
    X509* certificate = made.certificate.get();
    require(made.key && certificate != nullptr, "key");
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -30 * day);
    X509_gmtime_adj(X509_getm_notAfter(certificate), wanted.endsAfter);
    setSubject(certificate, wanted);
    X509* issuer = signer != nullptr ? signer->certificate.get() : certificate;
    X509_set_issuer_name(certificate, X509_get_subject_name(issuer));
    X509_set_pubkey(certificate, made.key.get());
    addExtensions(certificate, issuer, wanted);
    require(X509_sign(certificate, signer != nullptr ? signer->key.get() : made.key.get(), EVP_sha256()) != 0, "signature");
    return made;
}

CertificateFiles write(const Identity& identity, const std::string& folder, const std::string& name)
{
    CertificateFiles files{folder + '/' + name + ".crt.pem", folder + '/' + name + ".key.pem"};
    const File certificate(std::fopen(files.certificateFile.c_str(), "we"), std::fclose);
    require(certificate && PEM_write_X509(certificate.get(), identity.certificate.get()) == 1, name);
    const File key(std::fopen(files.keyFile.c_str(), "we"), std::fclose);
    require(key && PEM_write_PrivateKey(key.get(), identity.key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1, name);
    return files;
}

}  // namespace

TestCertificates makeCertificates(const std::string& folder)
{
    Wanted expired = localhost;
    expired.endsAfter = -day;
    Wanted otherHost = localhost;
    otherHost.commonName = "other.example";
    otherHost.alternativeNames = "DNS:other.example";
    const Identity root = make(authority, nullptr);
    TestCertificates made;
    made.authorityFile = write(root, folder, "authority").certificateFile;
    made.right = write(make(localhost, &root), folder, "right");
    made.expired = write(make(expired, &root), folder, "expired");
    made.otherHost = write(make(otherHost, &root), folder, "other_host");
    made.selfSigned = write(make(localhost, nullptr), folder, "self_signed");
    return made;
}

}  // namespace wb::test
