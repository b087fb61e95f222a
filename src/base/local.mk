# src/base/local.mk -- text, Thai, dates, errors, memory, encodings
# SPDX-License-Identifier: GPL-3.0-or-later

libsaraban_a_SOURCES += \
	%D%/password.c \
	%D%/password.h \
	%D%/arena.c \
	%D%/arena.h \
	%D%/cipher.c \
	%D%/cipher.h \
	%D%/bars.c \
	%D%/bars.h \
	%D%/base64.c \
	%D%/base64.h \
	%D%/code.c \
	%D%/confine-calls.h \
	%D%/confine.c \
	%D%/confine.h \
	%D%/csv-guard.c \
	%D%/csv.c \
	%D%/csv.h \
	%D%/date-near.c \
	%D%/date-parse.c \
	%D%/date-parts.h \
	%D%/date-words.c \
	%D%/date.c \
	%D%/date.h \
	%D%/digest.c \
	%D%/digest.h \
	%D%/embedded.c \
	%D%/embedded.h \
	%D%/encoding.c \
	%D%/encoding.h \
	%D%/error.c \
	%D%/error.h \
	%D%/escape.c \
	%D%/escape.h \
	%D%/file.c \
	%D%/file.h \
	%D%/folder.c \
	%D%/folder.h \
	%D%/html.c \
	%D%/html.h \
	%D%/i18n.c \
	%D%/i18n.h \
	%D%/ics-read.c \
	%D%/ics.c \
	%D%/ics.h \
	%D%/kedmanee.c \
	%D%/kedmanee.h \
	%D%/late.c \
	%D%/late.h \
	%D%/mem.c \
	%D%/mem.h \
	%D%/minisign.c \
	%D%/minisign.h \
	%D%/moment-parse.c \
	%D%/pack.c \
	%D%/pack.h \
	%D%/qr-code.c \
	%D%/qr-code.h \
	%D%/recur.c \
	%D%/recur.h \
	%D%/refno.c \
	%D%/refno.h \
	%D%/sample.c \
	%D%/sample.h \
	%D%/slots.c \
	%D%/slots.h \
	%D%/span.h \
	%D%/run.c \
	%D%/run.h \
	%D%/lines.c \
	%D%/lines.h \
	%D%/scratch.c \
	%D%/scratch.h \
	%D%/ssh-key.c \
	%D%/ssh-key.h \
	%D%/spell.c \
	%D%/spell.h \
	%D%/text.c \
	%D%/text.h \
	%D%/thai-collate.c \
	%D%/thai-collate.h \
	%D%/thai-cut.c \
	%D%/thai-break.c \
	%D%/thai-break.h \
	%D%/thai-digits.c \
	%D%/thai-fold.c \
	%D%/thai-fold.h \
	%D%/thai-normal.c \
	%D%/thai-words.c \
	%D%/thai-wrap.c \
	%D%/thai.c \
	%D%/thai.h \
	%D%/utf8.c \
	%D%/wire.c \
	%D%/wire.h

# Calendars are read by libical, loaded when there is one to read.
nodist_libsaraban_a_SOURCES += gen/libical-late.c gen/libical-late.h

# Workbooks are written by libxlsxwriter, where it is.
libsaraban_a_SOURCES += %D%/xlsx.h
if HAVE_XLSXWRITER
libsaraban_a_SOURCES += %D%/xlsx-lib.c
nodist_libsaraban_a_SOURCES += gen/xlsxwriter-late.c gen/xlsxwriter-late.h
else
libsaraban_a_SOURCES += %D%/xlsx-none.c
endif

# Backups are packed by zstd, where it is.
if HAVE_ZSTD
libsaraban_a_SOURCES += %D%/pack-zstd.c
else
libsaraban_a_SOURCES += %D%/pack-none.c
endif

# System calls are filtered by libseccomp, where it is.
if HAVE_SECCOMP
libsaraban_a_SOURCES += %D%/confine-seccomp.c
else
libsaraban_a_SOURCES += %D%/confine-none.c
endif
