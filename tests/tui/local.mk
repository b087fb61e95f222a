# tests/tui/local.mk -- keys in, pictures out
# SPDX-License-Identifier: GPL-3.0-or-later

# Tests that compare pictures; `make golden' writes their pictures anew.
TUI_C_TESTS =
TUI_SH_TESTS = %D%/picture-test.sh
C_TESTS += $(TUI_C_TESTS)
SH_TESTS += $(TUI_SH_TESTS) %D%/apart-test.sh

# A terminal in memory, and what is sent to it.
C_TESTS += %D%/send-test
tests_libfixture_a_SOURCES += \
	%D%/emulator.c \
	%D%/emulator.h

# Every command, typed on the desk.
C_TESTS += %D%/lines-test

# Plays a script of keys and writes the pictures.
check_PROGRAMS += %D%/play
%C%_play_SOURCES = %D%/play.c \
	%D%/picture.c %D%/picture.h \
	%D%/shown.c %D%/shown.h

# The scripts, and all pictures there are.
EXTRA_DIST += \
	%D%/acting.keys \
	%D%/administrator.keys \
	%D%/books.keys \
	%D%/circulate.keys \
	%D%/calendar.keys \
	%D%/clock.keys \
	%D%/collected.keys \
	%D%/copy.keys \
	%D%/lock.keys \
	%D%/log-english.keys \
	%D%/log.keys \
	%D%/desk-palad.keys \
	%D%/desk.keys \
	%D%/duties.keys \
	%D%/destroy.keys \
	%D%/drafts.keys \
	%D%/endorse.keys \
	%D%/english-form.keys \
	%D%/english.keys \
	%D%/hand-over.keys \
	%D%/help.keys \
	%D%/history.keys \
	%D%/import-english.keys \
	%D%/import.keys \
	%D%/inbox.keys \
	%D%/kedmanee.keys \
	%D%/late.keys \
	%D%/letter.keys \
	%D%/letters.inc \
	%D%/mono.keys \
	%D%/morning.keys \
	%D%/next.keys \
	%D%/marks.keys \
	%D%/note.keys \
	%D%/office.inc \
	%D%/page.keys \
	%D%/offices.keys \
	%D%/opening.keys \
	%D%/order.keys \
	%D%/palette.keys \
	%D%/read-only.keys \
	%D%/receive.keys \
	%D%/reserved.keys \
	%D%/register.keys \
	%D%/restored.keys \
	%D%/same.keys \
	%D%/search-english.keys \
	%D%/search.keys \
	%D%/secret.keys \
	%D%/send.keys \
	%D%/sheet-english.keys \
	%D%/sheet.keys \
	%D%/small.keys \
	%D%/stats-english.keys \
	%D%/stats.keys \
	%D%/used.keys \
	%D%/why.keys
EXTRA_DIST += $(patsubst $(top_srcdir)/%,%,$(wildcard $(srcdir)/%D%/*.screen))

.PHONY: golden
golden: all $(TUI_C_TESTS) %D%/play
	$(call run_each,$(TUI_C_TESTS) $(TUI_SH_TESTS),picture)
golden: export GOLDEN = 1
