/* office.h -- an office: its chain of posts and its divisions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_OFFICE_H
#define MODEL_OFFICE_H

#include "base/arena.h"

#include "store/store.h"

struct office {
	int64_t office;
	const char *code;
	const char *name;
	const char *kind;   /* office_kinds */
	const char *above;  /* code of the office above, or NULL */
	const char *prefix; /* before the numbers it gives, or NULL */
	bool is_own;        /* of a list: the asker works there */
};
struct office_list {
	struct office *at;
	size_t n;
};

/* A post in force.  Those with a position make the chain, lowest first. */
struct post {
	const char *code;
	const char *name;
	int position;        /* 0: beside the chain */
	const char *role;    /* post_roles */
	const char *holders; /* roster_holders() */
	const char *away;    /* roster_away() */
};
struct post_list {
	struct post *at;
	size_t n;
	size_t n_chain; /* the first n_chain are the chain */
};

struct division {
	const char *code;
	const char *name;
	const char *post; /* who heads it */
};
struct division_list {
	struct division *at;
	size_t n;
};

extern const struct error_kind POST_UNKNOWN;     /* "post-unknown", 2 */
extern const struct error_kind DIVISION_UNKNOWN; /* "division-unknown", 2 */

/* *found tells. */
bool office_load(struct store *st, const char *code, struct arena *a,
		 struct office *office, bool *found,
		 struct error *err) MUST_CHECK;
/* Where a person works on a day: the first such office, or else the first
   there is. */
bool office_of_login(struct store *st, const char *login, struct date today,
		     struct arena *a, struct office *office, bool *found,
		     struct error *err) MUST_CHECK;
/* Every office of the register, in the order they were made. */
bool offices_load(struct store *st, const char *login, struct date today,
		  struct arena *a, struct office_list *list,
		  struct error *err) MUST_CHECK;
bool office_posts(struct store *st, int64_t office, moment now, struct arena *a,
		  struct post_list *list, struct error *err) MUST_CHECK;
/* ... where the roster of that moment is known. */
struct roster;
bool office_posts_by(struct store *st, int64_t office, const struct roster *r,
		     struct arena *a, struct post_list *list,
		     struct error *err) MUST_CHECK;
bool office_divisions(struct store *st, int64_t office, struct arena *a,
		      struct division_list *list, struct error *err) MUST_CHECK;

/* By code or by name; NULL and POST_UNKNOWN (which lists what there is). */
const struct post *post_find(const struct post_list *list, const char *word,
			     struct error *err);
const struct division *division_find(const struct division_list *list,
				     const char *word, struct error *err);
/* The lowest and the highest of the chain, and neighbours in it; NULL past
   the ends. */
const struct post *post_first(const struct post_list *list);
const struct post *post_top(const struct post_list *list);
const struct post *post_above(const struct post_list *list, const char *code);
/* "นายสมชาย รักษ์ถิ่น", "... is absent ...", "nobody holds it now". */
const char *post_people(const struct post *post);
/* The registrar of secret letters, where somebody holds the post; or NULL. */
const struct post *post_registrar(const struct post_list *list);
/* Places on the way up: 0 for the clerk and for the registrar, who begin it,
   then one by one to the highest; list->n for posts beside it. */
size_t post_level(const struct post_list *list, const char *code);
/* Place in list, or list->n when it is not there. */
size_t post_index(const struct post_list *list, const char *code);

#endif
