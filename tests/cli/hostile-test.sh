# hostile-test.sh -- text from outside shows as marks, by whichever way it came
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
echo | grep -qP . 2>/dev/null || echo x | grep -qP x ||
	skip_all "grep knows no -P"

# What must never come out as it is: a line of the table each, as printf(1)
# takes it.  Escapes of terminals, C1, bidirectional and zero-width controls,
# tags, private use.
new_home
cat >table <<'END'
\033[31mแดง\033]0;x\007
\302\233 31m
\342\200\256txt.exe
\342\200\213ว่าง\342\200\217
\357\273\277\363\240\201\201
\177\b\v\f
=cmd|'/c calc'!A1
../../etc/passwd
$(touch broken)`touch broken`;touch broken|
%s%n%x
END
unsafe='[\x00-\x08\x0B-\x1F\x7F]|\xC2[\x80-\x9F]'
unsafe="$unsafe|\\xE2\\x80[\\x8B\\x8E\\x8F\\xAA-\\xAE]"
unsafe="$unsafe|\\xE2\\x81[\\xA6-\\xA9]|\\xEF\\xBB\\xBF|\\xF3\\xA0"
overlong='\xC0\xAF|\xE0\x80\xAF'

all=
while IFS= read -r line; do
	all="$all $(printf %b "$line")"
done <table
parts=$(printf '%s' "$all" | tr ';' ' ')
bad_bytes=$(printf 'a\300\257b\340\200\257c')

# clean SENTENCE COMMAND...: both of its streams hold nothing unsafe; \r before
# the end of a line, a mark of UTF-8 before the first and a form feed between
# pages are the way of some formats.
clean()
{
	clean_name=$1
	shift
	"$@" >out 2>&1 </dev/null
	LC_ALL=C sed -e 's/\r$//' -e 's/^\xEF\xBB\xBF//' \
		-e 's/^\f//' out >shown
	if LC_ALL=C grep -qaP "$unsafe|$overlong" shown; then
		LC_ALL=C grep -aP "$unsafe|$overlong" shown | head -3 |
			cat -v >"$tap_files/why"
		tap_fail "$clean_name"
	else
		tap_pass "$clean_name"
	fi
}

new_register register.db
saraban init "อบต. $all" >/dev/null 2>&1 || exit 99
for post in clerk head deputy palad nayok works; do
	saraban person add $post "นาย$post $all" --post $post >/dev/null 2>&1 ||
		exit 99
done
printf '%s\n' "$all" >"$(printf 'f\033[1m\342\200\256x.txt')"
cp f* "plain.txt"
cp plain.txt "$(printf 'g\300\257h.txt')"

# Ways in: each either takes it or refuses it, and says nothing unsafe.
clean "a letter with it in every field" saraban --as clerk receive \
	--subject "$all" --from "$all" --to "$all" --ref "1 $all" \
	--enclosure "$all" --reference "$all" --stamp "$all; 1; 2; 3" \
	--duty "$parts; 2 ม.ค. 2573; $parts" --text "$all" \
	--link "$all" --attach "$(ls f*)" --attach plain.txt
clean "a letter whose bytes are none" saraban --as clerk receive \
	--subject "$bad_bytes"
clean "a file whose name is no text" saraban --as clerk receive \
	--subject x --attach "$(ls g*)"
clean "a note" saraban --as clerk endorse 1 --note "$all"
clean "a return" saraban --as head return 1 --reason "$all"
clean "a note again" saraban --as clerk endorse 1 --note "$all"
clean "a division" saraban division add hostile "$all" --head-name "$all"
clean "a post" saraban post add other "$all"
clean "a code" saraban division add "$all" x
clean "a login" saraban person add "$all" x --post clerk
clean "a person nobody knows" saraban --as "$all" list
clean "an office nobody knows" saraban --office "$all" list
clean "a register that is not there" saraban --register "$all" list
clean "a file that is not there" saraban --as clerk receive "$all"
clean "a command nobody knows" saraban "$all"
clean "an option nobody knows" saraban list "--$all"
clean "a number that is none" saraban show "$all"
clean "a date that is none" saraban --as clerk receive --subject x \
	--dated "$all"
clean "a language nobody speaks" saraban --lang "$all" list
clean "a key" saraban key add clerk "$all"
public=AAAAC3NzaC1lZDI1NTE5AAAAIGPPE5J5oFVNZ9fWzgrmDLl0eEECBWR5/dtY9HXiKH2e
clean "a comment of a key" saraban key add clerk \
	"ssh-ed25519 $public $all"
clean "a holiday" saraban --as clerk holiday add 2030-01-02 "$all"
cat >h.ics <<END
BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20300103
SUMMARY:$all
END:VEVENT
END:VCALENDAR
END
clean "a calendar is read" saraban holiday read h.ics
clean "a calendar is taken over" saraban --as clerk holiday import h.ics
clean "a search" saraban search "$all"
clean "a kept search" saraban --as clerk search save x "$all"
clean "a policy" saraban policy set "$all" "$all"
clean "a duty" saraban --as clerk duty add 2 --what "$all" --due 2030-01-02
clean "a reason" saraban --as clerk cancel 2 --reason "$all"
clean "a sheet" saraban read plain.txt
clean "a sheet of a hostile name" saraban read "$(ls f*)"
clean "one whose name is no text" saraban read "$(ls g*)"
cat >m.eml <<END
From: $all <a@b.c>
Subject: $all
Message-Id: <x@b>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

$all
--b
Content-Type: text/plain
Content-Disposition: attachment; filename="../../$(printf 'e\033[1m.txt')"

