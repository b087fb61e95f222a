/* pin-file.c -- the hash of a PIN beside the register, and the tries of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pin-file.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/password.h"
#include "base/slots.h"

const struct error_kind PIN_WRONG = {"pin-wrong", EXIT_REFUSED,
				     N_("the PIN is wrong")};
const struct error_kind PIN_WAIT = {"pin-wait", EXIT_REFUSED,
				    N_("too many wrong tries of the PIN")};
const struct error_kind PIN_LOST = {
    "pin-lost", EXIT_REFUSED,
    N_("the PIN is not on this machine, as after a restore; the administrator "
       "ends it with `pin end LOGIN', then set a new one")};

static const moment SECOND = 1000000;

/* How many seconds after so many wrong tries by one door the next is taken;
   the last row goes on for ever. */
static const int waits[] = {0, 0, 0, 10, 30, 60, 120, 300, 900};

/* So many doors are counted apart; others take the place of the oldest. */
enum { DOORS_MAX = 16 };

static char *
path_of(const struct session *s, const char *id)
{
	return xasprintf("%s-pins/%s", store_beside(s->store), id);
}

static const char *
door_of(const struct session *s)
{
	if (s->wish.key != NULL)
		return s->wish.key;
	return s->wish.login_is_asked ? "as" : "account";
}

static bool
write_page(struct slots *file, const json_t *page, struct error *err)
{
	char *text = json_dumps(page, JSON_COMPACT | JSON_SORT_KEYS);
	bool ok =
	    slots_write(file, text, strlen(text), err) && slots_sync(file, err);

	free(text);
	return ok;
}

bool
pin_file_make(const struct session *s, const char *id, const char *word,
	      struct error *err)
{
	char *path = path_of(s, id), hash[PASSWORD_HASH_SIZE];
	struct slots file = {0};
	json_t *page;
	bool ok;

	pin_file_drop(s, id);
	if (!password_hash(word, hash)) {
		free(path);
		return error_set(err, &ERROR_IO,
				 _("there is no memory for a PIN (64 MB)"));
	}
	page = json_pack("{s:s, s:{}}", "hash", hash, "doors");
	ok = file_make_parents(path, err) && slots_make(&file, path, err);
	if (ok) {
		ok = write_page(&file, page, err);
		slots_close(&file);
	}
	json_decref(page);
	free(path);
	return ok;
}

static int64_t
whole(const json_t *page, const char *key)
{
	return json_integer_value(json_object_get(page, key));
}

static void
read_tries(const json_t *page, struct pin_tries *tries)
{
	tries->wrong = (int)whole(page, "wrong");
	tries->since = whole(page, "since");
}

void
text_add_tries(struct text *t, const struct session *s,
	       const struct pin_tries *tries)
{
	struct text since = {0};

	if (date_compare(moment_date(tries->since), session_today(s)) != 0) {
		text_add_date(&since, moment_date(tries->since), DATE_SHORT,
			      s->wish.thai);
		text_add(&since, " ");
	}
	text_add_time(&since, tries->since, s->wish.thai);
	text_printf(t,
		    P_("%s wrong try since %s", "%s wrong tries since %s",
		       tries->wrong),
		    DIGITS(tries->wrong), text_str(&since));
	text_done(&since);
}

static bool
refuse(const struct session *s, const struct pin_tries *tries,
       struct error *err)
{
	struct text t = {0};

	text_add_tries(&t, s, tries);
	error_set(err, &PIN_WRONG, "%s", text_str(&t));
	text_done(&t);
	return false;
}

static bool
refuse_until(const struct session *s, moment until, struct error *err)
{
	struct text t = {0};

	/* The minute that is begun is over then. */
	text_add_time(&t, until + 60 * SECOND - 1, s->wish.thai);
	error_set(err, &PIN_WAIT, _("the next is taken from %s on"),
		  text_str(&t));
	text_done(&t);
	return false;
}

