# packed.sh -- make dist packs every file
# SPDX-License-Identifier: GPL-3.0-or-later
list=$(make -s --no-print-directory -C "$BUILD" print-distfiles) || {
	echo "Makefile.am:1: make print-distfiles fails"
	exit 1
}
printf '%s\n' "$list" | awk '
FILENAME == "-" {
	sub(/^\.\//, "")
	packed[$0] = 1
	next
}
$0 != ".gitignore" && !($0 in packed) {
	printf "%s:1: not packed by make dist: put it in a list\n", $0
}' - "$FILES"
