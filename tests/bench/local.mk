# tests/bench/local.mk -- how long it takes, and how well it is read
# SPDX-License-Identifier: GPL-3.0-or-later

EXTRA_DIST += %D%/fields.jq
# Of each day on which somebody measured.
EXTRA_DIST += $(patsubst $(srcdir)/%,%,$(wildcard $(srcdir)/%D%/figures/*.json))
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
	%D%/bench \
	%D%/read-bench \
	%D%/search-bench
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

# The table; see HACKING, "How it is measured".
measured = \
	%D%/crowded.c \
	%D%/crowded.h \
	%D%/floors.h \
	%D%/figures.c \
	%D%/figures.h \
	%D%/offices.c \
	%D%/offices.h
%C%_bench_SOURCES = \
	%D%/bench.c \
	%D%/bench.h \
	%D%/bench-write.c \
	%D%/bench-look.c \
	%D%/bench-whole.c \
	%D%/bench-offices.c \
	$(measured)
%C%_bench_LDADD = $(LDADD) -lm

# make figures: the table, also as JSON under today's date; FIGURES="-n 1000000
# -k FOLDER" asks for more.
.PHONY: figures
figures: all %D%/bench %D%/big-sheet
	@$(test_environment) \
	./%D%/bench -j $(top_srcdir)/%D%/figures/`date +%F`.json $(FIGURES)
