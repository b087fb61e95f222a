# again-test.sh -- an act asked twice answers what it did the first time
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office

id=00112233445566778899aabbccddeeff

# events: how many there are.
events()
{
	saraban --json check | jq .events
}

# twice SENTENCE COMMAND...: the second time answers the same, and writes
# nothing.
twice()
{
	twice_name=$1
	shift
	"$@" >first 2>&1
	twice_before=$(whole)
	run "$@"
	if test "$run_status" != 0; then
		tell "asked again, exit status $run_status of: $*"
	elif ! cmp -s first "$tap_files/out"; then
		tell "the second answer differs from $(cat first)"
	elif test "$twice_before" != "$(whole)"; then
		tell "the second time wrote something"
	else
		tap_pass "$twice_name"
		return
	fi
	tap_fail "$twice_name"
}

next=0
# act: one more act id, in $act.
act()
{
	next=$((next + 1))
	act=$(printf '%032x' "$next")
}

echo "ข้อความ" >letter.txt
act
twice "a letter is received once" as clerk --json --act "$act" receive \
	--subject "ก" --attach letter.txt
same "... under one number" 1 "$(saraban --json list | jq length)"
rm letter.txt
twice "... asked again after its file has gone" as clerk --json --act "$act" \
	receive --subject "ก" --attach letter.txt
for login in clerk head deputy palad; do
	act
	twice "$login endorses once" as "$login" --json --act "$act" \
		endorse 1 --note "เพื่อโปรดทราบ"
done
act
twice "the nayok orders once" as nayok --json --act "$act" \
	order 1 --note "มอบ" --assign works --assign office
act
twice "a division takes it once" as works --json --act "$act" acknowledge 1
taken=$act
act
twice "a division does it once" as works --json --act "$act" "done" 1
act
as head --json acknowledge 1 >said
twice "... and the last one too" as head --json --act "$act" "done" 1
same "... and closes it" closed "$(jq -r .state first)"
same "what was answered first is answered after other acts" 1 \
	"$(as works --json --act "$taken" acknowledge 1 | jq .division_number)"
act
as clerk receive --subject "ข" >said
as clerk endorse 2 --note "ก" >said
twice "a letter is recalled once" as clerk --json --act "$act" recall 2
as clerk endorse 2 --note "ก" >said
act
twice "... opened once" as head --json --act "$act" open 2
act
twice "... returned once" as head --json --act "$act" return 2 --reason "ก"
act
twice "a person is added once" en --json --act "$act" person add arun "อรุณ" \
	--post clerk
act
twice "... holds a post once" en --json --act "$act" person hold arun \
	--post works
act
twice "... ends once" en --json --act "$act" person end arun
act
twice "a post is added once" en --json --act "$act" post add law "นิติกร"
act
twice "... ends once" en --json --act "$act" post end law
act
twice "a division is added once" en --json --act "$act" division add law \
	"งานนิติการ" --head head
act
twice "... ends once" en --json --act "$act" division end law

before=$(events)
ok "the same words under other ids" as clerk receive --subject "ค"
ok "... are two letters" as clerk receive --subject "ค"
same "... and two events" $((before + 2)) "$(events)"

# An id is one act of one person.
as clerk --act "$id" receive --subject "ง" >said
refused "an id that was used for something else is refused" 2 \
	"already used.*letter.receive" \
	as clerk --act "$id" endorse 5 --note "ก"
refused "... and one that another person used" 2 "already used" \
	as palad --act "$id" receive --subject "ง"
ok "letters in an id may be capitals" \
	as clerk --act "$(echo $id | tr a-f A-F)" receive --subject "ง"
same "... and mean the same id" "$(said | head -1)" \
	"$(as clerk --act $id receive --subject "ง")"
for bad in "" 0 xyz "${id}0" "${id%f}" "${id%f}g" " $id"; do
	refused "\"$bad\" is no act id" 2 "32 hexadecimal digits" \
		as clerk --act "$bad" receive --subject "จ"
done
ok "looking needs no id and minds none" as clerk --act "$id" show 1

# Two at once with one id: a line that hung, and a clerk who pressed again.
act
for i in 1 2 3 4 5 6 7 8; do
	as clerk --json --act "$act" receive --subject "พร้อมกัน" >"at.$i" &
done
wait
same "eight at once under one id are one letter" 1 \
	"$(cat at.* | jq -s 'map(.number) | unique | length')"
same "... and eight answers" 8 "$(cat at.* | jq -s 'map(.number) | length')"
whole_at_last
