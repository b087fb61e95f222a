# tests/fault/local.mk -- killed, raced, powered off, full
# SPDX-License-Identifier: GPL-3.0-or-later

tests_libfixture_a_SOURCES += \
	%D%/shim.c \
	%D%/shim.h

C_TESTS += \
	%D%/io-error-test
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
