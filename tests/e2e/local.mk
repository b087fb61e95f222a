# tests/e2e/local.mk -- journeys through the real terminal, in tmux
# SPDX-License-Identifier: GPL-3.0-or-later

C_TESTS +=
SH_TESTS +=
