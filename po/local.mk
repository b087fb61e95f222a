# po/local.mk -- Thai
# SPDX-License-Identifier: GPL-3.0-or-later

PO_FILES = %D%/th.po
EXTRA_DIST += $(PO_FILES)

# The catalogue lies in the build tree as it will lie under $(localedir), so
# that the program finds it before it is installed (SARABAN_LOCALEDIR).
if ENABLE_NLS
thmodir = $(localedir)/th/LC_MESSAGES
nodist_thmo_DATA = locale/th/LC_MESSAGES/saraban.mo
CLEANFILES += $(nodist_thmo_DATA)

locale/%/LC_MESSAGES/saraban.mo: %D%/%.po
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(MSGFMT) -c -o $@ $<
endif

# Every sentence of the sources, also of those that are not built here, and
# from there into th.po.
po_sources = $(patsubst $(top_srcdir)/%,%,$(foreach depth,* */* */*/*, \
	$(wildcard $(top_srcdir)/src/$(depth).[ch])))

.PHONY: update-po
update-po:
	@$(MKDIR_P) %D%
	(cd $(top_srcdir) && XGETTEXT='$(XGETTEXT)' \
	    sh build-aux/pot.sh $(po_sources)) >%D%/saraban.pot
	for po in $(PO_FILES); do \
		$(MSGMERGE) --quiet --update --backup=none --no-wrap \
		    --no-fuzzy-matching \
		    $(top_srcdir)/$$po %D%/saraban.pot || exit 1; \
	done

MOSTLYCLEANFILES = %D%/saraban.pot
