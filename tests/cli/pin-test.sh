# pin-test.sh -- a PIN is set and given unseen, on a terminal or by a handle
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
command -v setsid >/dev/null || skip_all "setsid is not installed"
new_office

# typed LINES COMMAND...: what is typed comes by handle 3.
typed()
{
	typed_lines=$1
	shift
	printf %b "$typed_lines" >typed || exit 99
	setsid "$SARABAN" --lang en --pin-fd 3 "$@" 3<typed
}

# To whom it belongs.
status "without a terminal it is refused" 3 \
	setsid "$SARABAN" --as palad pin set
has "which tells of the handle" "--pin-fd" "$(said)"
status "it is never a word of the command line" 2 \
	saraban --as palad pin set --new 482915
hasnt "and not told again" 482915 "$(said)"
status "nor for another act" 2 saraban --as palad order 1 --note x --pin 482915
status "a short one is refused before it is typed again" 2 \
	typed '1234\n' --as palad pin set
has "... and why" "from 6 to 64" "$(said)"
status "so is one typed otherwise the second time" 2 \
	typed '482915\n482916\n' --as palad pin set
ok "a person sets one" typed '482915\n482915\n' --as palad pin set
status "another needs the one before" 3 \
	typed '000000\n739164\n739164\n' --as palad pin set
ok "which is typed first" typed '482915\n739164\n739164\n' --as palad pin set
ok "it is right" typed '739164\n' --as palad pin check
ok "by standard input too, in Thai digits" \
	sh -c 'echo ๗๓๙๑๖๔ | "$SARABAN" --as palad --pin-fd 0 pin check'
status "a handle that is not open is refused" 2 \
	saraban --as palad --pin-fd 9 pin check
status "one that has no lines asks in vain" 3 typed '' --as palad pin check
same "the folder and the file are the account's alone" "700 600" \
	"$(stat -c %a "$BESIDE-pins" "$BESIDE"-pins/* |
		tr '\n' ' ' | sed 's/ $//')"
same "of a PIN that was replaced nothing is left" 1 \
	"$(find "$BESIDE-pins" -type f | wc -l)"

# Wrong ones.
for pin in 000001 000002 000003; do
	typed "$pin\n" --as palad pin check 2>wrong && exit 99
done
has "wrong tries are counted, with the time of the first" \
	"3 wrong tries since" "$(cat wrong)"
status "then even the right one waits" 3 typed '739164\n' --as palad pin check
has "until when is told" "from" "$(said)"
same "the chain tells of them" 1 \
	"$(saraban export --text | grep -c 'pin\.wrong')"
same "and so does the list" 3 \
	"$(saraban --json pin list | jq '.[-1].wrong')"

# For orders.
ok "the office asks it for orders and for what concerns itself" \
	saraban policy set pin-for orders,office
same "which the policies tell" "orders,office" \
	"$(saraban --json policy list |
		jq -r '.[] | select(.name == "pin-for").value')"
saraban --as clerk receive --subject x >/dev/null &&
	saraban --as clerk endorse 1 --note x >/dev/null &&
	saraban --as head endorse 1 --note x >/dev/null &&
	saraban --as deputy endorse 1 --note x >/dev/null &&
	saraban --as palad endorse 1 --note x >/dev/null || exit 99
status "who has none is told to set one" 3 \
	saraban --as nayok order 1 --note x --assign works
has "in words" "pin set" "$(said)"
ok "then" typed '918273\n918273\n' --as nayok pin set
status "without it there is no order" 3 \
	setsid "$SARABAN" --as nayok order 1 --note x --assign works
ok "with it there is" \
	typed '918273\n' --as nayok order 1 --note x --assign works
has "and the chain says so" "as, pin" \
	"$(saraban export --text | grep 'letter\.order')"
ok "what is no order asks for none" \
	setsid "$SARABAN" --as works acknowledge 1

# Its end.
status "another's ends with a reason" 2 saraban pin end palad
ok "by who keeps people" saraban pin end palad --reason "ลืม"
same "its hash is gone" 1 "$(find "$BESIDE-pins" -type f | wc -l)"
status "then there is none" 3 typed '739164\n' --as palad pin check
ok "one's own ends by itself" typed '918273\n' --as nayok pin end
same "no hash ever came into the register or its text" "" "$(
	{
		dump
		saraban export --text
	} | grep -a argon2)"
ok "the register is whole" saraban check

# A backup has no hash either.
if saraban backup there >/dev/null 2>&1; then
	same "a backup carries none" "" "$(find there -name '*pins*')"
else
	skip "a backup carries none" "no backup could be made"
fi
