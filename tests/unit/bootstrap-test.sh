# bootstrap-test.sh -- what is missing is named before anything is done
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
new_home

# tool NAME: a program of this machine, made of standard input.
tool()
{
	{
		echo "#!$(command -v sh)"
		cat
	} >"bin/$1"
	chmod +x "bin/$1"
}

bare()
{
	env PATH="$PWD/bin" "$@"
}

# A machine with a shell and little else; gcc finds no header.
mkdir bin
for name in sh awk cat dirname find id mktemp rm env; do
	ln -s "$(command -v "$name")" bin/
done
echo 'exit 1' | tool gcc
echo 'test "$2" = sqlite3' | tool pkg-config

status "without apt-get it stops" 1 bare "$top_srcdir/bootstrap"
list=$(said)
has "a missing program is named with its package" \
	'^  program  msgfmt       gettext$' "$list"
has "a missing header too" '^  header   stdlib.h     libc6-dev$' "$list"
hasnt "what is there is not named" 'gcc\|pkg-config\|sqlite3-dev' "$list"
same "the last line says what to do" \
	"bootstrap: install these, then call bootstrap again" \
	"$(printf '%s\n' "$list" | tail -n 1)"

# lacks_locale GLIBC LOCALE...: on a machine that has these.
lacks_locale()
{
	echo "echo glibc $1" | tool getconf
	shift
	printf 'echo %s\n' "$@" | tool locale
	bare "$top_srcdir/bootstrap" | grep '^  locale '
}

hasnt "an older C library needs no locale" 'locale' "$list"
same "a newer one needs any but C" \
	"  locale   th_TH.UTF-8  locales-all" \
	"$(lacks_locale 2.41 C C.utf8 POSIX)"
same "... and is content with it" "" \
	"$(lacks_locale 2.41 C C.utf8 POSIX en_US.utf8)"
same "2.36 is older" "" "$(lacks_locale 2.36 C C.utf8 POSIX)"

echo 'exec "$@"' | tool sudo
tool apt-get <<'SH'
echo "apt-get: $DEBIAN_FRONTEND: $*"
exit 100
SH
status "apt-get that fails stops it" 1 bare "$top_srcdir/bootstrap"
has "... with what it was asked to install" \
	'^apt-get: noninteractive: .* install autoconf automake libc6-dev' \
	"$(said)"

: | tool apt-get
status "apt-get that brings nothing stops it" 1 bare "$top_srcdir/bootstrap"
has "... with what is still missing" '^bootstrap: still missing:$' "$(said)"
