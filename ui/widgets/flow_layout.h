#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace wb::ui {

// Items in a row, and in further rows where there is no room: as wide as its widest item at least.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    // Places the items where asked; returns the height that they take.
    int arrange(const QRect& rect, bool places) const;
    int gap() const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

}  // namespace wb::ui
