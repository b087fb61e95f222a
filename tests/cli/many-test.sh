# many-test.sh -- one act on several letters: all of them, or none
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

command -v jq >/dev/null || skip_all "jq is missing"
new_office_with --prefix "นน 71001"

# did SENTENCE COMMAND...: it is done.
did()
{
	did_name=$1
	shift
	run "$@"
	same "$did_name" "0 " "$run_status $(err)"
}

received()
{
	as clerk --json receive --from "จังหวัดน่าน" --subject "$@" >/dev/null
}

# unchanged SENTENCE STATUS PART COMMAND...: refused, and nothing is written.
unchanged()
{
	whole >before
	refused "$@"
	whole >after
	same "... nothing is written" "" "$(diff before after)"
}

n=0
while test $((n += 1)) -le 12; do
	received "เรื่องที่ $n"
done

did "several are endorsed at once" as clerk endorse 1 2-4 ๕ \
	--note "เพื่อโปรดทราบ"
has "... which is told in one sentence" \
	"letters 1–5/2569 endorsed (5 letters); they lie with หัวหน้าสำนักปลัด" \
	"$(out)"
holds "each has the words, and an event of its own" '
	map(select(.kind == "letter.endorse")) | length == 1 and
	.[0].payload.note == "เพื่อโปรดทราบ"' as head --json history 4
unchanged "one that may not holds all back" 3 \
	"3–4/2569: that is not yours to do" as clerk endorse 6 3 7 4 --note x
unchanged "... each is named with its own reason" 3 \
	"99/2569: there is no letter.*3/2569: that is not yours" \
	as clerk endorse 6 99 3 --note x
unchanged "a value that cannot be is told as ever" 2 "nobody-there" \
	as clerk circulate 6 7 --to nobody-there
refused "what is no number is told" 2 "registered number" \
	as clerk endorse 6 7- --note x
refused "... a span that goes back, too" 2 "registered number" \
	as clerk endorse 9-6 --note x
refused "there is an end to how many" 2 "500" \
	as clerk endorse 1-501 --note x
refused "what is done letter by letter takes one" 2 "7" \
	as nayok order 6 7 --note x

holds "the answer has all of them" '.letters |
	map([.number, .state, .at_post]) ==
	[[6, "presented", "head"], [8, "presented", "head"]]' \
	as clerk --json endorse 6 8 8 6 --note x
holds "one letter answers as it always did" \
	'.number == 7 and .letters == null' \
	as clerk --json endorse 7-7 --note x

act=0123456789abcdef0123456789abcdef
as clerk --json --act $act endorse 9-11 --note x >first
as clerk --json --act $act endorse 9-11 --note x >second
same "asked twice it answers once" "" "$(diff first second)"
holds "... with the same events" '.letters | map(.number) == [9, 10, 11]' \
	cat second
refused "an act id is of one act" 2 "" \
	as clerk --act $act hand 12 --to head

for post in head deputy palad; do
	did "$post endorses many" as "$post" endorse 1-4 --note x
done
for number in 1 2 3 4; do
	did "the nayok orders on $number" as nayok order $number --note "มอบ" \
		--assign works
done
did "a division takes many into its book" as works acknowledge 2 1 3
has "... under numbers that follow each other" \
	"their numbers in the division are 1 to 3" "$(out)"
holds "... in the order in which they were named" \
	'.division_number == 4' as works --json acknowledge 4
did "... and is done with them" as works "done" 1-4 --note "เรียบร้อย"

n=0
while test $((n += 1)) -le 3; do
	received "หนังสือเวียน $n"
done
did "several go round" as clerk circulate 13-15 --to head --to palad
did "who has not noted them is reminded" as clerk nudge 13 14
did "they are noted at once" as head acknowledge 13-15
unchanged "... each once" 3 "14–15/2569" as head acknowledge 14 15

saraban office add nan "อำเภอเมืองน่าน" --kind district >/dev/null
did "several are sent on to another office" as clerk forward 1-3 --to nan \
	--endorse "เพื่อโปรดทราบ"
has "... under outgoing numbers without a gap" \
	"as นน 71001/1 to นน 71001/3" "$(out)"
unchanged "... to which they are not sent twice" 3 "1/2569: .*2/2569: " \
	as clerk forward 4 1 2 --to nan --endorse x
did "the next outgoing number follows" as clerk forward 4 --to nan --endorse x
has "... the last one" "นน 71001/4" "$(out)"

saraban policy set follow-paper 1 >/dev/null
did "the papers of several are handed over" as clerk endorse 12-15 --note x
did "... and taken" as head take 12-15
refused "... once" 3 "12–13/2569" as head take 12 13
holds "the register is whole" '.ok' en --json check
