# tests/fuzz/local.mk -- inputs nobody thought of
# SPDX-License-Identifier: GPL-3.0-or-later

# make fuzz FUZZ_SECONDS=60; the seeds are the letters and sheets of the tests.
EXTRA_DIST += %D%/intake-fuzz.c
FUZZ_SECONDS = 600
fuzz_sources = $(top_srcdir)/%D%/intake-fuzz.c \
	$(addprefix $(top_srcdir)/,$(filter src/base/%.c src/intake/%.c, \
	    $(libsaraban_a_SOURCES))) gen/embedded.c
fuzz_seeds = $(top_srcdir)/data/letters $(top_srcdir)/tests/fixtures/sheets

.PHONY: fuzz
if HAVE_CLANG
intake-fuzz: $(fuzz_sources)
	$(AM_V_CCLD)$(CLANG) -g -O1 -fsanitize=fuzzer,address,undefined \
	    -fno-sanitize-recover=all $(DEFS) -I. $(AM_CPPFLAGS) -std=gnu11 \
	    -o $@ $(fuzz_sources) $(LIBTHAI_LIBS) $(SODIUM_LIBS) $(LIBS)

fuzz: intake-fuzz
	$(MKDIR_P) fuzz-corpus
	./intake-fuzz -max_total_time=$(FUZZ_SECONDS) -timeout=5 \
	    -max_len=40000 fuzz-corpus $(fuzz_seeds)
else
fuzz:
	@echo "configure did not find clang"; exit 1
endif
MOSTLYCLEANFILES += intake-fuzz
