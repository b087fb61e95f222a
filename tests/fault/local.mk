# tests/fault/local.mk -- killed, raced, powered off, full
# SPDX-License-Identifier: GPL-3.0-or-later

C_TESTS +=
SH_TESTS +=
