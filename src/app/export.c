/* export.c -- the register written out as text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/lines.h"

#include "model/number.h"
#include "model/register-text.h"
#include "model/role.h"

#include "app/act.h"
#include "app/calendar-file.h"
#include "app/files.h"
#include "app/letters-out.h"
#include "app/may.h"

static bool
year_scope(const char *year, struct arena *a, struct text_scope *scope,
	   struct error *err)
{
	struct date d = {.month = 1, .day = 1};
	int be;

	if (!number_year(year, &be))
		return error_set(err, &REQUEST_WRONG, "--year %.60s", year);
	d.year = be - BUDDHIST_ERA;
	scope->name = arena_printf(a, "year %d", be);
	scope->since = moment_at(d, 0, 0, 0);
	d.year++;
	scope->until = moment_at(d, 0, 0, 0);
	return true;
}

/* An event is that of the office one works in, a day that of all of them. */
static void
since_scope(const struct session *s, const struct since *since, struct arena *a,
	    struct text_scope *scope)
{
	struct date d = moment_date(since->at);

	if (since->after != 0) {
		scope->name = arena_printf(a, "since event %lld",
					   (long long)since->after);
		scope->office = s->office;
		scope->after = since->after;
	} else if (since->at != 0) {
		scope->name = arena_printf(a, "since %04d-%02d-%02d", d.year,
					   d.month, d.day);
		scope->since = since->at;
	}
}

static bool
scope_of(struct session *s, const struct request *r, struct arena *a,
	 struct text_scope *scope, struct error *err)
{
	const char *year = request_value(r, "year");
	struct since since;

	*scope = text_scope_whole;
	if (year != NULL && request_value(r, "since") != NULL)
		return error_set(err, &REQUEST_WRONG, "%s",
				 _("either --year or --since"));
	if (!since_asked(s, r, &since, err))
		return false;
	since_scope(s, &since, a, scope);
	return year == NULL || year_scope(year, a, scope, err);
}

struct rows {
	answer_row_fn row;
	void *ctx;
	bool is_enough; /* nobody reads any more */
};

static bool
give_row(void *ctx, const char *line, size_t n, struct error *err)
{
	struct rows *rows = ctx;
	json_t *row = json_stringn(line, n);

	(void)err;
	rows->is_enough = !rows->row(rows->ctx, row);
	json_decref(row);
	return !rows->is_enough;
}

static bool
give_line(void *ctx, const char *line, size_t n, struct error *err)
{
	return new_file_add(ctx, line, n, err) &&
	       new_file_add(ctx, "\n", 1, err);
}

/* The attached files, where they are asked for. */
static bool
copy_files(struct session *s, const struct request *r, struct files_told *told,
	   struct error *err)
{
	const char *to = request_value(r, "files");

	*told = (struct files_told){0};
	return to == NULL || files_copy_out(s->store, to, told, err);
}

/* The text holds everything, secret letters too. */
static bool
may_write_text(struct session *s, struct error *err)
{
	return session_may(s, ROLE_OWNER, err);
}

static bool
text_each(struct session *s, const struct request *r, answer_row_fn row,
	  void *ctx, struct error *err)
{
	struct arena a = {0};
	struct rows rows = {row, ctx, false};
	struct text_scope scope;
	struct text_end end;
	struct files_told told;

	bool ok = may_write_text(s, err) && scope_of(s, r, &a, &scope, err) &&
		  copy_files(s, r, &told, err) &&
		  (register_text_write(s->store, &scope, give_row, &rows, &a,
				       &end, err) ||
		   rows.is_enough);

	arena_done(&a);
	return ok;
}

static bool
write_file(struct session *s, const char *path, const struct text_scope *scope,
	   struct arena *a, struct text_end *end, struct error *err)
{
	struct new_file f;

	if (!new_file_begin(&f, path, err))
		return false;
	if (register_text_write(s->store, scope, give_line, &f, a, end, err))
		return new_file_keep(&f, err);
	new_file_drop(&f);
	return false;
}

json_t *
text_end_json(const struct text_end *end, const struct files_told *told)
{
	char head[HEX_SIZE] = "";

	if (end->n_chains > 0)
		hex_of(end->chains[end->n_chains - 1].hash, DIGEST_SIZE, head);
	return json_pack("{s:I, s:s, s:i, s:i}", "events",
			 (json_int_t)end->events, "head", head, "files",
			 told->copied, "missing", told->missing);
}

static bool
text_look(struct session *s, const struct request *r, json_t **answer,
	  struct error *err)
{
	const char *path = request_value(r, "output");
	struct arena a = {0};
	struct text_scope scope;
	struct text_end end;
	struct files_told told;
	bool ok = may_write_text(s, err) && scope_of(s, r, &a, &scope, err) &&
		  copy_files(s, r, &told, err) &&
		  write_file(s, path, &scope, &a, &end, err);

	if (ok) {
		*answer = text_end_json(&end, &told);
		json_object_set_new(*answer, "output", json_string(path));
		json_object_set_new(*answer, "seq", json_integer(s->stands));
	}
	arena_done(&a);
	return ok;
}

/* ------------------------------------------------------------- the formats */

static const struct format {
	const char *option;
	bool (*each)(struct session *s, const struct request *r,
		     answer_row_fn row, void *ctx, struct error *err);
	bool (*look)(struct session *s, const struct request *r,
		     json_t **answer, struct error *err);
} formats[] = {
    {"text", text_each, text_look},
    {"csv", csv_out_each, csv_out_look},
    {"xlsx", workbook_out_each, workbook_out_look},
    {"jsonl", json_out_each, json_out_look},
    {"ics", duty_calendar_each, duty_calendar_look},
};

static const struct format *
format_asked(const struct request *r, struct error *err)
{
	const struct format *asked = NULL;

	for (size_t i = 0; i < ARRAY_SIZE(formats); i++) {
		if (request_value(r, formats[i].option) == NULL)
			continue;
		if (asked != NULL) {
			error_set(err, &REQUEST_WRONG, _("either --%s or --%s"),
				  asked->option, formats[i].option);
			return NULL;
		}
		asked = &formats[i];
	}
	if (asked == NULL)
		bug("a format is always asked for: export_lacks");
	return asked;
}

const char *
export_lacks(const struct request *r, moment now)
{
	(void)now;
	for (size_t i = 0; i < ARRAY_SIZE(formats); i++)
		if (request_value(r, formats[i].option) != NULL)
			return NULL;
	return "text";
}

bool
export_each(struct session *s, const struct request *r, answer_row_fn row,
	    void *ctx, struct error *err)
{
	const struct format *f = format_asked(r, err);

	return f != NULL && f->each(s, r, row, ctx, err);
}

bool
export_look(struct session *s, const struct request *r, json_t **answer,
	    struct error *err)
{
	const struct format *f = format_asked(r, err);

	if (f == NULL)
		return false;
	if (request_value(r, "output") == NULL)
		return error_set(err, &REQUEST_MISSING, "%s",
				 _("here it needs --output FILE"));
	return f->look(s, r, answer, err);
}
