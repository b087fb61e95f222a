# cppcheck.sh -- what cppcheck finds
# SPDX-License-Identifier: GPL-3.0-or-later
command -v cppcheck >/dev/null || {
	echo "cppcheck is missing"
	exit 1
}
grep '^src/.*\.c$' "$FILES" >"$FILES.c"
cppcheck --quiet -j2 --std=c11 --language=c \
	--library=posix,gnu,build-aux/lint/cppcheck.cfg \
	--enable=warning,performance,portability --max-configs=2 \
	--suppressions-list=build-aux/lint/cppcheck.supp --inline-suppr \
	--template='{file}:{line}: {id}: {message}' --error-exitcode=1 \
	-I src -DHAVE_CONFIG_H -DENABLE_NLS=1 --file-list="$FILES.c" 2>&1
status=$?
rm -f "$FILES.c"
exit $status
