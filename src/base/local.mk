# src/base/local.mk -- text, Thai, dates, errors, memory, encodings
# SPDX-License-Identifier: GPL-3.0-or-later

libsaraban_a_SOURCES += \
	%D%/arena.h \
	%D%/date.h \
	%D%/digest.h \
	%D%/embedded.c \
	%D%/embedded.h \
	%D%/error.h \
	%D%/file.h \
	%D%/i18n.h \
	%D%/mem.h \
	%D%/text.h \
	%D%/thai.h
