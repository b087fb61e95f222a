# exchange-test.sh -- letters go to another register in a signed file, and back
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

new_office
make_other()
{
	saraban --register "$2" init "$1" --code "$1" &&
		saraban --register "$2" person add "$1" "$1" --post clerk
}
banrai=$(register_at "$HOME/banrai.db")
nayang=$(register_at "$HOME/nayang.db")
make_other banrai "$banrai" >said
make_other nayang "$nayang" >said
# at OFFICE WORD...
at()
{
	case $1 in
	banrai)	at_register=$banrai ;;
	*)	at_register=$nayang ;;
	esac
	shift
	SARABAN_REGISTER=$at_register en "$@"
}
key=$(en key show --json | jq -r .key)
for office in banrai nayang; do
	en office know $office $office --under main \
		--key "$(at $office key show --json | jq -r .key)" >said
	at $office office know main "อำเภอ" --key "$key" >said
done
en office set --prefix "ชย 0023.14" >said
as clerk receive --subject "ชุดข้อมูล" --attach "$top_srcdir/README" >said
as clerk endorse 1 --to nayok --reason x --note x >said
as nayok order 1 --note x >said
as clerk forward 1 --to banrai --endorse x >said

refused "a key that is none" 2 "no public key" \
	en office know x x --key abc
ok "a file is written" as clerk exchange export banrai "$HOME/f.json"
refused "... once" 1 "nothing is to be told" \
	as clerk exchange export banrai "$HOME/g.json"
refused "nobody else reads it" 3 "addressed to another office" \
	at nayang --as nayang exchange import "$HOME/f.json"
refused "an unknown sender" 3 "no office elsewhere" \
	as clerk exchange import "$HOME/f.json"
sed 's/ชุดข้อมูล/ชุดข้อมุล/' f.json >changed.json
refused "a file that was changed" 3 "not signed by the key" \
	at banrai --as banrai exchange import "$HOME/changed.json"
jq -c 'del(.signature)' f.json >unsigned.json
refused "a file without a signature" 3 "has no signature" \
	at banrai --as banrai exchange import "$HOME/unsigned.json"
refused "a file that is something else" 2 "no file of the exchange" \
	at banrai --as banrai exchange import "$top_srcdir/README"
ok "it is taken in" at banrai --as banrai exchange import "$HOME/f.json"
refused "... once" 1 "taken in before" \
	at banrai --as banrai exchange import "$HOME/f.json"
ok "it is refused there" at banrai --as banrai refuse 1 --reason "ไม่ครบ"
ok "the answer is written" \
	at banrai --as banrai exchange export main "$HOME/a.json"
ok "... and read" as clerk exchange import "$HOME/a.json"
holds "the sender sees why" \
	'.[0].state == "rejected" and .[0].reason == "ไม่ครบ"' \
	as clerk forwarded --json

# A file that was lost is written again; who has it already takes it once.
as clerk forward 1 --to banrai --endorse y >said
as clerk exchange export banrai "$HOME/lost.json" >said
rm lost.json
refused "what a file told is told once" 1 "nothing is to be told" \
	as clerk exchange export banrai "$HOME/l1.json"
ok "asked again, it is in a new file" \
	as clerk exchange export banrai "$HOME/l1.json" --again
ok "... and in another" as clerk exchange export banrai "$HOME/l2.json" --again
ok "one of them is taken in" \
	at banrai --as banrai exchange import "$HOME/l1.json"
refused "the other has nothing new" 1 "taken in before" \
	at banrai --as banrai exchange import "$HOME/l2.json"
same "what was answered is not sent again" "1" \
	"$(jq '.document.letters | length' l2.json)"
ok "it is received" at banrai --as banrai accept 2
at banrai --as banrai exchange export main "$HOME/lost.json" >said
rm lost.json
ok "every answer is written again" \
	at banrai --as banrai exchange export main "$HOME/l3.json" --again
same "... the refusal before, too" "2" \
	"$(jq '.document.notices | length' l3.json)"
ok "... and read" as clerk exchange import "$HOME/l3.json"
holds "the sender sees the number" \
	'map(select(.office == "banrai")) |
	 map(.state) | sort == ["accepted", "rejected"]' \
	as clerk forwarded --json

# What lies in another register is asked back by a file.
carry()
{
	carry_from=$1
	carry_to=$2
	carry_file=$HOME/$3
	shift 3
	case $carry_from in
	main)
		as clerk exchange export "$carry_to" "$carry_file" >said &&
			at "$carry_to" --as "$carry_to" exchange import \
				"$carry_file"
		;;
	*)
		at "$carry_from" --as "$carry_from" exchange export main \
			"$carry_file" >said &&
			as clerk exchange import "$carry_file"
		;;
	esac
}
as clerk forward 1 --to nayang --endorse x >said
ok "a letter is taken in elsewhere" carry main nayang n1.json
ok "it is taken back" as clerk withdraw 1 --reason "ส่งผิด" --from nayang
holds "as long as no file has told it, it stands as sent" \
	'map(select(.office == "nayang"))[0].state == "sent"' \
	as clerk forwarded --json
ok "the file says so there" carry main nayang n2.json
refused "what was asked back is not received" 3 "withdrawn\|taken back" \
	at nayang --as nayang accept 1
ok "that it was given back comes home" carry nayang main n3.json
holds "... and stands there" \
	'map(select(.office == "nayang"))[0].state == "withdrawn"' \
	as clerk forwarded --json
refused "a file of the exchange is taken in once" 1 "taken in before" \
	at nayang --as nayang exchange import "$HOME/n2.json"

# Received before the file came, it stays received.
as clerk forward 1 --to nayang --endorse y >said
ok "the letter is sent again" carry main nayang n4.json
at nayang --as nayang accept 2 >said
as clerk withdraw 1 --reason x --from nayang >said
ok "asked back too late" as clerk exchange export nayang "$HOME/n5.json"
at nayang --as nayang exchange import "$HOME/n5.json" >said 2>&1
ok "the answer comes" carry nayang main n6.json
holds "it is received, under their number" \
	'map(select(.office == "nayang" and .state == "accepted")) |
	 length == 1 and (.[0].accept_id | startswith("1/"))' \
	as clerk forwarded --json
ok "their register is whole" at nayang check
ok "the register is whole" en check
ok "... the other, too" at banrai check