/* A clock that was set back lets nobody wait longer. */
static bool
must_wait(const struct session *s, const json_t *door, moment *until)
{
	int64_t n = whole(door, "n");
	const int64_t last = ARRAY_SIZE(waits) - 1;
	moment wait = waits[n < last ? n : last] * SECOND;
	moment now = session_now(s), at = whole(door, "last");

	*until = (at < now ? at : now) + wait;
	return at + wait > now && at <= now + waits[last] * SECOND;
}

static void
drop_oldest(json_t *doors)
{
	const char *key, *oldest = NULL;
	json_t *door;
	int64_t last = 0;

	if (json_object_size(doors) < DOORS_MAX)
		return;
	json_object_foreach(doors, key, door)
	{
		if (oldest == NULL || whole(door, "last") < last) {
			oldest = key;
			last = whole(door, "last");
		}
	}
	json_object_del(doors, oldest);
}

static void
count_try(const struct session *s, json_t *page, json_t *doors, int64_t n)
{
	moment now = session_now(s);
	int64_t wrong = whole(page, "wrong");

	drop_oldest(doors);
	json_object_set_new(doors, door_of(s),
			    json_pack("{s:I, s:I}", "n", (json_int_t)n + 1,
				      "last", (json_int_t)now));
	json_object_set_new(page, "wrong", json_integer(wrong + 1));
	if (wrong == 0)
		json_object_set_new(page, "since", json_integer(now));
}

static void
forget_tries(const struct session *s, json_t *page, json_t *doors)
{
	json_object_del(doors, door_of(s));
	json_object_del(page, "wrong");
	json_object_del(page, "since");
}

/* The file is locked: tries of several sessions come one after the other. */
static bool
try_word(const struct session *s, struct slots *file, json_t *page,
	 const char *word, struct pin_tries *tries, struct error *err)
{
	const char *hash = json_string_value(json_object_get(page, "hash"));
	json_t *doors = json_object_get(page, "doors");
	const json_t *door = json_object_get(doors, door_of(s));
	moment until;

	if (hash == NULL || !json_is_object(doors))
		return error_set(err, &PIN_LOST, NULL);
	read_tries(page, tries);
	if (must_wait(s, door, &until))
		return refuse_until(s, until, err);
	count_try(s, page, doors, whole(door, "n"));
	if (!write_page(file, page, err))
		return false;
	if (!password_is(hash, word)) {
		read_tries(page, tries);
		return refuse(s, tries, err);
	}
	forget_tries(s, page, doors);
	return write_page(file, page, err);
}

static bool
tell_open(struct error *err)
{
	if (err->kind == &SLOTS_IN_USE)
		return error_set(err, &PIN_WAIT,
				 _("another try is under way: once more"));
	if (err->kind == &SLOTS_GONE || err->kind == &SLOTS_DAMAGED)
		return error_set(err, &PIN_LOST, NULL);
	return false;
}

bool
pin_file_try(const struct session *s, const char *id, const char *word,
	     struct pin_tries *tries, struct error *err)
{
	char *path = path_of(s, id);
	struct slots file = {0};
	struct text text = {0};
	json_t *page = NULL;
	bool ok = slots_open(&file, path, &text, err) || tell_open(err);

	*tries = (struct pin_tries){0};
	if (ok) {
		page = json_loads(text_str(&text), 0, NULL);
		ok = try_word(s, &file, page, word, tries, err);
		slots_close(&file);
	}
	json_decref(page);
	text_done(&text);
	free(path);
	return ok;
}

void
pin_file_tries(const struct session *s, const char *id, struct pin_tries *tries)
{
	char *path = path_of(s, id);
	struct text text = {0};
	struct error ignored = {0};
	bool in_use;
	json_t *page = NULL;

	if (slots_read(path, &text, &in_use, &ignored))
		page = json_loads(text_str(&text), 0, NULL);
	read_tries(page, tries);
	json_decref(page);
	text_done(&text);
	free(path);
}

void
pin_file_drop(const struct session *s, const char *id)
{
	char *path = path_of(s, id);

	unlink(path);
	free(path);
}
