# tests/cli/local.mk -- commands, exit statuses, JSON
# SPDX-License-Identifier: GPL-3.0-or-later

EXTRA_DIST += %D%/hurt.sh %D%/office.sh
C_TESTS += %D%/any-words-test
SH_TESTS += \
	%D%/acting-test.sh \
	%D%/again-test.sh \
	%D%/ask-test.sh \
	%D%/backup-test.sh \
	%D%/bad-input-test.sh \
	%D%/books-test.sh \
	%D%/calendar-test.sh \
	%D%/cancel-test.sh \
	%D%/circulate-test.sh \
	%D%/chain-test.sh \
	%D%/check-test.sh \
	%D%/crowd-test.sh \
	%D%/demo-test.sh \
	%D%/digest-test.sh \
	%D%/doctor-test.sh \
	%D%/drafts-test.sh \
	%D%/duty-test.sh \
	%D%/export-test.sh \
	%D%/examples-test.sh \
	%D%/hand-over-test.sh \
	%D%/exchange-test.sh \
	%D%/forward-test.sh \
	%D%/hostile-test.sh \
	%D%/holiday-test.sh \
	%D%/import-test.sh \
	%D%/init-test.sh \
	%D%/locale-test.sh \
	%D%/log-test.sh \
	%D%/look-test.sh \
	%D%/mail-test.sh \
	%D%/many-test.sh \
	%D%/modes-test.sh \
	%D%/offices-test.sh \
	%D%/page-test.sh \
	%D%/pin-test.sh \
	%D%/print-test.sh \
	%D%/people-test.sh \
	%D%/roles-test.sh \
	%D%/plain-test.sh \
	%D%/receive-file-test.sh \
	%D%/receive-test.sh \
	%D%/recognise-test.sh \
	%D%/register-test.sh \
	%D%/reserve-test.sh \
	%D%/restore-test.sh \
	%D%/road-test.sh \
	%D%/scan-test.sh \
	%D%/search-test.sh \
	%D%/send-test.sh \
	%D%/secret-test.sh \
	%D%/setting-test.sh \
	%D%/same-test.sh \
	%D%/ssh-test.sh \
	%D%/stats-test.sh \
	%D%/streams-test.sh \
	%D%/units-test.sh \
	%D%/why-test.sh \
	%D%/workbook-test.sh
SH_SOAKS += %D%/crowd-soak.sh
