# src/cli/local.mk -- the command line
# SPDX-License-Identifier: GPL-3.0-or-later

libsaraban_a_SOURCES +=
