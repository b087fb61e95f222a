/* office.c -- an office: its chain of posts and its divisions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/office.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#include "model/role.h"
#include "model/roster.h"

const struct error_kind POST_UNKNOWN = {"post-unknown", EXIT_USAGE,
					N_("this office has no such post")};
const struct error_kind DIVISION_UNKNOWN = {
    "division-unknown", EXIT_USAGE, N_("this office has no such division")};

static const struct field office_fields[] = {
    FIELD(struct office, office, FIELD_INT64),
    FIELD(struct office, code, FIELD_TEXT),
    FIELD(struct office, name, FIELD_TEXT),
    FIELD(struct office, kind, FIELD_TEXT),
    FIELD(struct office, above, FIELD_TEXT),
    FIELD(struct office, prefix, FIELD_TEXT),
    {0}};
static const struct row_type office_row = {sizeof(struct office),
					   office_fields};

bool
office_load(struct store *st, const char *code, struct arena *a,
	    struct office *office, bool *found, struct error *err)
{
	return query_row(st, QUERY_OFFICE_BY_CODE, PARAMS(P_TEXT("code", code)),
			 &office_row, a, office, found, err);
}

bool
office_of_login(struct store *st, const char *login, struct date today,
		struct arena *a, struct office *office, bool *found,
		struct error *err)
{
	struct text day = {0};
	bool ok;

	text_add_iso_date(&day, today);
	ok = query_row(st, QUERY_OFFICE_OF_LOGIN,
		       PARAMS(P_TEXT("login", login), P_TEXT("today", day.s)),
		       &office_row, a, office, found, err);
	text_done(&day);
	return ok;
}

bool
offices_load(struct store *st, const char *login, struct date today,
	     struct arena *a, struct office_list *list, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct office, office, FIELD_INT64),
	    FIELD(struct office, code, FIELD_TEXT),
	    FIELD(struct office, name, FIELD_TEXT),
	    FIELD(struct office, kind, FIELD_TEXT),
	    FIELD(struct office, above, FIELD_TEXT),
	    FIELD(struct office, prefix, FIELD_TEXT),
	    FIELD(struct office, is_own, FIELD_BOOL),
	    {0}};
	static const struct row_type type = {sizeof(struct office), fields};
	struct text day = {0};
	bool ok;

	text_add_iso_date(&day, today);
	ok = query_rows(st, QUERY_OFFICE_LIST,
			PARAMS(P_TEXT("login", login), P_TEXT("today", day.s)),
			&type, a, &list->at, &list->n, err);
	text_done(&day);
	return ok;
}

bool
office_posts_by(struct store *st, int64_t office, const struct roster *r,
		struct arena *a, struct post_list *list, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct post, code, FIELD_TEXT),
	    FIELD(struct post, name, FIELD_TEXT),
	    FIELD(struct post, position, FIELD_INT),
	    FIELD(struct post, role, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct post), fields};

	if (!query_rows(st, QUERY_POSTS_IN_FORCE,
			PARAMS(P_INT("office", office)), &type, a, &list->at,
			&list->n, err))
		return false;
	list->n_chain = 0;
	for (size_t i = 0; i < list->n; i++) {
		struct post *p = &list->at[i];

		list->n_chain += p->position > 0;
		p->holders = roster_holders(r, p->code, a);
		p->away = roster_away(r, p->code, a);
	}
	return true;
}

bool
office_posts(struct store *st, int64_t office, moment now, struct arena *a,
	     struct post_list *list, struct error *err)
{
	struct roster r;

	return roster_load(st, office, now, a, &r, err) &&
	       office_posts_by(st, office, &r, a, list, err);
}

const char *
post_people(const struct post *p)
{
	if (p->holders)
		return p->holders;
	return p->away ? p->away : _("nobody holds it now");
}

bool
office_divisions(struct store *st, int64_t office, struct arena *a,
		 struct division_list *list, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct division, code, FIELD_TEXT),
	    FIELD(struct division, name, FIELD_TEXT),
	    FIELD(struct division, post, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct division), fields};

	return query_rows(st, QUERY_DIVISIONS_IN_FORCE,
			  PARAMS(P_INT("office", office)), &type, a, &list->at,
			  &list->n, err);
}

/* "clerk (ธุรการ), head (หัวหน้าสำนักปลัด)": what could have been said. */
static void
add_choice(struct text *t, const char *code, const char *name)
{
	text_printf(t, "%s%s (%s)", t->n > 0 ? ", " : "", code, name);
}

const struct post *
post_find(const struct post_list *list, const char *word, struct error *err)
{
	struct text known = {0};

	for (size_t i = 0; i < list->n; i++) {
		const struct post *p = &list->at[i];

		if (strcmp(p->code, word) == 0 || strcmp(p->name, word) == 0) {
			text_done(&known);
			return p;
		}
		add_choice(&known, p->code, p->name);
	}
	error_set(err, &POST_UNKNOWN, _("%s; there are %s"), word,
		  text_str(&known));
	text_done(&known);
	return NULL;
}

const struct division *
division_find(const struct division_list *list, const char *word,
	      struct error *err)
{
	struct text known = {0};

	for (size_t i = 0; i < list->n; i++) {
		const struct division *d = &list->at[i];

		if (strcmp(d->code, word) == 0 || strcmp(d->name, word) == 0) {
			text_done(&known);
			return d;
		}
		add_choice(&known, d->code, d->name);
	}
	error_set(err, &DIVISION_UNKNOWN, _("%s; there are %s"), word,
		  text_str(&known));
	text_done(&known);
	return NULL;
}

const struct post *
post_first(const struct post_list *list)
{
	return list->n_chain > 0 ? &list->at[0] : NULL;
}

const struct post *
post_top(const struct post_list *list)
{
	return list->n_chain > 0 ? &list->at[list->n_chain - 1] : NULL;
}

size_t
post_index(const struct post_list *list, const char *code)
{
	for (size_t i = 0; code != NULL && i < list->n; i++)
		if (strcmp(list->at[i].code, code) == 0)
			return i;
	return list->n;
}

size_t
post_level(const struct post_list *list, const char *code)
{
	size_t i = post_index(list, code);

	if (i < list->n_chain)
		return i;
	return i < list->n && role_of(list->at[i].role) == ROLE_REGISTRAR
		   ? 0
		   : list->n;
}

const struct post *
post_above(const struct post_list *list, const char *code)
{
	size_t level = post_level(list, code);

	return level + 1 < list->n_chain ? &list->at[level + 1] : NULL;
}

const struct post *
post_registrar(const struct post_list *list)
{
	for (size_t i = list->n_chain; i < list->n; i++)
		if (role_of(list->at[i].role) == ROLE_REGISTRAR &&
		    list->at[i].holders != NULL)
			return &list->at[i];
	return NULL;
}
