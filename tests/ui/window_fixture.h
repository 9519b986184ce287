#pragma once

#include "tests/ui/fake_pipeline.h"
#include "tests/ui/window_base.h"

#include <QLocale>

// The window on stages that stand in.
class WindowFixture : protected WindowBase {
protected:
    std::shared_ptr<FakePipeline> m_pipeline;

    void makeAll()
    {
        QLocale::setDefault(QLocale::c());
        m_folder = std::make_unique<QTemporaryDir>();
        openSettings(QStringLiteral("settings.ini"));
        m_pipeline = std::make_shared<FakePipeline>();
        makeWindow();
    }
    void makeWindow() { showWindow(m_pipeline); }
    void open()
    {
        m_window->openFile(QStringLiteral("/data/tiny.torch"));
        QTRY_VERIFY(m_session->keyMap() != nullptr && m_session->state() != State::Inspecting);
    }
    void startConverting()
    {
        open();
        QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(m_session->sample().progress.bytesDone > 0);
    }
};
