/* tell.c -- answers in lines for people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/tell.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "app/looks.h"
#include "app/print.h"
#include "app/tell-table.h"

void
tell_line(const struct teller *to, const struct text *t)
{
	struct text visible = {0};

	text_add_visible(&visible, text_str(t), true);
	text_printf(to->out, "%s\n", text_str(&visible));
	text_done(&visible);
}

struct indented {
	struct text *out;
	int columns;
	bool is_first;
};

static void
tell_indented(void *ctx, const char *s, size_t n)
{
	struct indented *in = ctx;

	text_printf(in->out, "%*s%.*s\n", in->is_first ? 0 : in->columns, "",
		    (int)n, s);
	in->is_first = false;
}

void
tell_moment(const struct teller *to, const char *iso, struct text *t)
{
	moment m;
	bool has_time;
	struct error ignored = {0};

	if (!moment_parse(iso, &m, &has_time, &ignored))
		return;
	text_add_date(t, moment_date(m), DATE_SHORT, to->thai);
	text_add(t, " ");
	text_add_time(t, m, to->thai);
}

void
tell_field(const struct teller *to, const char *label, const char *value)
{
	struct text t = {0};

	if (value[0] == '\0')
		return;
	thai_add_padded(&t, label, LABEL_COLUMNS, false);
	text_printf(to->out, "%s ", t.s);
	tell_wrapped(to, value, LABEL_COLUMNS + 1);
	text_done(&t);
}

void
tell_wrapped(const struct teller *to, const char *s, int indent)
{
	enum { NARROWEST = 20 };
	struct indented in = {to->out, indent, true};
	struct text visible = {0};

	text_add_visible(&visible, s, true);
	thai_wrap(text_str(&visible),
		  to->width >= indent + NARROWEST ? to->width - indent
						  : INT_MAX,
		  tell_indented, &in);
	text_done(&visible);
}

static void
tell_paper(const struct teller *to, const json_t *answer)
{
	struct text t = {0};

	text_add_visible(&t, answer_word(answer, "output"), false);
	tell_line(to, &t);
	text_done(&t);
}

/* As it comes out of a line printer, or where the file is. */
static void
tell_printed(const struct teller *to, const json_t *answer)
{
	char *sentence;

	if (answer_word(answer, "output")[0] == '\0') {
		text_add(to->out, answer_word(answer, "text"));
		return;
	}
	sentence = print_sentence(answer);
	tell_wrapped(to, sentence, 0);
	free(sentence);
}

/* Lines that another program reads: as they are, and nothing with them. */
static void
tell_lines(const struct teller *to, const json_t *answer)
{
	size_t i;
	json_t *line;

	json_array_foreach(json_object_get(answer, "lines"), i, line)
	{
		text_add_visible(to->out, json_string_value(line), false);
		text_add(to->out, "\n");
	}
}

/* clang-format off */
static const struct told {
	const char *action;
	void (*tell)(const struct teller *to, const json_t *answer);
} tolds[] = {
	{ "show", tell_letter },
	{ "file", tell_paper },
	{ "history", tell_history },
	{ "log", tell_history },
	{ "read", tell_reading },
	{ "collected", tell_collected },
	{ "stats", tell_stats },
	{ "search", tell_found },
	{ "search list", tell_searches },
	{ "check", tell_check },
	{ "page", tell_page },
	{ "day list", tell_days },
	{ "day notes", tell_notes },
	{ "day missed", tell_missed },
	{ "destroy list", tell_destruction },
	{ "export", tell_export },
	{ "import", tell_import },
	{ "why", tell_why },
	{ "digest", tell_digest },
	{ "drafts", tell_drafts },
	{ "drafts discard", tell_discarded },
	{ "move", tell_moved },
	{ "restore", tell_restored },
	{ "restore asks", tell_asks },
	{ "key show", tell_key },
	{ "key lines", tell_lines },
	{ "doctor", tell_doctor },
	{ "settings", tell_settings },
	{ "clock", tell_clock },
	{ "calendar", tell_calendar },
	{ "holiday list", tell_holidays },
	{ "holiday read", tell_holidays_read },
	{ "holiday export", tell_calendar_file },
	{ "emergency", tell_emergency },
};
/* clang-format on */

void
answer_tell_row(const struct teller *to, const struct action *a,
		const json_t *row, size_t i)
{
	if (json_is_string(row)) {
		text_printf(to->out, "%s\n", json_string_value(row));
		return;
	}
	if (a->each == export_each) {
		text_add_json_line(to->out, row);
		return;
	}
	if (a->each == log_each) {
		tell_happening(to, row);
		return;
	}
	if (i == 0)
		tell_row(to, columns_of_letter(row), NULL);
	tell_row(to, columns_of_letter(row), row);
}

void
answer_tell(const struct teller *to, const struct action *a,
	    const json_t *answer)
{
	struct text visible = {0};
	char *sentence;

	if (a->look == print_look) {
		tell_printed(to, answer);
		return;
	}
	for (size_t i = 0; i < ARRAY_SIZE(tolds); i++)
		if (strcmp(tolds[i].action, a->name) == 0) {
			tolds[i].tell(to, answer);
			return;
		}
	/* A look that has no words here tells programs alone, by --json. */
	if (tell_table(to, a->name, answer) || a->said == NULL)
		return;
	sentence = answer_sentence(a, answer);
	text_add_visible(&visible, sentence, false);
	text_printf(to->out, "%s\n", text_str(&visible));
	text_done(&visible);
	free(sentence);
}
