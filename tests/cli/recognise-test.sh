# recognise-test.sh -- a printed letter is read through the real programs
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
. "$top_srcdir/tests/scan.sh"

command -v jq >/dev/null || skip_all "jq is missing"
can_scan || skip_all "$lacking"
# One thread each: the tests share the machine.
OMP_THREAD_LIMIT=1
export OMP_THREAD_LIMIT

new_office
print_letter "$top_srcdir/tests/fixtures/sheets/police.txt" police
scan_picture police
scan_pdf police

holds "the text layer of a PDF is as good as text" \
	'.letters[0].ref_no == "ตช 0018 (พบ).12/987" and
	 .letters[0].dated == "2026-03-24" and .letters[0].subject ==
		"ขอความอนุเคราะห์ข้อมูลกล้องวงจรปิด" and
	 (.warnings | index("recognised") | not)' \
	en read police.pdf --json
for file in police.png police-scan.pdf; do
	holds "$file is recognised: the letter is there, its numbers doubtful" \
		'.letters[0].subject == "ขอความอนุเคราะห์ข้อมูลกล้องวงจรปิด" and
		 (.letters[0].to |
			startswith("นายกองค์การบริหารส่วนตำบลหนองกะป")) and
		 .letters[0].certainty.dated != "read" and
		 .letters[0].certainty.ref_no != "read" and
		 (.warnings | index("recognised"))' \
		en read $file --json
done
run as clerk receive police-scan.pdf --subject "ขอข้อมูลกล้อง"
same "a scan is received" 0 "$run_status"
holds "with its words to search in" '.text | contains("กล้องวงจรปิด")' \
	as clerk show 1 --json

whole_at_last
