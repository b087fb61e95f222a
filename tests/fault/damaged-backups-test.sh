# damaged-backups-test.sh -- no backup that was spoilt or forged is restored
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a slip or a bad disk does is in restore-test; this is what somebody does
# who knows how a backup is made.
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
. "$top_srcdir/tests/cli/hurt.sh"
new_office
command -v zstd >/dev/null || skip_all "zstd is missing"
for n in 1 2; do
	as clerk receive --subject "เรื่องที่ $n" \
		--attach "$top_srcdir/data/letters/00$n.txt" >said
done
en backup bk >said
good=$(find "$HOME/bk" -maxdepth 1 -name '2*')
test -f "$good/register.db.zst" || skip_all "built without zstd"
as clerk receive --subject "เรื่องที่ 3" >said
en backup later >said
later=$(find "$HOME/later" -maxdepth 1 -name '2*')
SARABAN_REGISTER=$HOME/other.db saraban init "ที่อื่น" >said
SARABAN_REGISTER=$HOME/other.db saraban backup theirs >said
theirs=$(find "$HOME/theirs" -maxdepth 1 -name '2*')
before=$(whole)

# ------------------------------------------------ under the good signature

damaged "the register of a later backup in an older one" \
	"not what the manifest" "cp -f '$later/register.db.zst' ."
damaged "the manifest of a later backup over an older register" \
	"not what the manifest" "cp -f '$later'/manifest* ."
damaged "the manifest of one under the signature of the other" "signature" \
	"cp -f '$later/manifest.minisig' ."
damaged "another register under our manifest" "not what the manifest" \
	"cp -f '$theirs/register.db.zst' ."
damaged "a register that has another name" "register.db" \
	"mv register.db.zst register.zst"
damaged "a link that leads nowhere" "register.db" \
	"ln -sf nowhere register.db.zst"
damaged "a link to what never ends" "register.db" \
	"ln -sf /dev/zero register.db.zst"
damaged "a pipe that nobody fills" "register.db" \
	"rm -f register.db.zst; mkfifo register.db.zst"
damaged "a folder for a manifest" "manifest" "rm manifest; mkdir manifest"
damaged "a pipe for a manifest" "manifest" "rm manifest; mkfifo manifest"
damaged "a manifest of megabytes" "manifest" \
	"chmod 600 manifest; head -c 50000000 /dev/zero >>manifest"
damaged "a pipe for a signature" "signature\|minisig" \
	"rm manifest.minisig; mkfifo manifest.minisig"

# swap: the names of two attached files are exchanged.
swap()
{
	# shellcheck disable=SC2046 # names of hexadecimal digits
	set -- $(find ../files -type f)
	mv "$1" kept && mv "$2" "$1" && mv kept "$2"
}
damaged "attached files that changed their names" "--incomplete REASON" swap
damaged "an attached file of which a byte is another" "--incomplete REASON" \
	'flip "$(find ../files -type f | head -1)" 9'
damaged "a pipe for an attached file" "--incomplete REASON" \
	'f=$(find ../files -type f | head -1); rm -f "$f"; mkfifo "$f"'
if test "$(id -u)" = 0; then
	skip "refused: a register that may not be read" "root reads all"
else
	damaged "a register that may not be read" "register.db" \
		"chmod 0 register.db.zst"
fi

# ---------------------------- a manifest made to fit, and nobody's signature

# line KEY FILE: the line of the manifest that says what a file is.
line()
{
	printf '%s: %s %s %s' "$1" "$(sha256sum <"$2" | cut -c 1-64)" \
		"$(stat -c %s "$2")" "${3:-$2}"
}

# fit: the manifest says what lies here now, and nobody has signed that; the
# file plain is the register.
fit()
{
	chmod 600 manifest register.db.zst
	test -f kept.zst || zstd -qf plain -o register.db.zst
	rm -f manifest.minisig
	sed -i -e "s/^packed: .*/$(line packed register.db.zst)/" \
		-e "s/^whole: .*/$(line whole plain register.db)/" \
		-e "s/^list: .*/$(line list files.txt)/" manifest
	rm -f plain
}

# forged WHAT PATTERN COMMAND: the register, unpacked as plain, is spoilt so,
# and the rest made to fit.
forged()
{
	damaged "$1" "$2" "zstd -qd register.db.zst -o plain; $3; fit" \
		--unsigned "ทดสอบ"
}

damaged "what nobody signed, without a word" "has no signature" \
	"zstd -qd register.db.zst -o plain; fit"
forged "a register of a newer saraban" "newer\|schema" \
	"sqlite3 plain 'PRAGMA user_version = 99'"
forged "words that were changed" "chain\|faults\|words" \
	"sqlite3 plain \"SELECT 'DROP TRIGGER ' || name || ';'
		FROM sqlite_schema WHERE type = 'trigger'\" | sqlite3 plain
	sqlite3 plain \"UPDATE payload SET body = body || ' '\""
forged "numbers that do not follow" "faults\|numbers\|replay\|chain" \
	"sqlite3 plain 'UPDATE counter SET next = next + 5'"
forged "a text that is no register" "register" "echo no register >plain"
forged "nothing at all" "register" ": >plain"
forged "another program's database" "register" \
	"rm plain; sqlite3 plain 'CREATE TABLE t (x)'"
forged "half of a register" "damaged\|register\|malformed" \
	"truncate -s 200000 plain"
forged "a register of others under our name" "another register\|manifest" \
	"zstd -qdf '$theirs/register.db.zst' -o plain"
forged "what is packed in another way" "packed\|damaged" \
	"gzip -c plain >kept.zst; cp -f kept.zst register.db.zst"
forged "what is not packed at all" "packed\|damaged" \
	"cp plain kept.zst; cp -f plain register.db.zst"
forged "what grows without an end when it is unpacked" "packed\|damaged" \
	"head -c 2000000000 /dev/zero | zstd -q >kept.zst
		cp -f kept.zst register.db.zst"
for size in 900000000000000 9000000000000000000; do
	damaged "$size bytes, more than the disk holds" \
		"room\|free\|manifest\|damaged" \
		"chmod 600 manifest; rm manifest.minisig
		sed -i 's/^\(whole: [0-9a-f]*\) [0-9]*/\1 $size/' \
			manifest" --unsigned "ทดสอบ"
done
damaged "more numbers than there are" "not what the" \
	"zstd -qd register.db.zst -o plain; chmod 600 manifest
	sed -i 's/2569 2 receive/2569 9 receive/; s/^events: .*/events: 99/' \
		manifest; fit" --unsigned "ทดสอบ"


# A list that names places elsewhere: only digests are believed.
rm -rf hurt
cp -a bk hurt
(
	cd "hurt/$(basename "$good")" || exit
	zstd -qd register.db.zst -o plain
	chmod 600 files.txt
	sed -i 's,files/.*,files/../../../escaped,' files.txt
	fit
)
run en restore hurt --older "ทดสอบ" --unsigned "ทดสอบ"
same "who says so restores what nobody signed" 0 "$run_status"
same "... and nothing is written elsewhere" "" "$(find "$HOME" "$HOME/.." \
	-maxdepth 2 -name '*escaped*')"
whole_at_last
