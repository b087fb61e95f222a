# examples-test.sh -- every example of the manual pages does what it shows
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

# The lines of a page that begin with "$ ", as somebody would type them.
examples()
{
	sed -n '/^\.Sh EXAMPLES/,/^\.Sh SEE/s/^\$ //p' "$1" | sed 's/\\e/\\/g'
}

# What an example runs that need not be on this machine.
lacks()
{
	for program in age jq minisign rsync zstd; do
		case $1 in
		*"$program "*)
			command -v "$program" >/dev/null || {
				echo "$program is missing"
				return 0
			}
			;;
		esac
	done
	return 1
}

# A mail(1) that keeps what it is given, by whom it is for.
put_mail()
{
	cat >bin/mail <<-"EOF"
	#!/bin/sh
	for to; do :; done
	cat >>"$HOME/mail-for-$to"
	EOF
	chmod +x bin/mail
}

# The office on the day before: five letters, a backup, its key on paper.
yesterday()
{
	new_office
	for n in 1 2 3; do
		as clerk receive --subject "เรื่องที่ $n" \
			--attach "$top_srcdir/data/letters/00$n.txt" >said
	done
	en backup "$HOME/backups" >said
	en key show | tail -n 1 >register.pub
	if command -v age-keygen >/dev/null; then
		age-keygen -o secret.txt 2>said
		grep -o 'age1.*' secret.txt >recipients.txt
	fi
	mkdir bin
	ln -s "$SARABAN" bin/saraban
	ln -s "$top_srcdir/data/saraban-mail-digest" bin/
	put_mail
}

try_page()
{
	yesterday
	case $1 in
	*disaster*)
		as clerk receive --subject "หลังสำรอง" >said
		;;
	esac
	examples "$1" | sed "s,/var/backups/saraban,$HOME/backups," >lines
	while IFS= read -r line; do
		if why=$(lacks "$line"); then
			skip "$(basename "$1"): $line" "$why"
		else
			ok "$(basename "$1"): $line" env \
				PATH="$HOME/bin:$PATH" sh -c "$line" </dev/null
		fi
	done <lines
	same "$(basename "$1") has examples" yes \
		"$(test -s lines && echo yes)"
}

# A backup is restored into a file.
restoring="saraban-disaster.7 saraban-restore.8"
! on_postgresql || restoring=
for page in saraban-backup.8 saraban-check.8 saraban-digest.8 \
	saraban-holidays.5 $restoring
do
	try_page "$top_srcdir/man/$page"
	try_page "$top_srcdir/man/th/$page"
done

# What a page has an administrator type as the account, from a bare machine to
# the first key.
try_setup()
{
	new_home
	new_register register.db
	mkdir bin
	ln -s "$SARABAN" bin/saraban
	ssh-keygen -q -t ed25519 -N '' -f somsri
	sed -n '/^\.Ss To set/,/^\.Ss What the/s/^\$ saraban/saraban/p' "$1" |
		sed "s,/tmp/,$HOME/," >lines
	while IFS= read -r line; do
		PATH="$HOME/bin:$PATH" sh -c "$line" </dev/null >said 2>&1
		setup_status=$?
		# There is no backup yet.
		case $line in
		*doctor) setup_wanted=1 ;;
		*) setup_wanted=0 ;;
		esac
		same "${1##*/man/}: $line" $setup_wanted $setup_status
	done <lines
	has "after ${1##*/man/} a person has a key" '^somsri .*SHA256:' \
		"$(saraban key list)"
}

if command -v ssh-keygen >/dev/null; then
	try_setup "$top_srcdir/man/saraban-ssh.7"
	try_setup "$top_srcdir/man/th/saraban-ssh.7"
else
	skip "the steps of saraban-ssh(7)" "ssh-keygen is not installed"
fi

# The blocks of saraban(1), one file each: block1, block2...
blocks()
{
	sed -n '/^\.Sh EXAMPLES/,/^\.Sh SEE/p' "$1" |
		sed -n -e 's/\\e/\\/g' -e 's/\\&//g' \
			-e '/^\.Bd/,/^\.Ed/p' -e 's/^\.Dl /.Bd\n/p' |
		awk '/^\.Bd/ { n++; next } !/^\./ { print >("block" n) }'
}

# Whose turn it is says the act; the first are of the account.
put_turns()
{
	mkdir bin
	cat >bin/saraban <<-"EOF"
	#!/bin/sh
	case "$*" in
	init* | person* | post*) ;;
	order*) set -- --as prasit "$@" ;;
	*) set -- --as somsri "$@" ;;
	esac
	exec "$SARABAN" "$@"
	EOF
	chmod +x bin/saraban
}

try_manual()
{
	new_home
	SARABAN_REGISTER=$HOME/register.db
	export SARABAN_REGISTER
	put_turns
	cp "$top_srcdir/data/letters/001.txt" scan.pdf
	blocks "$1"
	for block in block*; do
		ok "${1##*/man/}: $(head -n 1 "$block")" env \
			PATH="$HOME/bin:$PATH" subject=x sh -e "$block"
	done
	same "${1##*/man/} has four" 4 "$(find . -name 'block*' | wc -l)"
	same "the letter was ordered" ordered \
		"$(saraban --json --as prasit show 145 | jq -r .state)"
	same "and the next one got its number" 146 "$(jq .number answer)"
}

if command -v jq >/dev/null; then
	try_manual "$top_srcdir/man/saraban.1"
	try_manual "$top_srcdir/man/th/saraban.1"
else
	skip "the examples of saraban(1)" "jq is missing"
fi

# What a page gives as a file of settings, for the machine.
try_settings()
{
	yesterday
	mkdir -p etc/saraban
	sed -n '/^\.Sh EXAMPLES/,$p' "$1" |
		sed -n '/^\.Bd/,/^\.Ed/{/^\./!p}' >etc/saraban/saraban.conf
	same "the settings of ${1##*/man/} are taken" \
		"$(cat etc/saraban/saraban.conf)" \
		"$(saraban --json settings | jq -r '.[] | select(.from) |
			"\(.name) = \(.value)"')"
}

try_settings "$top_srcdir/man/saraban.conf.5"
try_settings "$top_srcdir/man/th/saraban.conf.5"

# The lines that machines run at night, with the places of this test.
nightly()
{
	sed -n -e 's/^ExecStart=//p' -e 's/^[0-9].*\tsaraban\t//p' "$1" |
		sed -e "s,SARABAN_REGISTER=.*/saraban-mail,saraban-mail," \
			-e "s,^/.*/saraban-mail,saraban-mail," \
			-e 's,[^ ]*/bin/saraban,saraban,' \
			-e 's,\(--register\) [^ ]*,\1 "$SARABAN_REGISTER",' \
			-e "s,[^ ]*/backups/saraban,$HOME/backups,"
}

yesterday
for file in systemd/saraban-backup.service systemd/saraban-check.service \
	systemd/saraban-days.service systemd/saraban-drill.service \
	systemd/saraban-digest.service saraban.cron
do
	nightly "${top_builddir:?}/data/$file" >lines
	same "$(basename "$file") runs saraban" yes \
		"$(grep -q '^saraban' lines && echo yes)"
	while IFS= read -r line; do
		ok "$(basename "$file"): $line" env PATH="$HOME/bin:$PATH" \
			sh -c "$line" </dev/null
	done <lines
done
