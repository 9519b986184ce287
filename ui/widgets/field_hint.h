#pragma once

#include <QWidget>

class QLabel;

namespace wb::ui {

// A sentence under the field that it is about: what fits, or with a sign before it what does not. It is the field's description for screen readers.
class FieldHint : public QWidget {
    Q_OBJECT

public:
    // `name`: object name of the sentence.
    FieldHint(const QString& name, QWidget* field, QWidget* parent = nullptr);

    // Nothing is shown for an empty sentence.
    void showHint(const QString& sentence);
    void showProblem(const QString& sentence);

private:
    void show(const QString& sentence, bool isProblem);

    QWidget* m_field;
    QLabel* m_sign;
    QLabel* m_sentence;
};

}  // namespace wb::ui
