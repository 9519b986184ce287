# A clean Debian 12 to install into, and an old Debian 11: sourced by check.sh, which runs as root. The bases are made once and kept in $WB_CHECK.

# The sources that this machine's apt has of Debian itself, one "deb" line each.
debian_sources() {
    # shellcheck disable=SC2016
    apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' | sort -u
}

# make_base NAME SUITE: from standard input, its sources.
make_base() {
    local work=$WB_CHECK/$1.part
    mkdir -p "$WB_CHECK/archives"
    rm -rf "$work"
    mmdebstrap --quiet --variant=apt --aptopt='Acquire::Languages "none"' --dpkgopt=force-unsafe-io "$2" "$work" -
    mv "$work" "$WB_CHECK/$1"
}

make_bases() {
    [[ -e $WB_CHECK/base ]] || make_base base bookworm < <(debian_sources)
    [[ -e $WB_CHECK/old-base ]] || make_base old-base bullseye < <(debian_sources | sed -n 's/ bookworm main$/ bullseye main/p')
}

# fresh_root NAME [BASE]: a copy of the base in $root, with this machine's name look-up.
fresh_root() {
    root=$WB_CHECK/$1
    rm -rf "$root"
    cp -a --reflink=auto "$WB_CHECK/${2:-base}" "$root"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/quick"
}

# in_root COMMAND…: as root inside $root, with namespaces of its own for mounts and processes, $WB_SHARED at /mnt, and /usr read-only with WB_READ_ONLY.
# The packages that apt fetches are kept.
in_root() {
    # shellcheck disable=SC2016
    unshare --mount --pid --fork --kill-child bash -c '
        root=$1 archives=$2
        shift 2
        mount -t proc proc "$root/proc"
        mount -t tmpfs tmpfs "$root/tmp"
        mount --rbind /dev "$root/dev"
        mount --bind "$archives" "$root/var/cache/apt/archives"
        mkdir -p "$root/mnt"
        mount --bind "$WB_SHARED" "$root/mnt"
        if [[ -n $WB_READ_ONLY ]]; then mount --bind "$root/usr" "$root/usr" && mount -o remount,bind,ro "$root/usr"; fi
        exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
    ' in_root "$root" "$WB_CHECK/archives" "$@"
}

# as_user COMMAND…: as the user somebody, who fresh_user makes, in their home folder.
as_user() { in_root setpriv --reuid=1000 --regid=1000 --clear-groups env --chdir=/home/somebody HOME=/home/somebody USER=somebody "$@"; }

fresh_user() {
    echo 'somebody:x:1000:1000::/home/somebody:/bin/sh' >>"$root/etc/passwd"
    echo 'somebody:x:1000:' >>"$root/etc/group"
    install -d -o 1000 -g 1000 -m 700 "$root/home/somebody"
}

# apt COMMAND…: quiet, and with the archives kept.
apt() { in_root apt-get -qq -o APT::Keep-Downloaded-Packages=true -o Dpkg::Use-Pty=0 -y "$@" >>"$WB_CHECK/apt.log" 2>&1; }
