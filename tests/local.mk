# tests/local.mk -- how tests run, and the folders they stand in
# SPDX-License-Identifier: GPL-3.0-or-later

# A register to try things on: linked by every test program that wants it.
check_LIBRARIES = %D%/libfixture.a
tests_libfixture_a_SOURCES = \
	%D%/again.c \
	%D%/again.h \
	%D%/any-act.c \
	%D%/any-act.h \
	%D%/fixture-image.c \
	%D%/fixture-office.c \
	%D%/fixture-sql.c \
	%D%/fixture.c \
	%D%/fixture.h \
	%D%/kept.c \
	%D%/kept.h \
	%D%/no-exec.c \
	%D%/no-exec.h \
	%D%/server.c \
	%D%/server.h \
	%D%/unseen.c \
	%D%/unseen.h

include tests/unit/local.mk
include tests/intake/local.mk
include tests/store/local.mk
include tests/cli/local.mk
include tests/paper/local.mk
include tests/tui/local.mk
include tests/e2e/local.mk
include tests/fault/local.mk
include tests/bench/local.mk
include tests/fuzz/local.mk

EXTRA_DIST += %D%/cmocka.sh %D%/lib.sh %D%/lsan.supp %D%/memcheck.sh \
	%D%/on-postgresql.txt %D%/postgresql.sh %D%/scan.sh %D%/soak.awk \
	%D%/soak.sh %D%/test.h %D%/valgrind.supp \
	%D%/fixtures/route.txt \
	%D%/fixtures/five-letters-duties.txt \
	%D%/fixtures/five-letters-story.txt \
	%D%/fixtures/log.txt \
	%D%/fixtures/log-thai.txt \
	%D%/fixtures/old-register.csv \
	%D%/fixtures/rules.txt \
	%D%/fixtures/thai.txt \
	%D%/fixtures/workbook.fods \
	%D%/fixtures/workdays.txt \
	%D%/fixtures/schema-1.sql \
	%D%/fixtures/mail/attached.eml \
	%D%/fixtures/mail/forwarded.eml \
	%D%/fixtures/mail/own-words.eml \
	%D%/fixtures/mail/page.eml
dist_check_SCRIPTS += $(SH_TESTS)
TESTS += $(SH_TESTS)
if HAVE_CMOCKA
check_PROGRAMS += $(C_TESTS)
TESTS += $(C_TESTS)
else
EXTRA_PROGRAMS += $(C_TESTS)
check-local:
	@for t in $(C_TESTS); do \
		echo "SKIP: $$t: configure did not find cmocka"; done
endif
EXTRA_PROGRAMS += $(C_SOAKS) $(C_BENCHES)
EXTRA_DIST += $(SH_SOAKS) $(SH_BENCHES)
CLEANFILES += $(C_SOAKS) $(C_BENCHES) tests/*/*.postgresql

lsan_supp = $(abs_top_srcdir)/tests/lsan.supp

# Everything that changes from machine to machine is fixed.  Who reads a
# terminal while a shell of jobs has it is stopped for ever.
test_environment = \
	exec </dev/null; \
	export LC_ALL=C.UTF-8 TZ=UTC CMOCKA_MESSAGE_OUTPUT=TAP; \
	export top_srcdir='$(abs_top_srcdir)'; \
	export top_builddir='$(abs_top_builddir)'; \
	export SARABAN='$(abs_top_builddir)/saraban'; \
	export SARABAN_LOCALEDIR='$(abs_top_builddir)/locale'; \
	export AWK='$(AWK)'; \
	export LSAN_OPTIONS='print_suppressions=0:suppressions=$(lsan_supp)'; \
	unset LANGUAGE SARABAN_REGISTER SSH_CONNECTION STY NO_COLOR;
AM_TESTS_ENVIRONMENT = $(test_environment)

TEST_EXTENSIONS = .sh
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) \
	$(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
# A test that hangs fails, with its log, before what waits for all gives up.
LIMIT = timeout --foreground -k 5 480
LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/cmocka.sh $(LIMIT)
SH_LOG_COMPILER = $(LIMIT) $(SHELL)

# $(call run_each,files,what): runs each where make check would; a script is
# found beside the sources.
run_each = @$(test_environment) \
	test -n "$(strip $(1))" || echo "there is no $(2) yet"; \
	for t in $(1); do \
		echo "-- $$t"; \
		case $$t in \
		*.sh)	$(SHELL) $(top_srcdir)/$$t ;; \
		*)	./$$t ;; \
		esac || exit 1; \
	done

.PHONY: soak bench memcheck check-postgresql
# All tests again, with their registers in PostgreSQL.
check-postgresql: all $(check_PROGRAMS) $(C_TESTS)
	@$(test_environment) $(SHELL) \
		$(top_srcdir)/tests/store/engines-test.sh \
		$(C_TESTS) $(SH_TESTS) $(FUZZ_TARGETS)

# What people do most, under valgrind; ten minutes.
memcheck: all tests/tui/play
	$(call run_each,tests/memcheck.sh,memory check)

# Hours of the faults that make check tries for seconds, and a table of what
# they came to; for some: make soak SOAK=tests/fault/kill-soak.
SOAK = $(C_SOAKS) $(SH_SOAKS)
soak: all $(filter-out %.sh,$(SOAK)) tests/e2e/wire
	@$(test_environment) $(SHELL) $(top_srcdir)/tests/soak.sh $(SOAK)

bench: all $(C_BENCHES) tests/bench/big-sheet
	$(call run_each,$(C_BENCHES) $(SH_BENCHES),benchmark)
