#pragma once

#include "tests/ui/window_fixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

// The window and published files, without a network.
class DownloadFixture : protected WindowFixture {
protected:
    const QString m_address = QStringLiteral("https://files.example.org/seer.torch");

    // By the text that it shows or has for screen readers.
    QString text(const QString& name) const
    {
        const auto* label = find<QLabel>(name);
        return label->accessibleName().isEmpty() ? label->text() : label->accessibleName();
    }
    QString primary() const { return find<QPushButton>(QStringLiteral("primaryButton"))->text(); }
    void check(const QString& address)
    {
        auto* edit = find<QLineEdit>(QStringLiteral("addressEdit"));
        edit->setFocus();
        QTest::keyClicks(edit, address);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(m_session->state(), State::Planned);
    }
    void startDownloading()
    {
        check(m_address);
        QTest::mouseClick(find<QPushButton>(QStringLiteral("primaryButton")), Qt::LeftButton);
        QTRY_VERIFY(m_session->state() == State::Downloading && m_session->sample().progress.bytesDone > 0);
    }
};
