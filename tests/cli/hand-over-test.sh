# hand-over-test.sh -- the paper has two halves: handed over, and taken
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

command -v jq >/dev/null || skip_all "jq is missing"
new_office

# did SENTENCE COMMAND...: it is done.
did()
{
	did_name=$1
	shift
	run "$@"
	same "$did_name" "0 " "$run_status $(err)"
}

did "a letter is received" as clerk receive --subject "เรื่องหนึ่ง"
refused "no paper is followed unless the office wants it" 3 "follow-paper" \
	as clerk hand 1 --to head
did "... and then nothing is written of it" as clerk endorse 1 --note x
holds "... with an endorsement" '.paper == null' as clerk --json show 1
did "... or a return" as head return 1 --reason x
did "the office follows its papers" saraban policy set follow-paper 1

did "an endorsement hands the paper over" as clerk endorse 1 --note x
holds "... which is on the way then, as the letter lies with the head" '
	.at_post == "head" and (.paper | .post == "head" and .on_the_way and
	.from_name == "ธุรการ" and .by == "คุณ clerk")' as clerk --json show 1
has "it is told in words" "paper .*on the way to" "$(as clerk show 1)"
holds "what is on the way is listed" \
	'map([.number, .to_name]) == [[1, "หัวหน้าสำนักปลัด"]]' \
	as palad --json papers
refused "who has no part in it takes nothing" 3 "หัวหน้าสำนักปลัด" \
	as deputy take 1
refused "what is on the way is not handed over" 3 "on the way" \
	as clerk hand 1 --to palad
did "the head takes it" as head take 1
refused "... once" 3 "not on the way" as head take 1
holds "since then it lies there" '.paper | .post == "head" and
	(.on_the_way | not)' as clerk --json show 1
same "... and nothing is on the way" '[]' "$(as clerk --json papers)"
refused "it is not handed to oneself" 3 "already" as head hand 1 --to head
did "it may go another way than the letter" as head hand 1 --to works
did "... and be taken back" as head take 1
did "... or taken" as head hand 1 --to works
did "... by whom it went to" as works take 1
did "who endorses without it does not say that he had it" \
	as head endorse 1 --note x
holds "... but hands it on" '.paper | .post == "deputy" and .on_the_way' \
	as clerk --json show 1
did "who writes on it has it before him" as deputy endorse 1 --note x
holds "... that it came stands in the history, before it went on" '
	map(.kind)[-3:] == ["letter.endorse", "paper.take", "paper.hand"]' \
	as clerk --json history 1
did "a recall" as deputy recall 1
holds "... brings it back" '.paper | .post == "deputy" and
	(.on_the_way | not)' as clerk --json show 1
did "it goes up" as deputy endorse 1 --note x
did "... and up" as palad endorse 1 --note x
did "an order" as nayok order 1 --note x --assign works --assign finance
holds "... sends it to the first division" '.paper | .post == "works" and
	.on_the_way' as clerk --json show 1
did "who acknowledges it for the division has it" as works acknowledge 1
holds "... from then on" '.paper | .post == "works" and (.on_the_way | not)' \
	as clerk --json show 1

did "a letter that came by e-mail" as clerk receive --subject "อีเมล" \
	--channel email
refused "... has no paper" 3 "on paper" as clerk hand 2 --to head
did "... and is endorsed without" as clerk endorse 2 --note x
holds "... any" '.paper == null' as clerk --json show 2

whole_at_last
