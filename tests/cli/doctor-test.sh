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
new_register register.db
status "without a register there is a fault" 1 saraban doctor
same "which it names" bad "$(state register)"

new_office
status "a register without a backup has one" 1 saraban doctor
same "which is the backup" bad "$(state backup)"
saraban backup "$HOME/backups" >said
ok "with a backup all is well" saraban doctor
for about in program settings SQLite room register modes clock key \
	backup backups; do
	same "good: $about" good "$(state $about)"
done
for about in Landlock seccomp; do
	has "what shuts the screen in over SSH is told: $about" \
		'^\(good\|look\|null\)$' "$(state $about)"
done
same "that nothing went to another house is told" look "$(state elsewhere)"
has "... and that this wants a look" '^all works; what has a ! ' \
	"$(saraban --lang en doctor)"
touch "$HOME/backups/off-site"
same "until it is said by a file" good "$(state elsewhere)"
touch -d '-9 days' "$HOME/backups/off-site"
same "which is too old after a week" look "$(state elsewhere)"
has "in words" 'another house\|touch that file' "$(saraban --lang en doctor)"

# The folder of the last backup.
newest=$HOME/backups/$(saraban --json backup list "$HOME/backups" |
	jq -r '.[0].name')
chmod 750 "$HOME/backups"
same "backups that others may read are told" bad "$(state backups)"
has "with the command that mends it" "chmod go= $HOME/backups\$" \
	"$(saraban --lang en doctor)"
chmod 700 "$HOME/backups"
cp "$newest/manifest" manifest
sed -i 's/^events: .*/events: 1/' "$newest/manifest"
same "so is a manifest that was not signed so" bad "$(state backups)"
cp manifest "$newest/manifest"
mv "$newest" away
same "a backup that is gone" bad "$(state backups)"
mv away "$newest"
mv "$HOME/backups" away
same "and its folder" bad "$(state backups)"
has "by its name" "$HOME/backups: " "$(saraban --lang en doctor)"
mv away "$HOME/backups"
same "what is back is good" good "$(state backups)"

# units TIMER SERVICE RESULT REGISTER: a systemctl(1) that tells so.
units()
{
	mkdir -p bin
	cat >bin/systemctl <<-EOF
	#!/bin/sh
	for unit; do
		case \$unit in
		*.timer) printf 'Id=%s\nActiveState=%s\n%s\n\n' \
			"\$unit" "$1" \
			"LastTriggerUSec=Sat 2026-11-21 19:30:04 +07" ;;
		*.service) printf 'Result=%s\nExecStart=%s\nId=%s\n%s\n\n' \
			"$3" "{ argv[]=saraban --register $4 check ; }" \
			"\$unit" ActiveState=$2 ;;
		esac
	done
	EOF
	chmod +x bin/systemctl
}
PATH=$HOME/bin:$PATH
units active inactive success "$SARABAN_REGISTER"
same "units that are on and go well are good" good "$(state units)"
has "each with the time it came last" \
	'saraban-drill.timer is on, and came last on Sat 2026-11-21' \
	"$(saraban --lang en doctor)"
units inactive inactive success "$SARABAN_REGISTER"
same "one that is off is told" look "$(state units)"
units active failed exit-code "$SARABAN_REGISTER"
same "one that failed is a fault" bad "$(state units)"
has "whose journal tells why" 'journalctl -u saraban-days.service' \
	"$(saraban --lang en doctor)"
units active failed exit-code /another/register.db
same "those of another register are not told" null "$(state units)"

saraban person add "$(id -un)" "x" --post nayok >said
same "who owns the register is told that roles are advice" look "$(state you)"

chmod 640 "$BESIDE-mark"
same "what others may read is told" bad "$(state modes)"
has "with the command that mends it" "chmod go= .*register.db-mark" \
	"$(saraban --lang en doctor)"
chmod 600 "$BESIDE-mark"
mv "$BESIDE-key" key
same "a lost key is told" bad "$(state key)"
mv key "$BESIDE-key"
mkdir -p "$SARABAN_SYSCONFDIR/saraban"
echo "moose = on" >"$SARABAN_SYSCONFDIR/saraban/saraban.conf"
same "a setting that is not understood is told" bad "$(state settings)"
rm "$SARABAN_SYSCONFDIR/saraban/saraban.conf"
printf 'no register' >broken.db
chmod 600 broken.db
same "so is a file that is no register" bad \
	"$(SARABAN_REGISTER=$HOME/broken.db state register)"
ok "nothing of it changes the register" saraban check
