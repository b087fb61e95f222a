# tests/fault/local.mk -- killed, raced, powered off, full
# SPDX-License-Identifier: GPL-3.0-or-later

C_TESTS += \
	%D%/race-open-test \
	%D%/race-test
SH_TESTS +=

tests_fault_race_test_SOURCES = \
	%D%/race-test.c \
	%D%/race.c \
	%D%/race.h
# Its own objects come before the library: its gate is the one that is linked.
tests_fault_race_open_test_SOURCES = \
	%D%/no-gate.c \
	%D%/race-open-test.c \
	%D%/race.c \
	%D%/race.h
