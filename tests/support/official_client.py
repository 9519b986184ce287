#!/usr/bin/env python3
"""The official client of the Hub at work, for tests and benches: one verb a run, one JSON object on standard output.
Run by the Python that official_venv.py prints; the Hub and the token are those of HF_ENDPOINT and HF_TOKEN.
"""
import argparse, json, os

def upload(a):
    from huggingface_hub import HfApi
    api = HfApi()
    api.create_repo(a.repository, private=True, exist_ok=True)
    made = api.upload_folder(repo_id=a.repository, folder_path=a.folder, commit_message=a.message, create_pr=a.pr)
    return {"commit": made.oid, "pull_request": made.pr_num}

def snapshot(a):
    from huggingface_hub import snapshot_download
    return {"folder": snapshot_download(a.repository, revision=a.revision, local_dir=a.folder)}

def weights(a):
    """Every tensor of every safetensors file, read to its last byte."""
    from safetensors import safe_open
    tensors = []
    for name in sorted(n for n in os.listdir(a.folder) if n.endswith(".safetensors")):
        with safe_open(os.path.join(a.folder, name), "np") as file:
            tensors += [{"key": key, "shape": list(t.shape), "bytes": len(t.tobytes())} for key, t in ((k, file.get_tensor(k)) for k in file.keys())]
    return {"tensors": sorted(tensors, key=lambda each: each["key"])}

def config(a):
    from transformers import AutoConfig, AutoImageProcessor
    known = AutoConfig.from_pretrained(a.folder)
    return {"class": type(known).__name__, "depths": known.depths, "hidden_sizes": known.hidden_sizes, "groups_width": known.groups_width,
            "layer_type": known.layer_type, "classes": len(known.id2label), "processor": type(AutoImageProcessor.from_pretrained(a.folder)).__name__}

def model(a):
    """Needs PyTorch."""
    from transformers import AutoModelForImageClassification
    loaded, info = AutoModelForImageClassification.from_pretrained(a.folder, output_loading_info=True)
    return {"class": type(loaded).__name__, "tensors": len(loaded.state_dict()), "missing": sorted(info["missing_keys"]),
            "unexpected": sorted(info["unexpected_keys"]), "mismatched": sorted(map(str, info["mismatched_keys"]))}

def pull_requests(a):
    from huggingface_hub import HfApi
    api, told = HfApi(), []
    for each in api.get_repo_discussions(a.repository):
        details = api.get_discussion_details(a.repository, each.num)
        told.append({"number": each.num, "title": details.title, "status": details.status, "is_pull_request": details.is_pull_request,
                     "base": details.target_branch, "reference": details.git_reference, "url": details.url})
    return {"pull_requests": told}

if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    verbs = arguments.add_subparsers(dest="verb", required=True)
    def verb(name, do, *words):
        parser = verbs.add_parser(name)
        parser.set_defaults(do=do)
        for word in words: parser.add_argument(word)
        return parser
    sending = verb("upload", upload, "folder", "repository")
    sending.add_argument("--message", default="weights")
    sending.add_argument("--pr", action="store_true")
    verb("snapshot", snapshot, "repository", "folder").add_argument("--revision", default="main")
    verb("weights", weights, "folder")
    verb("config", config, "folder")
    verb("model", model, "folder")
    verb("pull-requests", pull_requests, "repository")
    words = arguments.parse_args()
    print(json.dumps(words.do(words)))
