#!/bin/sh
# search-test.sh -- searching and the register on a real terminal
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/e2e/terminal.sh"
: "${top_builddir:?}"
test -d "$top_builddir/locale/th" ||
	skip_all "the journey is Thai, and translations were not built"

new_home
new_register register.db
LANG=C.UTF-8
ASAN_OPTIONS=log_path=$HOME/asan
export SARABAN_REGISTER LANG ASAN_OPTIONS
saraban init "อบต.บ้านไร่" --practice >/dev/null
saraban person add somying "น.ส.สมหญิง ใจดี" --post clerk >/dev/null
as_clerk()
{
	saraban --as somying "$@" >/dev/null
}
as_clerk receive --subject "ขอซ่อมถนนสายหน้าวัด" --from "นายทองดี มีสุข"
as_clerk receive --subject "ขอเชิญประชุมประจำเดือน" --from "ที่ว่าการอำเภอ"
as_clerk receive --subject "แจ้งน้ำท่วมถนน" --from "ผู้ใหญ่บ้าน" \
	--urgency urgent

# The Thai layout is on: / is ฝ, n is ◌ื, q is ๆ.
begin 80 24 "$SARABAN" --lang th --as somying
sees "the desk is there" 'โต๊ะงานของฉัน'
types 'ฝ'
sees "the search waits for words" 'พิมพ์คำที่จะค้น'
types 'ถนน'
sees "what is typed is found at once" '๑ จาก ๒'
sees "... with the words around it" 'เรื่อง  *แจ้งน้ำท่วมถนน'
keys Down
sees "one goes through it while typing" '๒ จาก ๒'
keys Enter
sees "Enter opens the letter" 'หนังสือรับ ๑/'
types 'N'
sees "N opens the one found before it" 'หนังสือรับ ๓/'
types 'ื'
sees "n goes on, in Thai too" 'หนังสือรับ ๑/'
keys Escape
sees "Esc is back at what was found" '๒ จาก ๒'
keys C-u
types '5oo'
sees "the other layout is tried, and that is said" 'แป้นพิมพ์อีกภาษา'
keys F7 Tab Tab Tab Right Right Right F2
sees "filters stand there in words" '\[ชั้นความเร็ว: ด่วน\]'
sees "... and narrow what is found" '๑ จาก ๑'
keys F6
sees "and are cleared" '๑ จาก ๒'
keys F2
types 'ถนน'
keys Enter
sees "a search is kept by name" 'เก็บการค้นหาแล้ว'
has "... where the command line finds it" 'ถนน' \
	"$(saraban --as somying search list)"
keys Escape
sees "Esc is back where one was" 'โต๊ะงานของฉัน'

# The register as the book.
types 'r'
sees "the book begins with its day" 'ทะเบียนหนังสือรับ วันที่ .* เดือน .* พ.ศ.'
types '2'
sees "a digit asks where to go" ':go 2'
keys Enter
sees "... and goes there" '๒ จาก ๓'
as_clerk receive --subject "หนังสือของผู้อื่น"
sees "what others register does not move the choice" '๒ จาก ๔'
keys F10
ended "it ends, and the terminal is as it was" 0
same "no sanitizer complained" "" "$(cat "$HOME"/asan* 2>/dev/null)"
