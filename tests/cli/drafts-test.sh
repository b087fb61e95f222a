#!/bin/sh
# drafts-test.sh -- drafts are listed and discarded from the command line
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
umask 077
new_office

folder=$BESIDE-drafts
act=3f2a91c05b1d4e6f8090a1b2c3d4e5f6

run as clerk drafts
same "none is told in words" "no drafts" "$(out)"
status "... and nothing was found" 1 en --as clerk drafts
run as clerk --json drafts
same "... as JSON too" "[]" "$(out)"
ok "looking makes no folder" test ! -e "$folder"

# put ACT PERSON: a draft as a form leaves it, of a person in the order of
# being added.
put()
{
	page=$(printf '%s' "{\"at\":1768880040000000,\"act\":\"$1\"," \
		'"action":"receive","cursor":0,"field":0,"fields":[' \
		'{"name":"subject","value":"น้ำท่วม"}],"letter":0,' \
		"\"login\":\"x\",\"name\":\"x\",\"number\":\"\"," \
		"\"person\":$2,\"since\":1768880040000000,\"touched\":true}")
	counts=$(printf '%020d %010d ' 1 "$(printf '%s' "$page" | wc -c)")
	sum=$(printf '%s%s' "$counts" "$page" | sha256sum | cut -c1-64)
	mkdir -p "$folder"
	printf 'saraban-slot-1 %s%s\n%s' "$counts" "$sum" "$page" \
		>"$folder/1-$2-$1"
	truncate -s 65536 "$folder/1-$2-$1"
}
clerk=$(sql "SELECT person FROM person WHERE login = 'clerk'")
head=$(sql "SELECT person FROM person WHERE login = 'head'")
put "$act" "$clerk"
put 99999999999999999999999999999999 "$head"

holds "a draft is told with what was typed" \
	'length == 1 and (.[0] | .action == "receive" and .state == "kept" and
	 .number == null and .at == "2026-01-20T10:34:00+07:00" and
	 .fields == [{"name": "subject", "value": "น้ำท่วม"}])' \
	as clerk --json drafts
has "... and in words" "3f2a91c0  Receive a letter, 20 Jan 2569 10:34" \
	"$(en --as clerk drafts)"
refused "that of another cannot be discarded" 2 "you have no draft 9999" \
	as clerk drafts discard 9999
refused "nor one that is not there" 2 "you have no draft" \
	as clerk drafts discard abc
refused "nor anything where one only looks" 4 "only be read" \
	as clerk --read-only drafts discard 3f2a
ok "the act of the draft is done" \
	en --as clerk --act "$act" receive --subject "น้ำท่วม"
holds "a draft that was done says what was done" \
	'.[0].state == "done" and (.[0].done | test("number 1/"))' \
	as clerk --json drafts
holds "the beginning of its id is enough" 'length == 1' \
	as clerk --json drafts discard 3f2a
ok "its file is gone" test ! -e "$folder/1-$clerk-$act"
ok "that of another is there" \
	test -e "$folder/1-$head-99999999999999999999999999999999"
whole_at_last
