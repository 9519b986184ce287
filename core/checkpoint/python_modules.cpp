#include "core/checkpoint/pickle_names.h"

#include <algorithm>
#include <array>

namespace wb::checkpoint {

namespace {

// sys.stdlib_module_names of Python 3.10 to 3.13 with what 3.8, 3.9 and 2.7 have beside, and pip and setuptools. Sorted.
constexpr auto standardModules = std::to_array<std::string_view>({
    // clang-format off
    "BaseHTTPServer", "CGIHTTPServer", "ConfigParser", "Cookie", "Dialog", "DocXMLRPCServer", "FileDialog", "HTMLParser", "Queue",
    "ScrolledText", "SimpleDialog", "SimpleHTTPServer", "SimpleXMLRPCServer", "SocketServer", "StringIO", "Tix", "Tkconstants",
    "Tkdnd", "Tkinter", "UserDict", "UserList", "UserString", "_LWPCookieJar", "_MozillaCookieJar", "__builtin__", "__future__",
    "_abc", "_abcoll", "_aix_support", "_android_support", "_ast", "_asyncio", "_bisect", "_blake2", "_bootlocale",
    "_bootsubprocess", "_bz2", "_codecs", "_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw",
    "_collections", "_collections_abc", "_colorize", "_compat_pickle", "_compression", "_contextvars", "_crypt", "_csv", "_ctypes",
    "_ctypes_test", "_curses", "_curses_panel", "_datetime", "_dbm", "_decimal", "_distutils_hack", "_dummy_thread", "_elementtree",
    "_frozen_importlib", "_frozen_importlib_external", "_functools", "_gdbm", "_hashlib", "_heapq", "_imp", "_interpchannels",
    "_interpqueues", "_interpreters", "_io", "_ios_support", "_json", "_locale", "_lsprof", "_lzma", "_markupbase", "_md5", "_msi",
    "_multibytecodec", "_multiprocessing", "_opcode", "_opcode_metadata", "_operator", "_osx_support", "_overlapped", "_peg_parser",
    "_pickle", "_posixshmem", "_posixsubprocess", "_py_abc", "_pydatetime", "_pydecimal", "_pyio", "_pylong", "_pyrepl", "_queue",
    "_random", "_scproxy", "_sha1", "_sha2", "_sha256", "_sha3", "_sha512", "_signal", "_sitebuiltins", "_socket", "_sqlite3",
    "_sre", "_ssl", "_stat", "_statistics", "_string", "_strptime", "_struct", "_suggestions", "_symtable", "_sysconfig",
    "_testbuffer", "_testcapi", "_testimportmultiple", "_testinternalcapi", "_testmultiphase", "_thread", "_threading_local",
    "_tkinter", "_tokenize", "_tracemalloc", "_typing", "_uuid", "_warnings", "_weakref", "_weakrefset", "_winapi", "_winreg",
    "_wmi", "_xxsubinterpreters", "_xxtestfuzz", "_zoneinfo", "abc", "aifc", "antigravity", "anydbm", "argparse", "array", "ast",
    "asynchat", "asyncio", "asyncore", "atexit", "audioop", "base64", "bdb", "binascii", "binhex", "bisect", "bsddb", "builtins",
    "bz2", "cPickle", "cProfile", "cStringIO", "calendar", "cgi", "cgitb", "chunk", "cmath", "cmd", "code", "codecs", "codeop",
    "collections", "colorsys", "commands", "compileall", "compiler", "concurrent", "configparser", "contextlib", "contextvars",
    "cookielib", "copy", "copy_reg", "copyreg", "crypt", "csv", "ctypes", "curses", "dataclasses", "datetime", "dbhash", "dbm",
    "decimal", "difflib", "dis", "distutils", "dl", "doctest", "dumbdbm", "dummy_thread", "dummy_threading", "email", "encodings",
    "ensurepip", "enum", "errno", "exceptions", "faulthandler", "fcntl", "filecmp", "fileinput", "fnmatch", "formatter",
    "fractions", "ftplib", "functools", "future_builtins", "gc", "gdbm", "genericpath", "getopt", "getpass", "gettext", "glob",
    "graphlib", "grp", "gzip", "hashlib", "heapq", "hmac", "hotshot", "html", "htmlentitydefs", "http", "httplib", "idlelib",
    "ihooks", "imaplib", "imghdr", "imp", "importlib", "imputil", "inspect", "io", "ipaddress", "itertools", "json", "keyword",
    "lib2to3", "linecache", "locale", "logging", "lzma", "macpath", "mailbox", "mailcap", "markupbase", "marshal", "math", "md5",
    "mimetools", "mimetypes", "mmap", "modulefinder", "msilib", "msvcrt", "multiprocessing", "netrc", "nis", "nntplib", "nt",
    "ntpath", "nturl2path", "numbers", "opcode", "operator", "optparse", "os", "os2emxpath", "ossaudiodev", "parser", "pathlib",
    "pdb", "pickle", "pickletools", "pip", "pipes", "pkg_resources", "pkgutil", "platform", "plistlib", "popen2", "poplib", "posix",
    "posixpath", "pprint", "profile", "pstats", "pty", "pwd", "py_compile", "pyclbr", "pydoc", "pydoc_data", "pyexpat", "queue",
    "quopri", "random", "re", "readline", "repr", "reprlib", "resource", "rfc822", "rlcompleter", "robotparser", "runpy", "sched",
    "secrets", "select", "selectors", "setuptools", "sha", "shelve", "shlex", "shutil", "signal", "site", "smtpd", "smtplib",
    "sndhdr", "socket", "socketserver", "spwd", "sqlite3", "sre_compile", "sre_constants", "sre_parse", "ssl", "stat", "statistics",
    "string", "stringprep", "struct", "subprocess", "sunau", "symbol", "symtable", "sys", "sysconfig", "syslog", "tabnanny",
    "tarfile", "telnetlib", "tempfile", "termios", "test", "textwrap", "this", "thread", "threading", "time", "timeit",
    "tkColorChooser", "tkCommonDialog", "tkFileDialog", "tkFont", "tkMessageBox", "tkSimpleDialog", "tkinter", "token", "tokenize",
    "tomllib", "trace", "traceback", "tracemalloc", "ttk", "tty", "turtle", "turtledemo", "types", "typing", "unicodedata",
    "unittest", "urllib", "urllib2", "urlparse", "uu", "uuid", "venv", "warnings", "wave", "weakref", "webbrowser", "whichdb",
    "winreg", "winsound", "wsgiref", "xdrlib", "xml", "xmlrpc", "xmlrpclib", "xxlimited", "xxsubtype", "zipapp", "zipfile",
    "zipimport", "zlib", "zoneinfo"
    // clang-format on
});
static_assert(std::is_sorted(standardModules.begin(), standardModules.end()));

}  // namespace

bool isStandardModule(std::string_view topLevel) noexcept
{
    return std::binary_search(standardModules.begin(), standardModules.end(), topLevel);
}

}  // namespace wb::checkpoint
