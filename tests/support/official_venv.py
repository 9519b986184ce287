#!/usr/bin/env python3
"""Prints the Python of a virtual environment that has the official client of the Hub. Makes it in FOLDER where it is missing, or was made for other
packages or by another Python; one process makes it, others wait.

usage: official_venv.py FOLDER
Exit 75: the package index cannot be reached. Any other failure: 1, with the words of venv or pip on standard error.
"""
import fcntl, os, re, shutil, subprocess, sys

PACKAGES = ["huggingface_hub==2.4.0", "safetensors==0.8.0", "numpy==2.4.6", "transformers==5.24.0", "pillow==13.0.0"]
UNREACHABLE = re.compile(r"connection broken by|Connection to \S+ timed out|5\d\d Server Error")   # pip's words, once it has given up

def install(python):
    """Exit code for main."""
    pip = subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--retries", "1", *PACKAGES],
                         stdout=sys.stderr, stderr=subprocess.PIPE, text=True)
    if pip.returncode == 0: return 0
    sys.stderr.write(pip.stderr)
    return 75 if UNREACHABLE.search(pip.stderr) else 1

def main(folder):
    folder = os.path.abspath(folder)
    python, stamp, wanted = os.path.join(folder, "bin", "python"), os.path.join(folder, "made-for"), "\n".join([sys.version, *PACKAGES])
    os.makedirs(os.path.dirname(folder), exist_ok=True)
    with open(folder + ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not os.path.exists(stamp) or open(stamp).read() != wanted:
            shutil.rmtree(folder, ignore_errors=True)
            if subprocess.run([sys.executable, "-m", "venv", folder], stdout=sys.stderr).returncode != 0: return 1
            code = install(python)
            if code != 0: return code
            with open(stamp, "w") as made: made.write(wanted)
    print(python)
    return 0

if __name__ == "__main__":
    if len(sys.argv) != 2: sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
