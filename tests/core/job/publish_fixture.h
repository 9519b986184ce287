#pragma once

#include "core/job/demo_checkpoint.h"
#include "core/job/publish.h"
#include "tests/support/hub_server.h"
#include "tests/support/net_run.h"

#include <QTemporaryDir>

#include <memory>
#include <string>

namespace wb::test {

// What a test of publishing begins with: checkpoints and a stand-in for the Hub, made once, and for each test a folder and options that nothing
// stands against.
class PublishFixture {
protected:
    // Path of a checkpoint NAME among those made once.
    std::string makeCheckpoint(const QString& name, const char* variant, double scale = job::DemoOptions{}.scale) const
    {
        NetRun run;
        job::DemoOptions demo;
        demo.variant = variant;
        demo.scale = scale;
        demo.path = m_made.filePath(name).toStdString();
        job::makeDemo(demo, run.job);
        return demo.path;
    }
    bool startServer(const QStringList& more = {})
    {
        m_server = std::make_unique<HubServer>(m_made.path());
        return m_server->start(more);
    }
    bool beginTest()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<NetRun>();
        m_settings = quickSettings();
        m_settings.endpoint = m_server->endpoint();
        m_settings.token = "hf_write";
        m_options = {};
        m_options.repository = "alice/model";
        m_options.licence = "mit";
        qputenv("XDG_STATE_HOME", m_folder->filePath("state").toUtf8());
        return m_server->reset();
    }
    std::string at(const std::string& name) const { return m_folder->filePath(QString::fromStdString(name)).toStdString(); }

    QTemporaryDir m_made;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HubServer> m_server;
    std::unique_ptr<NetRun> m_run;
    net::Settings m_settings;
    job::PublishOptions m_options;
};

}  // namespace wb::test
