# ssh-test.sh -- the door for those who come over SSH, as sshd opens it
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
command -v ssh-keygen >/dev/null || skip_all "ssh-keygen is not installed"
new_office
for login in clerk palad; do
	ssh-keygen -q -t ed25519 -N '' -C "$login" -f $login
	echo "publickey $(cut -d' ' -f1,2 $login.pub)" >$login.auth
done
ssh-keygen -q -t ed25519 -N '' -f stranger
echo "publickey $(cut -d' ' -f1,2 stranger.pub)" >stranger.auth

# over LOGIN COMMAND [NAME=VALUE...]: what sshd would run for the key of LOGIN.
over()
{
	over_auth=$HOME/$1.auth over_asked=$2
	shift 2
	env LANG=en_US.UTF-8 "$@" SSH_USER_AUTH="$over_auth" \
		SSH_ORIGINAL_COMMAND="$over_asked" \
		"$SARABAN" ssh --register "$SARABAN_REGISTER" 2>&1
}

# The keys themselves.
status "a key that nobody added opens nothing" 3 over clerk list
ok "the administrator adds a key" \
	saraban key add clerk "$(cat clerk.pub)"
ok "another has another" saraban key add palad "$(cat palad.pub)"
status "a key is one person's" 3 saraban key add palad "$(cat clerk.pub)"
status "a clerk adds no key" 3 \
	saraban --as clerk key add clerk "$(cat stranger.pub)"
status "a private key is refused" 2 \
	saraban key add clerk -- "$(cat stranger)"
hasnt "and not told again" "$(sed -n 2p stranger)" "$(said)"
same "the list tells whose they are" "clerk palad" \
	"$(saraban --json key list | jq -r 'map(.login) | join(" ")')"
same "and their fingerprints, as ssh-keygen does" \
	"$(ssh-keygen -lf clerk.pub | cut -d' ' -f2)" \
	"$(saraban --json key list clerk | jq -r '.[0].print')"

# Who it is.
ok "who has a key is let in" \
	over clerk "receive --subject 'เรื่องที่ ๑' --from ก"
same "as the person whose key it is, which the chain tells" \
	"clerk key $(ssh-keygen -lf clerk.pub | cut -d' ' -f2)" \
	"$(saraban export --text | awk -F'\t' '/letter.receive/ { print }' |
		grep -o 'clerk.*key SHA256:[^[:space:]]*' |
		sed 's/^clerk.*key/clerk key/')"
status "with the rights of that person alone" 3 over palad \
	"receive --subject x --from y"
status "a stranger's key opens nothing" 3 over stranger list
has "which is told with its fingerprint" \
	"$(ssh-keygen -lf stranger.pub | cut -d' ' -f2)" "$(said)"
status "not even to help" 3 over stranger help
status "nobody is let in without a key" 3 \
	env -u SSH_USER_AUTH "$SARABAN" ssh --register "$SARABAN_REGISTER"
echo "password" >password.auth
status "nor by a password" 3 over password list
cat clerk.auth palad.auth >both.auth
status "nor by two keys" 3 over both list
ok "a line of keys names the same person" env SSH_USER_AUTH="$HOME/clerk.auth" \
	SSH_ORIGINAL_COMMAND=list \
	"$SARABAN" ssh --register "$SARABAN_REGISTER" clerk
status "or nobody is let in" 3 env SSH_USER_AUTH="$HOME/clerk.auth" \
	SSH_ORIGINAL_COMMAND=list \
	"$SARABAN" ssh --register "$SARABAN_REGISTER" palad

# What is within reach.
for asked in 'receive /etc/passwd' 'read /etc/passwd' \
	'receive --subject x --attach /etc/passwd' '--as palad list' \
	'--register /tmp/x.db list' 'init x' 'demo' 'backup /tmp' \
	'backup list /' 'restore /tmp/x' 'export --text --output /tmp/x' \
	'check --against /etc/passwd' 'ssh clerk'; do
	status "out of reach: $asked" 3 over clerk "$asked"
done
for asked in 'sh -c id' 'list; id' '$(id)' '`id`' '!id' 'scp -t /' \
	'/usr/lib/openssh/sftp-server' "list
id" "list 'open"; do
	status "no command: $(echo "$asked" | tr '\n' ' ')" 2 \
		over clerk "$asked"
done
printf 'ที่ ชย 0023.14/ว 12\nเรื่อง ทดสอบ\n' >sheet.txt
over clerk "receive - --subject ทดสอบ" <sheet.txt >said
ok "a file comes by standard input" grep -q "received as number 2" said
over clerk "file 2 1 --output -" >back
ok "and goes by standard output, byte for byte" cmp sheet.txt back
status "never into a file of the machine" 3 over clerk "file 2 1"
over clerk "receive --subject แนบ --attach -" <sheet.txt >said
ok "so does one that is attached" grep -q "received as number 3" said
over clerk "file 3 1 --output -" >back
ok "... byte for byte" cmp sheet.txt back
status "nothing is no file" 2 \
	over clerk "receive --subject แนบ --attach -" </dev/null
status "and there is one of it" 2 \
	over clerk "receive - --subject แนบ --attach -" <sheet.txt

# The environment.
env -i PATH="$PATH" HOME="$HOME" LANG=en_US.UTF-8 \
	TERM='../../tmp/x;id' LC_ALL='$(id)' LESSOPEN='|id' TMPDIR=/nowhere \
	LD_BIND_NOW=1 XDG_CONFIG_HOME=/nowhere \
	SSH_USER_AUTH="$HOME/clerk.auth" \
	SSH_ORIGINAL_COMMAND='settings --json' \
	"$SARABAN" ssh --register "$SARABAN_REGISTER" >said 2>&1
ok "a strange environment does no harm" test $? = 0

# The end of a key.
status "the end of a key wants a reason" 2 \
	saraban key end "$(ssh-keygen -lf clerk.pub | cut -d' ' -f2)"
print=$(ssh-keygen -lf clerk.pub | cut -d' ' -f2)
ok "a key is ended by the beginning of its fingerprint" \
	saraban key end "$(echo "${print#SHA256:}" | cut -c1-12)" \
	--reason "เครื่องหาย"
status "and opens nothing from then on" 3 over clerk list
ok "it may be added again, also for another" \
	saraban key add palad "$(cat clerk.pub)"
saraban person end palad --on "$(date -d yesterday +%F)" >said 2>&1
same "who has left has no line for sshd" 0 \
	"$(saraban --json key lines --command x | jq '.lines | length')"

# A register of any name: what sshd takes out of its quotes, the shell of the
# account reads.
strange=$HOME/R\&D\ \'ก\'\ \"ข\"\;\ \$x\\.db
for words in "init ที่ใหม่" "person add dang แดง --post clerk"; do
	# shellcheck disable=SC2086 # its words
	"$SARABAN" --register "$strange" $words >said
done
"$SARABAN" --register "$strange" key add dang "$(cat palad.pub)" >said
"$SARABAN" --register "$strange" key lines >line
same "a line of keys has no quote of its own too many" 2 \
	"$(sed 's/\\"//g' line | tr -cd '"' | wc -c)"
command=$(sed 's/^[^"]*"\(.*\)" ssh-.*/\1/; s/\\"/"/g' line)
has "whatever its name, its register is opened" dang \
	"$(PATH=$(dirname "$SARABAN"):$PATH SSH_ORIGINAL_COMMAND="person list" \
		sh -c "$command" 2>&1)"
ok "the register is whole" saraban check
