#pragma once

#include <QWidget>

#include <vector>

namespace wb::ui {

class KeyMapFilter;

// Where in the rows the problems and edits are, from the first row at the top to the last at the bottom: the icon of each status at its place, the
// most urgent where several fall together. A click asks for the row.
class ProblemStrip : public QWidget {
    Q_OBJECT

public:
    // The filter outlives the strip.
    explicit ProblemStrip(KeyMapFilter* filter, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowChosen(int row);  // of the filter

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Mark {
        int row = -1;  // the first of the most urgent; -1: none here
        int urgency = 0;
        int count = 0;  // of marked rows that fall together here
    };

    void collect();
    int side() const;
    const Mark* markAt(int y) const;
    QString toolTipOf(const Mark& mark) const;

    KeyMapFilter* m_filter;
    std::vector<Mark> m_marks;  // from top to bottom, one for each height of an icon
};

}  // namespace wb::ui
