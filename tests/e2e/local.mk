# tests/e2e/local.mk -- journeys through the real terminal, in tmux
# SPDX-License-Identifier: GPL-3.0-or-later

SH_TESTS += \
	%D%/begin-test.sh \
	%D%/clock-test.sh \
	%D%/drafts-test.sh \
	%D%/copy-test.sh \
	%D%/grid-test.sh \
	%D%/hosts-test.sh \
	%D%/import-test.sh \
	%D%/journeys-test.sh \
	%D%/paste-test.sh \
	%D%/sheet-test.sh \
	%D%/search-test.sh \
	%D%/sshd-keys-test.sh \
	%D%/sshd-test.sh \
	%D%/suspend-test.sh \
	%D%/terminal-test.sh \
	%D%/two-processes-test.sh
SH_SOAKS += %D%/clock-soak.sh %D%/packets-soak.sh %D%/package-soak.sh \
	%D%/units-soak.sh
check_PROGRAMS += %D%/wire
EXTRA_DIST += %D%/package.sh %D%/sshd.sh %D%/terminal.sh

# A line to PostgreSQL that breaks.
check_PROGRAMS += %D%/sever

# A program whose writes are counted, in a terminal in memory.
counted_sources = %D%/counted.c %D%/counted.h
C_TESTS += \
	%D%/bytes-test \
	%D%/exits-test \
	%D%/line-test \
	%D%/pin-line-test
%C%_bytes_test_SOURCES = %D%/bytes-test.c $(counted_sources)
%C%_exits_test_SOURCES = %D%/exits-test.c $(counted_sources)

# A program in a terminal of its own, at its own pace.
line_sources = %D%/line-test.c %D%/line.c %D%/line.h \
	tests/tui/emulator.c tests/tui/emulator.h
%C%_line_test_SOURCES = $(line_sources)
%C%_pin_line_test_SOURCES = %D%/pin-line-test.c %D%/line.c %D%/line.h \
	tests/tui/emulator.c tests/tui/emulator.h
C_SOAKS += %D%/line-soak
%C%_line_soak_SOURCES = $(line_sources)
%C%_line_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
