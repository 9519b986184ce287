#pragma once

#include "tests/ui/download_fixture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>

// The window on its way to the Hub, without one: a checkpoint that is converted, and a model folder that an earlier run made.
class PublishFixture : protected DownloadFixture {
protected:
    const QByteArray m_cardText = "---\nlicense: apache-2.0\ntags:\n- vision\n---\n\n# Model\n\nText.\n";

    void makePublishing()
    {
        makeAll();
        m_pipeline->naming = "timm";
        write(QStringLiteral("tiny-hf/README.md"), m_cardText);
        write(QStringLiteral("made/README.md"), m_cardText);
        write(QStringLiteral("made/conversion-report.json"), "{}");
    }
    void write(const QString& name, const QByteArray& text) const
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(name).path()));
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

    void click(const QString& name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    bool isUsable(const QString& name) const { return find<QWidget>(name)->isVisible() && find<QWidget>(name)->isEnabled(); }
    QString banner() const { return find<QLabel>(QStringLiteral("bannerSentence"))->text(); }
    QString hint() const { return find<QLabel>(QStringLiteral("publishHint"))->text(); }

    void finishConversion()
    {
        m_window->openFile(m_folder->filePath(QStringLiteral("tiny.torch")));
        QTRY_COMPARE(m_session->state(), State::Planned);
        QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(m_session->sample().progress.bytesDone > 0);
        m_pipeline->release();
        QTRY_COMPARE(m_session->state(), State::Done);
    }
    void showPage()
    {
        finishConversion();
        goToPage();
    }
    // On the folder of an earlier run.
    void showMadeFolder()
    {
        m_window->openFile(m_folder->filePath(QStringLiteral("made")));
        QTRY_COMPARE(m_session->state(), State::Planned);
        goToPage();
    }
    void goToPage()
    {
        QTest::keyClick(m_window.get(), Qt::Key_U, Qt::ControlModifier);
        QVERIFY(find<QWidget>(QStringLiteral("publishPage"))->isVisible());
        QTRY_VERIFY(m_session->token() || m_session->tokenError());
    }
    void typeIn(const QString& field, const QString& text)
    {
        auto* edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    void type(const QString& name) { typeIn(QStringLiteral("targetEdit"), name); }
    void check(const QString& name = QStringLiteral("acme/model"))
    {
        type(name);
        click(QStringLiteral("checkButton"));
        QTRY_VERIFY(m_session->publishing().plan);
        QVERIFY(m_session->canPublish());
    }
    void startSending()
    {
        showPage();
        check();
        send();
    }
    void send()
    {
        click(QStringLiteral("publishButton"));
        QTRY_VERIFY(m_session->state() == State::Publishing && m_session->sample().progress.bytesDone > 0);
    }
    void commit()
    {
        m_pipeline->release();
        QTRY_COMPARE(m_session->publishing().stage, wb::ui::PublishStage::Commit);
        m_pipeline->release();
        QTRY_VERIFY(m_session->publishing().publication);
    }
    void goTo(const QString& name) const
    {
        const auto* wanted = find<QWidget>(name);
        for (int i = 0; i < 80 && !wanted->hasFocus(); ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QVERIFY2(wanted->hasFocus(), qPrintable(name));
    }
};
