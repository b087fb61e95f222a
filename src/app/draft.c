/* draft.c -- what is typed into a form, kept until the act is done */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"

#include "app/draft-page.h"
#include "app/keeper.h"

const struct error_kind DRAFT_VEILED = {
    "draft-veiled", EXIT_REFUSED,
    N_("the letter is not for you to see now; the draft stays until you may, "
       "or discard it")};

static bool
may_write(const struct session *s)
{
	return !s->wish.read_only && !store_is_read_only(s->store);
}

static char *
path_of(const struct session *s, const unsigned char act_id[ID_SIZE])
{
	char hex[2 * ID_SIZE + 1];
	char *folder = drafts_folder(s), *path;

	hex_of(act_id, ID_SIZE, hex);
	path = xasprintf("%s/%lld-%lld-%s", folder, (long long)s->office,
			 (long long)s->actor.person, hex);
	free(folder);
	return path;
}

static bool
is_made(const struct draft *d)
{
	return d->slots.path != NULL || d->elsewhere != NULL;
}

static bool
make(struct draft *d, const struct session *s, const struct draft_page *page,
     struct error *err)
{
	char *path;
	bool ok;

	memcpy(d->act_id, page->request.act_id, ID_SIZE);
	if (session_is_kept(s)) {
		d->elsewhere = s->store;
		return true;
	}
	path = path_of(s, page->request.act_id);
	ok = file_make_parents(path, err) && slots_make(&d->slots, path, err);
	free(path);
	return ok;
}

static bool
write_out(struct draft *d, const struct session *s, const char *page,
	  struct error *err)
{
	char *dated;
	bool ok;

	if (d->elsewhere != NULL)
		return keeper_draft_keep(s, page, err);
	dated = draft_page_dated(page, session_now(s));
	ok = slots_write(&d->slots, dated, strlen(dated), err);
	free(dated);
	return ok;
}

/* When it was written changes with every write and is no reason for one. */
static bool
write_page(struct draft *d, const struct session *s, char *page,
	   struct error *err)
{
	bool ok;

	if (d->kept && strcmp(d->kept, page) == 0) {
		free(page);
		return true;
	}
	ok = write_out(d, s, page, err);
	free(d->kept);
	d->kept = ok ? page : NULL;
	if (!ok)
		free(page);
	return ok;
}

bool
draft_keep(struct draft *d, const struct session *s,
	   const struct draft_page *page, struct error *err)
{
	if (!may_write(s))
		return true;
	if (is_made(d) && memcmp(d->act_id, page->request.act_id, ID_SIZE) != 0)
		draft_drop(d);
	if (!is_made(d) && !make(d, s, page, err))
		return false;
	return write_page(d, s, draft_page_write(page, s), err);
}

bool
draft_sync(struct draft *d, struct error *err)
{
	if (d->elsewhere != NULL)
		return keeper_draft(d->elsewhere, KEPT_DRAFT_SYNC, d->act_id,
				    err);
	return slots_sync(&d->slots, err);
}

static void
forget(struct draft *d)
{
	free(d->kept);
	d->kept = NULL;
	d->elsewhere = NULL;
}

/* A keeper that is not there any more has left it as it was. */
static void
end_elsewhere(struct draft *d, enum keeper_ask how)
{
	struct error ignored = {0};

	if (d->elsewhere != NULL &&
	    !keeper_draft(d->elsewhere, how, d->act_id, &ignored))
		d->elsewhere = NULL;
}

void
draft_drop(struct draft *d)
{
	end_elsewhere(d, KEPT_DRAFT_DROP);
	slots_remove(&d->slots);
	forget(d);
}

void
draft_leave(struct draft *d)
{
	struct error ignored = {0};

	end_elsewhere(d, KEPT_DRAFT_LEAVE);
	/* The text is kept; a disk that fails now failed before and was told
	   of. */
	if (!slots_sync(&d->slots, &ignored))
		d->slots.is_unsynced = false;
	slots_close(&d->slots);
	forget(d);
}

static bool
open_line(struct slots *slots, const struct draft_line *line, struct error *err)
{
	struct text t = {0};
	bool ok = slots_open(slots, line->path, &t, err);

	text_done(&t);
	return ok;
}

bool
draft_take(struct draft *d, const struct session *s,
	   const struct draft_line *line, struct error *err)
{
	*d = (struct draft){0};
	if (line->is_veiled)
		return error_set(err, &DRAFT_VEILED, NULL);
	memcpy(d->act_id, line->page.request.act_id, ID_SIZE);
	if (session_is_kept(s)) {
		d->elsewhere = s->store;
		return keeper_draft(s->store, KEPT_DRAFT_TAKE, d->act_id, err);
	}
	return open_line(&d->slots, line, err);
}

bool
draft_discard(const struct session *s, const struct draft_line *line,
	      struct error *err)
{
	struct slots slots;

	if (!may_write(s))
		return error_set(err, &STORE_READ_ONLY, NULL);
	if (session_is_kept(s))
		return keeper_draft(s->store, KEPT_DRAFT_DISCARD,
				    line->page.request.act_id, err);
	if (!open_line(&slots, line, err))
		return false;
	slots_remove(&slots);
	return true;
}
