# tests/fault/local.mk -- killed, raced, powered off, full
# SPDX-License-Identifier: GPL-3.0-or-later

tests_libfixture_a_SOURCES += \
	%D%/crowd.c \
	%D%/crowd.h \
	%D%/disk-file.c \
	%D%/disk-file.h \
	%D%/disk.c \
	%D%/disk.h \
	%D%/each-act.c \
	%D%/each-act.h \
	%D%/shim.c \
	%D%/shim.h

C_TESTS += \
	%D%/backup-test \
	%D%/damage-test \
	%D%/draft-test \
	%D%/full-test \
	%D%/gate-test \
	%D%/io-error-test \
	%D%/kill-test \
	%D%/memory-test \
	%D%/numbers-test \
	%D%/power-test \
	%D%/sync-test \
	%D%/walreset-no-gate-test \
	%D%/walreset-test \
	%D%/writers-test

# The same race without the gate: no-gate.o stands before the library.
tests_fault_walreset_no_gate_test_SOURCES = \
	%D%/no-gate.c \
	%D%/walreset-test.c
tests_fault_walreset_no_gate_test_CPPFLAGS = $(AM_CPPFLAGS) -DGATE=0
SH_TESTS += %D%/backup-full-test.sh %D%/damaged-backups-test.sh \
	%D%/handles-test.sh %D%/read-only-test.sh \
	%D%/register-full-test.sh
EXTRA_DIST += %D%/table.txt

# It has malloc() of its own, which no other test may get.
memory_sources = \
	%D%/memory-test.c \
	%D%/memory.c \
	%D%/memory.h
tests_fault_memory_test_SOURCES = $(memory_sources)

SH_SOAKS += %D%/clerks-postgresql-soak.sh %D%/failover-soak.sh \
	%D%/offices-postgresql-soak.sh

# The same with more rounds.
C_SOAKS += \
	%D%/acts-memory-soak \
	%D%/acts-soak \
	%D%/backup-soak \
	%D%/clerks-soak \
	%D%/damage-soak \
	%D%/full-soak \
	%D%/kill-soak \
	%D%/memory-soak \
	%D%/numbers-soak \
	%D%/offices-soak \
	%D%/power-soak \
	%D%/sync-soak \
	%D%/walreset-soak \
	%D%/writers-soak
tests_fault_backup_soak_SOURCES = %D%/backup-test.c
tests_fault_backup_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
tests_fault_damage_soak_SOURCES = %D%/damage-test.c
tests_fault_damage_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
tests_fault_full_soak_SOURCES = %D%/full-test.c
tests_fault_full_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
tests_fault_kill_soak_SOURCES = %D%/kill-test.c
tests_fault_kill_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
tests_fault_acts_memory_soak_SOURCES = \
	%D%/acts-memory-soak.c \
	%D%/memory.c \
	%D%/memory.h
tests_fault_memory_soak_SOURCES = $(memory_sources)
tests_fault_memory_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
tests_fault_numbers_soak_SOURCES = %D%/numbers-test.c
tests_fault_numbers_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
tests_fault_power_soak_SOURCES = %D%/power-test.c
tests_fault_power_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
tests_fault_sync_soak_SOURCES = %D%/sync-test.c
tests_fault_sync_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
tests_fault_writers_soak_SOURCES = %D%/writers-test.c
tests_fault_writers_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
tests_fault_walreset_soak_SOURCES = %D%/walreset-test.c
tests_fault_walreset_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
tests_fault_clerks_soak_SOURCES = %D%/clerks-soak.c \
	tests/bench/crowded.c tests/bench/crowded.h \
	tests/bench/figures.c tests/bench/figures.h
tests_fault_clerks_soak_LDADD = $(LDADD) -lm
tests_fault_offices_soak_SOURCES = %D%/offices-soak.c \
	tests/bench/crowded.c tests/bench/crowded.h \
	tests/bench/figures.c tests/bench/figures.h \
	tests/bench/offices.c tests/bench/offices.h
tests_fault_offices_soak_LDADD = $(LDADD) -lm
