# search-test.sh -- letters are found by what a clerk types, and by no more
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office

# found WORD...: the numbers found, in their order.
found()
{
	as clerk --json search "$@" 2>said |
		jq -r '[.[].number] | join(" ")'
}

take()
{
	as clerk receive "$@" >said
}
take --subject "ขอความร่วมมือสำรวจน้ำท่วมขัง หมู่ที่ ๔" --ref "ที่ มท ๐๘๑๖.๕/ว ๓๓๔๙" \
	--from "ที่ว่าการอำเภอเทพสถิต" --dated 2026-01-05 --urgency ด่วน
take --subject "เชิญประชุม เรื่องแผนพัฒนา พ.ศ. ๒๕๖๙" --ref "ชย ๐๐๒๓.๓/๕๕๓" \
	--from "จังหวัดชัยภูมิ" --to "นายก อบต." --dated 2025-12-30
take --subject "การเกษียณอายุราชการ ปี 2026" --ref "กค 0405.2/ว78" \
	--from "กรมบัญชีกลาง" --urgency ด่วนที่สุด
take --subject "ฌาปนกิจวิชาสุดยอด" --ref "ลบ ๑/๑" --from "สำนักข่าวกรอง" \
	--to "ผู้รับลับ" --secrecy ลับ
take --subject "E-Plan ระบบ LINE ศูนย์ฯ (ใหม่)" --from "ศูนย์ดำรงธรรม"
for login in clerk head deputy palad; do
	as $login endorse 2 --note "เกษียนโดย $login เห็นควรมอบกองช่าง" >said
	as $login endorse 4 --note "บันทึกลับ $login" >said
done
as nayok order 2 --note "มอบตามเสนอ" --assign works >said
as works acknowledge 2 >said
as works "done" 2 --note "ส่งรถบรรทุกแล้ว" --reply "ชย ๗๑๘๐๑/๙๙" >said
as nayok order 4 --note "คำสั่งลับ" --assign works >said
as works acknowledge 4 >said
as works "done" 4 --note "ผลลับ" >said

# The words.
same "a word inside unspaced Thai" 1 "$(found ท่วม)"
same "... with a wrong one" 1 "$(found ท้วม)"
same "without tone marks" 1 "$(found นำทวม)"
same "SARA AM as nikhahit and SARA AA" 1 "$(found น้ําท่วม)"
same "... with the tone mark between" 1 "$(found นํ้าท่วม)"
same "SARA E twice for SARA AE" 2 "$(found เเผน)"
same "SARA AE" 2 "$(found แผน)"
same "Thai digits find Arabic ones" 3 "$(found ว๗๘)"
same "Arabic digits find Thai ones" 1 "$(found 0816.5)"
same "a year in the other era" "3 2" "$(found 2569)"
same "... and back" "3 2" "$(found 2026)"
same "เกษียน finds เกษียณ, the subject first" "3 2" "$(found เกษียน)"
same "เกษียณ finds เกษียน" "3 2" "$(found เกษียณ)"
same "one letter" "5" "$(found ฯ)"
same "two letters" "2" "$(found ชย)"
same "letter case" "5" "$(found eplan)"
same "... and another" "5" "$(found line)"
same "words are all wanted, anywhere in the letter" 2 "$(found กองช่าง แผน)"
same "... or nothing is found" "" "$(found กองช่าง น้ำท่วม)"
same "a phrase is kept together" "2" "$(found "เรื่องแผน")"
same "... by its quotes" "" "$(found '"แผนเรื่อง"')"
same "a word may be left out" "2" "$(found เกษียน -อายุ)"
same "a note is found" 2 "$(found "โดย palad")"
same "an order is found" 2 "$(found ตามเสนอ)"
same "what a division wrote is found" 2 "$(found รถบรรทุก)"
same "... and the number of its reply" 2 "$(found 71801/99)"

# Numbers.
same "a register number comes first" "2" "$(found 2 --limit 1)"
same "... with its year" 3 "$(found ๓/๒๕๖๙)"
same "the sender's number, spaced otherwise" 1 "$(found "มท 0816.5/ว3349")"
same "... and ว is part of it" "" "$(found "ชย ๐๐๒๓.๓/ว ๕๕๓")"

