/* stats-panel.c -- the statistics as panels of bars, from their answer */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"

#include "model/book.h"

#include "app/json.h"
#include "app/stats.h"

void
text_add_took(struct text *t, int64_t minutes, bool is_office)
{
	enum { HOUR = 60, DAY = 24 * HOUR };
	int64_t unit = minutes < HOUR                   ? 1
		       : minutes < 2 * DAY || is_office ? HOUR
							: DAY;
	int64_t whole = minutes / unit, tenth = minutes % unit * 10 / unit;
	struct text n = {0};

	text_add(&n, DIGITS(whole));
	if (tenth > 0 && whole < 10)
		text_printf(&n, ".%s", DIGITS(tenth));
	text_printf(t,
		    unit == 1      ? _("%s min")
		    : unit == HOUR ? _("%s h")
				   : _("%s d"),
		    text_str(&n));
	text_done(&n);
}

/* One panel on its way. */
struct making {
	const json_t *answer;
	struct stats_view *view;
	struct arena *arena;
	const char *span; /* filters of the period */
};

static const char *
took(struct making *m, const json_t *times, const char *key, bool is_office)
{
	struct text t = {0};
	const char *s;

	text_add_took(&t, answer_whole(times, key), is_office);
	s = text_keep(&t, m->arena);
	text_done(&t);
	return s;
}

/* ------------------------------------------------------------------ places */

static void
make_place(struct making *m, const json_t *j, struct stats_row *row)
{
	const json_t *calendar = json_object_get(j, "calendar"),
		     *office = json_object_get(j, "office");

	row->label = arena_strdup(m->arena, answer_word(j, "name"));
	row->value = answer_whole(calendar, "median");
	row->told = arena_printf(m->arena, "%s / %s",
				 took(m, calendar, "median", false),
				 took(m, calendar, "longest", false));
	row->detail = arena_printf(
	    m->arena,
	    _("%s stays: median %s, nine in ten within %s, longest %s; office "
	      "time: median %s, nine in ten within %s, longest %s; there now: "
	      "%s"),
	    DIGITS(answer_whole(j, "stays")),
	    took(m, calendar, "median", false),
	    took(m, calendar, "ninetieth", false),
	    took(m, calendar, "longest", false),
	    took(m, office, "median", true), took(m, office, "ninetieth", true),
	    took(m, office, "longest", true), DIGITS(answer_whole(j, "open")));
}

static void
make_post(struct making *m, const json_t *j, struct stats_row *row)
{
	make_place(m, j, row);
	row->search = arena_printf(m->arena, "post:%s %s",
				   answer_word(j, "code"), m->span);
}

/* What is late, and how much was on time. */
static void
make_reports(struct making *m, const json_t *j, struct stats_row *row)
{
	int64_t on_time = answer_whole(j, "on_time"),
		all = answer_whole(j, "reports");

	row->label = arena_strdup(m->arena, answer_word(j, "name"));
	row->value = answer_whole(j, "overdue");
	row->told =
	    arena_printf(m->arena, _("%s, on time %s of %s"),
			 DIGITS(row->value), DIGITS(on_time), DIGITS(all));
	row->command = "duties --when overdue";
}

/* ------------------------------------------------------------------ counts */

static void
make_month(struct making *m, const json_t *j, struct stats_row *row)
{
	const char *iso = answer_word(j, "month");
	int year = 0, month = 1;
	struct text t = {0};

	if (sscanf(iso, "%d-%d", &year, &month) != 2)
		bug("a month of the answer is %s", iso);
	text_add_month(&t, month, DATE_SHORT);
	text_printf(&t, " %s", DIGITS(year + BUDDHIST_ERA));
	row->label = text_keep(&t, m->arena);
	row->value = answer_whole(j, "came");
	row->told = arena_printf(m->arena, _("%s, open %s"), DIGITS(row->value),
				 DIGITS(answer_whole(j, "open")));
	row->search = arena_printf(m->arena, "received:%d/%d", month,
				   year + BUDDHIST_ERA);
	text_done(&t);
}

static void
make_named(struct making *m, const json_t *j, struct stats_row *row)
{
	row->label = arena_strdup(m->arena, answer_word(j, "name"));
	row->value = answer_whole(j, "letters");
	row->told = arena_strdup(m->arena, DIGITS(row->value));
}

/* A quote in a name would end the word. */
static void
make_sender(struct making *m, const json_t *j, struct stats_row *row)
{
	make_named(m, j, row);
	if (strchr(row->label, '"') == NULL)
		row->search = arena_printf(m->arena, "from:\"%s\" %s",
					   row->label, m->span);
}

static void
make_urgency(struct making *m, const json_t *j, struct stats_row *row)
{
	make_named(m, j, row);
	if (answer_word(j, "code")[0] != '\0')
		row->search = arena_printf(m->arena, "urgency:%s %s",
					   answer_word(j, "code"), m->span);
}

/* ------------------------------------------------------------------ tables */

