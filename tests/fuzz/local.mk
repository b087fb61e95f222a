# tests/fuzz/local.mk -- inputs nobody thought of
# SPDX-License-Identifier: GPL-3.0-or-later

# make fuzz FUZZ_SECONDS=60; the seeds are the letters and sheets of the tests.
EXTRA_DIST += %D%/csv-fuzz.c %D%/intake-fuzz.c %D%/mail-fuzz.c
FUZZ_SECONDS = 600
fuzz_common = $(addprefix $(top_srcdir)/,$(filter src/base/%.c src/intake/%.c, \
	    $(libsaraban_a_SOURCES))) gen/embedded.c
fuzz_sources = $(top_srcdir)/%D%/intake-fuzz.c $(fuzz_common)
# The same for messages, where GMime is: make fuzz-mail.
fuzz_mail_sources = $(top_srcdir)/%D%/mail-fuzz.c $(fuzz_common) \
	$(top_srcdir)/src/app/mail.c $(top_srcdir)/src/app/mail-gmime.c
fuzz_seeds = $(top_srcdir)/data/letters $(top_srcdir)/tests/fixtures/sheets

# And for spreadsheets: make fuzz-csv.
fuzz_csv_sources = $(top_srcdir)/%D%/csv-fuzz.c $(fuzz_common)

.PHONY: fuzz fuzz-mail fuzz-csv
if HAVE_CLANG
intake-fuzz: $(fuzz_sources)
	$(AM_V_CCLD)$(CLANG) -g -O1 -fsanitize=fuzzer,address,undefined \
	    -fno-sanitize-recover=all $(DEFS) -I. $(AM_CPPFLAGS) -std=gnu11 \
	    -o $@ $(fuzz_sources) $(LIBTHAI_LIBS) $(SODIUM_LIBS) $(LIBS)

fuzz: intake-fuzz
	$(MKDIR_P) fuzz-corpus
	./intake-fuzz -max_total_time=$(FUZZ_SECONDS) -timeout=5 \
	    -max_len=40000 fuzz-corpus $(fuzz_seeds)

csv-fuzz: $(fuzz_csv_sources)
	$(AM_V_CCLD)$(CLANG) -g -O1 -fsanitize=fuzzer,address,undefined \
	    -fno-sanitize-recover=all $(DEFS) -I. $(AM_CPPFLAGS) -std=gnu11 \
	    -o $@ $(fuzz_csv_sources) $(LIBTHAI_LIBS) $(SODIUM_LIBS) \
	    $(ZSTD_LIBS) $(LIBICAL_LIBS) $(QRENCODE_LIBS) $(LIBS)

fuzz-csv: csv-fuzz
	$(MKDIR_P) fuzz-csv-corpus
	./csv-fuzz -max_total_time=$(FUZZ_SECONDS) -timeout=5 \
	    -max_len=40000 fuzz-csv-corpus $(fuzz_seeds)

mail-fuzz: $(fuzz_mail_sources)
	$(AM_V_CCLD)$(CLANG) -g -O1 -fsanitize=fuzzer,address,undefined \
	    -fno-sanitize-recover=all $(DEFS) -I. $(AM_CPPFLAGS) -std=gnu11 \
	    $(GMIME_CFLAGS) -o $@ $(fuzz_mail_sources) $(LIBTHAI_LIBS) \
	    $(SODIUM_LIBS) $(GMIME_LIBS) $(LIBS)

fuzz-mail: mail-fuzz
	$(MKDIR_P) fuzz-mail-corpus
	./mail-fuzz -max_total_time=$(FUZZ_SECONDS) -timeout=5 \
	    -max_len=40000 fuzz-mail-corpus $(top_srcdir)/tests/fixtures/mail
else
fuzz fuzz-mail fuzz-csv:
	@echo "configure did not find clang"; exit 1
endif
MOSTLYCLEANFILES += csv-fuzz intake-fuzz mail-fuzz
