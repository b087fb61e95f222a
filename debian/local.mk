# debian/local.mk -- the Debian package
# SPDX-License-Identifier: GPL-3.0-or-later

EXTRA_DIST += \
	%D%/README.Debian \
	%D%/changelog \
	%D%/control \
	%D%/copyright \
	%D%/rules \
	%D%/saraban.postinst \
	%D%/saraban.postrm \
	%D%/source/format
