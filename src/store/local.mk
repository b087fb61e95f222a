# src/store/local.mk -- SQL by name, transactions, upgrades, the gate
# SPDX-License-Identifier: GPL-3.0-or-later

libsaraban_a_SOURCES += \
	%D%/about.c \
	%D%/apply.c \
	%D%/attach.c \
	%D%/attach.h \
	%D%/copy.c \
	%D%/copy.h \
	%D%/engine-keeper.c \
	%D%/engine-sqlite.c \
	%D%/engine.h \
	%D%/gate.c \
	%D%/gate.h \
	%D%/host.c \
	%D%/host.h \
	%D%/internal.h \
	%D%/kept.h \
	%D%/kinds.c \
	%D%/once.c \
	%D%/once.h \
	%D%/pairs.c \
	%D%/pairs.h \
	%D%/place.c \
	%D%/plan.c \
	%D%/plan.h \
	%D%/serve.c \
	%D%/veil-sqlite.c \
	%D%/veil-sqlite.h \
	%D%/veil.c \
	%D%/query-text.h \
	%D%/query.c \
	%D%/replace.c \
	%D%/replace.h \
	%D%/rows.c \
	%D%/secret.c \
	%D%/secret.h \
	%D%/settings.c \
	%D%/store.c \
	%D%/store.h \
	%D%/tokenizer.c \
	%D%/tokenizer.h \
	%D%/turn.c \
	%D%/upgrade.c

if HAVE_LIBPQ
libsaraban_a_SOURCES += \
	%D%/engine-postgresql.c \
	%D%/postgresql-call.c \
	%D%/postgresql-call.h \
	%D%/postgresql-answers.c \
	%D%/postgresql-answers.h \
	%D%/postgresql-line.c \
	%D%/postgresql-line.h \
	%D%/postgresql-pieces.c \
	%D%/postgresql-pieces.h \
	%D%/postgresql-text.c \
	%D%/postgresql-text.h
nodist_libsaraban_a_SOURCES += gen/libpq-late.c gen/libpq-late.h
else
libsaraban_a_SOURCES += %D%/engine-none.c
endif
