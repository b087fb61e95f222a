# man/local.mk -- manual pages
# SPDX-License-Identifier: GPL-3.0-or-later

dist_man_MANS = \
	%D%/saraban-backup.8 \
	%D%/saraban-check.8 \
	%D%/saraban-digest.8 \
	%D%/saraban-disaster.7 \
	%D%/saraban-restore.8 \
	%D%/saraban-scale.7 \
	%D%/saraban-ssh.7 \
	%D%/saraban.1 \
	%D%/saraban.7 \
	%D%/saraban-holidays.5 \
	%D%/saraban-keys.5 \
	%D%/saraban.conf.5 \
	%D%/saraban-register.5

# In Thai, where man(1) looks for them when the locale is Thai.
thman1dir = $(mandir)/th/man1
dist_thman1_DATA = %D%/th/saraban.1
thman5dir = $(mandir)/th/man5
dist_thman5_DATA = %D%/th/saraban-holidays.5 %D%/th/saraban-keys.5 \
	%D%/th/saraban-register.5 %D%/th/saraban.conf.5
thman7dir = $(mandir)/th/man7
dist_thman7_DATA = %D%/th/saraban-disaster.7 %D%/th/saraban-scale.7 \
	%D%/th/saraban-ssh.7 \
	%D%/th/saraban.7
thman8dir = $(mandir)/th/man8
dist_thman8_DATA = %D%/th/saraban-backup.8 %D%/th/saraban-check.8 \
	%D%/th/saraban-digest.8 \
	%D%/th/saraban-restore.8
