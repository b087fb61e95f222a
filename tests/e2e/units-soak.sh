# units-soak.sh -- the units of systemd run where systemd runs
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A Debian with the package is booted in a container: the units do their work
# with all that they are kept from, and a failure is told.
. "${top_srcdir:?make soak runs it}/tests/lib.sh"
for program in systemd-nspawn nsenter jq; do
	command -v $program >/dev/null || skip_all "$program is missing"
done
. "$top_srcdir/tests/e2e/package.sh"
: "${root:?}"

container=
leave()
{
	test -z "$container" || kill "$container" 2>/dev/null
	wait
}
at_end leave

# at WORD...: as root in there; by WORD...: as the account.
at()
{
	nsenter --target "$(pgrep -P "$container")" --all env -i \
		PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"
}

by()
{
	at runuser -u saraban -- "$@"
}

there()
{
	by saraban --lang en --register /var/lib/saraban/register.db "$@"
}

is_up()
{
	at systemctl is-system-running | grep -q 'running\|degraded'
}

of_unit()
{
	at systemctl show --value --property="$2" "$1"
}

has_come()
{
	of_unit saraban-days.timer LastTriggerUSec | grep -q ':'
}

# What the doctor says of the units, the worst of it.
health()
{
	there --json doctor | jq -r '[.findings[] |
		select(.about == "units").state] |
		if index("bad") then "bad" elif index("look") then "look"
		else .[0] end'
}

ok "it installs on a Debian with systemd" \
	new_debian systemd,systemd-sysv,dbus
systemd-nspawn -q -D "$root" --register=no --keep-unit --private-network \
	--boot --console=pipe </dev/null >boot 2>&1 &
container=$!
within 120 is_up || {
	cat boot
	skip_all "no systemd can be booted here"
}

ok "without a register the backup does nothing" \
	at systemctl start saraban-backup.service
same "since its condition is not met" no \
	"$(of_unit saraban-backup.service ConditionResult)"

ok "a register is made" there init "อบต.ทดลอง"
ok "a person is added" there person add somsri "นางสาวสมศรี มั่นคง" \
	--post clerk
ok "a letter is received" there --as somsri receive --subject "เรื่องทดลอง"
for unit in backup days check drill; do
	ok "saraban-$unit.service does its work" \
		at systemctl start saraban-$unit.service
	same "and ends well" success "$(of_unit saraban-$unit.service Result)"
done
same "there is a backup" 1 \
	"$(there --json backup list /var/backups/saraban | jq length)"
has "which was restored for practice" 'backup\.drilled' \
	"$(there export --text)"
has "and the journal tells of it" 'saraban.*backup: ' \
	"$(at journalctl --no-pager --unit saraban-backup.service)"
same "the doctor finds the units well" good "$(health)"

at mkdir -p /run/systemd/system/saraban-days.timer.d
at tee /run/systemd/system/saraban-days.timer.d/soon.conf >said <<'END'
[Timer]
OnCalendar=*:*:0/2
RandomizedDelaySec=0
AccuracySec=100ms
END
at systemctl daemon-reload
at systemctl restart saraban-days.timer
ok "a timer comes when it is time" within 60 has_come
has "and the doctor knows it" 'saraban-days.timer is on, and came last' \
	"$(there doctor)"

at chown root: /var/backups/saraban
status "a backup that cannot be written fails" 1 \
	at systemctl start saraban-backup.service
same "which the unit tells" exit-code \
	"$(of_unit saraban-backup.service Result)"
same "so does the doctor" bad "$(health)"
alert=saraban-alert@saraban-backup.service.service
ok "everybody who is there is told" \
	within 30 at sh -c "journalctl --no-pager --unit $alert | grep -q ."
at chown saraban: /var/backups/saraban
ok "mended, it goes on" at systemctl start saraban-backup.service
same "and the doctor is content" good "$(health)"
ok "the register is whole" there check
