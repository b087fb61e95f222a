# contents.sh -- HACKING, section Files, names every file once, no other
# SPDX-License-Identifier: GPL-3.0-or-later
#
# "name -- one line" below a line "folder/", or at the top for the top folder;
# * and [ch] stand for a set of like files, **/ for any folder.
awk '
FILENAME == "HACKING" {
	if (/^[A-Z]/)
		inside = $0 == "Files"
	if (inside && NF == 1 && $1 ~ /\/$/)
		folder = $1
	if (!inside || !/^ +[^ ]+ +-- [^ ]/)
		next
	name = folder $1
	if (seen[name]++) {
		printf "HACKING:%d: %s is named twice\n", FNR, name
		next
	}
	pattern = "^" name "$"
	gsub(/[.]/, "[.]", pattern)
	gsub(/[*][*]\//, "(.+/)", pattern)
	gsub(/[*]/, "[^/]*", pattern)
	names[++n] = name
	patterns[n] = pattern
	line[n] = FNR
	if (name !~ /[*[]/)
		exact[name] = n
	next
}
{
	found = 0
	if ($0 in exact)
		found = exact[$0]
	for (i = 1; !found && i <= n; i++)
		if (names[i] ~ /[*[]/ && $0 ~ patterns[i])
			found = i
	if (found)
		used[found] = 1
	else
		printf "%s:1: HACKING does not name it\n", $0
}
END {
	for (i = 1; i <= n; i++)
		if (!(i in used))
			printf "HACKING:%d: there is no %s\n", line[i], names[i]
}' HACKING "$FILES"
