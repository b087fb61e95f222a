# data/local.mk -- SQL and texts that become C
# SPDX-License-Identifier: GPL-3.0-or-later

# Statements, in the order in which they shall be numbered; the schema and
# the upgrade steps.
SQL_FILES = \
	%D%/sql/schema.sql \
	%D%/sql/settings.sql \
	%D%/sql/veil.sql \
	%D%/sql/ledger.sql \
	%D%/sql/queries.sql \
	%D%/sql/between.sql \
	%D%/sql/morning.sql \
	%D%/sql/stats.sql \
	%D%/sql/calendar.sql \
	%D%/sql/checks.sql \
	%D%/sql/duty.sql \
	%D%/sql/collect.sql \
	%D%/sql/apply.sql \
	%D%/sql/duty-apply.sql \
	%D%/sql/collect-apply.sql \
	%D%/sql/postgresql/before.sql \
	%D%/sql/postgresql/after.sql \
	%D%/sql/postgresql/settings.sql \
	%D%/sql/postgresql/queries.sql

# Texts the program carries in itself, by their name under data/.
EMBEDDED_FILES = \
	%D%/demo/road.txt \
	%D%/holidays \
	%D%/keys.conf \
	%D%/letters/000.txt \
	%D%/letters/001.txt \
	%D%/letters/002.txt \
	%D%/letters/003.txt \
	%D%/letters/004.txt \
	%D%/libreoffice.xcu \
	%D%/office.json \
	%D%/phrases.conf \
	%D%/prefixes.txt \
	%D%/saraban.conf \
	%D%/themes.conf \
	%D%/words.txt

# Beside the documentation, to begin a file of one's own with.
dist_doc_DATA = %D%/saraban.conf

EXTRA_DIST += $(SQL_FILES) $(EMBEDDED_FILES)

gen_files = gen/queries.h gen/queries.c gen/embedded.c
BUILT_SOURCES += $(gen_files)
CLEANFILES += $(gen_files)
nodist_libsaraban_a_SOURCES += $(gen_files)

sql2c = $(top_srcdir)/build-aux/sql2c.awk
embed = $(top_srcdir)/build-aux/embed.awk
sql_files = $(addprefix $(top_srcdir)/,$(SQL_FILES))
embedded_files = $(addprefix $(top_srcdir)/,$(EMBEDDED_FILES))

# $(call make_by_awk,script and its settings,files): the file is there whole
# or not at all.  No file given means an empty standard input.
make_by_awk = $(MKDIR_P) gen && \
	LC_ALL=C $(AWK) -f $(1) $(2) </dev/null >$@.new && mv $@.new $@

gen/queries.h: $(sql_files) $(sql2c)
	$(AM_V_GEN)$(call make_by_awk,$(sql2c) -v make=header,$(sql_files))

gen/queries.c: $(sql_files) $(sql2c)
	$(AM_V_GEN)$(call make_by_awk,$(sql2c) -v make=source,$(sql_files))

gen/embedded.c: $(embedded_files) $(embed)
	$(AM_V_GEN)$(call make_by_awk,$(embed),$(embedded_files))

# Libraries that few commands need are loaded late (src/base/late.h).
late_lists = %D%/late/gmime.late %D%/late/libical.late %D%/late/libpq.late \
	%D%/late/pangocairo.late %D%/late/xlsxwriter.late
EXTRA_DIST += $(late_lists)
late_names = libical
if HAVE_GMIME
late_names += gmime
endif
if HAVE_LIBPQ
late_names += libpq
endif
if HAVE_PANGO
late_names += pangocairo
endif
if HAVE_XLSXWRITER
late_names += xlsxwriter
endif
late_heads = $(late_names:%=gen/%-late.h)
late_sources = $(late_names:%=gen/%-late.c)
late = $(top_srcdir)/build-aux/late.awk
BUILT_SOURCES += $(late_heads) $(late_sources)
CLEANFILES += $(late_heads) $(late_sources)

$(late_heads): gen/%-late.h: $(top_srcdir)/data/late/%.late $(late)
	$(AM_V_GEN)$(call make_by_awk,$(late) -v part=h,$<)

$(late_sources): gen/%-late.c: $(top_srcdir)/data/late/%.late $(late)
	$(AM_V_GEN)$(call make_by_awk,$(late) -v part=c,$<)

# A list that changed makes the file anew.
gen/queries.h gen/queries.c gen/embedded.c: $(top_srcdir)/data/local.mk
