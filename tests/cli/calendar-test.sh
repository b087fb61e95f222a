# calendar-test.sh -- a month as text, and duties as a calendar file
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

did()
{
	did_name=$1
	shift
	run "$@"
	same "$did_name" "0 " "$run_status $(err)"
}

# day N: that many days from today.
day()
{
	TZ=Asia/Bangkok date -d "$1 days" +%Y-%m-%d
}

# Three letters: one recurs, one is done, one is waived; words that a calendar
# file has to escape and to fold.
new_office
what='รายงานผลการดำเนินงาน, ตามนโยบาย; ครั้งที่ 1 (ก\ข) ทุกรอบเดือน'
for n in 1 2 3; do
	as clerk receive --subject "เรื่องที่ $n" --from "จังหวัดที่ $n" >said
done
did "a duty recurs" as clerk duty add 1 --what "$what" --due "$(day 20)" \
	--rrule "FREQ=DAILY;INTERVAL=10;COUNT=12" \
	--report-to "ระบบรายงาน https://example.org/a,b"
did "a duty is done" as clerk duty add 2 --what "ส่งแบบ" --due "$(day 5)"
did "..." as clerk duty "done" 2 --note "ส่งแล้ว"
did "a duty is waived" as clerk duty add 3 --what "ส่งภาพ" --due "$(day 6)"
did "..." as palad duty waive 3 --reason "ไม่มีพื้นที่"

did "the clerk's duties become a calendar file" \
	as clerk export --ics --output mine.ics
as clerk export --ics >again.ics
ok "... the same each time, on standard output too" cmp mine.ics again.ics
as clerk export --ics --office >office.ics
ok "... of the whole office" cmp mine.ics office.ics
as palad export --ics --post clerk >post.ics
ok "... of a post, for another" cmp mine.ics post.ics
hasnt "who has none has none" "VEVENT" "$(as palad export --ics --mine)"
hasnt "... nor has another division" "VEVENT" \
	"$(as palad export --ics --division works)"
refused "it is of one thing" 2 "one of" \
	as clerk export --ics --mine --office
refused "how it is written must be said" 2 "text" as clerk export
refused "the whole text is still the owner's" 3 "" \
	as clerk export --text --output x
has "tasks keep being done" "STATUS:COMPLETED" \
	"$(as clerk export --ics --tasks)"
has "... and when" "COMPLETED:2" "$(as clerk export --ics --tasks)"
has "an alarm is set where one is wished" "TRIGGER:-P2D" \
	"$(as clerk export --ics --alarm 2)"
same "... for what is open" 12 \
	"$(as clerk export --ics --alarm 2 | grep -c BEGIN:VALARM)"

# uids FILE, sequence FILE
uids()
{
	sed -n 's/^UID://p' "$1" | sort
}
sequence()
{
	sed -n '/^BEGIN:VEVENT/,/^SUMMARY/p' "$1" | tr -d '\r' |
		sed -n '/^SEQUENCE/{s/.*://;h;};/^SUMMARY:รายงานผล/{x;p;q;}'
}
did "a duty changes" as clerk duty change 1 --form "แบบ 2"
as clerk export --ics >changed.ics
same "its ids stay" "$(uids mine.ics)" "$(uids changed.ics)"
ok "... and its sequence grows" \
	test "$(sequence changed.ics)" -gt "$(sequence mine.ics)"

# What may not be read leaves nothing, whoever asks.
en post add registrar "นายทะเบียน" --role registrar >said
en person add registrar "คุณ registrar" --post registrar >said
cleared registrar >said
did "a secret letter comes" as registrar receive --secrecy ลับ \
	--subject "ความลับ" --from "ที่ลับ"
did "... and asks for something" as registrar duty add 4 \
	--what "รายงานลับ" --due "$(day 7)"
has "who may read it sees it in the month" "รายงานลับ" \
	"$(as registrar calendar "$(day 7 | cut -c 1-7)")"
