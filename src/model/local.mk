# src/model/local.mk -- letters, numbers, routes, people, rules, the ledger
# SPDX-License-Identifier: GPL-3.0-or-later

libsaraban_a_SOURCES += \
	%D%/actor.h \
	%D%/letter.h
