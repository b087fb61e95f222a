# data/systemd/local.mk -- what runs at night, in the morning, and on failure
# SPDX-License-Identifier: GPL-3.0-or-later

SYSTEMD_UNITS = \
	%D%/saraban-backup.service \
	%D%/saraban-backup.timer \
	%D%/saraban-check.service \
	%D%/saraban-check.timer \
	%D%/saraban-days.service \
	%D%/saraban-days.timer \
	%D%/saraban-digest.service \
	%D%/saraban-digest.timer \
	%D%/saraban-drill.service \
	%D%/saraban-drill.timer \
	%D%/saraban-alert@.service

EXTRA_DIST += $(addsuffix .in,$(SYSTEMD_UNITS)) %D%/hardening.in \
	data/saraban.cron.in \
	data/saraban.sshd.in
CLEANFILES += $(SYSTEMD_UNITS) data/saraban.cron data/saraban.sshd

systemdsystemunitdir = $(with_systemdsystemunitdir)
if HAVE_SYSTEMD
nodist_systemdsystemunit_DATA = $(SYSTEMD_UNITS)
endif
nodist_doc_DATA = data/saraban.cron data/saraban.sshd
noinst_DATA = $(SYSTEMD_UNITS)
dist_pkglibexec_SCRIPTS = data/saraban-mail-digest

# Places as they are installed; @hardening@ is a file of its own, so that it
# is the same in every service.
put_places = $(MKDIR_P) $(@D) && sed \
	-e '/^@hardening@$$/r $(top_srcdir)/data/systemd/hardening.in' \
	-e '/^@hardening@$$/d' \
	-e 's,@bindir[@],$(bindir),g' \
	-e 's,@pkglibexecdir[@],$(pkglibexecdir),g' \
	-e 's,@localstatedir[@],$(localstatedir),g'

$(SYSTEMD_UNITS): %D%/%: $(top_srcdir)/data/systemd/%.in \
		$(top_srcdir)/data/systemd/hardening.in
	$(AM_V_GEN)$(put_places) $< >$@

data/saraban.cron data/saraban.sshd: %: $(top_srcdir)/%.in
	$(AM_V_GEN)$(put_places) $< >$@
