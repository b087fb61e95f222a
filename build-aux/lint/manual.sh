# manual.sh -- each action and option stands in saraban(1), and back
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `saraban help --table' prints "action NAME" and "option ACTION --NAME"
# (ACTION is - for the options before the command).  The page has ".It Ic NAME"
# for each action and "Fl -NAME" for each option.
page=man/saraban.1
test -f $page || {
	echo "$page:1: is missing"
	exit 1
}
table=$("$BUILD/saraban" help --table) || {
	echo "src/main.c:1: \`saraban help --table' fails: build it first?"
	exit 1
}
printf '%s\n' "$table" | awk '
FILENAME == "-" {
	if ($1 == "action")
		action[$2] = 1
	else if ($1 == "option")
		option[$3] = $2
	next
}
/^\.It Ic / {
	told[$3] = 1
	if (!($3 in action))
		printf "%s:%d: no action %s\n", FILENAME, FNR, $3
}
/^\./ {
	for (i = 1; i < NF; i++) {
		if ($i != "Fl" || $(i + 1) !~ /^-[a-z]/)
			continue
		name = "-" $(i + 1)
		told[name] = 1
		if (!(name in option))
			printf "%s:%d: no option %s\n", FILENAME, FNR, name
	}
}
END {
	for (name in action)
		if (!(name in told))
			printf "%s:1: action %s is missing\n", FILENAME, name
	for (name in option)
		if (!(name in told))
			printf "%s:1: option %s of %s is missing\n", \
			    FILENAME, name, option[name]
}' - $page
