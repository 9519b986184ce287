#pragma once

#include "core/base/hash.h"
#include "core/hub/upload_session.h"
#include "core/io/byte_source.h"
#include "core/io/folder.h"
#include "core/io/output_file.h"
#include "tests/support/expect_error.h"
#include "tests/support/hub_server.h"
#include "tests/support/net_run.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>

namespace wb::test {

// A repository at the stand-in for the Hub, and files to be sent there; parts are of 1 MiB.
class UploadFixture {
public:
    static constexpr uint64_t partBytes = 1 << 20;

    UploadFixture() : server(folder.path())
    {
        settings = quickSettings();
        settings.token = "hf_write";
        request.repository = {"alice", "model"};
        request.revision = "main";
        request.message = "weights";
        request.stateFolder = folder.filePath("state").toStdString();
    }

    bool start(const QStringList& more = {})
    {
        const bool started = server.start(QStringList{"--mp", QString::number(partBytes), "--chunk", QString::number(partBytes)} + more);
        settings.endpoint = server.endpoint();
        return started && server.makeRepository("alice/model");
    }

    std::string path(const std::string& name) const { return folder.filePath(QString::fromStdString(name)).toStdString(); }
    void add(const std::string& name, const std::string& text)
    {
        io::writeFileAtomically(path(name), text);
        hub::UploadFile file;
        file.name = name;
        file.path = path(name);
        file.bytes = text.size();
        file.modifiedNs = io::openFile(file.path)->identity().modifiedNs;
        file.sha256 = Sha256::of(text);
        request.files.push_back(file);
    }
    void addWeights(const std::string& name, uint64_t bytes, uint64_t seed = 1)
    {
        std::mt19937_64 random(seed);
        std::string text;
        while (text.size() < bytes) {
            const uint64_t word = random();
            text.append(reinterpret_cast<const char*>(&word), sizeof(word));
        }
        text.resize(static_cast<size_t>(bytes));
        add(name, text);
    }

    hub::UploadOutcome upload()
    {
        hub::HubClient client(settings, run->job);
        return hub::upload(request, client, run->job);
    }
    // An upload in another thread while `meanwhile` runs in this one. Returns what it threw, if anything but an end by cancel.
    std::optional<Error> uploadWhile(const std::function<void()>& meanwhile)
    {
        std::future<std::optional<Error>> ending = std::async(std::launch::async, [this]() -> std::optional<Error> {
            try {
                upload();
            } catch (const Error& error) {
                return error;
            } catch (const Cancelled&) {
                wasCancelled = true;
            }
            return std::nullopt;
        });
        meanwhile();
        return ending.get();
    }
    // Cancelled when the store has this many parts and the journal says so; as by a process that is gone, only the journal stays.
    bool cancelledAfter(int parts)
    {
        bool isAt = server.faults(R"({"match":"PUT /store","do":"hold","after":)" + QByteArray::number(parts) + "}");
        uploadWhile([&] {
            isAt = isAt && server.hasEnded("PUT /store", parts) && QTest::qWaitFor([&] { return journalledParts() == parts; }, 30'000);
            run->cancel.cancel();
        });
        run = std::make_unique<NetRun>();
        return server.release() && isAt && std::exchange(wasCancelled, false);
    }
    bool isThere(const std::string& name, const QString& revision = "main") const
    {
        const QString hash = server.filesOf("alice/model", revision).value(QString::fromStdString(name)).toString();
        for (const hub::UploadFile& file : request.files) {
            if (file.name == name) {
                return hash.toStdString() == file.sha256 || hash.toStdString() == gitBlobName(io::readSmallFile(file.path, 1 << 24));
            }
        }
        return false;
    }
    int commits() const { return server.repository("alice/model").value("commits").toInt(); }
    std::string journals() const
    {
        std::string text;
        if (io::isFolder(request.stateFolder)) {
            for (const std::string& name : io::listFolder(request.stateFolder)) {
                text += io::readSmallFile(io::join(request.stateFolder, name), 1 << 20);
            }
        }
        return text;
    }
    int journalledParts() const { return static_cast<int>(QByteArray::fromStdString(journals()).count("\"etag\"")); }

    QTemporaryDir folder;
    HubServer server;
    net::Settings settings;
    hub::UploadRequest request;
    std::unique_ptr<NetRun> run = std::make_unique<NetRun>();
    bool wasCancelled = false;
};

}  // namespace wb::test
