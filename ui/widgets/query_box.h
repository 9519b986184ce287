#pragma once

#include "ui/models/query_lexer.h"

#include <QLineEdit>

#include <optional>

namespace wb::ui {

// The filter box: an error is framed, and its characters underlined; Enter selects them. Escape clears, and leaves an empty box; Down leaves it too.
class QueryBox : public QLineEdit {
    Q_OBJECT

public:
    explicit QueryBox(QWidget* parent = nullptr);

    void showError(const std::optional<QueryError>& error);

Q_SIGNALS:
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void underlineError();

    std::optional<QueryError> m_error;
};

}  // namespace wb::ui
