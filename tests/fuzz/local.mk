# tests/fuzz/local.mk -- inputs nobody thought of
# SPDX-License-Identifier: GPL-3.0-or-later

FUZZ_TARGETS = \
	%D%/conf-fuzz \
	%D%/csv-fuzz \
	%D%/damaged-fuzz \
	%D%/date-fuzz \
	%D%/draft-fuzz \
	%D%/event-fuzz \
	%D%/ics-fuzz \
	%D%/intake-fuzz \
	%D%/keeper-fuzz \
	%D%/keys-fuzz \
	%D%/mail-fuzz \
	%D%/query-fuzz \
	%D%/signed-fuzz \
	%D%/ssh-fuzz \
	%D%/text-fuzz \
	%D%/visible-fuzz \
	%D%/words-fuzz

# As tests, they read again what tests/fuzz/corpus/ keeps of former runs.
tests_libfixture_a_SOURCES += \
	%D%/any-param.c \
	%D%/any-param.h \
	%D%/fuzz.c \
	%D%/fuzz.h \
	%D%/mad-screen.c \
	%D%/mad-screen.h \
	%D%/small.c \
	%D%/small.h
if !FUZZING
tests_libfixture_a_SOURCES += %D%/replay.c
endif
check_PROGRAMS += $(FUZZ_TARGETS)
TESTS += $(FUZZ_TARGETS)
EXTRA_DIST += $(patsubst $(top_srcdir)/%,%, \
	$(wildcard $(srcdir)/%D%/corpus/*/* $(srcdir)/%D%/*.dict))

# make fuzz FUZZ="csv mail" FUZZ_SECONDS=60: these for so long each, one after
# the other, in a build of their own.  What they find is kept in
# fuzzing/found/NAME.
FUZZ = $(patsubst %D%/%-fuzz,%,$(FUZZ_TARGETS))
FUZZ_SECONDS = 600
# ... which of them read Thai text
FUZZ_THAI = date draft intake keeper mail text visible words
fuzz_corpus = $(abs_top_srcdir)/%D%/corpus
fuzz_found = $(abs_top_builddir)/fuzzing/found
# A single piece of memory is never larger than that of the longest answer.
fuzz_run = ./%D%/$$name-fuzz -timeout=25 -rss_limit_mb=4096 \
	-malloc_limit_mb=512 -max_len=20000 \
	$$(case " $(FUZZ_THAI) " in *" $$name "*) \
	    echo -dict=$(abs_top_srcdir)/%D%/thai.dict ;; esac)

.PHONY: fuzz fuzz-build fuzz-corpus
if HAVE_CLANG
fuzzing/config.status: $(top_srcdir)/configure
	$(MKDIR_P) fuzzing
	cd fuzzing && $(abs_top_srcdir)/configure CC='$(CLANG)' \
	    CFLAGS='-g -O1' --with-sanitizer=address,undefined \
	    --enable-fuzzing >configure.log

fuzz-build: fuzzing/config.status
	$(MAKE) -C fuzzing $(BUILT_SOURCES)
	$(MAKE) -C fuzzing $(FUZZ:%=%D%/%-fuzz)

fuzz: fuzz-build
	@$(test_environment) cd fuzzing && for name in $(FUZZ); do \
		echo "-- $$name"; \
		$(MKDIR_P) found/$$name; \
		$(fuzz_run) -max_total_time=$(FUZZ_SECONDS) \
		    -artifact_prefix=$(fuzz_found)/ \
		    -print_final_stats=1 $(fuzz_found)/$$name \
		    $(fuzz_corpus)/$$name || exit 1; \
	done

# What was found that is new goes into the sources, as little as tells all.
fuzz-corpus: fuzz-build
	@$(test_environment) cd fuzzing && for name in $(FUZZ); do \
		rm -rf least && $(MKDIR_P) least found/$$name && \
		$(fuzz_run) -set_cover_merge=1 -use_counters=0 \
		    $$PWD/least $(fuzz_corpus)/$$name \
		    $(fuzz_found)/$$name && \
		rm -rf $(fuzz_corpus)/$$name && \
		mv least $(fuzz_corpus)/$$name || exit 1; \
	done
else
fuzz fuzz-build fuzz-corpus:
	@echo "clang is missing: configure did not find it, nothing is fuzzed"
endif

clean-local: clean-fuzz
.PHONY: clean-fuzz
clean-fuzz:
	rm -rf fuzzing
