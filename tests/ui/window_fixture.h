#pragma once

#include "tests/ui/fake_pipeline.h"

#include "ui/main_window.h"

#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

// The window on stages that stand in, with settings of its own.
class WindowFixture {
protected:
    using State = wb::ui::Session::State;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::shared_ptr<FakePipeline> m_pipeline;
    std::unique_ptr<wb::ui::Session> m_session;
    std::unique_ptr<wb::ui::MainWindow> m_window;

    template <typename Widget> Widget* find(const QString& name) const
    {
        auto* widget = m_window->findChild<Widget*>(name);
        Q_ASSERT_X(widget != nullptr, "find", qPrintable(name));
        return widget;
    }
    void makeAll()
    {
        QLocale::setDefault(QLocale::c());
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        m_pipeline = std::make_shared<FakePipeline>();
        makeWindow();
    }
    void makeWindow()
    {
        m_window.reset();
        m_session = std::make_unique<wb::ui::Session>(m_pipeline, std::make_shared<wb::Log>());
        m_window = std::make_unique<wb::ui::MainWindow>(*m_session, *m_settings);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QTRY_VERIFY(m_window->isActiveWindow());
    }
    void dropAll()
    {
        m_window.reset();
        m_session.reset();
        m_settings.reset();
    }
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
