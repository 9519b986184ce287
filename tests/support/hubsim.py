#!/usr/bin/env python3
"""A stand-in for the Hub, for tests: its upload and download API as far as clients use it, standard library only, on this machine only.

The hub on 127.0.0.1 (api, resolve, LFS batch, completion, verify) and its store on localhost (signed PUTs of parts, signed GETs with ranges)
are two origins. It prints "hubsim HUB STORE" when both can be asked. Objects are files in --data named by their SHA-256; those there at the
start are known. Tokens: hf_write (alice), hf_read (alice), hf_other (bob), hf_fine (alice, fine-grained: may write to alice/fine only), and those of
--token. A pull request may be opened, and committed to, by anybody whose token is not for reading only.

POST /_ctl/repo    {"id": "alice/name", "private": false, "gated": false, "branches": ["dev"]}    makes a repository
POST /_ctl/lose    {"nth": [1]}    the store loses its first object, in the order that they came
POST /_ctl/move    {"from": "alice/name", "to": "alice/other"}    renames one: requests for the old name get 307
POST /_ctl/pr      {"id": "alice/name", "title": "weights", "author": "bob"}    opens a pull request
POST /_ctl/faults  {"rules": [{"match": "GET /store/", "nth": [1], "do": "corrupt"}]}   nth: which of those that match; after: those after so many
                   do: status, reset, reset_after, stall, truncate, corrupt, norange, etagchange, noetag, slow,
                   lost (done, then reset instead of the answer), answered (done, then "code" and "body" instead of the answer),
                   also (with "headers" besides), noetag and slow for a PUT too, race (another commit is made before this request; "code": and
                   that is the answer), regular (preupload wants every file in the commit), forgetful (a batch answers as if the store had nothing),
                   hold (waits for /_ctl/release before anything is done; "then": "reset" instead of doing it)
POST /_ctl/release lets go on what is held
POST /_ctl/arrived {"match": "PUT /store", "count": 3, "ended": false}   answers once so many requests have begun, or ended; 408 when that takes too long
POST /_ctl/received {"bytes": 1000000}   answers once the store has taken so many bytes of bodies, with their number; 408 when that takes too long
GET  /_ctl/state   objects and repositories
POST /_ctl/idle    waits until every request so far is in the trace
POST /_ctl/reset   forgets all repositories, objects, faults and the trace

--trace gets every request with its answer, one JSON object a line: what the hub is sent is there whole, of what the store is sent only its length;
tokens are left out.
"""
import argparse, base64, fnmatch, hashlib, json, math, os, re, socket, struct, threading, time, uuid, urllib.parse as up
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

A = None
LOCK = threading.RLock()
REPOS, OBJ, MPU = {}, {}, {}
PARTS = {}   # with --drop: oid to the SHA-256 of each part that may come
RULES = []
TOKENS = {"hf_write": ("alice", "write"), "hf_read": ("alice", "read"), "hf_other": ("bob", "write"), "hf_fine": ("alice", "fineGrained")}
MOVED = {}
TRACE = None
CHANGED = threading.Condition(LOCK)   # of what follows
BEGUN, ENDED = [], []   # "METHOD PATH" of requests; those that ended are in the trace
RECEIVED = 0   # bytes of bodies that the store has taken
GATE = 0   # times that what is held was let go

def rec(**k):
    with LOCK:
        TRACE.write(json.dumps(k) + "\n"); TRACE.flush()

def githash(b): return hashlib.sha1(b"blob %d\0" % len(b) + b).hexdigest()

class Repo:
    def __init__(s, rid, typ, private, gated=False):
        s.id, s.typ, s.private, s.gated = rid, typ, private, gated
        s.commits = []; s.refs = {"main": None}; s.trees = {}; s.prs = []
        s.commit("main", {".gitattributes": ("blob", b"*.safetensors filter=lfs diff=lfs merge=lfs -text\n*.pth filter=lfs diff=lfs merge=lfs -text\n")}, "initial commit")
    def commit(s, ref, tree, msg):
        sha = hashlib.sha1(json.dumps([s.id, len(s.commits), msg, time.time()]).encode()).hexdigest()
        s.trees[sha] = tree; s.commits.append((sha, msg)); s.refs[ref] = sha; return sha
    def open_pr(s, title, author, sha):
        s.prs.append((title, author)); s.refs[f"refs/pr/{len(s.prs)}"] = sha; return len(s.prs)
    def is_pr_of(s, ref, author):
        m = re.fullmatch(r"refs/pr/(\d+)", up.unquote(ref)); return bool(m) and 1 <= int(m[1]) <= len(s.prs) and s.prs[int(m[1]) - 1][1] == author
    def discussion(s, n):
        return {"num": n, "title": s.prs[n - 1][0], "status": "draft", "isPullRequest": True, "createdAt": "2026-01-01T00:00:00.000Z", "author": {"name": s.prs[n - 1][1]},
            "repo": {"name": s.id, "type": s.typ}, "events": [], "filesWithConflicts": [], "changes": {"base": "refs/heads/main", "mergeCommitId": None}, "diff": ""}
    def branched(s, names): s.refs.update({n: s.refs["main"] for n in names}); return s
    def resolve(s, rev):
        rev = up.unquote(rev)
        return s.refs.get(rev) or (rev if rev in s.trees else None)

