# locale-test.sh -- Thai and English say the same things, whatever the locale
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office
as clerk receive --subject "เรื่องแรก" --dated 2026-01-15 >said

# in_locale VARIABLE=VALUE...: the program in this locale and no other.
in_locale()
{
	env -u LC_ALL -u LANG -u LC_MESSAGES -u LC_CTYPE -u LANGUAGE "$@"
}

# What scripts read is the same in every locale: UTF-8, digits, points.
saraban --json list >json
saraban --as clerk --json show 1 >letter
for locale in LANG=C LANG=POSIX LC_ALL=C LC_ALL=C.UTF-8 \
	LC_ALL=th_TH.TIS-620 LC_ALL=th_TH.UTF-8 LC_ALL=en_US.UTF-8 \
	LC_ALL=de_DE LC_ALL=no_SUCH.locale LC_ALL=/ LANG= \
	LC_NUMERIC=de_DE.UTF-8 \
	"LC_ALL=$(head -c 3000 /dev/zero | tr '\0' x)" LANGUAGE=xx:yy
do
	short=$(echo "$locale" | cut -c 1-30)
	charset=$(in_locale "$locale" locale charmap 2>/dev/null)
	case $charset in
	'' | UTF-8 | ANSI_X3.4-1968) ;;
	*)
		skip "with $short JSON is the same" \
			"it is installed, and $charset is refused"
		continue
		;;
	esac
	run in_locale "$locale" "$SARABAN" --json list
	same "with $short JSON is the same" "$(cat json)" "$(out)"
	run in_locale "$locale" "$SARABAN" list
	same "... the list ends well" "0 " "$run_status $(err)"
	ok "... and is UTF-8" is_clean "$tap_files/out"
	has "... with its Thai" 'เรื่องแรก$' "$(out)"
	run in_locale "$locale" "$SARABAN" list --fly
	same "... a refusal is one" 2 "$run_status"
	ok "... in UTF-8" is_clean "$tap_files/err"
done
run in_locale "$SARABAN" list
same "with no locale at all it works" "0 " "$run_status $(err)"

# Without a catalogue all of it is English, digits too, and the doctor says so.
run env SARABAN_LOCALEDIR="$HOME/nowhere" "$SARABAN" --lang th --as clerk show 1
has "without the Thai catalogue there is English" 'received at' "$(out)"
hasnt "... without Thai digits or months" '๒๕\|๑\|ม[.]ค[.]' "$(out)"
has "... and the doctor says why" 'language .*the Thai catalogue is not' \
	"$(SARABAN_LOCALEDIR=$HOME/nowhere saraban --lang th doctor)"
has "with it there is Thai" 'ภาษา *ไทย' "$(saraban --lang th doctor)"

# pair COMMAND...: the same status in both languages, sentences in each.
pairs=0
pair()
{
	run saraban --lang th "$@"
	pair_status=$run_status
	out >th.out
	err >th.err
	run saraban --lang en "$@"
	pairs=$((pairs + 1))
	if test "$pair_status" != "$run_status"; then
		tell "status $pair_status in Thai, $run_status in English: $*"
	elif test "$(wc -l <th.out) $(wc -l <th.err)" != "$(wc -l \
		<"$tap_files/out") $(wc -l <"$tap_files/err")"; then
		tell "not as many lines in Thai: $(cat th.out th.err)"
	elif ! is_clean th.out || ! is_clean th.err; then
		tell "control characters in Thai"
	else
		tap_pass "Thai and English say the same: saraban $*"
		return
	fi
	tap_fail "Thai and English say the same: saraban $*"
}
pair list
pair list --mine
pair --as clerk list --mine
pair --as clerk show 1
pair --as clerk show 2
pair --as clerk show x
pair --as clerk history 1
pair check
pair person list
pair post list
pair division list
pair help
pair help receive
pair help "person add"
pair --help
pair fly
pair list --fly
pair list --limit
pair list --limit x
pair --as stranger list
pair --register none.db list
pair init
pair init อบต.ข
pair --as clerk receive
pair --as clerk receive --subject ก --dated "31 เมษายน 2569"
pair --as clerk receive --subject ก --urgency เร็ว
pair --as head receive --subject ก
pair --as head endorse 1 --note ก
pair --as clerk endorse 1
pair --as clerk endorse 1 --note ก --to king
pair --as clerk endorse 1 --note ก --to palad
pair --as clerk recall 1
pair --as nayok order 1 --note ก
pair post end clerk
pair person add clerk ก --post clerk
pair division end army

# The language follows --lang, then the locale, then is Thai.
language()
{
	if "$@" 2>/dev/null | LC_ALL=C grep -q '^usage: saraban'; then
		echo en
	else
		echo th
	fi
}
if saraban --lang th --help | grep -q '^usage'; then
	skip "the language follows the locale" "there is no Thai in this build"
else
	same "--lang en is English" en \
		"$(language in_locale LC_ALL=th_TH.UTF-8 \
			"$SARABAN" --lang en help)"
	same "--lang th is Thai" th \
		"$(language in_locale LC_ALL=en_US.UTF-8 \
			"$SARABAN" --lang th help)"
	same "en_US is English" en \
		"$(language in_locale LANG=en_US.UTF-8 "$SARABAN" help)"
	same "LC_MESSAGES is stronger than LANG" en \
		"$(language in_locale LANG=th_TH.UTF-8 LC_MESSAGES=en_GB.UTF-8 \
			"$SARABAN" help)"
	same "LC_ALL is stronger than both" th \
		"$(language in_locale LANG=en_US.UTF-8 LC_ALL=th_TH.UTF-8 \
			"$SARABAN" help)"
	for locale in LANG=C LANG= LC_ALL=C.UTF-8 LC_ALL=th_TH.UTF-8; do
		same "$locale is Thai" th \
			"$(language in_locale "$locale" "$SARABAN" help)"
	done
	same "no locale is Thai" th "$(language in_locale "$SARABAN" help)"
	has "Thai shows Thai digits and months" '๑๕ มกราคม ๒๕๖๙' \
		"$(saraban --lang th --as clerk show 1)"
fi
has "English shows Arabic digits and Buddhist years" '15 January 2569' \
	"$(as clerk show 1)"
whole_at_last
