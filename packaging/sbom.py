#!/usr/bin/env python3
"""sbom.py BUNDLE.TSV FOLDER: the software bill of materials of the bundle and the AppImage, as SPDX 2.3 JSON on stdout.

BUNDLE.TSV has a line "place in the bundle, tab, file of this system" for each file that came from a Debian package; FOLDER holds the packages made.
Licences are those that the packages' copyright files name in the machine-readable form; the others are NOASSERTION.
"""

import datetime
import hashlib
import json
import os
import re
import subprocess
import sys

# Compiled into the programs from headers, and linked into the AppImage's runtime.
BUILT_IN = ["nlohmann-json3-dev", "libcli11-dev", "libspdlog-dev", "libfmt-dev"]
IN_RUNTIME = ["libsquashfuse-dev", "libzstd-dev", "liblz4-dev", "liblzo2-dev", "liblzma-dev", "zlib1g-dev", "libc6-dev"]
# Names in Debian's copyright files that SPDX spells another way.
SPDX_NAMES = {"GPL-2": "GPL-2.0-only", "GPL-2+": "GPL-2.0-or-later", "GPL-3": "GPL-3.0-only", "GPL-3+": "GPL-3.0-or-later", "LGPL-2": "LGPL-2.0-only",
              "LGPL-2+": "LGPL-2.0-or-later", "LGPL-2.1": "LGPL-2.1-only", "LGPL-2.1+": "LGPL-2.1-or-later", "LGPL-3": "LGPL-3.0-only",
              "LGPL-3+": "LGPL-3.0-or-later", "Expat": "MIT", "MIT": "MIT", "BSD-2-clause": "BSD-2-Clause", "BSD-2-Clause": "BSD-2-Clause",
              "BSD-3-clause": "BSD-3-Clause", "BSD-3-Clause": "BSD-3-Clause", "Apache-2.0": "Apache-2.0", "Zlib": "Zlib", "zlib": "Zlib", "ISC": "ISC",
              "curl": "curl", "MPL-2.0": "MPL-2.0", "BSL-1.0": "BSL-1.0"}


def query(*words):
    return subprocess.run(["dpkg-query", *words], capture_output=True, text=True, check=False).stdout


def owners(files):
    """The package of each file. Packages may list a file below / that lies below /usr."""
    found = {}
    for line in query("--search", *files, *(file.removeprefix("/usr") for file in files)).splitlines():
        package, name = line.split(": ", 1)
        found[name] = package.split(":")[0]
    lacking = [file for file in files if file not in found and file.removeprefix("/usr") not in found]
    if lacking:
        sys.exit(f"sbom.py: no package has {lacking[0]}")
    return {file: found.get(file) or found[file.removeprefix("/usr")] for file in files}


def licence_of(package):
    """The licence of "Files: *", where the file is machine-readable and SPDX has the name."""
    try:
        with open(f"/usr/share/doc/{package}/copyright", encoding="utf-8", errors="replace") as file:
            paragraphs = re.split(r"\n\s*\n", file.read())
    except OSError:
        return "NOASSERTION"
    for paragraph in paragraphs:
        licence = re.search(r"^License:[ \t]*(\S.*)$", paragraph, re.M)
        if re.search(r"^Files:[ \t]*\*", paragraph, re.M) and licence:
            words = re.split(r"\s+(or|and)\s+", licence.group(1).strip())
            names = [word.upper() if word in ("or", "and") else SPDX_NAMES.get(word) for word in words]
            return " ".join(names) if all(names) else "NOASSERTION"
    return "NOASSERTION"


def identifier(kind, name):
    return f"SPDXRef-{kind}-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)


def debian_package(name):
    version, source, architecture = query("-W", "-f=${Version}\t${source:Package}\t${Architecture}\n", name).splitlines()[0].split("\t")
    return {"SPDXID": identifier("Package", name), "name": name, "versionInfo": version, "supplier": "Organization: Debian",
            "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": "NOASSERTION", "licenseDeclared": licence_of(name),
            "copyrightText": "NOASSERTION", "sourceInfo": f"Debian source package {source}",
            "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                              "referenceLocator": f"pkg:deb/debian/{name}@{version}?arch={architecture}"}]}


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def product(folder, name, identity, version):
    return {"SPDXID": identity, "name": name, "versionInfo": version, "supplier": "NOASSERTION", "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
            "licenseConcluded": "NOASSERTION", "licenseDeclared": "GPL-3.0-or-later", "copyrightText": "The Weightbridge developers",
            "checksums": [{"algorithm": "SHA256", "checksumValue": sha256(os.path.join(folder, name))}]}


def relation(one, kind, other):
    return {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}


def main():
    bundle, folder = sys.argv[1:]
    moment = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    files, relations, packages = [], [], {}
    with open(bundle, encoding="utf-8") as lines:
        rows = sorted(line.rstrip("\n").split("\t") for line in lines)
    owner = owners([source for _, source in rows])
    for place, source in rows:
        name = owner[source]
        packages[name] = debian_package(name)
        files.append({"SPDXID": identifier("File", place), "fileName": "./" + place, "licenseConcluded": "NOASSERTION", "copyrightText": "NOASSERTION",
                      "checksums": [{"algorithm": "SHA256", "checksumValue": sha256(source)}]})
        relations.append(relation(packages[name]["SPDXID"], "CONTAINS", files[-1]["SPDXID"]))
    shared = sorted(packages)
    for name in [*BUILT_IN, *IN_RUNTIME]:
        packages.setdefault(name, debian_package(name))
    products = []
    for name in sorted(os.listdir(folder)):
        if not name.endswith((".AppImage", ".tar.gz", ".sh")):
            continue
        item = product(folder, name, identifier("Bundle", name), re.search(r"\d+\.\d+\.\d+", name).group(0))
        products.append(item)
        relations += [relation("SPDXRef-DOCUMENT", "DESCRIBES", item["SPDXID"])]
        relations += [relation(item["SPDXID"], "CONTAINS", packages[package]["SPDXID"]) for package in shared]
        relations += [relation(packages[package]["SPDXID"], "BUILD_DEPENDENCY_OF", item["SPDXID"]) for package in BUILT_IN]
        if name.endswith(".AppImage"):
            relations += [relation(item["SPDXID"], "STATIC_LINK", packages[package]["SPDXID"]) for package in IN_RUNTIME]
    namespace = hashlib.sha256("".join(item["checksums"][0]["checksumValue"] for item in products).encode()).hexdigest()
    document = {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": "weightbridge bundle",
                "documentNamespace": f"urn:weightbridge:sbom:{namespace}",
                "creationInfo": {"created": moment.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: weightbridge-packaging-sbom"]},
                "packages": products + [packages[name] for name in sorted(packages)], "files": files, "relationships": relations}
    json.dump(document, sys.stdout, indent=1, sort_keys=True)
    print()


if __name__ == "__main__":
    main()
