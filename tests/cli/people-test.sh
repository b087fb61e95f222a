# people-test.sh -- people, posts, divisions: data that the office may change
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office

# up LOGIN...: each of them endorses letter 1.
up()
{
	for up_login; do
		saraban --as "$up_login" endorse 1 --note "เพื่อโปรดทราบ" ||
			return
	done
}

# where NUMBER: the post where a letter lies.
where()
{
	saraban --json --as clerk show "$1" | jq -r .at_post
}

# People.
holds "a person is added under a login" \
	'[.[] | select(.login == "somsri")] |
	 length == 1 and (.[0] | .name == "นางสาวสมศรี มั่นคง" and
	 .post == "clerk" and .since == "2026-01-05" and .until == null)' \
	sh -c '"$SARABAN" person add somsri "นางสาวสมศรี  มั่นคง" --post ธุรการ \
		--from "๕ ม.ค. ๒๕๖๙" >said && "$SARABAN" --json person list'
refused "a login is given once" 3 "person hold" \
	en person add somsri "สมศรี" --post head
refused "a login is a plain word" 2 "Latin letters" \
	en person add "สมศรี" "สมศรี" --post clerk
refused "a login does not begin with a dash" 2 "Latin letters" \
	en person add -x "สมศรี" --post clerk
refused "a login is not longer than 40" 2 "at most 40" \
	en person add "$(printf '%041d' 0)" "สมศรี" --post clerk
refused "a person has a post" 2 "--post" en person add wichai "วิชัย"
refused "a post that is not there is told, and which are" 2 \
	"mayor; there are clerk (ธุรการ)" \
	en person add wichai "วิชัย" --post mayor
refused "a post does not end before it begins" 2 "before the first" \
	en person add wichai "วิชัย" --post head --from 2026-02-01 \
	--to 2026-01-31
refused "a nayok adds no people" 3 "only these may: administrator" \
	as nayok person add wichai "วิชัย" --post head
refused "a post is given to people the register knows" 3 "wichai" \
	en person hold wichai --post head

ok "a person may hold two posts" saraban person hold deputy --post works
holds "... and both are listed" \
	'[.[] | select(.login == "deputy") | .post] == ["deputy", "works"]' \
	saraban --json person list
has "people are told in columns" '^somsri .*5 Jan 2569 .*ธุรการ' \
	"$(en person list)"
has "... and the day since when whole" ' 5 Jan 2569 ' "$(en person list)"

# A post is held from a day to a day.
ok "somebody comes next year" saraban person add prida "ปรีดา" --post clerk \
	--from "1 ม.ค. 2599"
refused "... and may not receive before" 3 "ธุรการ" \
	as prida receive --subject "เรื่อง"
ok "a post ends on a day" \
	saraban person end somsri --post clerk --on 2026-01-31
refused "... and gives no right after it" 3 "ธุรการ" \
	as somsri receive --subject "เรื่อง"
ok "a person leaves" saraban person end somsri --on 2026-01-31
refused "... and is no longer known by --as" 3 "no longer works here" \
	as somsri list
refused "... nor added a second time" 3 "person hold" \
	en person add somsri "สมศรี" --post clerk
ok "... but may come back" saraban person hold somsri --post clerk
ok "... and receive" saraban --as somsri receive --subject "เรื่องแรก"
saraban person add "$(id -un)" "เจ้าของทะเบียน" --post clerk >said
ok "the owner of the register leaves as a person" \
	saraban person end "$(id -un)" --on 2026-01-31
ok "... and still sets up people" \
	saraban person add arun "อรุณ" --post clerk

# Posts.
ok "a post is put into the chain" \
	saraban post add law "นิติกร" --after head
holds "... right above the one that was said" \
	'[.[] | select(.position) | .code]
	 == ["clerk", "head", "law", "deputy", "palad", "nayok"]' \
	en --json post list
ok "a post stands beside the chain" saraban post add store "พัสดุ"
holds "... without a position" \
	'.[] | select(.code == "store") | .position == null' en --json post list
refused "a post is there once" 3 "law" en post add law "นิติกร" --after head
refused "a post beside the chain has nobody above" 3 "no part of the chain" \
	en post add aide "ผู้ช่วย" --after store
