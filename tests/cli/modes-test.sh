# modes-test.sh -- nobody else may use what lies beside the register
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

# Everything is made under the loosest umask there is.
umask 0
new_office
R=$BESIDE
echo x >note.txt
saraban --as clerk receive --subject x --attach note.txt >/dev/null || exit 99
saraban clear head ลับ --order x >/dev/null 2>&1
printf '482915\n482915\n' >typed
saraban --as clerk --pin-fd 3 pin set 3<typed >/dev/null || exit 99
mkdir -p "$R-drafts" && chmod 700 "$R-drafts"
printf x >"$R-drafts/1-1-00000000000000000000000000000000"
chmod 600 "$R-drafts"/*
saraban backup there >/dev/null 2>&1
loose()
{
	find "$@" ! -type l -perm /077 2>/dev/null | sort
}
same "what is made under umask 0 is the account's alone" "" \
	"$(loose "$R" "$R"-*)"
if test -d there; then
	same "so is a backup" "" "$(loose there/*)"
else
	skip "so is a backup" "no backup could be made"
fi
# modes: how they are, each finding a word.
modes()
{
	saraban --json doctor | jq -r '.findings |
		map(select(.about == "modes").state) | join(" ")'
}

chmod 700 "$(dirname "$R")"
saraban list >out 2>said
same "nothing is said of it" "" "$(cat said)"
same "and the doctor finds no fault" good \
	"$(modes)"

# found FILE: the doctor names it.
found()
{
	saraban --json doctor |
		jq -e --arg path "$1" '.findings | any(.about == "modes" and
			.state == "bad" and (.says | contains($path)))'
}

# Each place in turn is opened to others, and is told.
tried=0
for place in "$R" "$R"-gate "$R"-next "$R"-key "$R"-mark "$R"-files \
	"$R"-drafts "$R"-pins; do
	test -e "$place" || continue
	before=$(stat -c %a "$place")
	chmod go+r "$place"
	ok "the doctor tells of ${place#"$R"} others may read" found "$place"
	saraban list >out 2>said
	has "so does every start" "${place##*/}" "$(cat said)"
	chmod "$before" "$place"
	tried=$((tried + 1))
done
# At a server the register and its two locks are no files.
if on_postgresql; then places=5; else places=8; fi
same "every place was tried" $places "$tried"
inside=$(find "$R-files" -type f | head -1)
chmod go+r "$inside"
ok "a file inside a folder is told" found "$inside"
chmod go= "$inside"
chmod go+w "$(dirname "$R")"
ok "so is a folder in which others may write" found "$(dirname "$R")"
chmod go= "$(dirname "$R")"

# Other kinds of files than are made there.
for kind in "ln -s $PWD/note.txt" "mkfifo" "mkdir -m 700"; do
	mv "$R-mark" mark
	$kind "$R-mark"
	ok "in the place of a file: $kind" found "$R-mark"
	rm -rf "$R-mark"
	mv mark "$R-mark"
done
mv "$R-pins" pins
ln -s "$PWD/pins" "$R-pins"
ok "a link in the place of a folder" found "$R-pins"
rm "$R-pins"
mv pins "$R-pins"
same "in the end all is well again" good \
	"$(modes)"
