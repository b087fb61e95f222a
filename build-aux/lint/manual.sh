# manual.sh -- each action and option stands in saraban(1), and back
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `saraban help --table' prints "action NAME" and "option ACTION --NAME"
# (ACTION is - for the options before the command; it may be two words).  The
# page has ".It Ic NAME" for each action, and from there to the next one or to
# the end of the section "Fl -NAME" for each of its options; or it has those of
# another, which ends its line: "options of receive".
page=man/saraban.1
test -f "$page" || {
	echo "$page:1: is missing"
	exit 1
}
table=$("$BUILD/saraban" help --table) || {
	echo "src/main.c:1: \`saraban help --table' fails: build it first?"
	exit 1
}
for page in "$page" man/th/saraban.1; do
	test -f "$page" || continue
	printf '%s\n' "$table" | awk '
function begins_macro(word)
{
	return word ~ /^[A-Z][a-z]$/ || word == ","
}

# Words from field i on, to the next macro.
function words(i,    all)
{
	for (all = $i; i < NF && !begins_macro($(i + 1)); i++)
		all = all " " $(i + 1)
	return all
}

FILENAME == "-" && $1 == "action" {
	action[words(2)] = 1
}
FILENAME == "-" && $1 == "option" {
	of = $2
	for (i = 3; i < NF; i++)
		of = of " " $i
	option[of, $NF] = 1
	known[$NF] = 1
}
FILENAME == "-" {
	next
}
FNR == 1 || /^\.Sh / {
	of = "-"
}
/^\.It Ic / {
	of = words(3)
	told_action[of] = 1
	if (/(options of|ตัวเลือกของ) [a-z]+$/)
		like[of] = $NF
	if (!(of in action))
		printf "%s:%d: no action %s\n", FILENAME, FNR, of
}
# A line that goes on is one line.
{
	macro = /^\./ || goes_on
	goes_on = macro && /\\$/
}
macro {
	for (i = 1; i < NF; i++) {
		if ($i != "Fl" || $(i + 1) !~ /^-[a-z]/)
			continue
		name = "-" $(i + 1)
		told[of, name] = 1
		if (!(name in known))
			printf "%s:%d: no option %s\n", FILENAME, FNR, name
	}
}
END {
	for (name in action)
		if (!(name in told_action))
			printf "%s:1: action %s is missing\n", FILENAME, name
	for (name in option)
		if (!(name in told)) {
			split(name, part, SUBSEP)
			if ((like[part[1]], part[2]) in told)
				continue
			printf "%s:1: option %s of %s is missing\n", \
			    FILENAME, part[2], part[1]
		}
}' - "$page"
done
