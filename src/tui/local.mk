# src/tui/local.mk -- the screen
# SPDX-License-Identifier: GPL-3.0-or-later

libsaraban_a_SOURCES += \
	%D%/area.c \
	%D%/column.c \
	%D%/column.h \
	%D%/editor-draw.c \
	%D%/editor.c \
	%D%/editor.h \
	%D%/grid.c \
	%D%/grid.h \
	%D%/key.c \
	%D%/key.h \
	%D%/list.c \
	%D%/list.h \
	%D%/moves.c \
	%D%/moves.h \
	%D%/pager.c \
	%D%/pager.h \
	%D%/style.c \
	%D%/style.h \
	%D%/term-curses.c \
	%D%/term-test.c \
	%D%/term.h \
	%D%/wrap.c \
	%D%/wrap.h
