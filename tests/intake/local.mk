# tests/intake/local.mk -- what is read on a sheet
# SPDX-License-Identifier: GPL-3.0-or-later

EXTRA_DIST += \
	%D%/holds.jq \
	$(patsubst $(top_srcdir)/%,%,$(wildcard \
	    $(top_srcdir)/tests/fixtures/letters/*.json \
	    $(top_srcdir)/tests/fixtures/sheets/*.txt \
	    $(top_srcdir)/tests/fixtures/sheets/*.json))
C_TESTS += \
	%D%/decode-test \
	%D%/duty-test \
	%D%/garbage-test \
	%D%/marks-test \
	%D%/prefix-test \
	%D%/ref-test \
	%D%/scan-test
SH_TESTS += \
	%D%/read-test.sh