def obj_path(oid): return os.path.join(A.data, oid)
def discard(path):
    if path: os.unlink(path)
def parts_in(folder):
    for name in os.listdir(folder):
        whole, parts = hashlib.sha256(), []
        with open(os.path.join(folder, name), "rb") as f:
            for part in iter(lambda: f.read(A.chunk), b""): whole.update(part); parts.append(hashlib.sha256(part).hexdigest())
        yield whole.hexdigest(), parts

class Base(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"; server_version = "hubsim"; sys_version = ""
    def log_message(self, *a): pass
    def setup(self):
        super().setup(); self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.block = memoryview(bytearray(1 << 20))
    # ---- body: each block holds until the next is read
    def body_iter(self):
        if self.body_read: return
        self.body_read = True
        te = self.headers.get("Transfer-Encoding", "")
        if "chunked" in te.lower():
            while True:
                n = int(self.rfile.readline().split(b";")[0], 16)
                if n == 0: self.rfile.readline(); return
                left = n
                while left:
                    b = self.rfile.read(min(left, 1 << 20)); left -= len(b); yield b
                self.rfile.readline()
        else:
            left = int(self.headers.get("Content-Length") or 0)
            while left > 0:
                n = self.rfile.readinto(self.block[:min(left, 1 << 20)])
                if not n: raise ConnectionError("short body")
                left -= n; self.took(n); yield self.block[:n]
    def took(self, n): pass
    def body(self): return self.kept if self.kept is not None else b"".join(bytes(b) for b in self.body_iter())
    # ---- reply
    def send(self, code, body=b"", ctype="application/json; charset=utf-8", headers=(), trace_body=True):
        m = self.mod or {}
        if m.get("do") == "lost" and not self.path.startswith("/_ctl"):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close(); self.close_connection = True
            self.resp = dict(status=0, headers=[], body="<answer lost>"); return
        if m.get("do") == "answered": code, body, headers, ctype = m.get("code", 200), m.get("body", "") * m.get("times", 1), m.get("headers", []), m.get("type", ctype)
        if isinstance(body, (dict, list)): body = json.dumps(body).encode()
        if isinstance(body, str): body = body.encode()
        hs = list(headers) + ([tuple(h) for h in m.get("headers", [])] if m.get("do") == "also" else [])
        names = {h[0].lower() for h in hs}
        if "content-length" not in names: hs.append(("Content-Length", str(len(body))))
        if body and "content-type" not in names: hs.append(("Content-Type", ctype))
        hs.append(("x-request-id", self.rid))
        self.send_response(code)
        for k, v in hs: self.send_header(k, v)
        self.end_headers()
        if self.command != "HEAD": self.wfile.write(body)
        self.resp = dict(status=code, headers=hs, body=body[:1500].decode("utf8", "replace") if trace_body else f"<{len(body)} bytes>")
    def err(self, code, msg, ecode=None, extra=()):
        h = [("X-Error-Message", msg)] + ([("X-Error-Code", ecode)] if ecode else []) + list(extra)
        self.send(code, {"error": msg}, headers=h)
    def drain(self):
        n = 0
        for b in self.body_iter(): n += len(b)
        return n
    # ---- dispatch with faults
    def handle_one(self):
        self.mod = None   # a fault that shapes the answer holds for one request only
        self.body_read = False; self.kept = None   # the body
        lost = None
        try:
            if self.NAME == "hub": self.kept = self.body()   # one that has begun has come whole
        except (ConnectionError, ValueError) as e: lost = e
        self.rid = "Root=1-" + uuid.uuid4().hex[:8]; self.resp = None; self.reqbody = ""
        t0 = time.time(); key = f"{self.command} {self.path}"
        if not self.path.startswith("/_ctl"):
            with CHANGED: BEGUN.append(key); CHANGED.notify_all()
        act = None
        if not self.path.startswith("/_ctl"):
            with LOCK:
                for i, r in enumerate(RULES):
                    if re.search(r["match"], key):
                        r["hits"] = r.get("hits", 0) + 1
                        if ("nth" not in r or r["hits"] in r["nth"]) and r["hits"] > r.get("after", 0):
                            act = r; break
        try:
            if lost: raise lost
            if act and self.fault(act): pass
            else: self.route()
        except (ConnectionError, BrokenPipeError, socket.timeout, ValueError) as e:
            self.resp = dict(status=0, headers=[], body=f"<connection lost: {e!r}>"); self.close_connection = True
        if not self.path.startswith("/_ctl"):
            rec(srv=self.NAME, t=round(t0 - T0, 3), ms=int((time.time() - t0) * 1000), peer=self.client_address[1], req=dict(line=f"{self.command} {self.path} {self.request_version}",
                headers=[(k, ("Bearer <TOKEN>" if k.lower() == "authorization" else v)) for k, v in self.headers.items()], body=self.reqbody), resp=self.resp, fault=(act or {}).get("do"))
            with CHANGED: ENDED.append(key); CHANGED.notify_all()
    do_GET = do_PUT = do_POST = do_HEAD = do_DELETE = handle_one
    def fault(self, r):
        d = r["do"]
        if d == "status":
            self.drain(); hs = [tuple(h) for h in r.get("headers", [])]
            self.send(r["code"], r.get("body", {"error": "injected"}), headers=hs); return True
        if d in ("reset", "reset_after"):
            left = r.get("bytes", 0)
            while left > 0:
                b = self.rfile.read1(min(left, 65536))
                if not b: break
                left -= len(b)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close(); self.close_connection = True
            self.resp = dict(status=0, headers=[], body="<RST injected>"); return True
        if d == "hold":
            with CHANGED: gate = GATE; CHANGED.wait_for(lambda: GATE != gate)
            return r.get("then") == "reset" and self.fault({"do": "reset"})
        if d == "stall": time.sleep(r.get("seconds", 30)); return False
        if d == "race":
            for repo in REPOS.values(): repo.commit("main", dict(repo.trees[repo.refs["main"]], **{"other.txt": ("blob", b"by another")}), "by another")
            return "code" in r and self.fault({"do": "status", "code": r["code"]})
        if d in ("truncate", "corrupt", "norange", "etagchange", "noetag", "slow", "lost", "answered", "also", "regular", "forgetful"): self.mod = r; return False
        return False
    mod = None

class Store(Base):
    NAME = "store"
    def took(self, n):
        global RECEIVED
        with CHANGED: RECEIVED += n; CHANGED.notify_all()
    def route(self):
        u = up.urlsplit(self.path); q = dict(up.parse_qsl(u.query))
        if self.headers.get("Authorization"):
            self.drain(); return self.send(400, "<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified</Message></Error>", "application/xml")
        if int(q.get("X-Amz-Expires-At", "9999999999")) < time.time():
            self.drain(); return self.send(403, "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>", "application/xml")
        if self.command == "PUT": return self.put(u, q)
        return self.get(u, q)
    def put(self, u, q):
        if "chunked" in (self.headers.get("Transfer-Encoding") or "").lower():
            self.drain(); return self.send(501, "<Error><Code>NotImplemented</Code><Message>A header you provided implies functionality that is not implemented</Message><Header>Transfer-Encoding</Header></Error>", "application/xml")
        if self.headers.get("Content-Length") is None:
            return self.send(411, "<Error><Code>MissingContentLength</Code></Error>", "application/xml")
        oid = u.path.split("/")[2]; part = q.get("partNumber"); up_id = q.get("uploadId")
        tmp, tag, sha256, n = self.take()
        self.reqbody = f"<{n} raw bytes>"
        if part:
            with LOCK:
                m = MPU.get(up_id)
                if not m: discard(tmp); return self.send(404, "<Error><Code>NoSuchUpload</Code></Error>", "application/xml")
                if A.drop and sha256 != PARTS[oid][int(part) - 1]: return self.send(400, "<Error><Code>XAmzContentSHA256Mismatch</Code></Error>", "application/xml")
                m["parts"][int(part)] = (tag, tmp, n)
            return self.send(200, b"", headers=[] if (self.mod or {}).get("do") == "noetag" else [("ETag", f'"{tag}"')])
        if A.need and self.headers.get("X-Store-Key") != A.need: discard(tmp); return self.send(403, "<Error><Code>AccessDenied</Code></Error>", "application/xml")
        if sha256 != oid:   # real S3 has the x-amz-checksum in the signature
            discard(tmp); return self.send(400, "<Error><Code>XAmzContentSHA256Mismatch</Code></Error>", "application/xml")
        if tmp: os.rename(tmp, obj_path(oid))
        OBJ[oid] = n
        self.send(200, b"", headers=[("ETag", f'"{tag}"')])
    def take(self):
        """The body, in a file unless it is dropped: path, ETag (of a dropped one its SHA-256, for speed), SHA-256, bytes."""
        tmp = None if A.drop else os.path.join(A.data, ".tmp-" + uuid.uuid4().hex)
        md5, sha, n = hashlib.md5(), hashlib.sha256(), 0
        with open(tmp or os.devnull, "wb") as f:
            for b in self.body_iter():
                sha.update(b); n += len(b)
                if tmp: f.write(b); md5.update(b)
                if (self.mod or {}).get("do") == "slow": time.sleep(self.mod.get("seconds", .05))
        return tmp, md5.hexdigest() if tmp else sha.hexdigest(), sha.hexdigest(), n
    def get(self, u, q):
        oid = u.path.split("/")[2]; p = obj_path(oid)
        if not os.path.exists(p): return self.send(404, "<Error><Code>NoSuchKey</Code></Error>", "application/xml")
        size = os.path.getsize(p); etag = '"%s"' % oid; lm = "Mon, 01 Jan 2024 00:00:00 GMT"
        m = self.mod or {}
        if m.get("do") == "etagchange": etag = '"changed"'
        hs = [("Accept-Ranges", "bytes"), ("Last-Modified", lm), ("Content-Type", "application/octet-stream")]
        if m.get("do") != "noetag": hs.append(("ETag", etag))
        rng = self.headers.get("Range"); ir = self.headers.get("If-Range")
        lo, hi, code = 0, size - 1, 200
        if self.headers.get("If-Match") and self.headers["If-Match"] != etag: return self.send(412, "<Error><Code>PreconditionFailed</Code></Error>", "application/xml")
        if rng and m.get("do") != "norange" and (not ir or ir in (etag, lm)):
            a, b = rng.split("=")[1].split("-")
            if a == "": lo = max(0, size - int(b))
            else:
                lo = int(a); hi = min(int(b), size - 1) if b else size - 1
            if lo >= size:
                return self.send(416, "<Error><Code>InvalidRange</Code></Error>", "application/xml", headers=[("Content-Range", f"bytes */{size}")])
            code = 206; hs.append(("Content-Range", f"bytes {lo}-{hi}/{size}"))
        n = hi - lo + 1
        self.send_response(code)
        for k, v in hs + [("Content-Length", str(n)), ("x-request-id", self.rid)]: self.send_header(k, v)
        self.end_headers(); self.resp = dict(status=code, headers=hs + [("Content-Length", str(n))], body=f"<{n} bytes>")
        if self.command == "HEAD": return
        stop = m.get("bytes") if m.get("do") == "truncate" else None
        sent = 0
        with open(p, "rb") as f:
            f.seek(lo)
            while n:
                b = f.read(min(n, 1 << 18)); n -= len(b)
                if m.get("do") == "corrupt" and sent == 0: b = bytes([b[0] ^ 1]) + b[1:]
                if stop is not None and sent + len(b) > stop:
                    self.wfile.write(b[:stop - sent]); self.wfile.flush()
                    if m.get("how") == "fin": self.connection.shutdown(socket.SHUT_RDWR)
                    else: self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    self.connection.close(); self.close_connection = True
                    self.resp["body"] += f" <cut after {stop}>"; return
                self.wfile.write(b); sent += len(b)
                if m.get("do") == "slow": time.sleep(m.get("seconds", .05))

class Hub(Base):
    NAME = "hub"
    def who(self):
        a = self.headers.get("Authorization") or ""
        return TOKENS.get(a[7:]) if a.startswith("Bearer ") else None
    def rl(self): return [("RateLimit", '"api";r=999;t=271'), ("RateLimit-Policy", '"fixed window";"api";q=1000;w=300')]
    def jbody(self):
        b = self.body(); self.reqbody = b.decode("utf8", "replace")
        return json.loads(b or b"{}")
    # forks: anybody who may write somewhere may do this.
    def auth(self, write=False, repo=None, forks=False):
        has = self.headers.get("Authorization"); w = self.who()
        if has and not w: self.drain(); self.err(401, "Invalid credentials in Authorization header"); return False
        if repo is not None and (repo.private or repo.gated) and not w:
            self.drain()
            if repo.gated and not repo.private: self.err(401, f"Access to model {repo.id} is restricted. You must have access to it and be authenticated to access it. Please log in.", "GatedRepo")
            else: self.err(401, "Invalid username or password.")
            return False
        if repo is not None and repo.gated and w and w[0] != repo.id.split("/")[0]:
            self.drain(); self.err(403, f"Access to model {repo.id} is restricted and you are not in the authorized list.", "GatedRepo"); return False
        if write:
            if not w: self.drain(); self.err(401, "Invalid username or password."); return False
            if forks and w[1] != "read": return True
            if w[1] == "fineGrained" and (repo is None or repo.id != "alice/fine"): self.drain(); self.err(403, "This token may not write here"); return False
            if w[1] == "read": self.drain(); self.err(403, "You don't have the rights to write to this repo (token role: read)"); return False
            if repo is not None and w[0] != repo.id.split("/")[0]: self.drain(); self.err(403, "Forbidden: pass `create_pr=1` as a query parameter to create a Pull Request"); return False
        return True
    def release(self):
        global GATE
        with CHANGED: GATE += 1; CHANGED.notify_all()
    def repo(self, rid, typ):
        r = REPOS.get((typ, rid))
        if not r: self.drain(); self.err(404 if self.who() else 401, "Repository not found", "RepoNotFound")
        return r
    def route(self):
        global RECEIVED
        u = up.urlsplit(self.path); q = dict(up.parse_qsl(u.query, keep_blank_values=True)); p = u.path; m = None
        if p == "/_ctl/faults": RULES[:] = self.jbody().get("rules", []); return self.send(200, {"ok": 1})
        if p == "/_ctl/state": return self.send(200, {"objects": OBJ, "repos": {f"{k[0]}:{k[1]}": {"private": v.private, "commits": len(v.commits), "refs": v.refs, "files": sorted(v.trees[v.refs["main"]]), "trees": {n: {f: (e[1] if e[0] == "lfs" else githash(e[1])) for f, e in v.trees[c].items()} for n, c in v.refs.items()}} for k, v in REPOS.items()}})
        if p == "/_ctl/repo": b = self.jbody(); REPOS[(b.get("type", "model"), b["id"])] = Repo(b["id"], b.get("type", "model"), b.get("private", False), b.get("gated", False)).branched(b.get("branches", [])); return self.send(200, {})
        if p == "/_ctl/pr": b = self.jbody(); r = REPOS[("model", b["id"])]; r.open_pr(b["title"], b["author"], r.refs["main"]); return self.send(200, {})
        if p == "/_ctl/idle":
            with CHANGED: CHANGED.wait_for(lambda: len(ENDED) == len(BEGUN), 5)
            return self.send(200, {})
        if p == "/_ctl/release": self.release(); return self.send(200, {})
        if p == "/_ctl/arrived":
            b = self.jbody(); found = ENDED if b.get("ended") else BEGUN
            with CHANGED: there = CHANGED.wait_for(lambda: sum(bool(re.search(b["match"], k)) for k in found) >= b.get("count", 1), A.patience)
            return self.send(200 if there else 408, {})
        if p == "/_ctl/received":
            b = self.jbody()
            with CHANGED: there = CHANGED.wait_for(lambda: RECEIVED >= b["bytes"], A.patience); n = RECEIVED
            return self.send(200 if there else 408, {"bytes": n})
        if p == "/_ctl/reset":
            self.release()
            with LOCK:
                RECEIVED = 0; BEGUN.clear(); ENDED.clear()
                for known in (REPOS, OBJ, MPU, MOVED): known.clear()
                RULES.clear(); TRACE.seek(0); TRACE.truncate()
            for f in os.listdir(A.data): os.unlink(os.path.join(A.data, f))
            return self.send(200, {})
        if p == "/_ctl/lose":
            nth = self.jbody()["nth"]
            with LOCK:
                for oid in [o for i, o in enumerate(list(OBJ), 1) if i in nth]: OBJ.pop(oid); os.unlink(obj_path(oid))
            return self.send(200, {})
        if p == "/_ctl/move":
            b = self.jbody(); r = REPOS.pop(("model", b["from"])); r.id = b["to"]; REPOS[("model", b["to"])] = r; MOVED[b["from"]] = b["to"]; return self.send(200, {})
        for old, new in MOVED.items():
            if re.search(re.escape(old) + r"(?=[/.?]|$)", p): self.drain(); return self.send(307, b"", headers=[("Location", self.path.replace(old, new, 1))])
        if p == "/api/whoami-v2":
            w = self.who()
            if not w: return self.err(401, "Invalid username or password.")
            return self.send(200, {"type": "user", "id": "u1", "name": w[0], "fullname": w[0].title(), "email": w[0] + "@example.invalid", "emailVerified": True, "canPay": False, "periodEnd": None, "isPro": False, "avatarUrl": "/avatars/x.svg",
                "orgs": [{"type": "org", "id": "o1", "name": "acme", "fullname": "Acme", "roleInOrg": "write"}], "auth": {"type": "access_token", "accessToken": {"displayName": "t", "role": w[1], "createdAt": "2026-01-01T00:00:00.000Z", **({"fineGrained": {"global": [], "scoped": [{"entity": {"_id": "m1", "type": "model", "name": "alice/fine"}, "permissions": ["repo.content.read", "repo.write"]}, {"entity": {"_id": "u1", "type": "user", "name": "alice"}, "permissions": ["repo.content.read"]}]}} if w[1] == "fineGrained" else {})}}}, headers=self.rl())
        if p == "/api/repos/create" and self.command == "POST":
            b = self.jbody()
            if not self.auth(write=True): return
            ns = b.get("organization") or self.who()[0]; rid = f"{ns}/{b['name']}"; typ = b.get("type") or "model"
            if ns not in (self.who()[0], "acme"): return self.err(403, f"You don't have the rights to create a model under the namespace \"{ns}\"")
            if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}", b["name"]): return self.err(400, "Invalid repo name")
            url = f"{A.url}/{'' if typ == 'model' else typ + 's/'}{rid}"
            if (typ, rid) in REPOS: return self.send(409, {"error": "You already created this model repo", "url": url}, headers=[("X-Error-Message", "You already created this model repo")])
            REPOS[(typ, rid)] = Repo(rid, typ, b.get("private") is True or b.get("visibility") == "private")
            return self.send(200, {"url": url, "name": rid, "id": "r1"}, headers=self.rl())
        if p == "/api/validate-yaml":
            b = self.jbody(); bad = "license: nonsense" in b["content"]
            return self.send(400 if bad else 200, {"errors": [{"message": '"license" must be one of [apache-2.0, mit]'}] if bad else [], "warnings": []})
        m = re.fullmatch(r"/api/(models|datasets|spaces)/([^/]+/[^/]+)/preupload/([^/]+)", p)
        if m:
            r = self.repo(m[2], m[1][:-1]); b = self.jbody() if r else None
            if not r or not self.auth(write=True, repo=r, forks="create_pr" in q or r.is_pr_of(m[3], (self.who() or [""])[0])): return
            sha = r.resolve(m[3])
            if not sha: return self.err(404, "Invalid rev id: " + m[3], "RevisionNotFound")
            if len(b["files"]) > 256: return self.err(413, "too many files")
            tree = r.trees[sha]; ign = [l.strip() for l in (b.get("gitIgnore") or "").splitlines() if l.strip()]
            out = []
            for f in b["files"]:
                raw = base64.b64decode(f.get("sample", "")); ext = f["path"].rsplit(".", 1)[-1]
                binary = b"\0" in raw
                lfs = ext in ("safetensors", "pth", "bin", "pt", "onnx", "gguf") or f["size"] > 10 << 20 or (binary and f["size"] > 1 << 20)
                if (self.mod or {}).get("do") == "regular": lfs = False
                cur = tree.get(f["path"])
                o = {"path": f["path"], "uploadMode": "lfs" if lfs else "regular", "shouldIgnore": any(fnmatch.fnmatch(f["path"], g) for g in ign)}
                if cur: o["oid"] = githash(cur[1]) if cur[0] == "blob" else cur[1]
                out.append(o)
            return self.send(200, {"files": out, "commitOid": sha}, headers=self.rl())
        m = re.fullmatch(r"/(?:(datasets|spaces)/)?([^/]+/[^/]+)\.git/info/lfs/objects/batch", p)
        if m:
            r = self.repo(m[2], (m[1] or "models")[:-1]); b = self.jbody() if r else None
            if not r or not self.auth(write=True, repo=r, forks="ref" not in b): return
            if "xet" in b.get("transfers", []) and A.xet:
                return self.send(200, {"transfer": "xet", "objects": [{"oid": o["oid"], "size": o["size"], "authenticated": True} for o in b["objects"]]})
            out = []; anymp = False
            for o in b["objects"]:
                e = {"oid": o["oid"], "size": o["size"]}
                if o["size"] > A.maxfile: e["error"] = {"code": 413, "message": "Maximum individual file size is 500.0GB"}; out.append(e); continue
                if o["oid"] in OBJ and (self.mod or {}).get("do") != "forgetful": out.append(e); continue
                if A.drop and o["oid"] not in PARTS: e["error"] = {"code": 422, "message": "No file of the folder is this"}; out.append(e); continue
                sig = f"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=86400&X-Amz-Signature={uuid.uuid4().hex}" + (f"&X-Amz-Expires-At={int(time.time()) + A.put_ttl}" if A.put_ttl else "")
                ver = {"href": f"{A.url}/{m[1] + '/' if m[1] else ''}{m[2]}.git/info/lfs/objects/verify", "header": {"Authorization": "Basic <lfs-scoped>"}}
                if o["size"] > A.mp:
                    old = [k for k, v in MPU.items() if v["oid"] == o["oid"]] if A.same_upload else []
                    anymp = True; uid = old[0] if old else uuid.uuid4().hex; MPU.setdefault(uid, {"oid": o["oid"], "size": o["size"], "parts": {}})
                    n = math.ceil(o["size"] / A.chunk); w = len(str(n))
                    hdr = {"chunk_size": str(A.chunk)}
                    for i in range(1, n + 1): hdr[str(i).zfill(5)] = f"{A.store}/store/{o['oid']}?partNumber={i}&uploadId={uid}&{sig}"
                    e["actions"] = {"upload": {"href": f"{A.url}/{m[1] + '/' if m[1] else ''}{m[2]}.git/info/lfs/objects/multipart?uploadId={uid}", "header": hdr}, "verify": ver}
                else:
                    e["actions"] = {"upload": {"href": f"{A.store}/store/{o['oid']}?{sig}", **({"header": {"X-Store-Key": A.need}} if A.need else {})}, "verify": ver}
                e["authenticated"] = True; out.append(e)
            return self.send(200, {"transfer": "multipart" if anymp else "basic", "objects": out, "hash_algo": "sha256"}, "application/vnd.git-lfs+json", headers=self.rl())
        m = re.fullmatch(r"/(?:(datasets|spaces)/)?([^/]+/[^/]+)\.git/info/lfs/objects/(verify|multipart)", p)
        if m:
            b = self.jbody()
            if m[3] == "verify":
                if OBJ.get(b["oid"]) != b["size"]: return self.err(404, "Object not found or wrong size")
                return self.send(200, {"message": "ok"})
            mp = MPU.get(q.get("uploadId"))
            if not mp: return self.err(404, "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.")
            n = math.ceil(mp["size"] / A.chunk)
            got = {int(x["partNumber"]): x["etag"].strip('"') for x in b["parts"]}
            if sorted(got) != list(range(1, n + 1)): return self.err(400, "One or more of the specified parts could not be found (InvalidPart)")
            for i in got:
                if i not in mp["parts"] or mp["parts"][i][0] != got[i]: return self.err(400, f"InvalidPart {i}")
            if A.drop:   # each part was held against the file
                if sum(each[2] for each in mp["parts"].values()) != mp["size"]: return self.err(400, "size mismatch")
                MPU.pop(q["uploadId"]); OBJ[mp["oid"]] = mp["size"]
                return self.send(200, {"success": True})
            h = hashlib.sha256(); tmp = os.path.join(A.data, ".tmp-" + uuid.uuid4().hex); tot = 0
            with open(tmp, "wb") as f:
                for i in range(1, n + 1):
                    with open(mp["parts"][i][1], "rb") as g:
                        for blk in iter(lambda: g.read(1 << 20), b""): f.write(blk); h.update(blk); tot += len(blk)
                    os.unlink(mp["parts"][i][1])
            MPU.pop(q["uploadId"])
            if h.hexdigest() != mp["oid"]: os.unlink(tmp); return self.err(400, "sha256 mismatch")
            os.rename(tmp, obj_path(mp["oid"])); OBJ[mp["oid"]] = tot
            return self.send(200, {"success": True})
        m = re.fullmatch(r"/api/(models|datasets|spaces)/([^/]+/[^/]+)/commit/([^/]+)", p)
        if m:
            r = self.repo(m[2], m[1][:-1])
            if not r: return
            pr = "create_pr" in q
            raw = self.body(); self.reqbody = raw.decode("utf8", "replace")
            if not self.auth(write=True, repo=r, forks=pr or r.is_pr_of(m[3], (self.who() or [""])[0])): return
            if self.headers.get("Content-Type") != "application/x-ndjson": return self.err(400, "Expected application/x-ndjson")
            if len(raw) > A.maxcommit: return self.err(413, "Payload too large")
            ref = up.unquote(m[3]); sha = r.resolve(ref)
            if not sha: return self.err(404, "Invalid rev id: " + ref, "RevisionNotFound")
            tree = dict(r.trees[sha]); head = None
            for ln in raw.splitlines():
                o = json.loads(ln); v = o["value"]; k = o["key"]
                if k == "header":
                    head = v
                    pc = v.get("parentCommit")
                    if pc and not sha.startswith(pc): return self.err(412, "A commit has happened since. Please refresh and try again.")
                elif k == "file":
                    data = base64.b64decode(v["content"]) if v.get("encoding") == "base64" else v["content"].encode()
                    if len(data) > 10 << 20: return self.err(400, f"Your file {v['path']} is larger than 10 MiB, use git-lfs")
                    tree[v["path"]] = ("blob", data)
                elif k == "lfsFile":
                    if v["oid"] not in OBJ: return self.err(400, f"Your push was rejected because an LFS pointer pointed to a file that does not exist. For instance, this can happen if you used git push --no-verify to push your changes. Offending file: - {v['path']}")
                    if "size" in v and v["size"] != OBJ[v["oid"]]: return self.err(400, "LFS size mismatch")
                    tree[v["path"]] = ("lfs", v["oid"])
                elif k == "deletedFile":
                    if v["path"] not in tree: return self.err(404, "A file with this name doesn't exist", "EntryNotFound")
                    tree.pop(v["path"])
                elif k == "deletedFolder":
                    for x in [x for x in tree if x.startswith(v["path"].rstrip("/") + "/")]: tree.pop(x)
            if not head or not head.get("summary"): return self.err(400, "Missing header / summary")
            if pr: ref = f"refs/pr/{r.open_pr(head['summary'], self.who()[0], sha)}"
            new = r.commit(ref, tree, head["summary"]); pref = "" if r.typ == "model" else r.typ + "s/"
            out = {"success": True, "commitOid": new, "commitUrl": f"{A.url}/{pref}{r.id}/commit/{new}", "hookOutput": ""}
            if pr: out["pullRequestUrl"] = f"{A.url}/{pref}{r.id}/discussions/{len(r.prs)}"
            return self.send(200, out, headers=self.rl())
        m = re.fullmatch(r"/api/(models|datasets|spaces)/([^/]+/[^/]+)/discussions(?:/(\d+))?", p)
        if m:
            r = self.repo(m[2], m[1][:-1])
            if not r: return
            if self.command == "POST":
                b = self.jbody()
                if not self.auth(write=True, repo=r, forks=True): return
                n = r.open_pr(b["title"], self.who()[0], r.refs["main"])
                return self.send(200, {"num": n, "pullRequest": b.get("pullRequest"), "title": b["title"]})
            if not self.auth(repo=r): return
            if not m[3]:
                found = [r.discussion(n) for n in range(len(r.prs), 0, -1) if q.get("author") in (None, r.prs[n - 1][1])]
                start = int(q.get("p", 0)) * A.page
                return self.send(200, {"discussions": found[start:start + A.page], "count": len(found), "start": start})
            if not 1 <= int(m[3]) <= len(r.prs): return self.err(404, "Discussion not found")
            return self.send(200, r.discussion(int(m[3])))
        m = re.fullmatch(r"/api/(models|datasets|spaces)/([^/]+/[^/]+)/(xet-write-token|xet-read-token)/(.+)", p)
        if m:
            if A.xet: return self.send(200, {"casUrl": A.xet, "exp": int(time.time()) + 3600, "accessToken": "xet_dummy"}, headers=[("X-Xet-Cas-Url", A.xet), ("X-Xet-Access-Token", "xet_dummy"), ("X-Xet-Token-Expiration", str(int(time.time()) + 3600))])
            return self.err(404, "Not found")
        m = re.fullmatch(r"/api/(models|datasets|spaces)/([^/]+/[^/]+)(?:/revision/([^/]+))?", p)
        if m and self.command in ("GET", "HEAD"):
            r = self.repo(m[2], m[1][:-1])
            if not r or not self.auth(repo=r): return
            sha = r.resolve(m[3] or "main")
            if not sha: return self.err(404, "Invalid rev id", "RevisionNotFound")
            return self.send(200, {"_id": "r1", "id": r.id, "modelId": r.id, "private": r.private, "gated": "auto" if r.gated else False, "sha": sha, "tags": [], "downloads": 0, "likes": 0, "siblings": [{"rfilename": f} for f in sorted(r.trees[sha])]}, headers=self.rl())
        m = re.fullmatch(r"/api/(models|datasets|spaces)/([^/]+/[^/]+)/(tree|paths-info)/([^/]+)(/.*)?", p)
        if m:
            r = self.repo(m[2], m[1][:-1])
            if not r or not self.auth(repo=r): return
            sha = r.resolve(m[4])
            if not sha: return self.err(404, "Invalid rev id", "RevisionNotFound")
            want = None
            if m[3] == "paths-info":
                b = self.body(); self.reqbody = b[:500].decode();
                want = set(json.loads(b).get("paths", [])) if b[:1] == b"{" else set(v for k, v in up.parse_qsl(b.decode()) if k == "paths")
            out = []
            for f, (k, d) in sorted(r.trees[sha].items()):
                if want is not None and f not in want: continue
                if k == "blob": out.append({"type": "file", "oid": githash(d), "size": len(d), "path": f})
                else: out.append({"type": "file", "oid": hashlib.sha1(d.encode()).hexdigest(), "size": OBJ[d], "path": f, "lfs": {"oid": d, "size": OBJ[d], "pointerSize": 135}})
            return self.send(200, out, headers=self.rl())
        m = re.fullmatch(r"/(?:(datasets|spaces)/)?([^/]+/[^/]+)/resolve/([^/]+)/(.+)", p)
        if m:
            r = self.repo(m[2], (m[1] or "models")[:-1])
            if not r or not self.auth(repo=r): return
            sha = r.resolve(m[3]); fn = up.unquote(m[4])
            if not sha: return self.err(404, "Invalid rev id: " + m[3], "RevisionNotFound")
            e = r.trees[sha].get(fn)
            if not e: return self.err(404, "Entry not found", "EntryNotFound", extra=[("X-Repo-Commit", sha)])
            if e[0] == "blob":
                hs = [("ETag", f'"{githash(e[1])}"'), ("X-Repo-Commit", sha), ("Accept-Ranges", "bytes"), ("Content-Disposition", f'inline; filename*=UTF-8\'\'{up.quote(fn)}; filename="{fn}";')]
                rng = self.headers.get("Range"); b = e[1]
                if rng:
                    lo, hi = rng.split("=")[1].split("-"); lo = int(lo); hi = int(hi) if hi else len(b) - 1
                    if lo >= len(b): return self.send(416, b"", headers=[("Content-Range", f"bytes */{len(b)}")])
                    return self.send(206, b[lo:hi + 1], "text/plain; charset=utf-8", headers=hs + [("Content-Range", f"bytes {lo}-{min(hi, len(b) - 1)}/{len(b)}")])
                return self.send(200, e[1], "text/plain; charset=utf-8", headers=hs)
            loc = f"{A.store}/store/{e[1]}?response-content-disposition=attachment&Expires={int(time.time()) + 3600}&Signature={uuid.uuid4().hex}&Key-Pair-Id=K1&X-Amz-Expires-At={int(time.time()) + A.cdn_ttl}"
            hs = [("Location", loc), ("X-Repo-Commit", sha), ("X-Linked-Size", str(OBJ[e[1]])), ("X-Linked-ETag", f'"{e[1]}"'), ("Accept-Ranges", "bytes"), ("Vary", "Origin, Accept")]
            if A.xet: hs += [("X-Xet-Hash", "0" * 64), ("Link", f'<{A.url}/api/models/{r.id}/xet-read-token/{sha}>; rel="xet-auth", <{A.xet}/v1/reconstructions/{"0"*64}>; rel="xet-reconstruction-info"')]
            return self.send(302, f"Found. Redirecting to {loc}".encode(), "text/plain; charset=utf-8", headers=hs)
        self.drain(); self.err(404, "Not Found")

