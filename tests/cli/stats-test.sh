#!/bin/sh
# stats-test.sh -- statistics on the command line: text, JSON, SVG, PDF
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"

new_home
new_register register.db
ok "a register is made" saraban init "อบต.ทดสอบ"
ok "with a clerk" saraban person add clerk "ธุรการ" --post clerk
for n in 1 2 3; do
	ok "letter $n is received" saraban --as clerk receive \
		--from "จังหวัดชัยภูมิ" --subject "เรื่องที่ $n"
done

stats()
{
	saraban --as clerk stats "$@"
}
stats --json >now.json
same "three letters came" "3" "$(jq .came now.json)"
same "and are open" "3" "$(jq .open now.json)"
same "from one sender" "จังหวัดชัยภูมิ 3" \
	"$(jq -r '.senders[0] | "\(.name) \(.letters)"' now.json)"
same "the numbers are those of the export" \
	"$(saraban export --text | grep -c letter.receive)" \
	"$(jq '.numbers[0].given' now.json)"

stats >text
same "no line is longer than 80 columns" "0" \
	"$(LC_ALL=C.UTF-8 sed 's/[ัิ-ฺ็-๎]//g' text |
		LC_ALL=C.UTF-8 awk 'length($0) > 80' | wc -l)"
has "the sender is told" "จังหวัดชัยภูมิ" "$(cat text)"
has "with a bar" "█" "$(cat text)"

ok "a sheet is drawn as SVG" stats --svg sheet.svg
has "whole" "^</svg>" "$(cat sheet.svg)"
status "never over a file that is there" 4 stats --svg sheet.svg
if command -v xmllint >/dev/null; then
	ok "it is valid XML" xmllint --noout sheet.svg
else
	skip "it is valid XML" "no xmllint"
fi
if stats --pdf sheet.pdf 2>err; then
	has "and as PDF" "^%PDF-1" "$(head -c 8 sheet.pdf)"
else
	has "or it is said that PDF cannot be made" "PDF" "$(cat err)"
fi
status "a period ends after it begins" 2 \
	stats --from 2026-01-02 --to 2026-01-01
