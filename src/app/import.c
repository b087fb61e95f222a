/* import.c -- a new register from the text of one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/register-text.h"

#include "app/act.h"
#include "app/files.h"

static bool
read_whole(struct store *st, const char *path, struct arena *a,
	   struct text_end *end, struct error *err)
{
	if (!store_begin_write(st, err))
		return false;
	if (register_text_read(st, path, a, end, err) && store_commit(st, err))
		return true;
	store_rollback(st);
	return false;
}

/* Whatever fails, no half register is left. */
bool
import_look(struct session *s, const struct request *r, json_t **answer,
	    struct error *err)
{
	const char *where = s->wish.register_path;
	struct arena a = {0};
	struct text_end end;
	struct files_told told = {0};
	bool ok;

	if (s->wish.read_only)
		return error_set(err, &STORE_READ_ONLY, "%s", where);
	/* What the session had open is another register, or will be. */
	store_close(s->store);
	s->store = store_open(where, STORE_NEW, err);
	if (s->store == NULL)
		return false;
	ok = read_whole(s->store, request_operand(r, 0), &a, &end, err);
	if (!ok) {
		store_discard(s->store);
		s->store = NULL;
	}
	ok = ok &&
	     files_copy_in(s->store, request_value(r, "files"), &told, err);
	if (ok) {
		*answer = text_end_json(&end, &told);
		json_object_set_new(*answer, "register", json_string(where));
	}
	arena_done(&a);
	return ok;
}
