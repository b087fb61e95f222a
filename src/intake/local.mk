# src/intake/local.mk -- a sheet's text to fields
# SPDX-License-Identifier: GPL-3.0-or-later

libsaraban_a_SOURCES += \
	%D%/body.c \
	%D%/check.c \
	%D%/columns.c \
	%D%/columns.h \
	%D%/contact.c \
	%D%/decode.c \
	%D%/decode.h \
	%D%/duty-about.c \
	%D%/duty-make.c \
	%D%/duty-rule.c \
	%D%/duty-typed.c \
	%D%/duty.c \
	%D%/duty.h \
	%D%/enclose.c \
	%D%/extent.c \
	%D%/foot.c \
	%D%/head-block.c \
	%D%/head-date.c \
	%D%/head-title.c \
	%D%/head.c \
	%D%/head.h \
	%D%/intake.h \
	%D%/join.c \
	%D%/label.c \
	%D%/label.h \
	%D%/marks.c \
	%D%/marks.h \
	%D%/markup.c \
	%D%/markup.h \
	%D%/note.c \
	%D%/office.c \
	%D%/pattern.c \
	%D%/pattern.h \
	%D%/prefix.c \
	%D%/prefix.h \
	%D%/reading.c \
	%D%/reading.h \
	%D%/ref-state.c \
	%D%/ref.c \
	%D%/ref.h \
	%D%/refer.c \
	%D%/repair.c \
	%D%/repair.h \
	%D%/scan.c \
	%D%/scan.h \
	%D%/sheet.c \
	%D%/sheet.h \
	%D%/sign.c \
	%D%/stamp.c \
	%D%/warning.c \
	%D%/warning.h \
	%D%/words.c \
	%D%/words.h
