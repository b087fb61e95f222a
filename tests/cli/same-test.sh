# same-test.sh -- paper comes twice: the same letter is told, never refused
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office

from="ศาลากลางจังหวัดเพชรบุรี"
take()
{
	as clerk --json receive --subject "การเลือกตั้ง" "$@"
}

holds "a first copy is the same as none" ".same_as == []" \
	take --ref "พบ ๐๐๑๗.๓/ว ๖๖๕" --dated "๑๕ ม.ค. ๖๙" --from "$from"
holds "a second copy names the first, however it is written" \
	'.same_as == [{"book": "receive", "number": 1, "year": .year,
	 "sure": true}]' \
	take --ref "พบ.0017.3/ว665" --dated 2026-01-15 --from " $from "
holds "the same number of another sender is perhaps a copy" \
	'.same_as | length == 2 and all(.sure == false)' \
	take --ref "พบ 0017.3/ว 665" --dated 2026-01-15 --from "อำเภอบ้านลาด"
holds "without its ว it is another letter" ".same_as == []" \
	take --ref "พบ 0017.3/665" --dated 2026-01-15 --from "$from"
holds "of another day it is another letter" ".same_as == []" \
	take --ref "พบ 0017.3/ว 665" --dated 2026-01-16 --from "$from"
holds "without a date nothing is known" ".same_as == []" \
	take --ref "พบ 0017.3/ว 665" --from "$from"

said=$(as clerk receive --ref "พบ ๐๐๑๗.๓/ว ๖๖๕" --dated "๑๕ ม.ค. ๖๙" \
	--from "$from" --subject x)
has "the sentence tells the first copy" "it is a second copy of 1/" "$said"
has "it tells what is only perhaps one" "perhaps it is the same as 3/" "$said"

holds "each copy names the others" '[.same_as[].number] == [2, 3, 7]' \
	as clerk --json show 1
has "a letter's page names its copies" "copy of  *1/" "$(as clerk show 2)"

# Act ids: asked again it answers what it did.
id=000102030405060708090a0b0c0d0e0f
take --act $id --ref "กค 1/1" --dated 2026-01-15 --from "$from" >first.json
take --ref "กค 1/1" --dated 2026-01-15 --from "$from" >/dev/null
take --act $id --ref "กค 1/1" --dated 2026-01-15 --from "$from" >again.json
ok "asked again a receipt names no later copy" cmp first.json again.json

# A secret copy is told to those alone who may read it.
cleared clerk head >said
take --ref "ลับ 1/1" --dated 2026-01-15 --from "$from" >/dev/null
take --ref "ลับ 1/1" --dated 2026-01-15 --from "$from" --secrecy ลับ >/dev/null
holds "who may read the secret copy is told of it" '.same_as | length == 1' \
	as clerk --json show 10
holds "others of the chain are not" '.same_as == []' as head --json show 10
holds "nor is a division" '.same_as == []' as works --json show 10
