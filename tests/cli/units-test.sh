# units-test.sh -- the units of systemd are sound, and as shut as the page says
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
command -v systemd-analyze >/dev/null ||
	skip_all "systemd-analyze is not installed"
new_home
# As they are built, but for what would have to be installed.
mkdir units
for unit in "${top_builddir:?}"/data/systemd/*.service \
	"$top_builddir"/data/systemd/*.timer
do
	sed -e 's,^ExecStart=[^ ]*,ExecStart=/bin/true,' "$unit" \
		>"units/$(basename "$unit")"
done
cd units || exit 99

systemd-analyze verify --man=no ./*.service ./*.timer >../said 2>&1
same "systemd has nothing to say of the units" "" \
	"$(grep -v '^Failed to .*connect' ../said)"

# figure UNIT: how exposed it is, from 0 to 10.
figure()
{
	systemd-analyze security --offline=true --no-pager "$1" 2>&1 |
		sed -n 's/.*level for .*: \([0-9.]*\) .*/\1/p'
}

figure saraban-backup.service | grep -q . || {
	skip "the figures of the page" "this systemd-analyze measures no file"
	exit 0
}
for unit in *.service; do
	is=$(figure "$unit")
	for page in man/saraban-backup.8 man/th/saraban-backup.8; do
		same "$page has the figure of $unit" \
			".It $unit Ta $is" \
			"$(grep "^\.It $unit Ta" "$top_srcdir/$page")"
	done
done

# What a timer starts is there, and tells somebody when it fails.
for timer in *.timer; do
	service=${timer%.timer}.service
	has "$service tells when it fails" '^OnFailure=saraban-alert@' \
		"$(cat "$service")"
	has "$service waits for a register" '^ConditionPathExists=' \
		"$(cat "$service")"
	ok "$timer comes at a time" systemd-analyze calendar \
		"$(sed -n 's/^OnCalendar=//p' "$timer")"
done
