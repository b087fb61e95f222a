/* calendar-file.c -- calendar files (.ics): lines out, events in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/calendar-file.h"

#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/lines.h"
#include "base/recur.h"

#include "intake/decode.h"

enum { OFTEN = 60 }; /* what recurs more often is no holiday */

static void
give_rows(const struct text *t, answer_row_fn row, void *ctx)
{
	bool go_on = true;

	for (const char *s = text_str(t); go_on && *s != '\0';) {
		size_t n = strcspn(s, "\n");
		json_t *line = json_stringn(s, n);

		go_on = row(ctx, line);
		json_decref(line);
		s += n + (s[n] == '\n');
	}
}

static int
count_events(const char *s)
{
	int n = 0;

	while ((s = strstr(s, "\r\nBEGIN:V"))) {
		s += strlen("\r\nBEGIN:V");
		n += strncmp(s, "ALARM", 5) != 0;
	}
	return n;
}

static bool
write_file(const char *path, const struct text *t, json_t **answer,
	   struct error *err)
{
	struct new_file f;

	if (!new_file_begin(&f, path, err))
		return false;
	if (!new_file_add(&f, text_str(t), t->n, err) ||
	    !new_file_keep(&f, err)) {
		new_file_drop(&f);
		return false;
	}
	*answer = json_pack("{s:s, s:i}", "output", path, "events",
			    count_events(text_str(t)));
	return true;
}

bool
calendar_give_rows(calendar_fn write, struct session *s,
		   const struct request *r, answer_row_fn row, void *ctx,
		   struct error *err)
{
	struct text t = {0};
	bool ok = write(s, r, &t, err);

	if (ok)
		give_rows(&t, row, ctx);
	text_done(&t);
	return ok;
}

bool
calendar_give_file(calendar_fn write, struct session *s,
		   const struct request *r, json_t **answer, struct error *err)
{
	const char *path = request_value(r, "output");
	struct text t = {0};
	bool ok;

	if (path == NULL)
		return error_set(err, &REQUEST_MISSING, "%s",
				 _("here it needs --output FILE"));
	ok = write(s, r, &t, err) && write_file(path, &t, answer, err);
	if (ok && s->stands > 0)
		json_object_set_new(*answer, "seq", json_integer(s->stands));
	text_done(&t);
	return ok;
}

bool
calendar_read(const char *path, struct arena *a, struct ics *ics,
	      struct error *err)
{
	struct text bytes = {0}, text = {0};
	bool ok = file_read(path, ICS_MAX_BYTES, &bytes, err);

	if (ok) {
		decode(text_str(&bytes), bytes.n, &text);
		ok = ics_read(text_str(&text), a, ics, err);
	}
	text_done(&bytes);
	text_done(&text);
	return ok;
}

/* ---------------------------------------------------------------- holidays */

struct taking {
	const struct calendar_wish *wish;
	struct arena *a;
	struct holiday *at;
	size_t n, max;
	json_t *faults;
};

static void
refuse(struct taking *t, const char *name, const char *why)
{
	json_array_append_new(
	    t->faults, json_sprintf(_("not taken: “%s”: %s"), name, why));
}

static bool
has_words(const struct ics_event *e, const char *words)
{
	const char *const in[] = {e->name, e->words, e->categories};

	for (size_t i = 0; i < ARRAY_SIZE(in); i++)
		if (in[i] && strstr(in[i], words))
			return true;
	return false;
}

static const char *
kind_of(const struct taking *t, const struct ics_event *e)
{
	const struct choice *own =
	    e->categories ? choice_find(holiday_kinds, e->categories) : NULL;

	if (t->wish->kind)
		return choice_find(holiday_kinds, t->wish->kind)->value;
	return own ? own->value : "extra";
}

static void
put(struct taking *t, const struct ics_event *e, struct date day)
{
	struct holiday *more;

	if (t->n == t->max) {
		t->max = t->max ? 2 * t->max : 64;
		more = arena_array(t->a, t->max, sizeof(*more));
		if (t->n > 0)
			memcpy(more, t->at, t->n * sizeof(*more));
		t->at = more;
	}
	t->at[t->n++] = (struct holiday){day, kind_of(t, e), e->name,
					 e->english, e->is_tentative};
}

static bool
is_excepted(const struct ics_event *e, struct date d)
{
	for (size_t i = 0; i < e->n_except; i++)
		if (date_compare(e->except[i], d) == 0)
			return true;
	return false;
}

/* All days of an event that begins on that one. */
static void
put_days(struct taking *t, const struct ics_event *e, struct date first)
{
	int n = date_days_between(e->first, e->last);

	if (!is_excepted(e, first))
		for (int i = 0; i <= n; i++)
			put(t, e, date_after(first, i));
}

static void
put_recurring(struct taking *t, const struct ics_event *e)
{
	struct recur r = {.rule = e->rule, .first = e->first};
	struct error wrong = {0};
	struct recur_day *days;
	size_t n;

	if (!recur_days(&r, t->wish->from, t->wish->to, t->a, &days, &n,
			&wrong))
		refuse(t, e->name, wrong.detail);
	else if (n > OFTEN)
		refuse(t, e->name, _("it recurs too often for a holiday"));
	else
		for (size_t i = 0; i < n; i++)
			put_days(t, e, days[i].on);
}

static void
take(struct taking *t, const struct ics_event *e)
{
	if (e->is_cancelled ||
	    (t->wish->match && !has_words(e, t->wish->match)))
		return;
	if (e->rule)
		put_recurring(t, e);
	else
		put_days(t, e, e->first);
}

void
calendar_holidays(const struct ics *ics, const struct calendar_wish *wish,
		  struct arena *a, struct holiday **days, size_t *n,
		  json_t *faults)
{
	struct taking t = {.wish = wish, .a = a, .faults = faults};

	for (size_t i = 0; i < ics->n_faults; i++)
		refuse(&t, ics->faults[i].name, ics->faults[i].what);
	for (size_t i = 0; i < ics->n; i++)
		take(&t, &ics->events[i]);
	*days = t.at;
	*n = t.n;
}
