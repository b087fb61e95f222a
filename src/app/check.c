/* check.c -- check: is the register whole, and are these its pages */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/check.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/i18n.h"

#include "model/day-match.h"
#include "model/missing.h"
#include "model/seal.h"

#include "app/act.h"
#include "app/json.h"
#include "app/reserve.h"

enum { KEPT_MAX = 64 << 20 };

static json_t *
findings_json(const struct finding *at, size_t n)
{
	json_t *rows = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(rows, json_pack("{s:s, s:o, s:s}", "code",
						      at[i].code, "seq",
						      number_json(at[i].seq),
						      "text", at[i].text));
	return rows;
}

static json_t *
report_json(const struct check_report *report)
{
	return json_pack("{s:b, s:I, s:s, s:o, s:o}", "ok", report->n == 0,
			 "events", (json_int_t)report->events, "head",
			 report->head, "faults",
			 findings_json(report->at, report->n), "notes",
			 findings_json(report->notes, report->n_notes));
}

static json_t *
match_json(const struct day_match *m)
{
	return json_pack("{s:I, s:I, s:o}", "kept", (json_int_t)m->n, "same",
			 (json_int_t)m->n_same, "day", text_json(m->day));
}

static bool
match_code(struct session *s, const struct request *r, struct arena *a,
	   struct check_report *report, json_t *answer, struct error *err)
{
	const char *typed = request_value(r, "page");
	const char *given = request_value(r, "day");
	struct date day = {0};
	struct day_match m;

	if (typed == NULL)
		return true;
	if (given != NULL &&
	    !date_parse_near(given, session_today(s), &day, err))
		return false;
	if (!day_match_code(s->store, s->office, typed, date_iso(a, day), a,
			    report, &m, err))
		return false;
	json_object_set_new(answer, "page", match_json(&m));
	return true;
}

static bool
match_kept(struct session *s, const struct request *r, struct arena *a,
	   struct check_report *report, json_t *answer, struct error *err)
{
	const char *path = request_value(r, "against");
	struct text kept = {0};
	struct day_match m;
	bool ok;

	if (path == NULL)
		return true;
	ok = file_read(path, KEPT_MAX, &kept, err) &&
	     day_match_kept(s->store, s->office, text_str(&kept), a, report, &m,
			    err);
	if (ok)
		json_object_set_new(answer, "against", match_json(&m));
	text_done(&kept);
	return ok;
}

/* Whoever may sign should be able to. */
static void
check_key(struct session *s, struct arena *a, struct check_report *report)
{
	struct error why = {0};
	struct sign_key k;
	char *sentence;

	if (!store_is_own(s->store))
		return;
	if (seal_load(s->store, &k, &why)) {
		sign_key_wipe(&k);
		return;
	}
	sentence = error_sentence(&why);
	check_note(report, a, "key", 0, "%s", sentence);
	free(sentence);
}

bool
check_look(struct session *s, const struct request *r, json_t **answer,
	   struct error *err)
{
	struct arena a = {0};
	struct check_report report;
	json_t *more = json_object();
	bool ok = check_register(s->store, &a, &report, err) &&
		  reserve_check(s, &a, &report, err) &&
		  missing_check(s->store, session_now(s), &a, &report, err) &&
		  match_code(s, r, &a, &report, more, err) &&
		  match_kept(s, r, &a, &report, more, err);

	if (ok) {
		check_key(s, &a, &report);
		*answer = report_json(&report);
		json_object_update(*answer, more);
	}
	json_decref(more);
	arena_done(&a);
	return ok;
}
