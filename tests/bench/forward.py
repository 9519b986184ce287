"""forward.py FOLDER SIZE…: seconds that PyTorch takes for the forward passes of two such models, least of three, a line each for bench.sh.

For comparison only: weightbridge-torch runs the source's network and the converted one.
"""

import resource
import sys
import time

import torch
from transformers import RegNetModel

folder, *sizes = sys.argv[1:]
model = RegNetModel.from_pretrained(folder).eval()
for size in map(int, sizes):
    picture = torch.randn(1, 3, size, size)
    best = float("inf")
    with torch.inference_mode():
        for _ in range(4):  # the first warms up
            start = time.perf_counter()
            model(picture)
            best = min(best, time.perf_counter() - start)
    print(f"PyTorch-{size} {2 * best:.3f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}")
