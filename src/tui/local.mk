# src/tui/local.mk -- the screen
# SPDX-License-Identifier: GPL-3.0-or-later

libsaraban_a_SOURCES +=
