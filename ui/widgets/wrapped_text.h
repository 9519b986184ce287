#pragma once

#include <QTextEdit>

namespace wb::ui {

// Plain text to be read and copied: wraps anywhere, as keys have no spaces, and is as high as its lines, up to a few.
class WrappedText : public QTextEdit {
    Q_OBJECT

public:
    explicit WrappedText(QWidget* parent = nullptr);

    void setText(const QString& text);
    QString text() const { return toPlainText(); }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();
};

}  // namespace wb::ui
