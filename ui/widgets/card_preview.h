#pragma once

#include <QTextBrowser>

namespace wb::ui {

// A model card as it reads: its facts as a table, its Markdown below. Loads nothing, from the network or from this machine: pictures are shown by
// their names. A link of the web is opened by a click or a key, never by itself.
class CardPreview : public QTextBrowser {
    Q_OBJECT

public:
    explicit CardPreview(QWidget* parent = nullptr);

    void setCard(const QString& card);
    QVariant loadResource(int type, const QUrl& name) override;

private:
    void open(const QUrl& url);
    void insertFacts(const QString& card);
    void tidy();
};

}  // namespace wb::ui
