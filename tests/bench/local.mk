# tests/bench/local.mk -- how long it takes, and how well it is read
# SPDX-License-Identifier: GPL-3.0-or-later

EXTRA_DIST += %D%/fields.jq
tests_libfixture_a_SOURCES += \
	%D%/big.c \
	%D%/big.h \
	%D%/cost.c \
	%D%/cost.h \
	%D%/window.c \
	%D%/window.h \
	%D%/words.c \
	%D%/words.h
C_BENCHES += \
	%D%/list-bench \
	%D%/print-bench \
	%D%/read-bench \
	%D%/register-bench \
	%D%/search-bench \
	%D%/stats-bench
SH_BENCHES += %D%/read-bench.sh %D%/scan-bench.sh

# For whoever wants a register to look at: big-register FILE LETTERS [SEED];
# or an old one, to import: big-sheet ROWS [SEED].
check_PROGRAMS += %D%/big-register %D%/big-sheet

# Beside curses alone, in a terminal in memory.
C_BENCHES += %D%/terminal-bench
check_PROGRAMS += %D%/bare
%C%_bare_SOURCES = %D%/bare.c
%C%_terminal_bench_SOURCES = %D%/terminal-bench.c \
	tests/e2e/counted.c tests/e2e/counted.h
