# doctor-test.sh -- doctor says what is not as it should be, and what to do
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

# state ABOUT: the worst that is found of it.
state()
{
	saraban --json doctor 2>said | jq -r --arg about "$1" \
		'[.findings[] | select(.about == $about) | .state] |
		 if index("bad") then "bad" elif index("look") then "look"
		 else .[0] end'
}

new_home
SARABAN_REGISTER=$HOME/register.db
export SARABAN_REGISTER
status "without a register there is a fault" 1 saraban doctor
same "which it names" bad "$(state register)"

new_office
status "a register without a backup has one" 1 saraban doctor
same "which is the backup" bad "$(state backup)"
saraban backup "$HOME/backups" >said
ok "with a backup all is well" saraban doctor
for about in program settings SQLite room register modes clock key \
	backup; do
	same "good: $about" good "$(state $about)"
done
for about in Landlock seccomp; do
	has "what shuts the screen in over SSH is told: $about" \
		'^\(good\|look\|null\)$' "$(state $about)"
done
saraban person add "$(id -un)" "x" --post nayok >said
same "who owns the file is told that roles are advice" look "$(state you)"

chmod 640 "$SARABAN_REGISTER"
same "what others may read is told" bad "$(state modes)"
has "with the command that mends it" "chmod go= .*register.db" \
	"$(saraban doctor)"
chmod 600 "$SARABAN_REGISTER"
mv "$SARABAN_REGISTER-key" key
same "a lost key is told" bad "$(state key)"
mv key "$SARABAN_REGISTER-key"
mkdir -p "$SARABAN_SYSCONFDIR/saraban"
echo "moose = on" >"$SARABAN_SYSCONFDIR/saraban/saraban.conf"
same "a setting that is not understood is told" bad "$(state settings)"
rm "$SARABAN_SYSCONFDIR/saraban/saraban.conf"
printf 'no register' >broken.db
chmod 600 broken.db
same "so is a file that is no register" bad \
	"$(SARABAN_REGISTER=$HOME/broken.db state register)"
ok "nothing of it changes the register" saraban check
