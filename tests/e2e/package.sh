# package.sh -- the Debian package, and a Debian that has nothing to put it into
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# After tests/lib.sh.  Builds the package from what make dist packs, unless
# PACKAGE=FILE.deb names one, and leaves a Debian of its own in $root, fetched
# from where this machine gets its packages: minutes.

test "$(id -u)" = 0 || skip_all "only root can make another Debian"
for program in dh dpkg-buildpackage mmdebstrap; do
	command -v $program >/dev/null || skip_all "$program is missing"
done
new_home
root=$HOME/root

build_package()
{
	packed=saraban-$(saraban --version | cut -d' ' -f2)
	make -s -C "${top_builddir:?}" dist &&
		tar -xf "$top_builddir/$packed.tar.xz" &&
		(cd "$packed" && DEB_BUILD_OPTIONS='nocheck noautodbgsym' \
			dpkg-buildpackage -d -us -uc -b)
}

if test -z "${PACKAGE-}"; then
	ok "the package is built from what make dist packs" build_package
	PACKAGE=$(ls "$HOME"/saraban_*.deb)
fi
cp "$PACKAGE" package.deb || exit 99

# new_debian PACKAGE,...: with these besides.
new_debian()
{
	cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list \
		2>/dev/null | mmdebstrap --mode=root --variant=apt \
		--include="$1" --dpkgopt='path-include=/usr/share/man/*' \
		--customize-hook="copy-in $HOME/package.deb /" \
		--customize-hook='chroot "$1" apt-get -qq -y \
			--no-install-recommends install /package.deb' \
		"$(. /etc/os-release && echo "$VERSION_CODENAME")" "$root" -
}
