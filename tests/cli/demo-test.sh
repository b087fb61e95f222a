# demo-test.sh -- the practice register walks the road and leaves nothing
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_home
mkdir tmp
TMPDIR=$HOME/tmp
export TMPDIR

left()
{
	find "$HOME" -mindepth 1 ! -name out ! -name tmp ! -name '*.txt'
}

for lang in th en; do
	run saraban --lang $lang demo --tour
	same "the tour ends well, in $lang" 0 "$run_status"
	same "... without a complaint" "" "$(err)"
	out >"$lang.txt"
	ok "... and without control characters" is_clean "$lang.txt"
	same "... leaves nothing" "" "$(left)"
done
has "letter 001 is closed when all divisions are done" \
	'^letter 1/25[0-9][0-9] done; it is closed' \
	"$(grep '^letter' en.txt)"
has "the tour ends with a register that is whole" \
	'^the register is whole$' "$(tail -3 en.txt)"
has "... and the hash of its last event" '^[0-9a-f]\{64\}$' \
	"$(tail -1 en.txt)"
same "Thai and English show the same commands" \
	"$(grep '^\$ ' th.txt)" "$(grep '^\$ ' en.txt)"
same "... as many lines of answers" "$(wc -l <th.txt)" "$(wc -l <en.txt)"
same "... and numbers in Thai digits or ours" \
	"$(sed 'y/๐๑๒๓๔๕๖๗๘๙/0123456789/' th.txt | grep -o '[0-9]*/25[0-9]*')" \
	"$(sed 'y/๐๑๒๓๔๕๖๗๘๙/0123456789/' en.txt | grep -o '[0-9]*/25[0-9]*')"
for word in init "person add" receive endorse show order acknowledge "done" \
	history list check
do
	ok "the tour shows $word" \
		grep -q "^[\$] saraban \(--as [a-z]* \)\?$word" en.txt
done

saraban --lang en demo </dev/null >out 2>&1
same "demo with no terminal walks the tour" 0 $?
same "... the same one" "$(grep '^\$ ' en.txt)" "$(grep '^\$ ' out)"
holds "--json answers with the check alone" '.ok and .events > 30' \
	saraban --json demo --tour

# It has a register, a folder and wishes of its own.
ok "demo minds no other register, nor an office" \
	env SARABAN_REGISTER="$HOME/none/x.db" "$SARABAN" --office X demo --tour
ok "... nor an act id" saraban --act 00112233445566778899aabbccddeeff \
	demo --tour
ok "... nor --read-only" saraban --read-only demo --tour
same "... and makes none" "" "$(left)"
cd tmp && TMPDIR=. saraban demo --tour >/dev/null 2>&1
same "TMPDIR may be relative" 0 $?
same "... and nothing is left" "" "$(left)"
cd "$HOME" || exit 99
run env TMPDIR="$HOME/none" "$SARABAN" demo --tour
same "a TMPDIR that is not there is told" 2 "$run_status"
has "... by its name" "$HOME/none" "$(err)"
run "$SARABAN" --lang en demo --tour extra
same "demo takes no operand" 2 "$run_status"

# At a place that is named it stays, for training.
run "$SARABAN" --lang en --register kept.db demo --tour
same "a practice register is kept where --register says" 0 "$run_status"
has "... which the last line tells" \
	"^The practice register stays: saraban --register $HOME/kept" "$(out)"
has "a person of the tour goes on in it" '^ *[0-9]' \
	"$(saraban --lang en --register kept.db --as prasit list)"
before=$(sha256sum kept.db)
run "$SARABAN" --lang en --register kept.db demo --tour
same "what is there already is never touched" 3 "$run_status"
has "... which is said" 'something is there already' "$(err)"
same "... and true" "$before" "$(sha256sum kept.db)"
holds "--json keeps it as well, and answers with the check alone" .ok \
	saraban --json --register other.db demo --tour
ok "... which holds" saraban --register other.db check
rm -r kept.db* other.db*
# In a shell without our traps: a signal may come before the program begins.
(
	for delay in 0 0.01 0.02 0.05 0.1; do
		for signal in HUP INT TERM; do
			"$SARABAN" demo --tour >/dev/null &
			sleep $delay
			kill -s $signal $! 2>/dev/null
			wait
		done
	done
)
same "a tour that is cut short leaves nothing" "" "$(left)"
if test -w /dev/full; then
	saraban demo --tour >/dev/full 2>said
	same "a full disk ends the tour" 4 $?
	rm said
	same "... which leaves nothing" "" "$(left)"
fi
