# src/store/local.mk -- SQL by name, transactions, upgrades, the gate
# SPDX-License-Identifier: GPL-3.0-or-later

libsaraban_a_SOURCES += \
	%D%/query-text.h \
	%D%/store.h
