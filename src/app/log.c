/* log.c -- what happened in the office: every event, newest first */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/log.h"

#include <limits.h>
#include <string.h>

#include "base/i18n.h"

#include "model/number.h"

#include "app/json.h"
#include "app/looks.h"
#include "app/may.h"

/* clang-format off: it counts the bytes of Thai */

const struct choice log_abouts[] = {
    {"letter", "หนังสือ", N_("letters")},
    {"number", "เลข", N_("numbers")},
    {"duty", "หน้าที่", N_("duties of letters")},
    {"paper", "ต้นฉบับ", N_("papers")},
    {"sending", "ส่งต่อ", N_("what was sent on")},
    {"parcel", "รอลงรับ", N_("what other offices sent")},
    {"exchange", "แลกเปลี่ยน", N_("files between offices")},
    {"person", "บุคลากร", N_("people")},
    {"post", "ตำแหน่ง", N_("posts")},
    {"division", "กอง", N_("divisions")},
    {"acting", "ทำการแทน", N_("orders to act")},
    {"absence", "ไม่อยู่", N_("absences")},
    {"key", "กุญแจ", N_("keys")},
    {"pin", "รหัส", N_("PINs")},
    {"policy", "หลักปฏิบัติ", N_("policies")},
    {"holiday", "วันหยุด", N_("holidays")},
    {"book", "เล่ม", N_("books")},
    {"day", "วัน", N_("closed days")},
    {"clock", "นาฬิกา", N_("the clock")},
    {"backup", "สำรอง", N_("backups")},
    {"register", "ทะเบียน", N_("the register")},
    {"destroy", "ทำลาย", N_("destruction")},
    {"office", "หน่วยงาน", N_("offices")},
    {"search", "ค้นหา", N_("searches")},
    {0}};

/* clang-format on */

/* Events about these are of a letter, or may be; about others never. */
static bool
is_of_letters(const char *about)
{
	static const char *const kinds[] = {"letter", "number", "duty", "paper",
					    "sending"};

	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		if (strcmp(kinds[i], about) == 0)
			return true;
	return false;
}

/* What an office sent is a letter, though it has no number here yet. */
static bool
has_words_of_letter(const struct event *e)
{
	return e->letter != 0 || strncmp(e->kind, "parcel.", 7) == 0;
}

static void
fill(const struct logged *row, bool may_read, struct arena *a,
     struct happening *h)
{
	bool veiled =
	    row->is_secret || (!may_read && has_words_of_letter(&row->event));

	event_tell(&row->event, veiled, a, h);
	h->is_veiled = veiled;
	h->letter = row->event.letter;
	h->book = row->letter_book;
	h->year = (int)row->letter_year;
	h->number = (int)row->letter_number;
}

/* The highest seq that does not stand before the key. */
static int64_t
seq_at(struct row_key key)
{
	return key.part[0] <= -INT64_MAX ? INT64_MAX : -key.part[0];
}

static bool
read_rows(struct session *s, const struct log_filter *f,
	  const struct row_span *span, struct arena *a, struct logged **rows,
	  size_t *n, struct error *err)
{
	int64_t at = seq_at(span->from), low = f->low > 0 ? f->low : 1;
	int64_t high = f->high != 0 ? f->high : INT64_MAX;
	int64_t newer = at < INT64_MAX ? at + 1 : at;
	bool of_office = f->about != NULL && !is_of_letters(f->about);

	return query_rows(
	    s->store, QUERY_LOG_EVENTS,
	    PARAMS(P_INT("office", s->office), P_INT("of_office", of_office),
		   P_INT("low", low), P_INT("older", at < high ? at : high),
		   P_INT("newer", newer > low ? newer : low),
		   P_INT("high", at < INT64_MAX ? high : 0),
		   P_TEXT("login", f->login),
		   P_TEXT("about", f->about != NULL
				       ? arena_printf(a, "%s.%%", f->about)
				       : NULL),
		   P_INT("before", span->before), P_INT("after", span->after)),
	    &logged_row, a, rows, n, err);
}

bool
look_log(struct session *s, const struct log_filter *f,
	 const struct row_span *span, struct arena *a,
	 struct happening_list *list, struct error *err)
{
	struct actor actor;
	struct error no = {0};
	struct logged *rows;
	bool may_read;

	*list = (struct happening_list){0};
	if (!session_actor(s, a, &actor, err) ||
	    !read_rows(s, f, span, a, &rows, &list->n, err))
		return false;
	may_read = actor_may_read(&actor, &no);
	list->at = arena_array(a, list->n, sizeof(*list->at));
	for (size_t i = 0; i < list->n; i++)
		fill(&rows[i], may_read, a, &list->at[i]);
	return true;
}

