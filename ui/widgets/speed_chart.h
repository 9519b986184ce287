#pragma once

#include <QWidget>

#include <cstdint>
#include <deque>
#include <optional>

namespace wb::ui {

// Speed over the last two minutes as a filled line. The numbers are its accessible description.
class SpeedChart : public QWidget {
    Q_OBJECT

public:
    explicit SpeedChart(QWidget* parent = nullptr);

    void clear();
    // Milliseconds of any steady clock. Of samples within one second the last counts.
    void add(int64_t milliseconds, double bytesPerSecond);
    // "Now 41.0 MB/s, at most 62.3 MB/s in the last 2 minutes"; empty without a sample.
    QString summary() const;
    size_t count() const { return m_samples.size(); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Sample {
        int64_t milliseconds;
        double bytesPerSecond;
    };
    double highest() const;

    std::deque<Sample> m_samples;
};

}  // namespace wb::ui
