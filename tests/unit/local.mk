# tests/unit/local.mk -- one module at a time: base, model rules, columns, forms
# SPDX-License-Identifier: GPL-3.0-or-later

tests_libfixture_a_SOURCES += \
	%D%/seat.c \
	%D%/seat.h

C_TESTS += \
	%D%/confine-test \
	%D%/keeper-test \
	%D%/arena-test \
	%D%/book-test \
	%D%/cipher-test \
	%D%/csv-test \
	%D%/old-row-test \
	%D%/complete-test \
	%D%/charset-test \
	%D%/date-parse-test \
	%D%/date-test \
	%D%/digest-test \
	%D%/document-test \
	%D%/editor-change-test \
	%D%/draft-test \
	%D%/editor-test \
	%D%/embedded-test \
	%D%/encoding-test \
	%D%/escape-test \
	%D%/error-test \
	%D%/event-test \
	%D%/file-test \
	%D%/form-row-test \
	%D%/folder-test \
	%D%/form-sheet-test \
	%D%/form-test \
	%D%/grid-test \
	%D%/hostile-test \
	%D%/hours-test \
	%D%/html-test \
	%D%/i18n-test \
	%D%/ics-test \
	%D%/kedmanee-test \
	%D%/keep-test \
	%D%/leak-test \
	%D%/key-test \
	%D%/keymap-test \
	%D%/keys-page-test \
	%D%/keystrokes-test \
	%D%/list-test \
	%D%/list-window-test \
	%D%/live-test \
	%D%/marks-test \
	%D%/late-test \
	%D%/loop-test \
	%D%/mail-test \
	%D%/manifest-test \
	%D%/mem-test \
	%D%/pack-test \
	%D%/minisign-test \
	%D%/paste-test \
	%D%/pin-test \
	%D%/print-key-test \
	%D%/number-test \
	%D%/qr-test \
	%D%/recur-test \
	%D%/refno-test \
	%D%/remind-test \
	%D%/run-test \
	%D%/search-test \
	%D%/setting-test \
	%D%/slots-test \
	%D%/spell-test \
	%D%/ssh-key-test \
	%D%/text-test \
	%D%/thai-collate-test \
	%D%/thai-fold-test \
	%D%/thai-property-test \
	%D%/thai-table-test \
	%D%/thai-test \
	%D%/thai-wrap-test \
	%D%/workday-test \
	%D%/year-test \
	%D%/stats-shown-test \
	%D%/theme-test \
	%D%/used-test \
	%D%/wire-test
SH_TESTS += \
	%D%/bootstrap-test.sh \
	%D%/embed-test.sh \
	%D%/lib-test.sh \
	%D%/lint-test.sh
EXTRA_DIST += %D%/editing.h %D%/forms.h

# Beside libical itself.
%C%_recur_test_LDADD = $(LDADD) $(LIBICAL_LIBS)
