# sshd-keys-test.sh -- sshd asks the register for keys; a file of them agrees
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
. "$top_srcdir/tests/e2e/sshd.sh"
test "$(id -u)" = 0 || skip_all "sshd asks only what root alone can change"
new_sshd
for login in clerk palad late stranger; do
	make_key $login
done
make_key host
for login in clerk palad; do
	saraban key add $login "$(cat $login.pub)" >said || exit 99
done

# Each folder on the way to the program must be root's; a build's need not be.
folder=$(mktemp -d /run/saraban-test.XXXXXX) || exit 99
at_end 'rm -rf "$folder"'
chmod 755 "$folder"
cat >"$folder/saraban" <<END
#!/bin/sh
exec $SARABAN "\$@"
END
chmod 755 "$folder/saraban"
"$folder/saraban" --version >said 2>&1 ||
	skip_all "nothing can be run in /run"

{
	plain_settings | sed '/^AuthorizedKeysFile/d'
	installed_settings | sed \
		-e "s,^\( *AuthorizedKeysCommand \)[^ ]*,\1$folder/saraban," \
		-e "s,^\( *AuthorizedKeysCommandUser \).*,\1$account,"
} >sshd.conf
listen || skip_all "sshd does not start here: $(tail -1 sshd.log)"
at_end hang_up

ok "a clerk receives a letter" \
	at clerk "$here" "receive --subject 'เรื่อง ๑' --from ก"
for login in clerk palad; do
	at $login "$here" search save asked ด่วน >said
	has "$login is let in, and is who the key says" \
		"$login.*key $(print_of $login)" "$(last_of search.save)"
	# What sshd was told, and what a file would have.
	same "the line for the key of $login is that of the file" \
		"$(saraban key lines | grep -F "$(cut -d' ' -f2 $login.pub)")" \
		"$(saraban key lines "$(print_of $login)")"
done
status "a key that the register does not know is refused by sshd itself" 255 \
	at stranger "$here" list
same "for it there is no line" "" "$(saraban key lines "$(print_of stranger)")"
status "nor is one that nobody added yet" 255 at late "$here" list
saraban key add clerk "$(cat late.pub)" >said
ok "a key is good as soon as it is added" at late "$here" list
saraban key end "$(print_of late)" --reason "เครื่องหาย" >said
status "and refused by sshd as soon as it is ended" 255 at late "$here" list
ok "while others come and go" at clerk "$here" list

# What the page shows from a branch office; the screen is tried elsewhere.
printf 'เรื่อง ทดสอบ\n' >letter.txt
printf '%%%%PDF-1.4 ทดสอบ' >scan.pdf
cp "$top_srcdir/tests/fixtures/old-register.csv" .
saraban --as clerk receive --subject "เรื่อง ๒" --attach letter.txt >said
mkdir bin
cat >bin/ssh <<END
#!/bin/sh
shift
exec $(command -v ssh) -F none -i $HOME/clerk -o IdentitiesOnly=yes \\
	-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \\
	-o LogLevel=ERROR -p $port $here "\$@"
END
chmod +x bin/ssh
for page in man/saraban-ssh.7 man/th/saraban-ssh.7; do
	sed -n '/^\.Sh EXAMPLES/,$s/^\$ \(ssh saraban@office .*\)/\1/p' \
		"$top_srcdir/$page" | sed 's/file 1 1/file 2 1/' >shown
	same "$page shows commands" 5 "$(wc -l <shown)"
	while IFS= read -r line; do
		case $line in
		*'receive - '*) wanted=2 ;; # it says too little of itself
		*'import -'*) wanted=1 ;; # some rows are to be mended
		*) wanted=0 ;;
		esac
		status "$page: $line" $wanted env PATH="$HOME/bin:$PATH" \
			timeout 30 sh -c "$line" </dev/null
	done <shown
	ok "$page: the file came" cmp letter.txt letter.pdf
done

# A file of the same lines, as where the settings cannot be touched; sshd tells
# the key as well.
saraban key lines --command "$SARABAN ssh --register '$REGISTER'" >all-keys
cp all-keys keys
hang_up
{
	plain_settings
	echo "ExposeAuthInfo yes"
} >sshd.conf
ok "sshd starts with a file of keys" listen
for login in clerk palad; do
	at $login "$here" search save filed ด่วน >said
	has "by the file $login is the same person, known by the same key" \
		"$login.*key $(print_of $login)" "$(last_of search.save)"
done
hasnt "the file lacks the key that was ended" \
	"$(cut -d' ' -f2 late.pub)" "$(cat all-keys)"

# A line in which somebody wrote another's login.
sed "s/\(ssh --register [^ ]*\) clerk/\1 palad/" all-keys >keys
same "a line was forged" 2 "$(grep -c ' palad"' keys)"
status "where line and key do not agree nobody is let in" 3 \
	at clerk "$here" list
ok "and the other is" at palad "$here" list
whole_at_last
