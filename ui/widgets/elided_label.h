#pragma once

#include <QLabel>

namespace wb::ui {

// One line of plain text that is shortened in the middle where there is no room; the whole is in the tool tip and for screen readers.
// It draws the text itself: QLabel::setText() lays the window out anew each time, which a text of a running job must not.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setFullText(const QString& text);
    // From now on there is room for the text as it is; room that was kept before is not given back.
    void keepRoom();
    QString fullText() const { return m_text; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void elide();

    QString m_text;
    QString m_line;  // what is seen of it
};

}  // namespace wb::ui
