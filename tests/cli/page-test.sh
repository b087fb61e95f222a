# page-test.sh -- the page of a day proves the register to who has it on paper
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office
as clerk receive --subject "เรื่องที่หนึ่ง" --ref "มท ๑" >said
as clerk receive --subject "เรื่องที่สอง" >said

holds "a page that is open has no code" \
	'.closed == false and .code == null and (.entries | length) == 2' \
	saraban --json page
refused "... and no note" 1 "not closed yet" en page --note
refused "only who keeps the register closes it" 3 "clerk" \
	as palad day close
ok "the clerk closes the day" as clerk day close
refused "a day is closed once" 3 "closed already" as clerk day close
holds "the page has a code, a digest and a signature" \
	'.closed
	 and (.code | test("^([2-9A-HJ-NP-Z]{4} ){6}[2-9A-HJ-NP-Z]{3}$"))
	 and (.digest | test("^[0-9a-f]{64}$")) and .signature != null
	 and .books[0].first == 1 and .books[0].last == 2' \
	saraban --json page
saraban --json page >page.json
code=$(jq -r .code page.json) digest=$(jq -r .digest page.json)

# What is on the paper.
en page >printed
has "the code is printed" "$code" "$(cat printed)"
has "... and a line to sign on" "Signed \.\.\." "$(cat printed)"
has "... and how many sheets there are" "page 1 of 1" "$(cat printed)"
same "the sheet has 60 lines" 60 "$(wc -l <printed)"
same "a wider sheet has fewer lines of table" yes "$(
	test "$(en page --width 132 --lines 999 | grep -c '│')" -lt \
		"$(en page --lines 999 | grep -c '│')" && echo yes)"

# The digest is of the note, and the note is signed.
en page --note >note
same "the digest is the note's SHA-256" "$digest  -" "$(sha256sum <note)"
en page --signature >note.minisig
if command -v minisign >/dev/null; then
	key=$(saraban --json key show | jq -r .key)
	ok "minisign verifies it" minisign -V -q -P "$key" -m note
	echo >>note
	status "... and not another" 1 minisign -V -q -P "$key" -m note
else
	skip "minisign verifies it" "there is no minisign"
fi

# Typed from paper.
holds "the code names its page" '.ok and .page.day != null' \
	saraban --json check --page "$code"
holds "... in small letters without spaces" '.ok and .page.same == 1' \
	saraban --json check --page \
	"$(echo "$code" | tr -d ' ' | tr '[:upper:]' '[:lower:]')"
holds "... and so does the whole digest" '.ok and .page.same == 1' \
	saraban --json check --page "$digest"
refused "a slip of the pen is told as one" 2 "places\|letters" \
	en check --page "$(echo "$code" | sed 's/\(.\)\(.\)/\2\1/')x"
zeros=$(printf '%064d' 0)
status "the code of no page is a fault" 1 saraban check --page "$zeros"
has "... which says so" "no page of this register" \
	"$(en check --page "$zeros")"
has "with its day, the page that is another now is named" \
	"is not the one that was kept" \
	"$(en check --day today --page "$zeros")"

# Kept elsewhere.
en day notes >kept
holds "pages that are kept are compared" \
	'.ok and .against == {"kept": 1, "same": 1, "day": null}' \
	saraban --json check --against kept
en day list >listed
has "the list has the code" "$code" "$(cat listed)"
jq -r '"\(.day) \(.code)"' page.json >codes
holds "days with their codes are enough" '.ok and .against.same == 1' \
	saraban --json check --against codes
sed 's/entered 2/entered 3/' kept >changed
status "a page that is another now is a fault" 1 saraban check \
	--against changed
has "... and is named" "is not the one that was kept" \
	"$(en check --against changed)"
sed 's/^register ...../register 00000/' kept >foreign
has "a page of another register is told as that" "another register" \
	"$(en check --against foreign)"
echo nothing >nothing
refused "a file without pages is refused" 2 "no page" \
	en check --against nothing
refused "a file that is not there is refused" 2 "gone" \
	en check --against gone

same "nothing was missed yet" "nothing was missed" "$(en day missed)"
refused "days to come have no page" 1 "no page of this day" \
	en page 2500-01-01
whole_at_last