static void
make_slow(struct making *m, const json_t *j, struct stats_row *row)
{
	const char *where = answer_word(j, "where");
	const char *subject = answer_word(j, "subject");
	int year = (int)answer_whole(j, "year"),
	    number = (int)answer_whole(j, "number");
	struct text t = {0};

	text_add_book_number(&t, answer_word(j, "book"), year, number,
			     m->view->thai);
	row->label = text_keep(&t, m->arena);
	row->value = answer_whole(j, "calendar");
	text_add_took(&t, row->value, false);
	if (where[0] != '\0')
		text_printf(&t, " (%s)", where);
	text_printf(&t, "  %s", subject);
	row->told = text_keep(&t, m->arena);
	text_printf(&t, _("%s, office time %s: %s"),
		    took(m, j, "calendar", false), took(m, j, "office", true),
		    subject);
	row->detail = text_keep(&t, m->arena);
	row->command = arena_printf(
	    m->arena, "show %s",
	    book_operand(answer_word(j, "book"), year, number, m->arena));
	text_done(&t);
}

static void
make_numbers(struct making *m, const json_t *j, struct stats_row *row)
{
	const struct book *b = book_find(answer_word(j, "book"));
	int64_t year = answer_whole(j, "year");

	row->label =
	    arena_printf(m->arena, "%s %s", b ? _(b->name) : "", DIGITS(year));
	row->value = answer_whole(j, "given");
	row->told = arena_printf(
	    m->arena,
	    _("%s given: %s reserved, %s void, %s cancelled, %s lost"),
	    DIGITS(row->value), DIGITS(answer_whole(j, "reserved")),
	    DIGITS(answer_whole(j, "void")),
	    DIGITS(answer_whole(j, "cancelled")),
	    DIGITS(answer_whole(j, "lost")));
	row->command = arena_printf(m->arena, "list --book %s --year %d",
				    answer_word(j, "book"), (int)year);
}

/* Who sent a secret letter is nobody's business: the others do not add up to
   all, which is said. */
static const char *
secret_note(struct making *m)
{
	int64_t n = answer_whole(m->answer, "secret");

	return n > 0 ? arena_printf(m->arena, _("secret letters left out: %s"),
				    DIGITS(n))
		     : "";
}

/* Of all, also of those that are with no division. */
static const char *
reports_note(struct making *m)
{
	const json_t *j = json_object_get(m->answer, "reports");

	return arena_printf(m->arena, _("on time %s of %s"),
			    DIGITS(answer_whole(j, "on_time")),
			    DIGITS(answer_whole(j, "reports")));
}

/* clang-format off */
static const struct panel_kind {
	const char *code;
	const char *from; /* the list in the answer */
	const char *title, *note; /* N_() */
	void (*make)(struct making *m, const json_t *j, struct stats_row *row);
	bool is_wide, has_bars;
	const char *(*make_note)(struct making *m); /* or NULL */
	const char *leaves_out; /* rows in which this number is 0; or NULL */
} kinds[STATS_PANELS] = {
	{ "posts", "posts", N_("Time at posts"), N_("median / longest"),
	  make_post, false, true, NULL, NULL },
	{ "reports", "divisions", N_("Reports overdue"), N_("by division"),
	  make_reports, false, true, reports_note, "reports" },
	{ "divisions", "divisions", N_("Time with divisions"),
	  N_("median / longest"), make_place, false, true, NULL, NULL },
	{ "urgencies", "urgencies", N_("By urgency"), N_(" "),
	  make_urgency, false, true, NULL, "letters" },
	{ "months", "months", N_("By month"), N_("received, open"),
	  make_month, false, true, NULL, NULL },
	{ "senders", "senders", N_("Most letters from"), N_(" "),
	  make_sender, false, true, secret_note, NULL },
	{ "kinds", "kinds", N_("By kind"), N_(" "), make_named, false, true,
	  NULL, "letters" },
	{ "slowest", "slowest", N_("The slowest letters"),
	  N_("from receipt to the end, or to now"), make_slow, true, false,
	  NULL, NULL },
	{ "numbers", "numbers", N_("Numbers"), N_("of each book"),
	  make_numbers, true, false, NULL, NULL },
};
/* clang-format on */

/* What is nothing at all is left out where it tells nothing. */
static bool
is_nothing(const struct panel_kind *kind, const json_t *j)
{
	return kind->leaves_out != NULL &&
	       answer_whole(j, kind->leaves_out) == 0;
}

static void
make_panel(struct making *m, const struct panel_kind *kind,
	   struct stats_panel *p)
{
	const json_t *list = json_object_get(m->answer, kind->from);
	size_t i;
	json_t *j;

	*p = (struct stats_panel){.code = kind->code,
				  .title = _(kind->title),
				  .note = _(kind->note),
				  .is_wide = kind->is_wide};
	if (kind->make_note != NULL)
		p->note = kind->make_note(m);
	p->rows =
	    arena_array(m->arena, json_array_size(list) + 1, sizeof(*p->rows));
	json_array_foreach(list, i, j)
	{
		if (is_nothing(kind, j))
			continue;
		kind->make(m, j, &p->rows[p->n]);
		if (kind->has_bars && p->rows[p->n].value > p->most)
			p->most = p->rows[p->n].value;
		p->n++;
	}
}

