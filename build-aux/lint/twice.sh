# twice.sh -- no function of the archive and no file of a list stands twice
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A linker takes the first member of an archive that has what it looks for, and
# never sees the other; a merge by union keeps a line that both sides added.
nm -P -A -g "$BUILD/libsaraban.a" | awk '
$3 ~ /^[BDRT]$/ {
	member = $1
	gsub(/^.*\[|\]:$/, "", member)
	if ($2 in at)
		printf "libsaraban.a:1: %s is in %s and in %s\n", \
		    $2, at[$2], member
	at[$2] = member
}'
grep -E '(^|/)local\.mk$' "$FILES" | while read -r list; do
	awk '
	/^[A-Za-z_]+ *\+?=/ { variable = $1 }
	/^(if|else|endif)/ { split("", seen) }
	{
		for (i = 1; variable != "" && i <= NF; i++)
			if ($i ~ /^%D%\/[^,$]+$/ && seen[variable, $i]++)
				printf "%s:%d: %s is in %s twice\n", \
				    FILENAME, FNR, $i, variable
	}
	!/\\$/ { variable = "" }' "$list"
done
