# sshd-test.sh -- a real sshd lets persons in by their keys, and nobody out
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
. "$top_srcdir/tests/e2e/terminal.sh"
. "$top_srcdir/tests/e2e/sshd.sh"
new_sshd
for login in clerk head palad stranger; do
	make_key $login
	test $login = stranger ||
		saraban key add $login "$(cat $login.pub)" >said || exit 99
done
make_key host

# No option stands before these keys: the settings alone keep them in.
cat ./*.pub >keys
{
	plain_settings
	installed_settings | sed '/^    AuthorizedKeys/d'
} >sshd.conf
listen || skip_all "sshd does not start here: $(tail -1 sshd.log)"
at_end hang_up

# Three keys, three persons.
ok "a clerk receives a letter over SSH" \
	at clerk "$here" "receive --subject 'เรื่อง ๑' --from ก"
for login in clerk head palad; do
	at $login "$here" search save mine ด่วน >said
	has "$login is who the key says, which the chain tells" \
		"$login.*key $(print_of $login)" "$(last_of search.save)"
done
status "a key that the register does not know opens nothing" 3 \
	at stranger "$here" list
printf 'เรื่อง ทดสอบ\n' >sheet
at clerk "$here" "receive - --subject 'เรื่อง ๒'" <sheet >said
ok "a file comes by standard input" grep -q "received as number 2" said
at clerk "$here" "file 2 1 --output -" >back
ok "and goes by standard output" cmp sheet back
printf 'เลขรับ,วันที่รับ,เรื่อง\n7,9/1/2560,เก่า\n8,32/1/2560,ผิด\n' >old.csv
status "an old register comes by standard input" 1 \
	at clerk "$here" "import - --yes" <old.csv
has "... what is not wrong" "1 letter entered, 1 row left out" "$(said)"
at clerk "$here" "import - --mend" <old.csv >mend.csv
has "... and the rows to mend come back" "31 days" "$(cat mend.csv)"
if on_postgresql; then
	skip "without a command the screen opens" "not at a server"
else
	begin 80 24 env LANG=en_US.UTF-8 timeout --foreground 60 ssh -tt \
		-F none -i clerk -o IdentitiesOnly=yes \
		-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
		-o LogLevel=ERROR -o SendEnv=LANG -p "$port" "$here"
	sees "without a command the screen opens" "เรื่อง ๒"
	keys F10
	ended "F10 leaves it, and the terminal is as it was" 0
fi

# Twelve ways out, or into another's place.  A file that a shell would leave.
left=$HOME/left
out()
{
	out_name=$1
	shift
	rm -f "$left"
	"$@" >said 2>&1
	if test -e "$left" || grep -q -e 'uid=' -e 'root:x:' said; then
		cp said "$tap_files/why"
		tap_fail "no way out: $out_name"
	else
		tap_pass "no way out: $out_name"
	fi
}

out "a command" at clerk "$here" "touch $left; id"
out "a command in a command" at clerk "$here" "list \$(touch $left)"
out "a command behind a new line" at clerk "$here" "list
touch $left"
out "an exclamation mark" at clerk "$here" "!touch $left"
out "scp" timeout 20 scp -F none -O -P "$port" -i clerk -o BatchMode=yes \
	-o IdentitiesOnly=yes -o StrictHostKeyChecking=no \
	-o UserKnownHostsFile=/dev/null sheet "$here:$left"
out "sftp" timeout 20 scp -F none -s -P "$port" -i clerk -o BatchMode=yes \
	-o IdentitiesOnly=yes -o StrictHostKeyChecking=no \
	-o UserKnownHostsFile=/dev/null sheet "$here:$left"
out "an environment" at clerk -o "SetEnv=LC_ALL=\$(touch$IFS$left)" \
	-o "SetEnv=LESSOPEN=|touch $left" "$here" list
out "a terminal" env TERM="../../tmp/x;touch $left" \
	timeout 20 ssh -tt -F none -i clerk -o IdentitiesOnly=yes \
	-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
	-o LogLevel=ERROR -p "$port" "$here" list
status "no way out: no command at all (-N), without a forwarding" 255 \
	at clerk -o ExitOnForwardFailure=yes -N -R 42999:127.0.0.1:1 "$here"
(at_seconds=8; at clerk -N -L "42998:127.0.0.1:$port" "$here") >said 2>&1 &
sleep 1
hasnt "no way out: through a forwarding (-L) nothing is reached" ssh-ed25519 \
	"$(ssh-keyscan -T 3 -t ed25519 -p 42998 127.0.0.1 2>/dev/null)"
has "where without it there is a host" ssh-ed25519 \
	"$(ssh-keyscan -T 3 -t ed25519 -p "$port" 127.0.0.1 2>/dev/null)"
status "no way out: another's connection (-W)" 255 \
	at clerk -W "127.0.0.1:$port" "$here"
ok "an agent (-A) is not passed on" at clerk -A "$here" list
status "nobody is somebody else by --as" 3 \
	at clerk "$here" -- "--as palad list"
status "nor with another register" 3 \
	at clerk "$here" -- "--register /tmp/x list"
status "nobody reads the machine's files" 3 \
	at clerk "$here" read /etc/passwd
esc=$(printf '\033]0;x\007\033[31m')
at clerk "$here" "receive --subject 'ก${esc}ข'" >said 2>&1
at clerk "$here" list >said 2>&1
ok "an escape in a subject reaches no terminal" is_clean said

# A key that ends.
saraban key end "$(print_of head)" --reason "เครื่องหาย" >said
status "a key that was ended opens nothing, though sshd still knows it" 3 \
	at head "$here" list

# Where sshd has no such settings, the lines of keys do it.
saraban key lines --command "$SARABAN ssh --register '$REGISTER'" >keys
plain_settings >sshd.conf
hang_up
if listen; then
	at palad "$here" search save lines ด่วน >said
	has "by a line of keys the palad is the palad, by a word" \
		"palad.*[[:space:]]as[[:space:]]" "$(last_of search.save)"
	out "a command, past a line of keys" \
		at palad "$here" "touch $left; id"
else
	tap_fail "sshd starts with lines of keys"
fi
whole_at_last
