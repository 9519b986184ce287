#pragma once

#include <QTextBrowser>

namespace wb::ui {

// Rich text of our own making, read only: nothing is loaded, and no link is followed.
class ReportView : public QTextBrowser {
    Q_OBJECT

public:
    explicit ReportView(QWidget* parent = nullptr);

    // What stands in a page's body. Shown in the colours of the window, also when these change.
    void setBody(const QString& html);
    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void render();

    QString m_body;
};

}  // namespace wb::ui