as registrar export --ics --office >secret.ics
ok "it is in no calendar file" cmp changed.ics secret.ics

# Another program reads the file.
if command -v khal >/dev/null 2>&1; then
	mkdir -p "$HOME/.config/khal" "$HOME/cal"
	{
		printf '[calendars]\n[[a]]\npath = %s/cal\n' "$HOME"
		printf '[locale]\ntimeformat = %%H:%%M\n'
		printf 'dateformat = %%Y-%%m-%%d\n'
		printf 'longdateformat = %%Y-%%m-%%d\n'
		printf 'datetimeformat = %%Y-%%m-%%d %%H:%%M\n'
		printf 'longdatetimeformat = %%Y-%%m-%%d %%H:%%M\n'
	} >"$HOME/.config/khal/config"
	form='{start-date-long}|{end-date-long}|{status}|{title}|{uid}'
	XDG_CONFIG_HOME=$HOME/.config timeout 60 khal printics \
		--format ">$form" \
		changed.ics 2>khal.err | sed -n 's/^>//p' | sed 's/ |/|/' |
		sort >theirs
	for n in 1 2 3; do
		en --as clerk --json show $n
	done | jq -r '.number as $n | .duties[] | .what as $w | .periods[] |
		"\(.last_day)|\(.last_day)|" +
		(if .state == "waived" then "CANCELLED" else "CONFIRMED" end) +
		"|" + (if .state == "done" then "✓ " else "" end) +
		"\($w) · \($n)/'"$(($(TZ=Asia/Bangkok date +%Y) + 543))"'"' |
		sort >ours
	same "khal reads every duty, with its day, words and state" \
		"$(cat ours)" "$(sed 's/|[^|]*$//' theirs)"
	same "... under ids of its own" 14 \
		"$(sed 's/.*|//' theirs | sort -u | wc -l)"
	has "... and what hangs on it" "https://example.org/a,b" \
		"$(XDG_CONFIG_HOME=$HOME/.config khal printics \
			--format '{description}' changed.ics)"
else
	skip "another program reads the file" "khal is missing"
fi

# A month as text.
did "a holiday and a duty in a month to come" as clerk holiday add \
	"1 ก.พ. 2572" "วันหยุดทดลอง" --english "Trial"
as clerk calendar "ก.พ. 2572" >month
has "the month has its name and year" "February 2572" "$(cat month)"
has "weeks begin with Sunday" "^Sun       Mon" "$(cat month)"
has "... the first was a Thursday" "^ \{41\}1\*" "$(cat month)"
has "a holiday is named" "1 Feb 2572  \* Trial" "$(cat month)"
has "what nobody knows is told" "No holidays are known for 2572" "$(cat month)"
holds "programs get the same" \
	'.month == "2029-02" and (.days | length) == 28 and
	 .days[0].holiday.name_en == "Trial" and .days[0].working == false and
	 .days[1].known == false' \
	as clerk --json calendar 2572-02
holds "... of three ways to write a month" '.month == "2029-02"' \
	as clerk --json calendar 2/2572
refused "what is no month is told" 2 "a month is written" \
	as clerk calendar x
month=$(day 5 | cut -c 1-7)
has "duties stand at their day" "✓ 2/" "$(as clerk calendar "$month")"
hasnt "... of secret letters for no one" "รายงานลับ" \
	"$(as head calendar "$(day 7 | cut -c 1-7)")"
# Where the table of holidays ends, lists say so.
run as clerk duty add 3 --what "ปีหน้า" --due "$(day 395)"
has "a duty beyond the known holidays is told of" "not known yet" "$(err)"
has "... and marked in the list" " ?  " "$(as clerk duties | grep ปีหน้า)"
holds "... and for programs" \
	'.[] | select(.what == "ปีหน้า") | .holidays_known == false' \
	as clerk --json duties
whole_at_last