struct row_key
look_log_key(const struct happening *h)
{
	return (struct row_key){{-h->seq}};
}

/* How many events there were before the day began. */
static bool
count_before(struct session *s, struct date day, int64_t *n, struct error *err)
{
	*n = 0;
	return query_number(s->store, QUERY_LOG_BEFORE,
			    PARAMS(P_INT("office", s->office),
				   P_INT("at", moment_at(day, 0, 0, 0))),
			    n, err);
}

/* Nothing is at or before -1. */
enum { BEFORE_ALL = -1 };

bool
look_log_days(struct session *s, struct date from, struct date to,
	      struct log_filter *f, struct error *err)
{
	int64_t n;

	if (from.year != 0) {
		if (!count_before(s, from, &n, err))
			return false;
		if (f->low <= n)
			f->low = n + 1;
	}
	if (to.year != 0) {
		if (!count_before(s, date_after(to, 1), &n, err))
			return false;
		f->high = n > 0 ? n : BEFORE_ALL;
	}
	return true;
}

enum { PIECE = 500 };

bool
look_log_each(struct session *s, const struct log_filter *f, log_fn each,
	      void *ctx, struct error *err)
{
	int left = f->limit > 0 ? f->limit : INT_MAX;
	struct row_span span = {.from = ROW_KEY_TOP};
	bool more = true;

	while (more && left > 0) {
		struct arena a = {0};
		struct happening_list list;
		bool ok;

		span.after = left < PIECE ? left : PIECE;
		ok = look_log(s, f, &span, &a, &list, err);
		for (size_t i = 0; ok && more && i < list.n; i++)
			more = each(ctx, &list.at[i]);
		more = more && list.n == PIECE;
		if (more)
			span.from.part[0] = 1 - list.at[list.n - 1].seq;
		left -= (int)list.n;
		arena_done(&a);
		if (!ok)
			return false;
	}
	return true;
}

/* ------------------------------------------------------------- the command */

static json_t *
logged_json(const struct happening *h)
{
	json_t *j = happening_json(h);

	json_object_set_new(j, "login", json_string(h->login));
	json_object_set_new(j, "auth", json_string(h->auth));
	json_object_set_new(j, "book", text_json(h->book));
	json_object_set_new(j, "year", number_json(h->year));
	json_object_set_new(j, "number", number_json(h->number));
	return j;
}

struct told {
	answer_row_fn row;
	void *ctx;
};

static bool
tell_row(void *ctx, const struct happening *h)
{
	struct told *t = ctx;
	json_t *j = logged_json(h);
	bool more = t->row(t->ctx, j);

	json_decref(j);
	return more;
}

static struct date
day_option(const struct session *s, const struct request *r, const char *name)
{
	const char *given = request_value(r, name);
	struct error none = {0};
	struct date d = {0};

	/* Looked at by request_faults(). */
	if (given == NULL || !option_date(action_option(r->action, name), given,
					  session_today(s), &d, &none))
		return (struct date){0};
	return d;
}

static int
whole_option(const struct request *r, const char *name)
{
	const char *given = request_value(r, name);
	int n;

	return given != NULL && number_whole(given, &n) ? n : 0;
}

bool
log_filter_read(struct session *s, const struct request *r,
		struct log_filter *f, struct error *err)
{
	const char *about = request_value(r, "about");
	const struct choice *c = about ? choice_find(log_abouts, about) : NULL;

	*f = (struct log_filter){
	    .low = whole_option(r, "since") + 1,
	    .login = request_value(r, "by"),
	    .about = c ? c->value : about,
	    .limit = whole_option(r, "limit"),
	};
	return look_log_days(s, day_option(s, r, "from"),
			     day_option(s, r, "to"), f, err);
}

bool
log_each(struct session *s, const struct request *r, answer_row_fn row,
	 void *ctx, struct error *err)
{
	struct told told = {row, ctx};
	struct log_filter f;

	return log_filter_read(s, r, &f, err) &&
	       look_log_each(s, &f, tell_row, &told, err);
}

static bool
keep_row(void *ctx, json_t *row)
{
	json_array_append(ctx, row);
	return true;
}

bool
log_look(struct session *s, const struct request *r, json_t **answer,
	 struct error *err)
{
	json_t *rows = json_array();

	if (log_each(s, r, keep_row, rows, err)) {
		*answer = rows;
		return true;
	}
	json_decref(rows);
	return false;
}
