# build-aux/local.mk -- lint, coverage, tags
# SPDX-License-Identifier: GPL-3.0-or-later

lint_files = \
	%D%/lint.sh \
	%D%/lint/code.awk \
	%D%/lint/contents.sh \
	%D%/lint/cppcheck.cfg \
	%D%/lint/cppcheck.sh \
	%D%/lint/cppcheck.supp \
	%D%/lint/depends.sh \
	%D%/lint/exceptions \
	%D%/lint/faults.sh \
	%D%/lint/floors.sh \
	%D%/lint/format.sh \
	%D%/lint/heads.sh \
	%D%/lint/keys.sh \
	%D%/lint/machine.sh \
	%D%/lint/mandoc.sh \
	%D%/lint/manual.sh \
	%D%/lint/memory.sh \
	%D%/lint/packed.sh \
	%D%/lint/pages.sh \
	%D%/lint/picture.sh \
	%D%/lint/po.sh \
	%D%/lint/printing.sh \
	%D%/lint/shell.sh \
	%D%/lint/sizes.sh \
	%D%/lint/sql.sh \
	%D%/lint/tests.sh \
	%D%/lint/twice.sh \
	%D%/lint/words.awk
EXTRA_DIST += $(lint_files) \
	%D%/coverage.awk \
	%D%/embed.awk \
	%D%/pot.sh \
	%D%/late.awk %D%/sql2c.awk

# All checks, or some of them: make lint LINT="floors sizes".
LINT =
.PHONY: lint
lint: all
	@$(SHELL) $(top_srcdir)/%D%/lint.sh $(abs_top_builddir) $(LINT)

# What clang-tidy knows to be wrong (.clang-tidy); ten minutes, so not lint.
tidy_flags = $(DEFS) $(DEFAULT_INCLUDES) $(CPPFLAGS) $(AM_CPPFLAGS) \
	$(filter-out $(WARN_CFLAGS) $(SANITIZER) $(COVERAGE),$(AM_CFLAGS))
.PHONY: tidy
tidy: $(BUILT_SOURCES)
	@command -v clang-tidy >/dev/null || { \
		echo "clang-tidy is missing: nothing is looked at"; exit 0; }; \
	cd $(top_srcdir) && \
	clang-tidy --quiet $(TIDY) -- $(patsubst -I.,-I$(abs_top_builddir), \
	    $(tidy_flags)) -I$(abs_top_builddir)
TIDY = $(filter src/%.c,$(libsaraban_a_SOURCES)) src/main.c

.PHONY: print-distfiles
print-distfiles:
	@printf '%s\n' $(patsubst $(top_srcdir)/%,%,$(DISTFILES))

# Which part of each file the tests ran.
.PHONY: coverage
if CODE_COVERAGE
coverage:
	@find . -name '*.gcda' -exec rm -f {} +
	$(MAKE) check
	@find . -name '*.gcno' ! -path './tests/*' \
	    -exec gcov --no-output {} + 2>/dev/null | \
	    $(AWK) -v top=$(top_srcdir)/ -f $(top_srcdir)/%D%/coverage.awk
else
coverage:
	@echo "configure with --enable-code-coverage first"; exit 1
endif
CLEANFILES += gen/*.gcda gen/*.gcno src/*.gcda src/*.gcno \
	src/*/*.gcda src/*/*.gcno tests/*/*.gcda tests/*/*.gcno
