# receive-test.sh -- ลงรับ: a letter comes in and gets its number
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office_with --next-number 144
letters=$top_srcdir/data/letters
year=$(($(TZ=Asia/Bangkok date +%Y) + 543))

# take WORD...: the clerk receives, and is answered in JSON.
take()
{
	as clerk --json receive "$@"
}

# shown NUMBER: the letter, for jq.
shown()
{
	saraban --json --as clerk show "$1"
}

# Everything that can be said of letter 000.
holds "the clerk receives letter 000 under the next number" \
	".number == 144 and .year == $year and .book == \"receive\" and
	 .at == \"2026-01-20T10:34:00+07:00\" and .state == \"received\" and
	 .at_post == \"clerk\" and .kind == \"letter.receive\"" \
	take --ref "พบ ๐๐๒๓.๓/ว ๕๕๓" --dated "๑๕ มกราคม ๒๕๖๔" \
	--from "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดเพชรบุรี" \
	--to "นายอำเภอ ทุกอำเภอ" --subject "การบูรณาการความร่วมมือ" \
	--urgency ด่วนมาก --kind stamped --channel post \
	--pages ๒ --at "๒๐ ม.ค. ๖๙ ๑๐.๓๔ น." --late "ตกค้าง" \
	--enclosure "สำเนาหนังสือจังหวัด จำนวน ๑ ฉบับ" --enclosure "แผนผัง" \
	--reference "หนังสือกรมฯ ที่ มท ๐๘๑๐.๖/ว ๓๒" \
	--stamp "อบต.หนองกะปุ; ๑๔๔; ๒๐ ม.ค. ๖๔; ๑๐.๓๔ น." --stamp "; 9597;;" \
	--attach "$letters/000.txt" --attach "$letters/001.txt"
shown 144 >letter.json
for want in '.ref_no == "พบ ๐๐๒๓.๓/ว ๕๕๓"' '.dated == "2021-01-15"' \
	'.from == "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดเพชรบุรี"' \
	'.to == "นายอำเภอ ทุกอำเภอ"' '.subject == "การบูรณาการความร่วมมือ"' \
	'.urgency == "ด่วนมาก"' '.secrecy == null' '.kind == "stamped"' \
	'.channel == "post"' '.pages == 2' \
	'.received_at == "2026-01-20T10:34:00+07:00"' \
	'.registered_at > .received_at' '.at_post == "clerk"' \
	'.enclosures[0] == {"title": "สำเนาหนังสือจังหวัด", "count": 1,
	  "unit": "ฉบับ"}' \
	'.enclosures[1] == {"title": "แผนผัง", "count": null, "unit": null}' \
	'.references == ["หนังสือกรมฯ ที่ มท ๐๘๑๐.๖/ว ๓๒"]' \
	'.stamps[0] == {"office": "อบต.หนองกะปุ", "number": "๑๔๔",
	  "date": "๒๐ ม.ค. ๖๔", "time": "๑๐.๓๔ น."}' \
	'.stamps[1] == {"office": null, "number": "9597", "date": null,
	  "time": null}' \
	'.notes == [] and .duties == [] and .assignments == []' \
	'.steps | length == 1 and .[0].post == "clerk"'
do
	ok "kept is: $(echo "$want" | tr -s '\n\t' ' ')" \
		jq -e "$want" letter.json
done

