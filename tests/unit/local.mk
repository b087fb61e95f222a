# tests/unit/local.mk -- one module at a time: base, model rules, columns, forms
# SPDX-License-Identifier: GPL-3.0-or-later

C_TESTS +=
SH_TESTS += \
	%D%/embed-test.sh \
	%D%/lib-test.sh \
	%D%/lint-test.sh