# Filters.
same "from:" 2 "$(found from:จังหวัด)"
same "จาก:" 2 "$(found จาก:จังหวัด)"
same "... is not found elsewhere" "" "$(found from:แผน)"
same "state:" "5 3 1" "$(found state:received)"
same "... in Thai" "4 2" "$(found "สถานะ:ยุติ")"
same "--state" "5 3 1" "$(found --state received)"
same "post: by its name" "5 3 1" "$(found post:ธุรการ)"
same "urgency:" 1 "$(found urgency:ด่วน)"
same "secrecy:" 4 "$(found secrecy:ลับ)"
same "year:" "5 4 3 2 1" "$(found year:2569)"
same "... in two digits" "5 4 3 2 1" "$(found ปี:๖๙)"
same "... without letters" "" "$(found year:2568)"
same "dated: a month" 1 "$(found dated:1/2569)"
same "dated: from one to another" "2 1" "$(found dated:12/2568..1/2569)"
same "dated: a day of the common era" 2 "$(found dated:2025-12-30)"
this_month=$(date +%m/%Y)
same "received in this month" "5 4 3 2 1" "$(found "$this_month..$this_month")"
same "... and not before" "" "$(found ..1/2568)"
same "--until" "" "$(found --until 1/2568)"
same "--since" "5 4 3 2 1" "$(found --since 1/2568)"
same "waiting: nothing has lain for a day" "" "$(found waiting:1)"
same "--mine" "5 3 1" "$(found --mine)"
same "filters and words" 1 "$(found --mine น้ำ)"
same "--limit" "5 3" "$(found state:received --limit 2)"
refused "a state that is none" 2 "state:gone" as clerk search state:gone
refused "nothing to look for" 2 "words to look for" as clerk search
status "nothing found" 1 saraban --as clerk search ไม่มีคำนี้

# What a script gets.
holds "the hit: its field, the text around it, and where" \
	'.[0].hit | .field == "subject" and .text[.from:.to] == "น้ำท่วม"' \
	as clerk --json search นำทวม
holds "a hit in a note" \
	'.[0].hit | .field == "note" and .text[.from:.to] == "รถบรรทุก"' \
	as clerk --json search รถบรรทุก
holds "letters as list gives them" \
	'.[0] | .number == 1 and .from == "ที่ว่าการอำเภอเทพสถิต" and
	 .urgency == "ด่วน" and .dated == "2026-01-05"' \
	as clerk --json search น้ำท่วม

# The other keyboard layout: "แผน" and "line" on the wrong one.
same "English keys for Thai words" 2 "$(found "czory<ok")"
has "... and it is said" "other keyboard layout.*แผนพัฒนา" "$(cat said)"
same "Thai keys for English words" 5 "$(found สรืำ)"
holds "... and told to scripts" '.[0].hit.typed == "line"' \
	sh -c "$SARABAN --as clerk --json search สรืำ 2>/dev/null"

cleared works >said

# Secrecy: finance reads nothing of letter 4, by whatever words.
for word in วิชา สุดยอด 'ลบ ๑/๑' ข่าวกรอง ผู้รับลับ บันทึกลับ คำสั่งลับ ผลลับ ฌ; do
	run saraban --as finance --json search "$word"
	same "\"$word\" gives nothing away" "1 []" "$run_status $(out)"
done
same "... nor a word left out" "" "$(saraban --as finance --json search \
	secrecy:ลับ -วิชา | jq -r '.[].number')"
same "... nor a sender" "[]" "$(saraban --as finance --json search from:ข่าว)"
holds "by its number it stands there, veiled" \
	'length == 1 and .[0].number == 4 and .[0].veiled and
	 .[0].subject == null and .[0].hit.text == null' \
	as finance --json search 4/2569
holds "... and by filters, as in lists" \
	'length == 1 and .[0].veiled and .[0].hit.text == null' \
	as finance --json search secrecy:ลับ
same "who was given it finds it" 4 "$(saraban --as works --json search วิชา |
	jq -r '.[].number')"

# Searches that one keeps.
has "a search is kept" "is kept" \
	"$(as clerk search save ด่วน urgency:ด่วน น้ำ)"
same "... and done again" 1 "$(found @ด่วน)"
same "... with more words" "" "$(found @ด่วน แผน)"
has "... and listed" "@ด่วน *urgency:ด่วน น้ำ" "$(as clerk search list)"
refused "others do not have it" 1 "@ด่วน" as head search @ด่วน
refused "what cannot be understood is not kept" 2 "state:x" \
	as clerk search save y state:x
refused "a name is one word" 2 "one word" as clerk search save "a b" x
has "a search is forgotten" "forgotten" "$(as clerk search forget ด่วน)"
refused "... once" 1 "@ด่วน" as clerk search forget ด่วน
same "nobody keeps one now" "no searches are kept" "$(as clerk search list)"

# The index.
refused "only the owner makes the index anew" 3 "owns the register" \
	as clerk search rebuild
has "the index is made anew" "made anew" "$(en search rebuild)"
same "... and finds as before" "3 2" "$(found เกษียน)"
whole_at_last
