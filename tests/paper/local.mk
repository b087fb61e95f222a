# tests/paper/local.mk -- every form as it comes out of the printer
# SPDX-License-Identifier: GPL-3.0-or-later

PAPER_SH_TESTS = %D%/forms-test.sh
SH_TESTS += $(PAPER_SH_TESTS)

if HAVE_PANGO
check_PROGRAMS += %D%/alike
%C%_alike_CFLAGS = $(AM_CFLAGS)
%C%_alike_LDADD = $(LDADD) $(PANGO_LIBS)
endif

# What is registered and printed, and how that looked.
paper_forms = borrow circulation day delivery destruction duties \
	emergency month receipt register slip stamp way
EXTRA_DIST += %D%/forms.keys \
	$(addprefix %D%/,$(addsuffix .png,$(paper_forms))) \
	$(addprefix %D%/,$(addsuffix .txt,$(paper_forms)))
