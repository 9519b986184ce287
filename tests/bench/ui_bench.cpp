// Measures the key map's table on 100,000 rows, and the window on the largest variant's map. One line a measure: name, value, unit, limit.
#include "ui/core_pipeline.h"
#include "ui/main_window.h"
#include "ui/models/key_map_filter.h"
#include "ui/models/key_map_model.h"
#include "ui/pages/key_map_page.h"
#include "ui/pages/key_map_views.h"
#include "ui/resident_memory.h"
#include "ui/session.h"

#include "core/base/log.h"

#include <fmt/format.h>

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using wb::mapping::KeyMap;
using wb::mapping::KeyMapRow;
using wb::mapping::Status;
using wb::ui::KeyMapFilter;
using wb::ui::KeyMapModel;

namespace {

constexpr int rowCount = 100'000;

bool allWithin = true;

void print(const std::string& name, double value, const char* unit, double limit)
{
    fmt::print("{} {:.1f} {} {}\n", name, value, unit, limit);
    std::fflush(stdout);
    allWithin = allWithin && value <= limit;
}

void measure(const std::string& name, double limit, const std::function<void()>& act)
{
    QElapsedTimer clock;
    clock.start();
    act();
    print(name, static_cast<double>(clock.nsecsElapsed()) / 1e6, "ms", limit);
}

// As a checkpoint of a large network has them, one in a thousand a problem.
std::shared_ptr<const KeyMap> largeMap()
{
    auto map = std::make_shared<KeyMap>();
    map->rows.reserve(rowCount);
    for (int i = 0; i < rowCount; ++i) {
        const int stage = i * 4 / rowCount;
        const int block = i / 8;
        KeyMapRow row;
        row.source = fmt::format("classy_state_dict.base_model.model.trunk._feature_blocks.res{}.block{}-{}.f.{}.{}.weight", stage + 2, stage + 1,
                                 block, "abc"[i % 3], i % 8);
        row.destination = fmt::format("regnet.encoder.stages.{}.layers.{}.layer.{}.convolution.weight", stage, block, i % 8);
        row.sourceShape = row.shape = {static_cast<uint64_t>(32 + i % 97 * 8), static_cast<uint64_t>(64 + i % 31 * 8), 1, 1};
        row.dtype = wb::tensor::DType::F32;
        row.bytes = row.shape[0] * row.shape[1] * 4;
        row.status = i % 1000 == 7 ? Status::Unmapped : Status::Mapped;
        row.reason = {"vissl.block.conv-a",
                      "_feature_blocks.res{S+1}.block{S}-{i}.f.a.0.{p}",
                      {{"S", std::to_string(stage + 1)}, {"i", std::to_string(block)}, {"p", "weight"}}};
        if (row.status == Status::Unmapped) {
            row.destination.reset();
        }
        map->rows.push_back(std::move(row));
    }
    return map;
}

double residentMegabytes()
{
    return static_cast<double>(wb::ui::residentBytes()) / 1e6;
}

void settle()
{
    for (int i = 0; i < 20; ++i) {
        QCoreApplication::processEvents();
    }
}

// The text typed letter by letter; the slowest keystroke, until the rows have followed and are painted.
void type(QLineEdit& box, KeyMapFilter& filter, const std::string& name, const QString& text, double limit)
{
    double slowest = 0;
    for (qsizetype letters = 1; letters <= text.size(); ++letters) {
        QElapsedTimer clock;
        clock.start();
        box.setText(text.left(letters));
        do {
            QCoreApplication::processEvents();
        } while (filter.isFiltering());
        slowest = std::max(slowest, static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    print(name, slowest, "ms", limit);
    box.clear();
    settle();
}

// Longest time that the event loop does not turn while the text is filtered by.
void typeSlowly(QLineEdit& box, KeyMapFilter& filter, const QString& text)
{
    double longest = 0;
    QElapsedTimer turn;
    turn.start();
    box.setText(text);
    longest = static_cast<double>(turn.nsecsElapsed()) / 1e6;
    while (filter.isFiltering()) {
        turn.start();
        QCoreApplication::processEvents();
        longest = std::max(longest, static_cast<double>(turn.nsecsElapsed()) / 1e6);
    }
    print("expression_longest_stall", longest, "ms", 50);
    box.clear();
    settle();
}

void measureTable()
{
    const auto map = largeMap();
    wb::ui::KeyMapPage page;
    page.resize(1400, 900);
    page.show();
    settle();
    measure("open_100k", 1000, [&] {
        page.setKeyMap(map);
        settle();
    });
    auto* table = page.table();
    auto& filter = *qobject_cast<KeyMapFilter*>(table->model());
    auto* box = page.findChild<QLineEdit*>(u"keyFilter"_s);
    type(*box, filter, "filter_word", u"convolution"_s, 50);
    type(*box, filter, "filter_words", u"stages.2 weight block3"_s, 50);
    type(*box, filter, "filter_rare", u"block1-77.f"_s, 50);
    type(*box, filter, "filter_terms", u"stage:3 bytes:>1M !status:mapped"_s, 50);
    typeSlowly(*box, filter, u"/res[34]\\.block\\d+-\\d*7\\..*conv/"_s);
    const auto edited = std::make_shared<KeyMap>(*map);
    edited->rows[rowCount / 2].status = Status::Edited;
    measure("edit_100k", 50, [&] { page.setKeyMap(edited); });
    settle();
    for (int column = 0; column < KeyMapModel::ColumnCount; ++column) {
        measure(fmt::format("sort_column_{}", column), 300, [&] {
            table->sortByColumn(column, Qt::AscendingOrder);
            settle();
        });
    }
    measure("sort_again", 300, [&] {
        table->sortByColumn(KeyMapModel::SourceColumn, Qt::DescendingOrder);
        settle();
    });
    double slowest = 0;
    for (int step = 0; step < 50; ++step) {
        QElapsedTimer clock;
        clock.start();
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->value() + table->verticalScrollBar()->pageStep());
        table->viewport()->repaint();
        slowest = std::max(slowest, static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    print("scroll_page", slowest, "ms", 16);
    measure("tree_100k", 300, [&] {
        page.views()->setTreeShown(true);
        settle();
    });
}

void measureWindow()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    wb::ui::Session session(std::make_shared<wb::ui::CorePipeline>(), std::make_shared<wb::Log>());
    wb::ui::MainWindow window(session, settings);
    window.show();
    settle();
    measure("open_10b_map", 1000, [&] {
        session.selectVariant(u"regnet-y-10b-seer"_s);
        QElapsedTimer patience;
        patience.start();
        while (session.keyMap() == nullptr && patience.elapsed() < 30'000) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        }
        settle();
    });
    print("window_10b_resident", residentMegabytes(), "MB", 150);
}

}  // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    measureWindow();
    measureTable();
    return allWithin ? 0 : 1;
}
