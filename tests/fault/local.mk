# tests/fault/local.mk -- killed, raced, powered off, full
# SPDX-License-Identifier: GPL-3.0-or-later

tests_libfixture_a_SOURCES += \
	%D%/disk.c \
	%D%/disk.h \
	%D%/shim.c \
	%D%/shim.h

C_TESTS += \
	%D%/io-error-test \
	%D%/power-test
SH_TESTS +=

# The same with more rounds.
C_SOAKS += %D%/power-soak
tests_fault_power_soak_SOURCES = %D%/power-test.c
tests_fault_power_soak_CPPFLAGS = $(AM_CPPFLAGS) -DSOAK=1
