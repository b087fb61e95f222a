# tests/tui/local.mk -- keys in, pictures out
# SPDX-License-Identifier: GPL-3.0-or-later

# Tests that compare pictures; `make golden' writes their pictures anew.
TUI_C_TESTS =
TUI_SH_TESTS = %D%/picture-test.sh
C_TESTS += $(TUI_C_TESTS)
SH_TESTS += $(TUI_SH_TESTS)

# A terminal in memory, and what is sent to it.
C_TESTS += %D%/send-test
%C%_send_test_SOURCES = %D%/send-test.c %D%/emulator.c %D%/emulator.h

# Plays a script of keys and writes the pictures.
check_PROGRAMS += %D%/play
%C%_play_SOURCES = %D%/play.c \
	%D%/picture.c %D%/picture.h \
	%D%/shown.c %D%/shown.h

# The scripts, and the pictures they draw.
EXTRA_DIST += \
	%D%/administrator.keys \
	%D%/copy.keys \
	%D%/desk-palad.keys \
	%D%/desk.keys \
	%D%/drafts.keys \
	%D%/endorse.keys \
	%D%/english-form.keys \
	%D%/english.keys \
	%D%/help.keys \
	%D%/history.keys \
	%D%/kedmanee.keys \
	%D%/late.keys \
	%D%/letter.keys \
	%D%/letters.inc \
	%D%/mono.keys \
	%D%/next.keys \
	%D%/note.keys \
	%D%/office.inc \
	%D%/opening.keys \
	%D%/order.keys \
	%D%/palette.keys \
	%D%/read-only.keys \
	%D%/receive.keys \
	%D%/register.keys \
	%D%/same.keys \
	%D%/search-english.keys \
	%D%/search.keys \
	%D%/sheet-english.keys \
	%D%/sheet.keys \
	%D%/small.keys \
	%D%/used.keys \
	%D%/why.keys
EXTRA_DIST += \
	%D%/administrator-added.screen \
	%D%/administrator-desk.screen \
	%D%/administrator-form.screen \
	%D%/copy-done.screen \
	%D%/copy-field.screen \
	%D%/copy-link.screen \
	%D%/copy-small.screen \
	%D%/desk-empty-clerk.screen \
	%D%/desk-empty-nayok.screen \
	%D%/desk-palad-refused.screen \
	%D%/desk-palad.screen \
	%D%/drafts-continued.screen \
	%D%/drafts-desk.screen \
	%D%/drafts-english.screen \
	%D%/drafts-list.screen \
	%D%/drafts-second.screen \
	%D%/endorse-blank.screen \
	%D%/endorse-done.screen \
	%D%/endorse-leave.screen \
	%D%/endorse-phrase.screen \
	%D%/english-desk.screen \
	%D%/english-endorse.screen \
	%D%/english-form-132.screen \
	%D%/english-form-60.screen \
	%D%/english-form-asked.screen \
	%D%/english-form-faults.screen \
	%D%/english-form-kept.screen \
	%D%/english-form-offered.screen \
	%D%/english-form-told.screen \
	%D%/english-letter.screen \
	%D%/help-end.screen \
	%D%/help-form.screen \
	%D%/help.screen \
	%D%/history.screen \
	%D%/kedmanee-back.screen \
	%D%/kedmanee-history.screen \
	%D%/late-asked.screen \
	%D%/late-cancelled.screen \
	%D%/late-register.screen \
	%D%/late-saved.screen \
	%D%/letter-132.screen \
	%D%/letter-end.screen \
	%D%/letter-top.screen \
	%D%/letter-trail.screen \
	%D%/mono-desk.screen \
	%D%/mono-form.screen \
	%D%/mono-help.screen \
	%D%/mono-history.screen \
	%D%/mono-letter.screen \
	%D%/mono-palette.screen \
	%D%/mono-register.screen \
	%D%/mono-search.screen \
	%D%/mono-why.screen \
	%D%/next-ditto.screen \
	%D%/next-kept.screen \
	%D%/next-typed.screen \
	%D%/note-lines.screen \
	%D%/note-no-field.screen \
	%D%/note-one-line.screen \
	%D%/note-pasted.screen \
	%D%/note-scrolled.screen \
	%D%/note-undone.screen \
	%D%/note-word.screen \
	%D%/opening-letter.screen \
	%D%/order-button.screen \
	%D%/order-divisions.screen \
	%D%/order-done.screen \
	%D%/palette-answer.screen \
	%D%/palette-divisions.screen \
	%D%/palette-done.screen \
	%D%/palette-letters.screen \
	%D%/palette-match.screen \
	%D%/palette-past.screen \
	%D%/palette-posts.screen \
	%D%/palette-thai-layout.screen \
	%D%/palette-unknown.screen \
	%D%/read-only-letter.screen \
	%D%/read-only-refused.screen \
	%D%/receive-blank.screen \
	%D%/receive-faults.screen \
	%D%/receive-filled.screen \
	%D%/receive-saved.screen \
	%D%/register-132.screen \
	%D%/register-60.screen \
	%D%/register-80.screen \
	%D%/register-at-141.screen \
	%D%/register-at-day.screen \
	%D%/register-go-unknown.screen \
	%D%/register-go.screen \
	%D%/register-veiled.screen \
	%D%/register-year-before.screen \
	%D%/same-asked.screen \
	%D%/same-looked-at.screen \
	%D%/same-perhaps.screen \
	%D%/same-saved.screen \
	%D%/same-told.screen \
	%D%/search-30.screen \
	%D%/search-60.screen \
	%D%/search-back.screen \
	%D%/search-desk.screen \
	%D%/search-empty.screen \
	%D%/search-english-132.screen \
	%D%/search-english-none.screen \
	%D%/search-english.screen \
	%D%/search-filter-register.screen \
	%D%/search-filter.screen \
	%D%/search-filtered.screen \
	%D%/search-found.screen \
	%D%/search-kept-chosen.screen \
	%D%/search-kept.screen \
	%D%/search-last.screen \
	%D%/search-layout.screen \
	%D%/search-letter.screen \
	%D%/search-many.screen \
	%D%/search-none.screen \
	%D%/search-register.screen \
	%D%/search-wrong.screen \
	%D%/sheet-30x10.screen \
	%D%/sheet-complete.screen \
	%D%/sheet-differs.screen \
	%D%/sheet-doubtful.screen \
	%D%/sheet-english-folder.screen \
	%D%/sheet-english-read.screen \
	%D%/sheet-english-saved.screen \
	%D%/sheet-folder.screen \
	%D%/sheet-number-taken.screen \
	%D%/sheet-numbers.screen \
	%D%/sheet-pasted.screen \
	%D%/sheet-remarks.screen \
	%D%/sheet-taken.screen \
	%D%/sheet-text.screen \
	%D%/sheet-wide-chooser.screen \
	%D%/sheet-wide.screen \
	%D%/small-30x10.screen \
	%D%/small-again.screen \
	%D%/small-desk.screen \
	%D%/small-form.screen \
	%D%/small-letter.screen \
	%D%/small-too-small.screen \
	%D%/used-beside.screen \
	%D%/used-inside.screen \
	%D%/used-list.screen \
	%D%/used-prefix.screen \
	%D%/used-rest.screen \
	%D%/used-small.screen \
	%D%/used-taken.screen \
	%D%/why-english.screen \
	%D%/why-letter.screen \
	%D%/why-refused.screen

.PHONY: golden
golden: all $(TUI_C_TESTS) %D%/play
	$(call run_each,$(TUI_C_TESTS) $(TUI_SH_TESTS),picture)
golden: export GOLDEN = 1
