# tests/unit/local.mk -- one module at a time: base, model rules, columns, forms
# SPDX-License-Identifier: GPL-3.0-or-later

C_TESTS += \
	%D%/embedded-test
SH_TESTS += \
	%D%/bootstrap-test.sh \
	%D%/embed-test.sh \
	%D%/lib-test.sh \
	%D%/lint-test.sh
