# offices-test.sh -- several offices in one register, each for itself
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

new_office

# in_office CODE LOGIN WORD...
in_office()
{
	in_code=$1 in_login=$2
	shift 2
	en --office "$in_code" --as "$in_login" "$@"
}

# count SQL
count()
{
	sql "$1"
}

ok "a district is added" en office add thepsathit "ที่ว่าการอำเภอเทพสถิต" \
	--kind district
ok "a municipality under it, its year begun on paper" \
	en office add thepsathit-town "เทศบาลตำบลเทพสถิต" \
	--kind municipality --under thepsathit --next-number 200
refused "a code is used once" 3 "thepsathit is there already" \
	en office add thepsathit "อำเภออื่น"
refused "a code is a plain word" 2 "use Latin letters" \
	en office add "เทพสถิต" "อำเภอเทพสถิต"
refused "a kind of office is one of five" 2 "one of abt, municipality" \
	en office add x "x" --kind village
refused "only who owns the register adds offices" 3 "not yours to do" \
	as clerk office add x "x"

same "each founds its own chain with an event of its own" "1 2 3" \
	"$(count "SELECT group_concat(CAST(office AS TEXT), ' ') FROM event
		WHERE kind = 'office.found' AND seq = 1")"
same "who added them stands in the chain of the office he worked in" 2 \
	"$(count "SELECT count(*) FROM event
		WHERE kind = 'office.add' AND office = 1")"
has "a district's chain goes up to the chief of the district" "^chief" \
	"$(in_office thepsathit "" post list 2>/dev/null ||
		en --office thepsathit post list)"
has "... by the local administration officer of the district" \
	"ท้องถิ่นอำเภอ" "$(en --office thepsathit post list)"
has "a municipality has its mayor" "นายกเทศมนตรี" \
	"$(en --office thepsathit-town post list)"
for kind in abt municipality district province department; do
	other=$(register_at "$HOME/$kind.db")
	en --register "$other" init "x" --kind "$kind" >said
	holds "an office of the kind $kind has a chain and divisions" \
		'length > 3 and ([.[] | select(.position)] | length) > 2' \
		en --register "$other" post list --json
	ok "... and its register is whole" en --register "$other" check
done

# People belong to an office; one login may work in several.
ok "a clerk of the district" en --office thepsathit person add anong \
	"น.ส.อนงค์ มีสุข" --post clerk
ok "who is clerk of the town, too" en --office thepsathit-town person add \
	anong "น.ส.อนงค์ มีสุข" --post clerk
refused "a clerk of one office is nobody in another" 3 "no such person" \
	in_office thepsathit clerk list
refused "an office that is not there" 3 "no such office.*nowhere" \
	in_office nowhere anong list

ok "a letter is received in the first office" \
	as clerk receive --subject "งบประมาณของตำบล" --from "จังหวัดชัยภูมิ" \
	--ref "ชย 0023/1" --dated 2026-01-15
holds "without --office a person works in the first of his offices" \
	'.number == 1' as anong receive --subject "หนังสือของอำเภอ" \
	--from "กรมการปกครอง" --ref "มท 0310/9" --dated 2026-01-10 --json
holds "--office says in which other one" '.number == 200' \
	in_office thepsathit-town anong receive --subject "หนังสือของเทศบาล" \
	--json
holds "numbers of an office are its own" '.number == 2' \
	as anong receive --subject "ฉบับที่สองของอำเภอ" --json

# Nothing of one office is seen in another.
holds "the list holds what is the office's own" \
	'[.[].subject] == ["ฉบับที่สองของอำเภอ", "หนังสือของอำเภอ"]' \
	as anong list --json
holds "... and so for what waits" '[.[].subject] == ["หนังสือของเทศบาล"]' \
	in_office thepsathit-town anong list --mine --json
for word in งบประมาณ จังหวัดชัยภูมิ "ชย 0023/1" ตำบล; do
	refused_status=0
	as anong search "$word" >said 2>&1 || refused_status=$?
	same "a search in the district for $word of the first office" 1 \
		"$refused_status"
done
holds "the same words are found where they belong" 'length == 1' \
	as clerk search งบประมาณ --json
refused "a letter's number means that of the office" 1 "no letter" \
	in_office thepsathit-town anong show 1
holds "... the number 1 of the district is its own" \
	'.subject == "หนังสือของอำเภอ"' as anong show 1 --json
refused "history, too" 1 "no letter" in_office thepsathit-town anong \
	history 1
holds "people are those of the office" '[.[].login] == ["anong"]' \
	as anong person list --json
holds "posts are those of the office" '[.[].code] | index("nayok") == null' \
	as anong post list --json
refused "a letter of another office cannot be endorsed" 1 "no letter" \
	in_office thepsathit-town anong endorse 1 --note x

# The list of the offices.
holds "every office is listed, with what is above it" \
	'[.[].code] == ["main", "thepsathit", "thepsathit-town"] and
	 .[2].under == "thepsathit" and .[2].kind == "municipality"' \
	as anong office list --json
holds "... with where one works, and where now" \
	'[.[].own] == [false, true, true] and
	 [.[].here] == [false, true, false]' as anong office list --json
has "... in lines, too" "^thepsathit  *district  *> " \
	"$(as anong office list)"

# An act that is asked twice.
id=00112233445566778899aabbccddeeff
ok "an office is added under an act id" en --act $id office add nong \
	"อบต.หนองบัว"
ok "... asked again it answers again" en --act $id office add nong \
	"อบต.หนองบัว"
same "... and there is one" 1 \
	"$(count "SELECT count(*) FROM office WHERE code = 'nong'")"

en --office thepsathit person end anong --on 2020-01-01 >said
holds "who has left an office works in the next of his" '.number == 201' \
	as anong receive --subject "x" --json

ok "the register is whole" en check
sql_write "$(without_guard event_stays event)
	UPDATE event SET login = 'x' WHERE office = 3 AND seq = 2;" 2>said
hasnt "what is changed in the chain of one office is found" "is whole" \
	"$(en check 2>&1)"
