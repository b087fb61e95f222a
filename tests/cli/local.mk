# tests/cli/local.mk -- commands, exit statuses, JSON
# SPDX-License-Identifier: GPL-3.0-or-later

C_TESTS +=
SH_TESTS +=
