# tests/store/local.mk -- statements, plans, upgrades, the ledger, awk
# SPDX-License-Identifier: GPL-3.0-or-later

tests_libfixture_a_SOURCES += \
	%D%/by-hand.c \
	%D%/by-hand.h \
	%D%/collected.c \
	%D%/collected.h \
	%D%/forge.c \
	%D%/forge.h \
	%D%/months.c \
	%D%/months.h \
	%D%/planted.c \
	%D%/planted.h \
	%D%/whole-road.c \
	%D%/whole-road.h

C_TESTS += \
	%D%/host-test \
	%D%/act-test \
	%D%/away-test \
	%D%/check-test \
	%D%/clock-test \
	%D%/collect-test \
	%D%/collected-test \
	%D%/day-test \
	%D%/destroy-test \
	%D%/five-letters-test \
	%D%/guard-test \
	%D%/holiday-test \
	%D%/import-test \
	%D%/journeys-test \
	%D%/ledger-test \
	%D%/letter-003-test \
	%D%/exchange-test \
	%D%/lists-test \
	%D%/log-test \
	%D%/many-test \
	%D%/missing-test \
	%D%/morning-test \
	%D%/once-test \
	%D%/open-test \
	%D%/reserve-test \
	%D%/page-test \
	%D%/pieces-test \
	%D%/return-test \
	%D%/road-test \
	%D%/absent-test \
	%D%/apply-test \
	%D%/graph-test \
	%D%/growth-test \
	%D%/rules-test \
	%D%/secrecy-test \
	%D%/search-test \
	%D%/seal-test \
	%D%/sealed-test \
	%D%/settings-test \
	%D%/statements-test \
	%D%/stats-reports-test \
	%D%/stats-test \
	%D%/text-test \
	%D%/turn-test \
	%D%/tamper-test \
	%D%/upgrade-test \
	%D%/veil-test \
	%D%/walk-test
SH_TESTS += %D%/five-letters-table-test.sh %D%/engines-test.sh \
	%D%/move-test.sh %D%/postgresql-test.sh %D%/sql2c-test.sh
SH_SOAKS += %D%/engines-soak.sh
EXTRA_DIST += %D%/five-letters.awk

if HAVE_LIBPQ
C_TESTS += %D%/answers-test
else
EXTRA_DIST += %D%/answers-test.c
endif

# The same with more rounds.
C_SOAKS += %D%/clock-soak %D%/import-soak %D%/tamper-soak %D%/walk-soak
tests_store_clock_soak_SOURCES = %D%/clock-test.c
tests_store_clock_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
tests_store_tamper_soak_SOURCES = %D%/tamper-test.c
tests_store_tamper_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
tests_store_import_soak_SOURCES = %D%/import-test.c
tests_store_import_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
tests_store_walk_soak_SOURCES = %D%/walk-test.c
tests_store_walk_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
