# src/model/local.mk -- letters, numbers, routes, people, the ledger
# SPDX-License-Identifier: GPL-3.0-or-later

libsaraban_a_SOURCES += \
	%D%/actor.c \
	%D%/actor.h \
	%D%/book.c \
	%D%/book.h \
	%D%/check.c \
	%D%/check.h \
	%D%/choices.c \
	%D%/choices.h \
	%D%/circulate-rules.c \
	%D%/circulation.c \
	%D%/circulation.h \
	%D%/compare.c \
	%D%/event-line.c \
	%D%/event-line.h \
	%D%/event.c \
	%D%/event.h \
	%D%/index.c \
	%D%/index.h \
	%D%/keep.c \
	%D%/keep.h \
	%D%/ledger.c \
	%D%/ledger.h \
	%D%/letter-list.c \
	%D%/letter-list.h \
	%D%/letter.c \
	%D%/letter.h \
	%D%/manifest-text.c \
	%D%/manifest.c \
	%D%/manifest.h \
	%D%/number.c \
	%D%/number.h \
	%D%/office.c \
	%D%/office.h \
	%D%/policy.c \
	%D%/policy.h \
	%D%/register-text.h \
	%D%/replay.c \
	%D%/replay.h \
	%D%/role.c \
	%D%/role.h \
	%D%/route.c \
	%D%/route.h \
	%D%/same.c \
	%D%/same.h \
	%D%/secrecy.c \
	%D%/secrecy.h \
	%D%/seal.c \
	%D%/seal.h \
	%D%/standing.c \
	%D%/text-in.c \
	%D%/text-out.c \
	%D%/year.c \
	%D%/year.h
