#!/bin/sh
# journeys-test.sh -- a letter is received, endorsed and ordered with real keys
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/e2e/terminal.sh"
: "${top_builddir:?}"
test -d "$top_builddir/locale/th" ||
	skip_all "the journeys are Thai, and translations were not built"

new_home
new_register register.db
LANG=C.UTF-8
# What a sanitizer says would be lost with the terminal.
ASAN_OPTIONS=log_path=$HOME/asan
export SARABAN_REGISTER LANG ASAN_OPTIONS
saraban init "องค์การบริหารส่วนตำบลบ้านไร่" --practice >/dev/null
person()
{
	saraban person add "$1" "$2" --post "$3" >/dev/null
}
person somying "น.ส.สมหญิง ใจดี" clerk
person wichai "นายวิชัย ตั้งมั่น" head
person pranee "นางปราณี สุขสวัสดิ์" deputy
person somchai "นายสมชาย รักษ์ถิ่น" palad
person prasit "นายประสิทธิ์ ทองดี" nayok

state()
{
	saraban --as somying --json show 1 | jq -r .state
}

# The clerk, with the Thai layout on: n is ◌ื, q is ๆ.
begin 80 24 "$SARABAN" --lang th --as somying
sees "the clerk's desk is empty" 'ไม่มีเรื่องรอท่าน'
types 'ื'
sees "a Thai character is the key under it" '─ ลงรับหนังสือ ─'
types 'พบ ๐๐๑๗.๓/ว ๖๖๕'
keys Enter
types '๑๕ ม.ค. ๖๙'
sees "the date is understood as it is typed" '= พฤ. ๑๕ มกราคม ๒๕๖๙'
keys Enter
types 'สำนักงานจังหวัดเพชรบุรี'
keys Enter Enter
types 'น้ำท่วมที่ทำการผู้ใหญ่บ้าน'
keys Enter
types 'ด'
keys F2
sees "the stamp shows the number" '│ เลขรับ \.* ๑ \.* │'
sees "the answer is a sentence" 'ลงรับแล้ว เลขรับ ๑/'
keys F4
sees "the form of endorsement opens" '─ เกษียนหนังสือ ─'
keys Down Down F2
sees "the letter has gone up" '● หัวหน้าสำนักปลัด'
keys F7
sees "it may be recalled" '─ ดึงหนังสือกลับ ─'
keys Escape
sees "and need not be" 'F3ประวัติ'
types 'ๆ'
sees "back at the desk" 'โต๊ะงานของฉัน'
keys F10
ended "the clerk leaves, the terminal is as it was" 0
has "what was typed is what is kept" 'น้ำท่วมที่ทำการผู้ใหญ่บ้าน' \
	"$(saraban --as somying --json show 1)"

# The palad, when it has come up to him.
saraban --as wichai endorse 1 --note "เห็นควรพิจารณา" >/dev/null
saraban --as pranee endorse 1 --note "เห็นชอบตามเสนอ" >/dev/null
begin 100 30 "$SARABAN" --lang th --as somchai
sees "the letter waits for the palad" '๑  ด่วนที่สุด  น้ำท่วม'
keys Enter
sees "it shows what the deputy wrote" '“เห็นชอบตามเสนอ”'
keys F5
sees "an order is not his to give" 'จะสั่งการได้เมื่อเสนอถึง นายก'
keys F4
sees "the palad's phrases are offered" 'เพื่อโปรดทราบและพิจารณาสั่งการ'
types 'เพื่อโปรดพิจารณา'
keys Escape
sees "one Esc does not lose what was typed" 'จะหายไป'
keys Tab Enter Enter Enter
sees "the letter lies with the nayok" '● นายก อบต\.'
keys F10
ended "the palad leaves" 0

# The nayok gives it to a division; the window changes under his hands.
begin 80 24 "$SARABAN" --lang th --as prasit
sees "the letter waits for the nayok" '๑  ด่วนที่สุด  น้ำท่วม'
in_terminal resize-window -x 50 -y 12
sees "a window that is too small says so" 'หน้าต่างเล็กเกินไป'
in_terminal resize-window -x 132 -y 40
sees "a large one shows everything again" 'โต๊ะงานของฉัน'
keys Enter F5
sees "the form of the order opens" '\[ \] กองช่าง'
keys Down Tab Down Down
types ' '
sees "a division is ticked" '\[x\] กองช่าง'
keys F2
sees "the division has it" '○ กองช่าง'
same "the register says so" ordered "$(state)"
keys F10
ended "the nayok leaves" 0

# Three letters in a row, with the Thai layout on from the first key.
begin 80 24 "$SARABAN" --lang th --as somying
sees "the clerk begins with three letters" 'F2ลงรับ'
types 'ื'
sees "the form is open for the first" '─ ลงรับหนังสือ ─'
types 'พบ'
sees "the number of that office is offered" 'พบ ๐๐๑๗\.๓/ว'
keys Right
types '๗๐๑'
keys Tab
types '๑๖/๑/๖๙'
keys Tab
sees "and its sender" 'จาก *สำนักงานจังหวัดเพชรบุรี'
keys Right Tab
types 'นายก อบต.'
keys Tab
types 'หนึ่ง'
keys F3
sees "the first has its number" 'ลงรับแล้ว เลขรับ ๒/'
sees "the sender is kept for the second" 'จาก *” สำนักงานจังหวัดเพชรบุรี'
keys Right
types '๗๐๒'
keys Tab Tab Tab Tab
types 'สอง'
keys F3
sees "the second has its number" 'ลงรับแล้ว เลขรับ ๓/'
keys Right
types '๗๐๒'
keys Tab Tab
sees "the same number and day again is told" '! ซ้ำกับเลขรับ ๓/'
keys BSpace
keys BTab BTab BSpace
types '๓'
keys Tab Tab
types 'ที่ว่าการอำเภอ'
keys F2
sees "the third is shown with its stamp" '│ เลขรับ \.* ๔ \.* │'
types 'ๆ'
keys F10
ended "the clerk has registered three letters" 0
same "as they were typed" 'พบ ๐๐๑๗.๓/ว ๗๐๑,พบ ๐๐๑๗.๓/ว ๗๐๒,พบ ๐๐๑๗.๓/ว ๗๐๓' \
	"$(saraban --as somying --json list |
		jq -r '[.[] | select(.number > 1).ref_no] | sort | join(",")')"

# The line drops while somebody types.
begin 80 24 "$SARABAN" --lang th --as somying
sees "the clerk is back" 'F2ลงรับ'
keys F2
sees "the form is open" '─ ลงรับหนังสือ ─'
types 'ครึ่งทาง'
end_terminal
same "nothing half typed is in the register" 4 \
	"$(saraban --as somying --json list | jq length)"
ok "the register is whole" saraban check
same "no fault of memory was found" "" "$(cat "$HOME"/asan.* 2>/dev/null)"
