# src/cli/local.mk -- the command line
# SPDX-License-Identifier: GPL-3.0-or-later

libsaraban_a_SOURCES += \
	%D%/apart.c \
	%D%/apart.h \
	%D%/ask.c \
	%D%/ask.h \
	%D%/begin.c \
	%D%/begin.h \
	%D%/cli.c \
	%D%/cli.h \
	%D%/config.c \
	%D%/demo.c \
	%D%/globals.c \
	%D%/globals.h \
	%D%/help.c \
	%D%/import.c \
	%D%/import.h \
	%D%/journal.c \
	%D%/journal.h \
	%D%/locale.c \
	%D%/locale.h \
	%D%/pin.c \
	%D%/pin.h \
	%D%/plain.c \
	%D%/print-json.c \
	%D%/print.c \
	%D%/ssh.c \
	%D%/ssh.h \
	%D%/sheet.c \
	%D%/sheet.h
