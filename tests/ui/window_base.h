#pragma once

#include "ui/main_window.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

// A window with a folder and settings of its own; on which stages, its heirs say.
class WindowBase {
protected:
    using State = wb::ui::Session::State;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<wb::ui::Session> m_session;
    std::unique_ptr<wb::ui::MainWindow> m_window;

    QString at(const QString& name) const { return m_folder->filePath(name); }
    template <typename Widget> Widget* find(const QString& name) const
    {
        auto* widget = m_window->findChild<Widget*>(name);
        Q_ASSERT_X(widget != nullptr, "find", qPrintable(name));
        return widget;
    }
    void openSettings(const QString& name) { m_settings = std::make_unique<QSettings>(at(name), QSettings::IniFormat); }
    void showWindow(std::shared_ptr<wb::ui::ConversionPipeline> pipeline)
    {
        m_window.reset();
        m_session.reset();
        m_session = std::make_unique<wb::ui::Session>(std::move(pipeline), std::make_shared<wb::Log>());
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
};
