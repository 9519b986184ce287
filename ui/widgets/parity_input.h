#pragma once

#include "core/verify/parity.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace wb::ui {

// What is to be put through both networks: random numbers or a picture, and its size.
class ParityInput : public QWidget {
    Q_OBJECT

public:
    explicit ParityInput(QWidget* parent = nullptr);

    // False while a picture is wanted and none is named.
    bool isComplete() const;
    verify::ParityOptions options() const;
    void setPicture(const QString& path);

Q_SIGNALS:
    void changed();
    void browseRequested();

private:
    bool wantsPicture() const;
    void showKind();

    QComboBox* m_kind;
    QSpinBox* m_seed;
    QLineEdit* m_picture;
    QPushButton* m_browse;
    QComboBox* m_size;
};

}  // namespace wb::ui
