/* draft-page.c -- a draft as it lies in its file: one JSON object */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/draft-page.h"

#include <string.h>

#include "app/json.h"

static json_t *
fields_json(const struct request *r)
{
	json_t *fields = json_array();

	for (size_t i = 0; i < r->n; i++) {
		json_t *name =
		    r->at[i].name ? json_string(r->at[i].name) : json_null();
		json_t *value = json_string(r->at[i].value);

		/* A path need not be UTF-8; then the field stays out. */
		if (value)
			json_array_append_new(fields,
					      json_pack("{s:o, s:o}", "name",
							name, "value", value));
		else
			json_decref(name);
	}
	return fields;
}

static const char *
or_empty(const char *s)
{
	return s ? s : "";
}

char *
draft_page_write(const struct draft_page *page, const struct session *s)
{
	char hex[2 * ID_SIZE + 1];
	json_t *j;
	char *out;

	hex_of(page->request.act_id, ID_SIZE, hex);
	j = json_pack(
	    "{s:s, s:s, s:o, s:I, s:s, s:I, s:I, s:I, s:I, s:b, s:I, "
	    "s:s, s:s}",
	    "act", hex, "action", page->request.action->name, "fields",
	    fields_json(&page->request), "given", (json_int_t)page->n_given,
	    "number", or_empty(page->number), "letter",
	    (json_int_t)page->letter, "since", (json_int_t)page->since, "field",
	    (json_int_t)page->field, "cursor", (json_int_t)page->cursor,
	    "touched", page->is_touched, "person", (json_int_t)s->actor.person,
	    "login", s->actor.login, "name", or_empty(s->actor.name));
	if (!j)
		bug("a draft of %s is no JSON", page->request.action->name);
	out = json_dumps(j, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(j);
	return out;
}

char *
draft_page_dated(const char *page, moment now)
{
	return xasprintf("{\"at\":%lld,%s", (long long)now, page + 1);
}

static const char *
word(const json_t *j, const char *key, struct arena *a)
{
	const char *s = json_string_value(json_object_get(j, key));

	return s && *s ? arena_strdup(a, s) : NULL;
}

/* What is no option of the action, or none any more, is left out. */
static bool
read_fields(const json_t *j, struct arena *a, struct request *r)
{
	size_t n = json_array_size(j);
	struct argument *at = arena_array(a, n + 1, sizeof(*at));

	r->at = at;
	for (size_t i = 0; i < n; i++) {
		const json_t *field = json_array_get(j, i);
		const char *name = word(field, "name", a);
		const char *value =
		    json_string_value(json_object_get(field, "value"));

		if (!value)
			return false;
		if (!name || action_option(r->action, name))
			at[r->n++] =
			    (struct argument){name, arena_strdup(a, value)};
	}
	return json_is_array(j);
}

static bool
read_request(const json_t *j, struct arena *a, struct request *r)
{
	const char *action = json_string_value(json_object_get(j, "action"));
	const char *act = json_string_value(json_object_get(j, "act"));

	r->action = action ? action_find(action) : NULL;
	return r->action && act && hex_read(act, r->act_id, ID_SIZE) &&
	       read_fields(json_object_get(j, "fields"), a, r);
}

static size_t
place(const json_t *j, const char *key)
{
	int64_t n = answer_whole(j, key);

	return n > 0 ? (size_t)n : 0;
}

bool
draft_page_read(const char *json, struct arena *a, struct draft_line *line)
{
	json_t *j = json_loads(json, 0, NULL);
	bool ok = json_is_object(j) && read_request(j, a, &line->page.request);

	if (ok) {
		line->id = word(j, "act", a);
		line->person = answer_whole(j, "person");
		line->login = word(j, "login", a);
		line->name = word(j, "name", a);
		line->at = answer_whole(j, "at");
		line->page.letter = answer_whole(j, "letter");
		line->page.number = word(j, "number", a);
		line->page.since = answer_whole(j, "since");
		line->page.n_given = place(j, "given");
		line->page.field = place(j, "field");
		line->page.cursor = place(j, "cursor");
		line->page.is_touched =
		    json_is_true(json_object_get(j, "touched"));
		if (!line->name)
			line->name = line->login;
		ok = line->login != NULL;
	}
	json_decref(j);
	return ok;
}
