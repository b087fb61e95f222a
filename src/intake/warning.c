/* warning.c -- what a person should look at, under a stable code */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/warning.h"

#include "base/i18n.h"

/* clang-format off */
const struct warning_kind warning_kinds[WARNINGS] = {
	[WARN_PART_UNREAD] = { "part-unread",
	    N_("a file of the message could not be read") },
	[WARN_RECOGNISED] = { "recognised",
	    N_("the text was recognised on a picture; compare it with the "
	       "paper") },
	[WARN_SHEET_CUT] = { "sheet-cut",
	    N_("the file is too long; only its beginning was read") },
	[WARN_ENCODING_DAMAGED] = { "encoding-damaged",
	    N_("some bytes are no text in any Thai encoding") },
	[WARN_CONTROL_CHARACTERS] = { "control-characters",
	    N_("control characters were taken out") },
	[WARN_SARA_AM_SPLIT] = { "sara-am-split",
	    N_("a SARA AM in two pieces was put together") },
	[WARN_SARA_AM_LOST] = { "sara-am-lost",
	    N_("a SARA AM broken by a space was mended") },
	[WARN_MARKS_MENDED] = { "marks-mended",
	    N_("lost or moved vowel and tone marks were put back") },
	[WARN_MARKS_MOVED] = { "marks-moved",
	    N_("vowels or tone marks stand without their letter") },
	[WARN_LABEL_DAMAGED] = { "label-damaged",
	    N_("the heading of a field is damaged") },
	[WARN_LETTER_FOR_DIGIT] = { "letter-for-digit",
	    N_("a letter o among digits was read as zero") },
	[WARN_QUOTE_IN_NUMBER] = { "quote-in-number",
	    N_("a quotation mark inside a year was left out") },
	[WARN_DIGITS_MIXED] = { "digits-mixed",
	    N_("a number mixes Thai and Arabic digits") },
	[WARN_REF_PREFIX_UNKNOWN] = { "ref-prefix-unknown",
	    N_("nobody has these letters in front of a letter number") },
	[WARN_REF_PREFIX_DIFFERS] = { "ref-prefix-differs",
	    N_("the letter number is of another province than the address") },
	[WARN_REF_UNIT_UNLIKELY] = { "ref-unit-unlikely",
	    N_("no office of a province has so many digits in its number") },
	[WARN_REF_UNREADABLE] = { "ref-unreadable",
	    N_("the letter number is damaged") },
	[WARN_REF_INCOMPLETE] = { "ref-incomplete",
	    N_("the letter number is not filled in") },
	[WARN_DATE_UNREADABLE] = { "date-unreadable",
	    N_("the date of the letter cannot be read") },
	[WARN_STAMP_DATE_UNREADABLE] = { "stamp-date-unreadable",
	    N_("the date in a stamp cannot be read") },
	[WARN_STAMP_BEFORE_LETTER] = { "stamp-before-letter",
	    N_("a stamp is older than the letter") },
	[WARN_STAMP_MONTHS_AFTER] = { "stamp-months-after",
	    N_("a stamp is months younger than the letter") },
	[WARN_DUTY_DATE_UNREADABLE] = { "duty-date-unreadable",
	    N_("the day by which to act cannot be read") },
	[WARN_DUTY_WITHOUT_DATE] = { "duty-without-date",
	    N_("something is asked for without a day to count from") },
	[WARN_DUTY_BEFORE_LETTER] = { "duty-before-letter",
	    N_("something was due before the letter was written") },
};
/* clang-format on */
