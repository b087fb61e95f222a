# src/app/local.mk -- what the program can do: one action table, session
# SPDX-License-Identifier: GPL-3.0-or-later

libsaraban_a_SOURCES += \
	%D%/action.h \
	%D%/look.h \
	%D%/session.h
