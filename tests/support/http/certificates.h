#pragma once

#include <string>

namespace wb::test {

struct CertificateFiles {
    std::string certificateFile;  // PEM
    std::string keyFile;
};

// A certificate authority of its own and server certificates, all made anew; private keys are of no worth to anyone.
struct TestCertificates {
    std::string authorityFile;    // PEM, for the client to trust
    CertificateFiles right;       // localhost and 127.0.0.1
    CertificateFiles expired;     // as right, until yesterday
    CertificateFiles otherHost;   // other.example
    CertificateFiles selfSigned;  // as right, signed by itself
};

// Writes them into the folder, which must be there; std::runtime_error when it cannot.
TestCertificates makeCertificates(const std::string& folder);

}  // namespace wb::test
