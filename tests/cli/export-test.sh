# export-test.sh -- the register as text, and a register from its text
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office
as clerk receive --subject "เรื่องที่หนึ่ง" --ref "มท ๑" \
	--attach "$top_srcdir/data/letters/001.txt" >said
as clerk endorse 1 --note "เพื่อโปรดทราบ" >said

en export --text >whole.txt
events=$(sql "SELECT count(*) FROM event")
same "a line for each event, one before and one after" $((events + 2)) \
	"$(wc -l <whole.txt)"
same "the head says what it is" saraban-register-text \
	"$(head -n 1 whole.txt | cut -f 1)"
same "the end names the last hash" "$(saraban --json check | jq -r .head)" \
	"$(tail -n 1 whole.txt | cut -f 3 | cut -d ' ' -f 3)"
same "an event is read as what was done" "letter.receive receive 1 clerk" \
	"$(sed -n 11p whole.txt | cut -f 4,5,6,8 | tr '\t' ' ')"
same "its words are JSON" "เรื่องที่หนึ่ง" \
	"$(sed -n 11p whole.txt | cut -f 12 | jq -r .subject)"
holds "as JSON it is an array of the lines" \
	'length == 13 and (.[12] | startswith("end\t11\t"))' \
	saraban --json export --text
ok "a file is there whole" saraban export --text --output file.txt \
	--files files
same "... with the same text" "$(cat whole.txt)" "$(cat file.txt)"
same "... and the attached file" 1 "$(find files -type f | wc -l)"
status "a file that is there stays" 4 saraban export --text --output file.txt

en export --text --year 2499 >none.txt
same "of another year nothing was done" 2 "$(wc -l <none.txt)"
has "... which the head says" "year 2499" "$(head -n 1 none.txt)"
en export --text --since 2020-01-01 >since.txt
same "since a day" "$(sed 1d whole.txt)" "$(sed 1d since.txt)"
status "either a year or a day" 2 saraban export --text --since 1 --year 2569
status "how it is written must be said" 2 saraban export
refused "who does not own it may not" 3 "account that owns" \
	as nayok export --text

first=$REGISTER
new_register again.db
ok "a register is made of the text" \
	saraban import --text file.txt --files files
holds "... without a fault" .ok saraban --json check
same "... the same" "$(cat whole.txt)" "$(saraban export --text)"
new_register piped.db
ok "... also through a pipe" sh -c '"$SARABAN" import --text - <whole.txt'
has "... and what is missing is told" "1 attached file is missing" \
	"$(new_register piped-again.db && en import --text - <whole.txt)"
status "it stays when another is to be made" 3 \
	saraban import --text whole.txt

new_register none.db
status "a part is no register" 4 saraban import --text since.txt
sed '12s/เพื่อ/เผื่อ/' whole.txt >wrong.txt
run saraban --lang en import --text wrong.txt
has "the line that was changed is named" "line 12: " "$(err)"
same "... and nothing is made" "" "$(find . -name 'none.db*')"

SARABAN_REGISTER=$first
whole_at_last
