# packets-soak.sh -- packets get lost, the line dies: nothing goes with them
# SPDX-License-Identifier: GPL-3.0-or-later
#
# PACKETS=100: as many lines that die; 20 are what make soak tries.
. "${top_srcdir:?make soak runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
. "$top_srcdir/tests/e2e/terminal.sh"
. "$top_srcdir/tests/e2e/sshd.sh"
: "${top_builddir:?}"
lines=${PACKETS:-20}
loss=5     # of a hundred packets, on either way
delay=100  # milliseconds, on either way
cut=is-cut # while there is such a file, nothing comes through
wire=$top_builddir/tests/e2e/wire
"$wire" 0 0 "$cut" true true
test $? != 77 || skip_all "no network of one's own can be made here"

new_sshd
here=$account@192.0.2.2
for login in clerk host; do
	make_key $login
done
saraban key add clerk "$(cat clerk.pub)" >said || exit 99
cp clerk.pub keys
{
	plain_settings | sed 's/^ListenAddress .*/ListenAddress 192.0.2.2/'
	# A dead line is known for one in seconds, not in minutes.
	installed_settings | sed -e '/^    AuthorizedKeys/d' \
		-e 's/ClientAliveInterval .*/ClientAliveInterval 3/' \
		-e 's/ClientAliveCountMax .*/ClientAliveCountMax 2/'
} >sshd.conf
test "$(id -u)" != 0 || mkdir -p /run/sshd

# dial: the clerk's screen, at the far end of a bad line.
cat >near <<END
until grep -q 'Server listening' sshd.log; do sleep 0.1; done
exec ssh -tt -F none -i clerk -o IdentitiesOnly=yes -o BatchMode=yes \
	-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
	-o LogLevel=ERROR -o SendEnv=LANG -p 42022 $here -- --lang en
END
dial()
{
	rm -f "$cut"
	: >sshd.log
	begin 80 24 env LANG=en_US.UTF-8 "$wire" $loss $delay "$cut" \
		"exec '$sshd' -D -e -f sshd.conf -p 42022 2>>sshd.log" \
		sh near
}

letters()
{
	as clerk --json list | jq "[.[] | select(.subject == \"$1\")] | length"
}
drafts()
{
	as clerk --json drafts | jq length
}
# No session is left that could still write.
is_over()
{
	! pgrep -f "^$SARABAN ssh --register $REGISTER" >/dev/null
}

# At its own pace: each letter arrives, in its order, and each act is done once.
dial
sees "the desk comes through" 'Nothing waits'
for n in 1 2 3; do
	keys F2
	sees "a form opens" '─ Receive a letter ─'
	typed="พบ ๐๐๑๗.๓/ว ๖๖๕-$n"
	for part in พบ ' ' ๐๐๑๗ . ๓ / ว ' ' ๖๖๕ - $n; do
		types "$part"
	done
	sees "what was typed is there" "$typed"
	keys Tab Tab Tab Tab
	types "น้ำท่วมที่ทำการผู้ใหญ่บ้าน $n"
	sees "... and a subject" "น้ำท่วมที่ทำการผู้ใหญ่บ้าน $n"
	keys F2
	sees "it is registered" "received as number $n/"
	keys t
	sees "the desk shows it" "waiting for me $n"
done
same "each is there once" "1 1 1" "$(for n in 1 2 3; do
	letters "น้ำท่วมที่ทำการผู้ใหญ่บ้าน $n"
done | xargs)"

# Keys that come faster than the line: none changes its place.
keys F2
waits '─ Receive a letter ─'
all=$(seq -s, 40 | cut -c1-50)
types "$all"
sees "fifty keys at once are fifty, in their order" "$all"
in_terminal resize-window -x 100 -y 30
keys C-l
sees "the screen is right at another size" 'F2Save.*EscCancel'
in_terminal resize-window -x 80 -y 24
sees "... and at the first" "$all"
keys Escape Escape
sees "the form is left" 'waiting for me 3'
keys F10
ended "the line ends as it should" 0
ok "the session is over" soon is_over

# after MILLISECONDS: what has come through until then is all that does.
after()
{
	sleep "$(printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)))"
	: >"$cut"
}
# dies SUBJECT MILLISECONDS: the line does, so long after a letter was saved.
dies()
{
	dial
	waits 'waiting for me' || return
	keys F2
	waits '─ Receive a letter ─' || return
	keys Tab Tab Tab Tab
	types "$1"
	waits "$1" || return
	keys F2
	after "$2"
	soon is_over
}
# Whoever finds a draft goes on with it.
goes_on()
{
	dial
	waits 'waiting for me' || return
	if test "$(drafts)" = 1; then
		keys D
		waits 'Receive' || return
		keys Enter
		waits "$1" || return
		keys F2
		waits 'received as number' || return
		keys t
		waits "drafts 0\|waiting for me" || return
	fi
	keys F10
	soon is_over
}

done_before=0
for n in $(seq "$lines"); do
	subject="สายหลุดครั้งที่ $n"
	if ! dies "$subject" $((n * 37 % 250)); then
		shown >"$tap_files/why"
		tap_fail "line $n dies"
		continue
	fi
	before=$(letters "$subject")
	same "line $n died: there is the letter or its draft" 1 \
		$((before + $(drafts)))
	done_before=$((done_before + before))
	if ! goes_on "$subject"; then
		shown >"$tap_files/why"
		tap_fail "the next line goes on"
		continue
	fi
	same "... which is registered once" "1 0" \
		"$(letters "$subject") $(drafts)"
done
echo "# $lines lines died: $done_before letters were registered before"
ok "both happened" test "$done_before" -gt 0 -a "$done_before" -lt "$lines"
whole_at_last
