# embed-test.sh -- texts become C strings, byte by byte
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
new_home

embed()
{
	LC_ALL=C $AWK -f "$top_srcdir/build-aux/embed.awk" "$@" </dev/null
}

# back FILE: the bytes that a C compiler reads from the strings for FILE.
back()
{
	embed "$1" | sed -n 's/^	  "\(.*\)",\{0,1\}$/\1/p' |
		tr -d '\n' | sed 's/\\"/"/g' >back.printf
	# printf knows the escapes that are left: \n \t \\ \ooo.
	# shellcheck disable=SC2059
	printf "$(sed 's/%/%%/g' back.printf)"
}

mkdir -p data/demo
printf 'one "two" \\n\tthree %% ?\n' >data/demo/plain
printf 'ที่ มท ๐๘๑๐\r\n\377\001 no end' >data/demo/odd
: >data/demo/empty

same "quotes, backslashes and tabs come back" \
	"$(od -c data/demo/plain)" "$(back data/demo/plain | od -c)"
same "Thai, wrong bytes and a missing last line end come back" \
	"$(od -c data/demo/odd)" "$(back data/demo/odd | od -c)"
has "the name is the path under data" '.name = "demo/odd"' \
	"$(embed data/demo/odd)"
has "the bytes are counted" "n = $(wc -c <data/demo/odd | tr -d ' ') }" \
	"$(embed data/demo/odd)"
has "an empty file is an empty string" 'n = 0 }' "$(embed data/demo/empty)"
has "no file gives an empty table" 'embedded_count = 0;' "$(embed)"
status "a missing file is refused" 1 embed data/none