if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--port", type=int, default=0, help="any free one unless told")
    ap.add_argument("--store-port", type=int, default=0, help="any free one unless told")
    ap.add_argument("--data", default="hubsim-data")
    ap.add_argument("--trace", default="hubsim-trace.jsonl")
    ap.add_argument("--mp", type=int, default=5 << 20, help="files larger than this use multipart")
    ap.add_argument("--chunk", type=int, default=5 << 20, help="bytes of a part")
    ap.add_argument("--drop", default="", metavar="FOLDER", help="take only what is a file of FOLDER, and store nothing: for speed, and for what is larger than the disk")
    ap.add_argument("--same-upload", action="store_true", help="a new batch goes on with the multipart upload that is open for the object")
    ap.add_argument("--need", default="", help="value of X-Store-Key that single PUTs must bring, told by the batch")
    ap.add_argument("--put-ttl", type=int, default=0, help="seconds that the address of a PUT holds; 0: for ever")
    ap.add_argument("--xet", default="", help="address of a content store, for answers that name one")
    ap.add_argument("--maxfile", type=int, default=500 * 10**9)
    ap.add_argument("--maxcommit", type=int, default=64 << 20)
    ap.add_argument("--cdn-ttl", type=int, default=3600, help="seconds that a signed address holds")
    ap.add_argument("--patience", type=int, default=60, help="seconds that a control waits")
    ap.add_argument("--page", type=int, default=10, help="pull requests on a page of their list")
    ap.add_argument("--token", action="append", default=[], metavar="TOKEN=ROLE", help="another token of alice's")
    A = ap.parse_args()
    TOKENS.update({t: ("alice", role) for t, role in (each.rsplit("=", 1) for each in A.token)})
    os.makedirs(A.data, exist_ok=True)
    T0, TRACE = time.time(), open(A.trace, "w")
    for f in os.listdir(A.data):
        if len(f) == 64: OBJ[f] = os.path.getsize(os.path.join(A.data, f))
    if A.drop: PARTS.update(parts_in(A.drop))
    class Server(ThreadingHTTPServer): daemon_threads = True; request_queue_size = 128
    store, hub = Server(("127.0.0.1", A.store_port), Store), Server(("127.0.0.1", A.port), Hub)
    A.url, A.store = f"http://127.0.0.1:{hub.server_port}", f"http://localhost:{store.server_port}"
    threading.Thread(target=store.serve_forever, daemon=True).start()
    print("hubsim", A.url, A.store, flush=True)
    hub.serve_forever()
