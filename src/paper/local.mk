# src/paper/local.mk -- rows and words become pages
# SPDX-License-Identifier: GPL-3.0-or-later

libsaraban_a_SOURCES += \
	%D%/figures.c \
	%D%/internal.h \
	%D%/maker.c \
	%D%/maker.h \
	%D%/maker-svg.c \
	%D%/maker-text.c \
	%D%/pages.c \
	%D%/pages.h \
	%D%/document.c \
	%D%/document.h \
	%D%/spool.c \
	%D%/spool.h \
	%D%/strip.h \
	%D%/table.c

# Pages as PDF by pango and cairo, where they are.
if HAVE_PANGO
libsaraban_a_SOURCES += %D%/glyphs.c %D%/glyphs.h %D%/maker-pdf.c \
	%D%/typeface.c %D%/typeface.h
nodist_libsaraban_a_SOURCES += gen/pangocairo-late.c gen/pangocairo-late.h
else
libsaraban_a_SOURCES += %D%/maker-none.c
endif
