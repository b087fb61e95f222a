# sshd.sh -- an sshd of one's own on loopback, and keys to come in with
# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# shellcheck disable=SC2154,SC2034 # after tests/lib.sh and office.sh
#
#	new_sshd
#	make_key clerk; make_key host
#	{ plain_settings; installed_settings; } >sshd.conf
#	listen && at_end hang_up
#	at clerk "$here" list

at_seconds=30

# A new office, or all is skipped.
new_sshd()
{
	sshd=$(command -v sshd || ls /usr/sbin/sshd 2>/dev/null) || sshd=
	test -n "$sshd" || skip_all "sshd is not installed"
	command -v ssh >/dev/null || skip_all "ssh is not installed"
	new_office
	account=$(id -un)
	here=$account@127.0.0.1
	case $(getent passwd "$account" | cut -d: -f7) in
	*/nologin | */false) skip_all "the account $account has no shell" ;;
	esac
}

make_key()
{
	ssh-keygen -q -t ed25519 -N '' -C "$1" -f "$1" || exit 99
}

print_of()
{
	ssh-keygen -lf "$1.pub" | cut -d' ' -f2
}

plain_settings()
{
	cat <<-END
	ListenAddress 127.0.0.1
	HostKey $HOME/host
	PidFile none
	UsePAM no
	StrictModes no
	PasswordAuthentication no
	KbdInteractiveAuthentication no
	AuthorizedKeysFile $HOME/keys
	AcceptEnv LANG LC_*
	Subsystem sftp /usr/lib/openssh/sftp-server
	END
}

# What is installed, for this account, program and register.
installed_settings()
{
	# The shell of the account reads an address, and "&" is no word of sed.
	installed_at=$(echo "'$REGISTER'" | sed 's/&/\\&/g')
	sed -e "s/^Match User .*/Match User $account/" \
		-e "s,@bindir@/saraban,$SARABAN," \
		-e "s,--register [^ ]*,--register $installed_at," \
		"$top_srcdir/data/saraban.sshd.in"
}

# sshd with the settings of sshd.conf, on some port.
listen()
{
	test "$(id -u)" != 0 || mkdir -p /run/sshd
	for port in 42022 42023 42024 42025 42026; do
		# Empty before it starts: what an earlier one wrote is no sign.
		: >sshd.log
		"$sshd" -D -e -f sshd.conf -p $port >>sshd.log 2>&1 &
		sshd_pid=$!
		for _ in $(seq 150); do
			kill -0 "$sshd_pid" 2>/dev/null || break
			grep -q "Server listening.* port $port" sshd.log &&
				return
			sleep 0.2
		done
		kill "$sshd_pid" 2>/dev/null
	done
	false
}

hang_up()
{
	kill "$sshd_pid" 2>/dev/null
	wait "$sshd_pid" 2>/dev/null
}

# at LOGIN [OPTION-OF-SSH...] [COMMAND]: with that key, as the one account.
at()
{
	at_key=$1
	shift
	LANG=en_US.UTF-8 timeout "$at_seconds" ssh -F none -i "$at_key" \
		-o IdentitiesOnly=yes -o BatchMode=yes -o SendEnv=LANG \
		-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
		-o LogLevel=ERROR -p "$port" "$@" 2>&1
}

# How the chain knew who did the last act of a kind: "LOGIN ... AUTH".
last_of()
{
	saraban export --text 2>/dev/null | grep "$1" | tail -1
}