refused "... and no posts" 3 "the account that owns" \
	as nayok post add aide "ผู้ช่วย"
refused "the first of the chain stays" 3 "end of the chain" en post end clerk
refused "the last of the chain stays" 3 "end of the chain" en post end nayok
refused "who heads a division stays" 3 "heads a division" en post end works
refused "a post that is not there does not end" 2 "mayor" en post end mayor
ok "a post ends" saraban post end law
holds "... and is out of the chain" '[.[].code] | index("law") == null' \
	en --json post list

# A small office has no รองปลัด: letters go from the head to the palad.
ok "the deputy is told" up clerk head
same "... a letter lies there" deputy "$(where 1)"
refused "... so the post cannot end now" 3 "1 letter lies" en post end deputy
ok "... it is moved" up deputy
ok "... and the office has no deputy any more" saraban post end deputy
saraban --as clerk receive --subject "เรื่องที่สอง" >said
holds "the clerk sends a letter up to the head" '.at_post == "head"' \
	as clerk --json endorse 2 --note "เพื่อโปรดทราบ"
holds "... the head to the palad" '.at_post == "palad"' \
	as head --json endorse 2 --note "เพื่อโปรดทราบ"
holds "... with nothing skipped" \
	'[.steps[] | .post + " " + (.how // "")]
	 == ["clerk endorse", "head endorse", "palad "]' \
	as clerk --json show 2
holds "... and the palad returns it to the head" '.at_post == "head"' \
	as palad --json return 2 --reason "โปรดแก้ไข"
holds "a letter from before keeps its trail" \
	'[.steps[].post] == ["clerk", "head", "deputy", "palad"]' \
	as clerk --json show 1
holds "... and goes down past the post that ended" '.at_post == "head"' \
	as palad --json return 1 --reason "โปรดแก้ไข"
ok "a post comes back under a new name" \
	saraban post add deputy "รองปลัดคนใหม่" --after head
holds "... at its place" '.at_post_name == "รองปลัดคนใหม่"' \
	as head --json endorse 2 --note "เพื่อโปรดทราบ"

# Divisions.
ok "a division is added with a new post" saraban division add legal \
	"งานนิติการ" --head-name "หัวหน้างานนิติการ"
ok "... which a person may hold" saraban person hold arun --post legal
holds "... and heads it" \
	'.[] | select(.code == "legal") | .holders == "อรุณ"' \
	en --json division list
ok "a division is added under a post of the office" \
	saraban division add relief "งานป้องกันภัย" --head head
refused "a division is there once" 3 "legal" \
	en division add legal "อื่น" --head head
refused "a division is headed by somebody" 2 "--head-name NAME" \
	en division add plan "งานแผน"
refused "... whom the office knows" 2 "mayor" \
	en division add plan "งานแผน" --head mayor
refused "a new head does not take another's post" 3 "clerk" \
	en division add clerk "งานสารบรรณ" --head-name "หัวหน้างานสารบรรณ"
refused "a nayok adds no divisions" 3 "only these may" \
	as nayok division add plan "งานแผน" --head head
refused "a division that is not there does not end" 2 "plan" \
	en division end plan
ok "a letter goes up" up head deputy palad
ok "... and to a division" \
	saraban --as nayok order 1 --note "มอบ" --assign legal
refused "a division with a letter to finish stays" 3 "to finish" \
	en division end legal
ok "... it takes it" saraban --as arun acknowledge 1
ok "... and finishes it" saraban --as arun "done" 1
ok "... then it ends" saraban division end legal
holds "... and is no longer listed" '[.[].code] | index("legal") == null' \
	en --json division list
# Sorted as the dictionary does: เก behind กา, though its bytes are greater
# than those of any consonant.
en person add sort1 "ขวัญ" --post works >said
en person add sort2 "เกษม" --post works >said
en person add sort3 "กานดา" --post works >said
same "people stand as in the dictionary" "กานดา เกษม ขวัญ" \
	"$(saraban --json person list |
		jq -r '[.[] | select(.login | startswith("sort")).name]
			| join(" ")')"
whole_at_last
