# src/app/local.mk -- what the program can do
# SPDX-License-Identifier: GPL-3.0-or-later

libsaraban_a_SOURCES += \
	%D%/act.c \
	%D%/act.h \
	%D%/act-write.c \
	%D%/action.c \
	%D%/action.h \
	%D%/answer.c \
	%D%/answer.h \
	%D%/backup-folder.c \
	%D%/backup-folder.h \
	%D%/backup-make.c \
	%D%/backup-prove.c \
	%D%/backup-thin.c \
	%D%/backup.c \
	%D%/backup.h \
	%D%/cancel.c \
	%D%/clear.c \
	%D%/circulate.c \
	%D%/circulate.h \
	%D%/command.c \
	%D%/command.h \
	%D%/complete.c \
	%D%/complete.h \
	%D%/day.c \
	%D%/draft-page.c \
	%D%/draft-page.h \
	%D%/draft.c \
	%D%/draft.h \
	%D%/correction.c \
	%D%/correction.h \
	%D%/drafts.c \
	%D%/endorse.c \
	%D%/export.c \
	%D%/extract.c \
	%D%/extract.h \
	%D%/files.c \
	%D%/files.h \
	%D%/fill.c \
	%D%/fill.h \
	%D%/history.c \
	%D%/import.c \
	%D%/key.c \
	%D%/json.c \
	%D%/json.h \
	%D%/look.c \
	%D%/look.h \
	%D%/looks.c \
	%D%/offer.c \
	%D%/offer.h \
	%D%/news.c \
	%D%/news.h \
	%D%/mail.c \
	%D%/mail.h \
	%D%/order.c \
	%D%/may.c \
	%D%/may.h \
	%D%/offices.c \
	%D%/operand.c \
	%D%/options-people.c \
	%D%/options.h \
	%D%/people.c \
	%D%/policy.c \
	%D%/phrases.c \
	%D%/query.c \
	%D%/query.h \
	%D%/read-file.c \
	%D%/read.c \
	%D%/read.h \
	%D%/receive.c \
	%D%/repeat.c \
	%D%/repeat.h \
	%D%/request.c \
	%D%/reserve-look.c \
	%D%/reserve.c \
	%D%/reserve.h \
	%D%/rounds.c \
	%D%/said.c \
	%D%/search-look.c \
	%D%/search-match.c \
	%D%/search-source.c \
	%D%/search.c \
	%D%/search.h \
	%D%/searches.c \
	%D%/session.c \
	%D%/session.h \
	%D%/setting-look.c \
	%D%/setting.c \
	%D%/setting.h \
	%D%/setup.c \
	%D%/tell-draft.c \
	%D%/tell-emergency.c \
	%D%/tell-letter.c \
	%D%/tell-reading.c \
	%D%/tell-why.c \
	%D%/tell.c \
	%D%/tell.h \
	%D%/unused.c \
	%D%/unused.h \
	%D%/used.c \
	%D%/used.h \
	%D%/view.c \
	%D%/view.h \
	%D%/values-offered.c \
	%D%/values-offered.h \
	%D%/values.c \
	%D%/why.c \
	%D%/why.h

# Messages of a mailbox are read by GMime, where it is.
if HAVE_GMIME
libsaraban_a_SOURCES += %D%/mail-gmime.c
else
libsaraban_a_SOURCES += %D%/mail-none.c
endif
