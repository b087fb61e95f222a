# crowd-test.sh -- many counters receive at once: no gap, no double, no error
# SPDX-License-Identifier: GPL-3.0-or-later
#
# CROWD="20 50": as many counters and letters each; see crowd-soak.sh.
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office
crowd=${CROWD:-10 10}
counters=${crowd% *}
letters=${crowd#* }
all=$((counters * letters))

# one COUNTER LETTER: who is told that others write for too long asks again; it
# is one act, and done once.
one()
{
	one_act=$(printf '%016x%016x' "$1" "$2")
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		one_status=0
		en --as clerk --json --act "$one_act" receive \
			--subject "เรื่องที่ $2 ของช่อง $1" 2>"busy.$1" ||
			one_status=$?
		grep -v ": waiting for clerk (" "busy.$1" >"said.$1"
		test "$one_status" = 4 || break
		grep -q "another person is writing" "said.$1" || break
	done
	cat "said.$1" >&2
	test "$one_status" = 0 || echo "failed $one_status"
}

# counter NAME: one clerk after another letter, each a program of its own.
counter()
{
	for letter in $(seq "$letters"); do
		one "$1" "$letter"
	done >"answers.$1" 2>"complaints.$1"
}

for name in $(seq "$counters"); do
	counter "$name" &
done
wait

same "nobody saw an error" "" \
	"$(cat complaints.* | sort | uniq -c; grep -h failed answers.*)"
jq -s 'map(.number)' answers.* >numbers
same "$counters counters times $letters letters are all answered" "$all" \
	"$(jq length numbers)"
ok "the numbers are 1 to $all, each once" \
	jq -e "sort == [range(1; $all + 1)]" numbers
saraban --json list >all.json
ok "... and so is the register" \
	jq -e "[.[].number] == [range($all; 0; -1)]" all.json
for name in $(seq "$counters"); do
	own=$(jq -s 'map(.number)' "answers.$name")
	jq -ne --argjson own "$own" '$own == ($own | sort)' >/dev/null ||
		echo "$name falls"
	jq -e --argjson own "$own" --arg at " ของช่อง $name" \
		'[.[] | select(.subject | endswith($at)) | .number] | sort
		 == $own' all.json >/dev/null || echo "$name has others"
done >disorder
same "at each counter they rise, and are those of its letters" "" \
	"$(cat disorder)"
whole_at_last
