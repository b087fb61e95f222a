# duty-test.sh -- what letters ask for: read, noted, done, waived, not forgotten
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# shellcheck disable=SC1010 # of a duty, done is a word as any other
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

command -v jq >/dev/null || skip_all "jq is missing"
letters=${top_srcdir:?}/data/letters

# duties NUMBER: of a letter, as the clerk sees them.
duties()
{
	as clerk --json show "$1" | jq -c .duties
}

new_office

# Of letter 001 with its four, 002 and 003 with what no clerk would type twice.
ok "a sheet is received" as clerk receive "$letters/001.txt"
ok "another is received" as clerk receive "$letters/002.txt"
ok "a bundle is received" as clerk receive "$letters/003.txt" \
	--ref "ขย 0023.3/555"

holds "the four duties of the letter are there, each with its first day" \
	'[.[].due] == ["2021-04-30", "2021-01-26", "2021-02-05",
		"2021-04-20"]' \
	duties 1
holds "four times, the first on another day: four rows, the last working day \
beside a Saturday" \
	'.[2].periods | map([.due, .last_day]) == [
	   ["2021-02-05", "2021-02-05"], ["2021-02-20", "2021-02-19"],
	   ["2021-03-20", "2021-03-19"], ["2021-04-20", "2021-04-20"]]' \
	duties 1
holds "where it goes and with how many pictures is read, too" \
	'.[3] | .pictures == 3 and
	  (.where | map(.kind) == ["office", "line"])' \
	duties 1
holds "without an end there are days for more than a year" \
	'.[0].endless and (.[0].periods | length >= 13 and length <= 14)' \
	duties 2
holds "a system, a map and a group are places of their kinds" \
	'.[0].where | map(.kind) == ["web", "map", "line"]' duties 2
holds "two offices ask for one duty: both are kept, the nearest counts" \
	'length == 1 and (.[0].asked | map([.rrule, .counts]) ==
	   [["FREQ=MONTHLY;BYMONTHDAY=1", true],
	    ["FREQ=MONTHLY;BYMONTHDAY=5", false]])' duties 3
holds "a day early in a month reports on the month before" \
	'.[0].periods[0] | .due == "2022-07-01" and .name == "2565-06"' duties 3

# By hand, in words and in figures.
ok "a letter without duties is received" \
	as clerk receive --subject "ขอข้อมูล" --from "ที่ว่าการอำเภอบ้านลาด"
for words in "ทุกวันที่ 20 4 ครั้ง" "every 20th, 4 times"; do
	ok "days are understood: $words" as clerk duty add 4 --when "$words"
done
holds "... in either language alike" \
	'map(.rrule) | unique == ["FREQ=MONTHLY;BYMONTHDAY=20;COUNT=4"]' \
	duties 4
holds "... and have as many rows" 'map(.periods | length) == [4, 4]' duties 4
ok "days are counted from the receipt" \
	as clerk duty add 4 --what "ชี้แจง" --when "ภายใน 15 วัน"
holds "... so many days after it" \
	"(.[2].due | strptime(\"%Y-%m-%d\") | mktime) - \
	 ($(date -d "$(as clerk --json show 4 | jq -r '.received_at[:10]')" \
		+%s)) == 15 * 86400" duties 4
refused "words without a day are none" 2 "no day can be read" \
	as clerk duty add 4 --when "เร็ว ๆ นี้"
refused "a duty has a day" 2 "by when" as clerk duty add 4 --what "x"
refused "a rule is a rule" 2 "rule" as clerk duty add 4 --rrule "ทุกเดือน"
refused "whose it is must be of the office" 2 "no division" \
	as clerk duty add 4 --when "20 มี.ค. 69" --owner "x"

# In doubt: it stands on the board, until somebody says so.
ok "what is in doubt is kept with its mark" \
	as clerk receive --subject "y" --duty "? ส่งแผน; ภายใน 3 วัน; ทางอีเมล"
holds "... on the list of duties" \
	'map(select(.number == 5)) | length == 1 and .[0].proposed' \
	as clerk --json duties
ok "a person confirms it" as clerk duty change 5
holds "... and the mark is gone" '.[0].proposed == false' duties 5
refused "what is as it stood is no change" 2 "what is to be changed" \
	as clerk duty change 5 --duty 1

# Ordered to one division, it is that division's.
as clerk endorse 5 --note x --to nayok --reason x >said 2>&1
ok "an order to one division" as nayok order 5 --note x --assign works
holds "... makes the duty that division's" '.[0].owner_division == "works"' \
	duties 5
holds "... and it stands on the desk of who heads it" \
	'map(.number) == [5]' as works --json duties --mine
