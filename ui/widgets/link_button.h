#pragma once

#include <QPushButton>

namespace wb::ui {

// An address of the web that is opened by a click or a key. The text is plain and may be another than the address.
class LinkButton : public QPushButton {
    Q_OBJECT

public:
    explicit LinkButton(QWidget* parent = nullptr);

    void setLink(const QString& text, const QString& address);
    QString address() const { return m_address; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void open();

    QString m_address;
};

}  // namespace wb::ui
