# package-soak.sh -- the Debian package on a machine that has nothing yet
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make soak runs it}/tests/lib.sh"
. "$top_srcdir/tests/e2e/package.sh"
: "${root:?}"
at_end 'umount "$root/proc" 2>/dev/null'

# at WORD...: as root there; by WORD...: as the account.
at()
{
	chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
		LANG=C.UTF-8 "$@"
}

by()
{
	at runuser -u saraban -- "$@"
}

there()
{
	by saraban --lang en --register /var/lib/saraban/register.db "$@"
}

ok "it installs on a Debian that has nothing else" new_debian man-db
test -x "$root/usr/bin/saraban" || exit 1
mount -t proc proc "$root/proc"

same "the account has its home, and a shell that sshd can use" \
	"/var/lib/saraban:/bin/sh" \
	"$(at getent passwd saraban | cut -d: -f6,7)"
same "no password opens it, and it is not locked" "*" \
	"$(at getent shadow saraban | cut -d: -f2)"
for folder in /var/lib/saraban /var/backups/saraban; do
	same "$folder is the account's alone" "700 saraban saraban" \
		"$(at stat -c '%a %U %G' $folder)"
done
wanted=$root/etc/systemd/system/timers.target.wants
for timer in backup check days drill; do
	ok "saraban-$timer.timer is on" test -L "$wanted/saraban-$timer.timer"
done
ok "saraban-digest.timer is not" test ! -e "$wanted/saraban-digest.timer"
ok "sshd has no settings of ours by itself" test ! -e \
	"$root/etc/ssh/sshd_config.d/saraban.conf"

has "the program says its version" '^saraban [0-9]' \
	"$(at saraban --version)"
ok "a register is made as the account" there init "อบต.ทดลอง"
same "nobody else can read it" 600 \
	"$(at stat -c %a /var/lib/saraban/register.db)"
ok "a person is added" there person add somsri "นางสาวสมศรี มั่นคง" \
	--post clerk
ok "a letter is received" there --as somsri receive --subject "เรื่องทดลอง"
has "in Thai too" 'เรื่องทดลอง' "$(by saraban --lang th --register \
	/var/lib/saraban/register.db list)"

# What the units run, word by word.
for unit in backup check days drill; do
	line=$(sed -n 's/^ExecStart=//p' \
		"$root/lib/systemd/system/saraban-$unit.service")
	# shellcheck disable=SC2086 # its words
	ok "the unit saraban-$unit does its work: $line" by $line
done
has "the doctor finds nothing bad" '.' "$(there doctor)"
hasnt "... at all" 'bad' "$(there --json doctor)"

# page_has WORD [OPTION-OF-MAN...]: what goes to no terminal would lose the
# marks of Thai on its way through col(1).
page_has()
{
	page_word=$1
	shift
	at MAN_KEEP_FORMATTING=1 man "$@" -P cat "$section" "$name" \
		2>/dev/null | sed 's/.\x08//g' >page
	grep -q "$page_word" page
}

for page in saraban.1 saraban.7 saraban-ssh.7 saraban-disaster.7 \
	saraban-backup.8 saraban-restore.8; do
	name=${page%.*} section=${page##*.}
	ok "man shows $page" page_has DESCRIPTION
	ok "... and in Thai, with every mark" page_has 'ทะเบียน' -L th
done

before=$(at sha256sum /var/lib/saraban/register.db)
ok "it is removed" at apt-get -qq -y remove saraban
same "and the register stays" "$before" \
	"$(at sha256sum /var/lib/saraban/register.db)"
ok "it is purged, and nothing is asked" \
	at apt-get -qq -y purge saraban </dev/null
has "which says what stays" '/var/lib/saraban stays' "$(said)"
same "the register stays, to the byte" "$before" \
	"$(at sha256sum /var/lib/saraban/register.db)"
ok "so do the backups" test -n "$(ls "$root/var/backups/saraban")"
ok "and the account" at getent passwd saraban
ok "no timer stays" test ! -e "$wanted/saraban-backup.timer"
ok "it is installed again" at apt-get -qq -y --no-install-recommends \
	install /package.deb
ok "and the register is whole" there check
