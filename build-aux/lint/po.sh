# po.sh -- every sentence has its Thai, none in doubt
# SPDX-License-Identifier: GPL-3.0-or-later
command -v msgmerge >/dev/null || {
	echo "gettext is missing"
	exit 1
}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

msgfmt -c -o /dev/null po/th.po || exit 1
grep '^src/.*\.[ch]$' "$FILES" | xargs sh build-aux/pot.sh >"$dir/pot" || exit 1
msgmerge --quiet --no-fuzzy-matching --no-wrap po/th.po "$dir/pot" \
	-o "$dir/th.po" || exit 1
for doubt in untranslated fuzzy; do
	msgattrib --"$doubt" --no-obsolete --no-wrap "$dir/th.po" |
		awk -v doubt="$doubt" '
		/^#: / { place = $2 }
		/^msgid / && $0 != "msgid \"\"" {
			printf "%s: %s in po/th.po: %s\n", \
			    place, doubt, substr($0, 7)
		}'
done
