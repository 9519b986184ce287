"""Writes numpy.json: tensors as bytes, and what numpy says of their values. Run with numpy; the file is kept beside this one."""

import json
import pathlib

import numpy as np

random = np.random.default_rng(7)


def histogram(finite):
    """Bins of 2^e at whole multiples: the narrowest e of which the range takes at most 128."""
    if finite.size == 0:
        return None
    low, high = float(finite.min()), float(finite.max())
    largest = max(abs(low), abs(high))
    e = max(-1000, int(np.floor(np.log2(largest))) - 51) if largest else -1000
    while np.floor(high / 2.0**e) - np.floor(low / 2.0**e) + 1 > 128:
        e += 1
    bins = np.floor(finite / 2.0**e).astype(np.int64)
    first = int(bins.min())
    return {"exponent": e, "first": first, "counts": np.bincount(bins - first).tolist()}


def number(value):
    return float(value).hex()


def case(name, dtype, array, values):
    values = np.asarray(values, dtype=np.float64).ravel()
    finite = values[np.isfinite(values)]
    return {
        "name": name, "dtype": dtype, "shape": list(array.shape), "bytes": array.tobytes().hex(),
        "nan": int(np.isnan(values).sum()), "positive_infinity": int(np.isposinf(values).sum()), "negative_infinity": int(np.isneginf(values).sum()),
        "zeros": int((values == 0).sum()), "finite": int(finite.size),
        **({"min": number(finite.min()), "max": number(finite.max()), "mean": number(finite.mean()), "std": number(finite.std())} if finite.size else {}),
        "histogram": histogram(finite), "first": [number(value) for value in values[:64]],
    }


def plain(name, dtype, array):
    return case(name, dtype, array, array.astype(np.float64))


def brain(name, array):
    upper = (array.astype("<f4").view("<u4") >> 16).astype("<u2")
    return case(name, "BF16", upper, (upper.astype("<u4") << 16).view("<f4"))


normal = random.normal(0.02, 0.5, (9, 31))
special = normal.astype("<f4").ravel()[:100].copy()
special[[3, 50]] = np.nan
special[7], special[8], special[99] = np.inf, -np.inf, 0.0
special[20:25] = [0.0, -0.0, 1e-42, 3e38, -3e38]
cases = [
    plain("normal", "F32", normal.astype("<f4")),
    plain("double", "F64", (normal * 1e-9).astype("<f8")),
    plain("half", "F16", normal.astype("<f2")),
    brain("brain", normal),
    plain("special", "F32", special),
    plain("constant", "F32", np.full((5, 7), 1.1, "<f4")),
    plain("zeros", "F16", np.zeros(40, "<f2")),
    plain("empty", "F32", np.zeros((0, 3), "<f4")),
    plain("scalar", "I64", np.array(123456789, "<i8")),
    plain("bytes", "I8", random.integers(-128, 128, 200).astype("<i1")),
    plain("unsigned", "U16", random.integers(0, 65536, 60).astype("<u2")),
    plain("truths", "BOOL", random.integers(0, 2, 33).astype("<u1")),
    plain("nothing finite", "F32", np.array([np.nan, np.inf], "<f4")),
    plain("far from zero", "F64", 1e12 + random.random(70)),
]
text = "[\n" + ",\n".join(json.dumps(one) for one in cases) + "\n]\n"
pathlib.Path(__file__).with_name("numpy.json").write_text(text)
