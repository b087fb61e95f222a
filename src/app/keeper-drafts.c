/* keeper-drafts.c -- drafts of a screen that is in another process */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/draft-page.h"
#include "app/keeper.h"

/* So many forms nobody has open. */
enum { OPEN_MAX = 64 };

struct open_draft {
	struct draft draft;
	struct open_draft *next;
};

static struct open_draft **
find(struct register_keeper *k, const unsigned char id[ID_SIZE])
{
	struct open_draft **at = &k->drafts;

	while (*at != NULL && memcmp((*at)->draft.act_id, id, ID_SIZE) != 0)
		at = &(*at)->next;
	return at;
}

static struct open_draft *
add(struct register_keeper *k)
{
	struct open_draft *o;
	size_t n = 0;

	for (o = k->drafts; o != NULL; o = o->next)
		n++;
	if (n >= OPEN_MAX)
		return NULL;
	o = xcalloc(1, sizeof(*o));
	o->next = k->drafts;
	k->drafts = o;
	return o;
}

static void
take_out(struct open_draft **at)
{
	struct open_draft *o = *at;

	*at = o->next;
	free(o);
}

void
keeper_drafts_done(struct register_keeper *k)
{
	while (k->drafts != NULL) {
		draft_leave(&k->drafts->draft);
		take_out(&k->drafts);
	}
}

static bool
refuse(struct error *err)
{
	return error_set(err, &KEPT_REFUSED, NULL);
}

/* Whose it is, is written from the keeper's session, not from the page. */
static bool
keep(struct register_keeper *k, struct wire *w, struct error *err)
{
	const char *json = wire_text(w);
	struct arena a = {0};
	struct draft_line line = {0};
	bool ok =
	    json != NULL && wire_is_read(w) && draft_page_read(json, &a, &line);
	struct open_draft *o = ok ? *find(k, line.page.request.act_id) : NULL;

	if (ok && o == NULL)
		o = add(k);
	ok = o != NULL ? draft_keep(&o->draft, k->s, &line.page, err)
		       : refuse(err);
	if (!ok && o != NULL && o->draft.slots.path == NULL)
		take_out(&k->drafts);
	arena_done(&a);
	return ok;
}

/* One of one's own that lies there. */
static bool
find_line(struct register_keeper *k, const unsigned char id[ID_SIZE],
	  struct arena *a, struct draft_line *line, struct error *err)
{
	struct draft_list list;

	if (!drafts_mine(k->s, a, &list, err))
		return false;
	for (size_t i = 0; i < list.n; i++)
		if (memcmp(list.at[i].page.request.act_id, id, ID_SIZE) == 0) {
			*line = list.at[i];
			return true;
		}
	return error_set(err, &SLOTS_GONE, NULL);
}

static bool
take(struct register_keeper *k, const unsigned char id[ID_SIZE],
     struct error *err)
{
	struct arena a = {0};
	struct draft_line line;
	struct draft d;
	struct open_draft *o = NULL;
	bool ok = find_line(k, id, &a, &line, err) &&
		  draft_take(&d, k->s, &line, err);

	if (ok)
		o = add(k);
	if (o != NULL)
		o->draft = d;
	else if (ok)
		draft_leave(&d);
	arena_done(&a);
	return o != NULL || (ok ? refuse(err) : false);
}

static bool
discard(struct register_keeper *k, const unsigned char id[ID_SIZE],
	struct error *err)
{
	struct arena a = {0};
	struct draft_line line;
	bool ok =
	    find_line(k, id, &a, &line, err) && draft_discard(k->s, &line, err);

	arena_done(&a);
	return ok;
}

/* What is open: where it is not, there is nothing to do. */
static bool
end(struct register_keeper *k, enum keeper_ask ask,
    const unsigned char id[ID_SIZE], struct error *err)
{
	struct open_draft **at = find(k, id);

	if (*at == NULL)
		return true;
	if (ask == KEPT_DRAFT_SYNC)
		return draft_sync(&(*at)->draft, err);
	if (ask == KEPT_DRAFT_DROP)
		draft_drop(&(*at)->draft);
	else
		draft_leave(&(*at)->draft);
	take_out(at);
	return true;
}

/* Of others it is told who is at work; not what is typed, nor the act id, with
   which another could do the act first. */
static void
put_line(struct text *answer, const struct session *s,
	 const struct draft_line *line, bool is_own)
{
	struct draft_page page = line->page;
	char *json;

	if (!is_own) {
		page.request.n = 0;
		memset(page.request.act_id, 0, ID_SIZE);
	}
	json = draft_page_write(&page, s);
	wire_put_text(answer, json);
	wire_put_int(answer, line->person);
	wire_put_text(answer, line->login);
	wire_put_text(answer, line->name);
	wire_put_int(answer, line->at);
	wire_put_int(answer, line->is_in_use);
	wire_put_text(answer, line->done);
	wire_put_int(answer, line->is_veiled);
	free(json);
}

static bool
list(struct register_keeper *k, struct wire *w, struct text *answer,
     struct error *err)
{
	int64_t letter = wire_int(w);
	struct arena a = {0};
	struct draft_list found = {0};
	bool ok = wire_is_read(w);

	if (!ok)
		return refuse(err);
	ok = letter == 0 ? drafts_mine(k->s, &a, &found, err)
			 : drafts_of_letter(k->s, letter, &a, &found, err);
	for (size_t i = 0; ok && i < found.n; i++)
		put_line(answer, k->s, &found.at[i], letter == 0);
	arena_done(&a);
	return ok;
}

bool
keeper_serve_draft(struct register_keeper *k, enum keeper_ask ask,
		   struct wire *w, struct text *answer, struct error *err)
{
	const unsigned char *id;
	size_t n;

	if (ask == KEPT_DRAFT_KEEP)
		return keep(k, w, err);
	if (ask == KEPT_DRAFTS)
		return list(k, w, answer, err);
	id = wire_bytes(w, &n);
	if (n != ID_SIZE || !wire_is_read(w))
		return refuse(err);
	if (ask == KEPT_DRAFT_TAKE)
		return take(k, id, err);
	if (ask == KEPT_DRAFT_DISCARD)
		return discard(k, id, err);
	return end(k, ask, id, err);
}