x
--b--
END
clean "a message is read" saraban read m.eml
clean "a message is received" saraban --as clerk receive m.eml --subject y
cat >old.csv <<END
เลขรับ,วันที่รับ,ลงวันที่,เรื่อง,ผู้ปฏิบัติ,หมายเหตุ
900,5 ม.ค. 67,4 ม.ค. 67,"$all",x,"$all"
END
clean "an old register" saraban --as clerk import old.csv --yes
clean "an office elsewhere" saraban office know x "$all" --key "$all"
clean "a file of an office elsewhere" saraban exchange import plain.txt
clean "a backup that is none" saraban restore plain.txt
# What is no control, and harms all the same: a file with it is taken in.
soft=$(printf '\342\200\256txt.exe\342\200\213ก\357\273\277\363\240\201\201')
# other WORD...: in a register of its own, whose words are as bad.
other()
{
	SARABAN_REGISTER=$PWD/other.db "$SARABAN" "$@"
}

{
	saraban office set --prefix "1"
	other init "อบต. $soft" --code other
	other person add clerk "นาย $soft" --post clerk
	other person add nayok "นาย $soft" --post nayok
	other office set --prefix "1"
	other office know main "$all" --under other \
		--key "$(saraban key show --json | jq -r .key)"
	saraban office know other "$all" \
		--key "$(other key show --json | jq -r .key)"
	other --as clerk receive --subject "$soft" --from "$soft" \
		--ref "2 $soft" --text "$soft" --attach "$(ls f*)"
	other --as clerk endorse 1 --to nayok --reason x --note "$soft"
	other --as nayok order 1 --note "$soft"
	other --as clerk forward 1 --to main --endorse "$soft"
	other --as clerk exchange export main exchanged.json
} >said 2>&1
ok "another office writes a file" test -s exchanged.json
clean "its file is taken in" saraban --as clerk exchange import exchanged.json
has "and lies there to be received" '"subject"' \
	"$(saraban --json --as clerk inbox)"
clean "what it sent is received" saraban --as clerk accept 1
clean "who is asked for by the account's name" env USER="$all" \
	LOGNAME="$all" HOME="$PWD/$all" "$SARABAN" list
clean "a delegation" saraban acting add palad deputy \
	--order "$all" --capacity acting --order-date 2026-01-01
clean "an absence" saraban absent works --reason "$all"
clean "a reservation" saraban --as clerk reserve --purpose "$all" \
	--until "$(date -d '+9 days' +%F)"
mkdir -p config/saraban
printf '%s = x\ntheme = %s\n' "$all" "$all" >config/saraban/saraban.conf
clean "settings" env XDG_CONFIG_HOME="$PWD/config" "$SARABAN" settings
clean "a slip in them" env XDG_CONFIG_HOME="$PWD/config" "$SARABAN" list
clean "the environment" env TERM="$all" LANG="$all" LC_TIME="$all" \
	NO_COLOR="$all" STY="$all" TMPDIR="$all" "$SARABAN" doctor
clean "what is typed in lines" sh -c \
	'printf "%s\nreceive\n%s\n" "$0" "$0" | "$SARABAN" --plain --as clerk' \
	"$all"
clean "a command over SSH" env SSH_ORIGINAL_COMMAND="$all" \
	SSH_USER_AUTH="$PWD/plain.txt" "$SARABAN" ssh --register \
	"$SARABAN_REGISTER"

# Ways out.
for look in list "show 1" "show 2" "history 1" "search แดง" "person list" \
	"post list" "division list" "holiday list" "key list" "acting list" \
	"absent list" "reserved" "duties" "page" "day list" "check" "digest" \
	"stats" "calendar" "settings" "doctor" "policy list" "office list" \
	"search list" "export --csv" "why 1" "inbox" "forwarded" \
	"calendar 2030-01" "print register" "print letter 1" "print stamp 1" \
	"print duties" "drafts" "circulating" "papers" "clock" "key lines"; do
	# shellcheck disable=SC2086 # words
	clean "$look" saraban --as clerk $look
	case $look in
	print* | "key lines") ;;
	*)
		# shellcheck disable=SC2086 # words
		clean "$look as JSON" saraban --json --as clerk $look
		;;
	esac
done
clean "the register as text" saraban export --text
clean "its holidays as a calendar" saraban holiday export
clean "duties as a calendar" saraban --as clerk export --ics
clean "letters as lines of JSON" saraban --as clerk export --jsonl
clean "statistics as a picture" saraban stats --svg -
for form in register stamp slip day duties; do
	printed=$form.pdf
	clean "print $form into a file" saraban --as clerk print $form 1 \
		--output "$printed"
	if test -s "$printed" && command -v pdftotext >/dev/null; then
		clean "$form as PDF" pdftotext "$printed" -
		clean "what its PDF says of itself" pdfinfo "$printed"
	fi
done
clean "a file is taken out" saraban --as clerk file 1 1 --output took.txt
saraban --as clerk export --xlsx --output out.xlsx >/dev/null 2>&1
if command -v unzip >/dev/null && test -s out.xlsx; then
	clean "the register as a workbook" unzip -p out.xlsx '*.xml'
else
	skip "the register as a workbook" "it is not made here"
fi

# What it named was never run, nor written anywhere.
same "nothing was run" "" "$(find . -name broken)"
same "attachments lie under their digests alone" "" \
	"$(find "$BESIDE-files" -type f |
		grep -vE '/[0-9a-f]{2}/[0-9a-f]{60,}[^/]*$')"
ok "the register is whole" saraban check
