#pragma once

#include "tests/e2e/publish_run.h"

#include <memory>

// A Hub, a model to publish there, and a token that is looked for everywhere after a run of the program.
class SecretsRun {
public:
    // No mark of a Hub's token in it, so that nothing can know it by its looks; other characters where it is percent-encoded.
    static constexpr const char* token = "wbTest+Zq7/0Kx2~vN9rT4mB8yL1cW6pJ3sD5fG==";

    bool start()
    {
        const Sandbox whileMade;
        folder = makeModel(made.filePath("model"), "regnet-x-002", "1/8");
        server = std::make_unique<wb::test::HubServer>(made.path());
        return !folder.isEmpty() && server->start({"--mp", "65536", "--chunk", "65536", "--same-upload", "--token", QByteArray(token) + "=write"});
    }
    // A new place with nothing in it.
    bool begin()
    {
        sandbox = std::make_unique<Sandbox>();
        qputenv("TMPDIR", at("tmp").toUtf8());
        qputenv("HF_ENDPOINT", QByteArray::fromStdString(server->endpoint()));
        return server->reset() && QDir().mkpath(at("tmp"));
    }

    QString at(const QString& name) const { return sandbox->at(name); }
    QStringList publishWords() const { return {"publish", folder, "--to", "alice/m1", "--licence", "mit", "--yes"}; }
    bool faults(const QByteArray& rules) const { return server->faults(QByteArray(rules).replace("TOKEN", token)); }

    static bool holdsToken(const QByteArray& bytes)
    {
        const QByteArray plain(token);
        const qsizetype whole = plain.size() / 3 * 4;  // digits of Base64 that say nothing of what follows
        const QList<QByteArray> forms{plain,         plain.toPercentEncoding(),
                                      plain.toHex(), plain.toBase64().left(whole),
                                      "hf_" + plain, ("Bearer " + plain).toBase64().mid(12, whole)};
        return std::any_of(forms.begin(), forms.end(), [&bytes](const QByteArray& form) { return bytes.contains(form); });
    }

    // Where it has got to; empty: nowhere.
    QString leak(const CliRun& run) const
    {
        if (holdsToken(run.out) || holdsToken(run.err)) {
            return "output: " + QString::fromUtf8(run.out + run.err);
        }
        QDirIterator each(at(""), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString path = each.next();
            if (holdsToken(bytesOf(path)) || holdsToken(path.toUtf8())) {
                return path;
            }
        }
        for (const QByteArray& line : server->trace().split('\n')) {
            const QJsonObject request = QJsonDocument::fromJson(line).object();
            const QByteArray said = QJsonDocument(request.value("req").toObject()).toJson(QJsonDocument::Compact);  // without Authorization
            if (holdsToken(said) || (request.value("srv") == "store" && said.toLower().contains("authorization"))) {
                return "request: " + said.left(2000);
            }
        }
        return {};
    }

    static CliRun run(const QStringList& words, const QByteArray& input = {})
    {
        QProcess process;
        process.start(QStringLiteral(WB_CLI), words);
        process.write(input);
        process.closeWriteChannel();
        return finished(process);
    }

    // Looked at; what leaked takes the place of the exit.
    CliRun tried(const QStringList& words)
    {
        CliRun done = run(words);
        if (const QString place = leak(done); !place.isEmpty()) {
            done.exit = -2;
            done.err = place.toUtf8();
        }
        return done;
    }

    QTemporaryDir made;
    QString folder;
    std::unique_ptr<wb::test::HubServer> server;
    std::unique_ptr<Sandbox> sandbox;
};