/* -------------------------------------------------------------------- days */

static struct date
day_of(const json_t *j, const char *key)
{
	struct error ignored = {0};
	struct date d = {0};

	if (!date_parse(answer_word(j, key), &d, &ignored))
		return (struct date){0};
	return d;
}

static void
read_days(struct making *m)
{
	struct stats_view *v = m->view;
	const json_t *list = json_object_get(m->answer, "days");
	size_t i;
	json_t *j;

	v->days =
	    arena_array(m->arena, json_array_size(list) + 1, sizeof(*v->days));
	json_array_foreach(list, i, j)
	{
		struct stats_day *d = &v->days[v->n_days++];

		*d = (struct stats_day){
		    .day = day_of(j, "day"),
		    .came = (int)answer_whole(j, "came"),
		    .sent = (int)answer_whole(j, "sent"),
		    .ended = (int)answer_whole(j, "ended"),
		    .open = (int)answer_whole(j, "open"),
		};
	}
}

static void
make_figures(struct making *m)
{
	const json_t *j = m->answer;
	const char **f = m->view->figures;

	f[0] = arena_printf(m->arena, _("received %s"),
			    DIGITS(answer_whole(j, "came")));
	f[1] = arena_printf(m->arena, _("finished %s"),
			    DIGITS(answer_whole(j, "ended")));
	f[2] = arena_printf(m->arena, _("open %s"),
			    DIGITS(answer_whole(j, "open")));
	f[3] = arena_printf(m->arena, _("sent %s"),
			    DIGITS(answer_whole(j, "sent")));
	f[4] = arena_printf(
	    m->arena, _("overdue %s"),
	    DIGITS(answer_whole(json_object_get(j, "reports"), "overdue")));
}

void
stats_view_make(const json_t *answer, bool thai, struct arena *a,
		struct stats_view *v)
{
	struct making m = {.answer = answer, .view = v, .arena = a};
	struct date from = day_of(answer, "from"), to = day_of(answer, "to");
	struct text t = {0};

	*v = (struct stats_view){.thai = thai};
	v->all_days = (size_t)date_days_between(from, to) + 1;
	text_add_date(&t, from, DATE_SHORT, thai);
	text_add(&t, " – ");
	text_add_date(&t, to, DATE_SHORT, thai);
	v->period = text_keep(&t, m.arena);
	v->of = arena_strdup(a, answer_word(answer, "division"));
	make_figures(&m);
	m.span = arena_printf(a, "received:%s..%s", answer_word(answer, "from"),
			      answer_word(answer, "to"));
	read_days(&m);
	for (size_t i = 0; i < STATS_PANELS; i++)
		make_panel(&m, &kinds[i], &v->panels[i]);
	text_done(&t);
}

/* ------------------------------------------------------------------ curves */

/* Where bar i begins: bars share the days alike. */
static size_t
first_of(const struct stats_view *v, const struct stats_bins *b, size_t i)
{
	return i * v->all_days / b->all;
}

static int
higher(int a, int b)
{
	return a > b ? a : b;
}

static void
bin_fill(const struct stats_view *v, struct stats_bins *b, size_t i)
{
	size_t last = first_of(v, b, i + 1) - 1;

	b->first[i] = first_of(v, b, i);
	b->last[i] = last < v->n_days ? last : v->n_days - 1;
	for (size_t d = b->first[i]; d <= b->last[i]; d++)
		b->came[i] += v->days[d].came;
	b->open[i] = v->days[b->last[i]].open;
	b->most_came = higher(b->most_came, b->came[i]);
	b->most_open = higher(b->most_open, b->open[i]);
}

void
stats_bins_make(const struct stats_view *v, size_t columns, struct arena *a,
		struct stats_bins *b)
{
	*b = (struct stats_bins){.columns = 1, .all = columns};
	if (v->all_days <= columns) {
		b->all = v->all_days;
		b->columns = columns / v->all_days;
	}
	b->came = arena_array(a, b->all + 1, sizeof(*b->came));
	b->open = arena_array(a, b->all + 1, sizeof(*b->open));
	b->first = arena_array(a, b->all + 1, sizeof(*b->first));
	b->last = arena_array(a, b->all + 1, sizeof(*b->last));
	while (b->n < b->all && first_of(v, b, b->n) < v->n_days)
		bin_fill(v, b, b->n++);
}

const char *
stats_days_search(const struct stats_view *v, size_t first, size_t last,
		  struct arena *a)
{
	return arena_printf(a, "received:%s..%s",
			    date_iso(a, v->days[first].day),
			    date_iso(a, v->days[last].day));
}

const char *
stats_bins_note(const struct stats_view *v, const struct stats_bins *b,
		struct arena *a)
{
	size_t days = (v->all_days + b->all - 1) / b->all;

	return days > 1
		   ? arena_printf(a, _("a column is %s days"), DIGITS(days))
		   : "";
}
