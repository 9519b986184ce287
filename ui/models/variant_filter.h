#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace wb::ui {

// The catalogue narrowed: by words, which must all occur in what is told of a variant, and by kind.
class VariantFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Kind { All, Seer, SeerFineTuned, ImageNet, LayersX, LayersY, Here, Fitting };
    Q_ENUM(Kind)

    explicit VariantFilter(QObject* parent = nullptr);

    void setWords(const QString& text);
    void setKind(Kind kind);
    // Room for source and result, bytes: what a variant may need to count as fitting.
    void setFreeBytes(quint64 bytes);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    bool isOfKind(const QModelIndex& variant) const;

    QStringList m_words;
    Kind m_kind = Kind::All;
    quint64 m_freeBytes = 0;
};

}  // namespace wb::ui
