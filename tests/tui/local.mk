# tests/tui/local.mk -- keys in, pictures out
# SPDX-License-Identifier: GPL-3.0-or-later

# Tests that compare pictures; `make golden' writes their pictures anew.
TUI_C_TESTS =
TUI_SH_TESTS =
C_TESTS += $(TUI_C_TESTS)
SH_TESTS += $(TUI_SH_TESTS)

.PHONY: golden
golden: all $(TUI_C_TESTS)
	$(call run_each,$(TUI_C_TESTS) $(TUI_SH_TESTS),picture)
golden: export GOLDEN = 1