refused "another division does not finish it" 3 "chain" \
	as finance duty done 5
ok "the division has done it, with what shows it" \
	as works duty done 5 --ref "ทางอีเมล 3 ม.ค." --figure ๒๐ --note "ส่งแล้ว"
holds "... which is kept" \
	'.[0] | .state == "done" and (.periods[0] | .figure == 20 and
	  .ref == "ทางอีเมล 3 ม.ค." and .by == "คุณ works")' duties 5
refused "what is done is not done twice" 3 "done or waived" \
	as works duty done 5
ok "wrongly done, it is opened again" as works duty reopen 5 --reason "ผิดฉบับ"
holds "... and nothing shows it any more" \
	'.[0] | .state == "open" and .periods[0].ref == null' duties 5
refused "who has to do it does not waive it" 3 "above the clerk" \
	as works duty waive 5 --reason "x"
ok "a post above waives it" as palad duty waive 5 --reason "อำเภอแจ้งยกเลิก"
holds "... with the reason" \
	'.[0] | .state == "waived" and .periods[0].reason == "อำเภอแจ้งยกเลิก"' \
	duties 5

# Two offices, by hand; what is settled stays.
ok "one period is done" as clerk duty done 2 --ref x
ok "a nearer office asks for it earlier" as clerk duty change 2 \
	--asked-by "ที่ว่าการอำเภอเมือง" --when "ทุกวันที่ 10"
holds "... and counts, while the other is kept" \
	'.[0] | .rrule == "FREQ=MONTHLY;BYMONTHDAY=10" and
	 (.asked | length == 2 and .[0].by == "ที่ว่าการอำเภอเมือง")' duties 2
holds "... what was done stays as it was" \
	'.[0].periods[0] | .state == "done" and
	  (.due | endswith("-15"))' duties 2
refused "one day of theirs does not say how it goes on" 2 "it recurs" \
	as clerk duty change 2 --asked-by "อำเภออื่น" --due 2030-01-01

# Sent: the number shows it.
ok "a report is sent" as clerk send --to "อำเภอ" --subject "รายงาน"
ok "its number shows that another period is done" \
	as clerk duty done 2 --reply 1
holds "... by the letter in the outgoing register" \
	'.[0].periods | map(select(.reply)) | length == 1 and
	 .[0].reply.book == "send"' duties 2
refused "a letter that came in shows nothing" 3 "went out" \
	as clerk duty done 2 --reply "receive:1"

# All of it, and back.
ok "all that is left is waived" as nayok duty waive 2 --all --reason "จบ"
holds "... and no days come any more" \
	'.[0] | .state == "waived" or .state == "done" and .endless == false' \
	duties 2
ok "one day of it is opened again" as nayok duty reopen 2 --reason x
holds "... and it goes on" '.[0].endless' duties 2

# later WORD...: how many days of the endless duty stand behind this month.
later()
{
	as clerk --json duties "$@" | jq 'map(select(.number == 2 and
		.what == "นับหัว" and .when == "later")) | length'
}
ok "a duty without an end is added" as clerk duty add 2 --what "นับหัว" \
	--when "ทุกวันที่ 15 ของเดือน"
same "... of which the next day alone is on the list" 1 "$(later)"
ok "... unless every one is asked for" test "$(later --all)" -gt 10
same "... on paper, too" 1 \
	"$(as clerk print duties | grep -c 'หัว' || :)"

# What is cancelled asks for nothing.
ok "a letter is cancelled" as clerk cancel 1 --reason "ซ้ำ"
holds "... and so are its duties" 'map(.state) | unique == ["waived"]' duties 1

# An auditor asks.
run as clerk endorse 4 --note x --to nayok --reason x
ok "an order to two divisions closes nothing" as nayok order 4 --note x \
	--assign works --assign finance
holds "... and the check asks whose the duties are" \
	'.notes // [] | map(tostring) | any(test("owner"))' saraban --json check
refused "the duties go to a division that has the letter" 3 "." \
	as nayok order 4 --note x --assign works --duties education

holds "what happened is told in words" \
	'map(.kind) | index("duty.add") and index("duty.waive")' \
	as clerk --json history 5

# Of a secret letter nobody is told who may not read it.
cleared clerk >said 2>&1
run as clerk receive --subject "ลับมากนะ" --secrecy ลับ \
	--duty "ส่งสิ่งลับ; 31 ธ.ค. 2570"
holds "a secret duty is on nobody's list" \
	'map(select(.what | test("ลับ"))) == []' as works --json duties
run as works --json show 6
hasnt "... and not in the letter" "สิ่งลับ" out

whole_at_last
