#include "ui/widgets/parity_input.h"

#include "ui/format.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <limits>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int automaticSize = 0;

}  // namespace

ParityInput::ParityInput(QWidget* parent)
    : QWidget(parent), m_kind(new QComboBox(this)), m_seed(new QSpinBox(this)), m_picture(new QLineEdit(this)),
      m_browse(new QPushButton(tr("Bro&wse…"), this)), m_size(new QComboBox(this))
{
    setObjectName(u"parityInput"_s);
    m_kind->setObjectName(u"parityKind"_s);
    m_kind->setAccessibleName(tr("Input"));
    m_kind->addItems({tr("Random numbers"), tr("A picture")});
    m_seed->setObjectName(u"paritySeed"_s);
    m_seed->setAccessibleName(tr("Seed of the random numbers"));
    m_seed->setPrefix(tr("seed "));
    m_seed->setMaximum(std::numeric_limits<int>::max());
    m_picture->setObjectName(u"parityPicture"_s);
    m_picture->setAccessibleName(tr("Picture"));
    m_picture->setPlaceholderText(tr("PNG, JPEG or WebP"));
    m_browse->setObjectName(u"parityBrowse"_s);
    m_browse->setAutoDefault(false);
    m_size->setObjectName(u"paritySize"_s);
    m_size->setAccessibleName(tr("Size of the input"));
    m_size->addItem(tr("automatic size"), automaticSize);
    for (const int pixels : {64, 128, 224, 384}) {
        m_size->addItem(tr("%1 pixels").arg(pixels), pixels);
    }
    m_size->setToolTip(tr("For random numbers the least at which every weight counts, for a picture what the model was made for."));

    auto* label = new QLabel(tr("&Input"), this);
    label->setBuddy(m_kind);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_kind);
    row->addWidget(m_seed);
    row->addWidget(m_picture, 1);
    row->addWidget(m_browse);
    row->addWidget(m_size);
    row->addStretch();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ParityInput::showKind);
    connect(m_picture, &QLineEdit::textChanged, this, &ParityInput::changed);
    connect(m_browse, &QPushButton::clicked, this, &ParityInput::browseRequested);
    showKind();
}

bool ParityInput::wantsPicture() const
{
    return m_kind->currentIndex() == 1;
}

bool ParityInput::isComplete() const
{
    return !wantsPicture() || !m_picture->text().trimmed().isEmpty();
}

verify::ParityOptions ParityInput::options() const
{
    verify::ParityOptions options;
    if (wantsPicture()) {
        options.image = pathBytes(m_picture->text().trimmed());
    }
    options.seed = static_cast<uint64_t>(m_seed->value());
    if (const int pixels = m_size->currentData().toInt(); pixels != automaticSize) {
        options.size = static_cast<uint64_t>(pixels);
    }
    return options;
}

void ParityInput::setPicture(const QString& path)
{
    m_kind->setCurrentIndex(1);
    m_picture->setText(path);
}

void ParityInput::showKind()
{
    m_seed->setVisible(!wantsPicture());
    m_picture->setVisible(wantsPicture());
    m_browse->setVisible(wantsPicture());
    Q_EMIT changed();
}

}  // namespace wb::ui