# Files are copied in, named by what they hold.
for i in 0 1; do
	digest=$(sha256sum <"$letters/00$i.txt" | cut -d ' ' -f 1)
	rest=${digest#??}
	kept=$BESIDE-files/${digest%"$rest"}/$rest
	ok "file 00$i.txt is known by its SHA-256" jq -e \
		".attachments[$i] == {\"name\": \"00$i.txt\",
		  \"sha256\": \"$digest\", \"type\": \"text/plain\",
		  \"sealed\": false,
		  \"size\": $(wc -c <"$letters/00$i.txt")}" letter.json
	ok "... and kept byte by byte" cmp "$letters/00$i.txt" "$kept"
	same "... for the owner alone" 600 "$(stat -c %a "$kept")"
done
cp "$letters/000.txt" copy.txt
ok "the same file once more is kept once" \
	take --subject "สำเนา" --attach copy.txt --attach "$letters/000.txt"
same "... there are two files" 2 \
	"$(find "$BESIDE-files" -type f | wc -l)"
name=$(printf 'ba\033[31md\nna\302\205me.pdf')
printf '%%PDF-1.7\n' >"$name"
ok "a file may have any name" take --subject "ชื่อแปลก" --attach "$name"
holds "... which is kept visibly" '.attachments[0].name |
	startswith("ba^[[31md^Jna") and
	(test("[\u0000-\u001f\u0080-\u009f]") | not)' \
	shown 146
ok "... and told so" is_clean said
same "... whose type is seen" application/pdf \
	"$(shown 146 | jq -r '.attachments[0].type')"
: >empty
ok "an empty file is a file" take --subject "ว่าง" --attach empty
refused "a file that is not there is refused" 2 "none.pdf" \
	take --subject "ไม่มี" --attach "$letters/002.txt" --attach none.pdf
refused "a folder is no file" 2 "is a directory" \
	take --subject "แฟ้ม" --attach .
mkfifo pipe
refused "a pipe is no file, and is not waited for" 2 "not a regular file" \
	take --subject "ท่อ" --attach pipe

# What a receipt answers, without JSON.
same "a receipt is told in a sentence" \
	"received as number 148/$year; it lies with ธุรการ (คุณ clerk)" \
	"$(as clerk receive --subject "ประโยค")"

# A number may be written in any of these ways.
for number in 144 "144/$year" ๑๔๔ 0144 "0144/$((year - 2500))" " 144 " \
	"๑๔๔/$year" "000144/$year"
do
	holds "\"$number\" is letter 144" ".number == 144 and .year == $year" \
		shown "$number"
done
for number in "" "  " 0 -1 "144/" "/$year" "144/$year/1" 144.0 ก "1 44" \
	"๑๔๔๔๔๔๔๔๔๔๔๔๔๔๔๔๔๔๔๔๔๔" "144/99999"
do
	refused "\"$number\" is no number" 2 . as clerk show -- "$number"
done
refused "a letter of another year is not this one" 1 "144/2500" \
	as clerk show 144/2500

# Dates, in Thai and ISO.  dated WORDS ISO
dated()
{
	run take --subject "วันที่" --dated "$1"
	same "\"$1\" is the day $2" "$2" \
		"$(shown "$(jq .number "$tap_files/out")" | jq -r .dated)"
}
dated "๑๕ มกราคม ๒๕๖๙" 2026-01-15
dated "15 ม.ค. 69" 2026-01-15
dated "2026-01-15" 2026-01-15
dated "๒๙ ก.พ. ๒๕๖๗" 2024-02-29
for day in "31 เมษายน 2569" "30 ก.พ. 69" "๓๐ กุมภาพันธ์ ๒๕๖๗" "29 ก.พ. 69" \
	2026-04-31 2026-02-29 "0 ม.ค. 69" "32 ม.ค. 69" "15 มะกราคม 2569" \
	"มกราคม 2569" 2026-13-01 "2026-01-15 และ"
do
	refused "\"$day\" is no date" 2 "not a date" \
		take --subject "วันที่" --dated "$day"
done

# When it came.  came WORDS ISO
came()
{
	run take --subject "เวลา" --at "$1" --late "ระบบขัดข้อง"
	same "\"$1\" is the moment $2" "$2" "$(jq -r .at "$tap_files/out")"
}
came "2026-01-20T10:34" 2026-01-20T10:34:00+07:00
came "2026-01-20 10:34" 2026-01-20T10:34:00+07:00
came "๒๐ มกราคม ๒๕๖๙ เวลา ๑๐.๓๔ น." 2026-01-20T10:34:00+07:00
refused "a letter of an earlier day is not entered without a reason" 2 \
	"earlier day" take --subject "เวลา" --at "2026-01-20T10:34"
run take --subject "ช้า" --at "2026-01-20T10:34" --late "ตกค้าง"
number=$(jq .number "$tap_files/out")
holds "... and is marked with it, beside both times" \
	'.late == "ตกค้าง" and
	 (.received_at | startswith("2026-01-20T10:34")) and
	 .registered_at > .received_at' as clerk --json show "$number"
run take --subject "วันนี้" --late "ไม่ช้า"
holds "what came today is not late" '.late == null' \
	as clerk --json show "$(jq .number "$tap_files/out")"
refused "a letter does not come later than now" 3 "later than now" \
	take --subject "เวลา" --at 2099-01-01T08:00
refused "there are 24 hours" 2 . take --subject "เวลา" --at "2026-01-20T24:30"

# One line is one line; SARA AM has one form.
ok "white space in a line is one space" \
	take --subject "$(printf '  ก\t\tข\n\nค  ')"
last=$(jq .number "$tap_files/said" 2>/dev/null)
same "... and none at the ends" "ก ข ค" "$(shown "$last" | jq -r .subject)"
ok "NIKHAHIT and SARA AA are SARA AM" take --subject "$(printf 'นํา')"
last=$(jq .number "$tap_files/said" 2>/dev/null)
same "... so that it is found" "นำ" "$(shown "$last" | jq -r .subject)"
ok "control characters are data" \
	take --subject "$(printf 'a\033]0;x\007b\302\233c\177d')"
last=$(jq .number "$tap_files/said" 2>/dev/null)
run as clerk --json show "$last"
ok "... escaped in JSON" is_clean "$tap_files/out"
same "... without loss" "$(printf 'a\033]0;x\007b\302\233c\177d')" \
	"$(jq -r .subject "$tap_files/out")"
run as clerk show "$last"
ok "... and visible on a terminal" is_clean "$tap_files/out"

# What is not enough, too much or unknown.
refused "nothing said is no letter" 2 "at least" take
refused "blank words are none" 2 "at least" take --subject "  " --ref ""
refused "an urgency is a word of the rules" 2 "ด่วนที่สุด, ด่วนมาก, ด่วน" \
	take --subject "ก" --urgency เร็ว
refused "a secrecy too" 2 "ลับที่สุด" take --subject "ก" --secrecy hidden
refused "a kind too" 2 "external" take --subject "ก" --kind big
refused "a channel too" 2 "paper" take --subject "ก" --channel pigeon
refused "pages are counted" 2 "pages" take --subject "ก" --pages many
refused "there is no page 0" 2 "pages" take --subject "ก" --pages 0
refused "an option is given once" 2 "twice" take --subject "ก" --subject "ข"
refused "who is not the clerk does not receive" 3 "ธุรการ" \
	as palad receive --subject "ก"
refused "... nor leaves a file behind" 3 "ธุรการ" \
	as palad receive --subject "ก" --attach "$letters/003.txt"
refused "... nor does who looks only" 4 "only be read" \
	as clerk --read-only receive --subject "ก" --attach "$letters/003.txt"
refused "... nor a letter without a word" 2 "at least" \
	take --attach "$letters/003.txt"
refused "... nor one from the future" 3 "later than now" take --subject "ก" \
	--at 2099-01-01T08:00 --attach "$letters/003.txt"
whole_at_last
