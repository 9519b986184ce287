"""python_ways.py WAY SOURCE OUT: the same job in Python, for comparison only.

reference-way: what the published conversion script does with the tensors: load, rename, torch.save.
best-python: mmap load, safetensors save_file.
Both sync what they wrote.
"""

import os
import re
import sys

import torch

way, source, out = sys.argv[1:]


def destination(key):
    key = re.sub(r"\.block.-part.", "", key)
    return key.replace("_feature_blocks.", "encoder.").replace(".f.", ".layer.")


checkpoint = torch.load(source, weights_only=True, mmap=way == "best-python", map_location="cpu")
trunk = checkpoint["classy_state_dict"]["base_model"]["model"]["trunk"]
renamed = {destination(key): value for key, value in trunk.items()}
os.makedirs(out)
if way == "best-python":
    from safetensors.torch import save_file

    path = os.path.join(out, "model.safetensors")
    save_file(renamed, path, metadata={"format": "pt"})
else:
    path = os.path.join(out, "model.pth")
    torch.save(renamed, path)
with open(path, "rb+") as written:
    os.fsync(written.fileno())
