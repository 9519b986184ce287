#pragma once

#include "tests/ui/window_base.h"

#include "ui/core_pipeline.h"

#include "core/job/demo_checkpoint.h"
#include "core/job/demo_model.h"
#include "core/job/pipeline.h"
#include "core/mapping/edits.h"
#include "core/mapping/key_map_file.h"

#include <QDialog>
#include <QPushButton>
#include <QTableView>

// The window on the real stages, with a small checkpoint that writes the second convolution of the blocks of the first
// three stages otherwise than the rules: "f.q" for "f.b". (The last stage tells the width of the groups.)
class EditFixture : protected WindowBase {
protected:
    QString m_checkpoint;

    void makeAll()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_checkpoint = at(QStringLiteral("model.torch"));
        makeCheckpoint();
        makeWindow();
    }
    void makeCheckpoint() const
    {
        wb::mapping::Architecture network;
        network.family = "regnet";
        network.naming = "vissl";
        network.layerType = "y";
        network.depths = {1, 2, 2, 1};
        network.hiddenSizes = {16, 32, 48, 64};
        network.groupsWidth = 8;
        network.classes = 10;
        wb::job::DemoModel model = wb::job::demoModel(wb::job::familyOf(network), network);
        for (wb::job::DemoTensor& tensor : model.tensors) {
            if (const size_t at = tensor.key.find(".f.b."); at != std::string::npos && tensor.key.find("block4") == std::string::npos) {
                tensor.key.replace(at, 5, ".f.q.");
            }
        }
        wb::CancelToken cancel;
        wb::Progress progress;
        wb::Log log;
        wb::JobContext job{cancel, progress, log};
        wb::job::DemoOptions options;
        options.path = m_checkpoint.toStdString();
        wb::job::writeDemo(model, options, job);
    }
    void makeWindow()
    {
        m_window.reset();
        openSettings(QStringLiteral("settings/settings.ini"));
        showWindow(std::make_shared<wb::ui::CorePipeline>());
    }
    void open()
    {
        m_window->openFile(m_checkpoint);
        waitForPlan();
    }
    bool isAtRest() const { return m_session->plan() && m_session->state() != State::Inspecting; }
    void waitForPlan() const { QTRY_VERIFY_WITH_TIMEOUT(isAtRest(), 20'000); }
    QTableView* table() const { return find<QTableView>(QStringLiteral("keyTable")); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    int tableRow(int column, const QString& key) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (cell(row, column) == key) {
                return row;
            }
        }
        return -1;
    }
    void select(const QString& source) const
    {
        const int row = tableRow(1, source);
        QVERIFY2(row >= 0, qPrintable(source));
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(row, 1));
    }
    const wb::mapping::KeyMapRow& row(const std::string& source) const
    {
        const auto map = m_session->keyMap();
        return map->rows[wb::mapping::rowOfSource(*map, source).value()];
    }
    void applyRule() const
    {
        QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(m_window->findChild<QPushButton*>(QStringLiteral("applyRule")) != nullptr);
        QTest::mouseClick(find<QPushButton>(QStringLiteral("applyRule")), Qt::LeftButton);
        QTRY_VERIFY(m_window->findChild<QDialog*>(QStringLiteral("ruleDialog")) == nullptr);
        waitForPlan();
        becomeActive();
    }
    void becomeActive() const
    {
        m_window->activateWindow();
        QTRY_VERIFY(m_window->isActiveWindow());
    }
    void mendByRules() const
    {
        for (const char* key : {"0.weight", "1.weight"}) {
            const QString source = QStringLiteral("_feature_blocks.res2.block1-0.f.q.") + QString::fromLatin1(key);
            select(source);
            const size_t before = m_session->edits().size();
            applyRule();
            QTRY_VERIFY(m_session->edits().size() > before);
            waitForPlan();
        }
        QVERIFY(m_session->keyMap()->isComplete());
    }
    std::string mapText() const { return keyMapToJson(*m_session->keyMap()); }
};
