/* destroy-do.c -- letters are destroyed: words, files, drafts, and the log */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/lines.h"
#include "base/thai.h"

#include "store/attach.h"

#include "app/decisions.h"
#include "app/destroy.h"
#include "app/draft.h"
#include "app/papers.h"

/*
 * Files cannot be deleted in a transaction.  Their names stand in the file
 * REGISTER-unlink before it commits, and each is taken away when no letter
 * names it any more: whatever ends the program, the next one goes on.
 */
static bool
pending_write(struct act *act, const struct text *names, struct error *err)
{
	struct new_file f;
	char *path = attach_pending_path(act->s->store);
	bool ok = new_file_begin(&f, path, err) &&
		  new_file_add(&f, text_str(names), names->n, err) &&
		  new_file_keep(&f, err);

	if (!ok)
		new_file_drop(&f);
	free(path);
	return ok;
}

static bool
add_name(void *ctx, const struct row *row, struct error *err)
{
	size_t n;
	const char *digest = row_bytes(row, 0, &n);

	(void)err;
	text_printf(ctx, "file %.*s\n", (int)n, digest);
	return true;
}

static bool
pending_note(struct act *act, const struct destruction *d,
	     const struct destruction_items *items, struct error *err)
{
	struct text names = {0};
	bool ok;

	for (size_t i = 0; i < items->n; i++)
		if (strcmp(items->verdicts[i].decision, DECISION_DESTROY) == 0)
			text_printf(&names, "letter %lld\n",
				    (long long)items->letters[i].id);
	ok = query_each(act->s->store, QUERY_FILES_DESTROYED,
			PARAMS(P_INT("office", act->s->office),
			       P_INT("list", d->list)),
			add_name, &names, err) &&
	     pending_write(act, &names, err);
	text_done(&names);
	return ok;
}

struct remains {
	const char *dated;
	int64_t received_at, registered_at, replaces, parcel;
};

static bool
letter_destroy(struct act *act, const struct destruction *d,
	       const struct letter *l, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct remains, dated, FIELD_TEXT),
	    FIELD(struct remains, received_at, FIELD_INT64),
	    FIELD(struct remains, registered_at, FIELD_INT64),
	    FIELD(struct remains, replaces, FIELD_INT64),
	    FIELD(struct remains, parcel, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct remains), fields};
	struct entry e = {.kind = "letter.destroy", .letter = l->id};
	struct remains kept;
	struct event done;
	bool found;

	if (!query_row(
		act->s->store, QUERY_LETTER_REMAINS,
		PARAMS(P_INT("office", act->s->office), P_INT("letter", l->id)),
		&type, act->arena, &kept, &found, err))
		return false;
	e.body =
	    json_pack("{s:I, s:i, s:i, s:I, s:I}", "list", (json_int_t)d->list,
		      "list_year", d->year, "list_number", d->number,
		      "received_at", (json_int_t)kept.received_at,
		      "registered_at", (json_int_t)kept.registered_at);
	if (kept.dated != NULL)
		json_object_set_new(e.body, "dated", json_string(kept.dated));
	if (kept.replaces != 0)
		json_object_set_new(e.body, "replaces",
				    json_integer(kept.replaces));
	if (kept.parcel != 0)
		json_object_set_new(e.body, "parcel",
				    json_integer(kept.parcel));
	return act_write(act, &e, &done, err);
}

static bool
destroy_all(struct act *act, const struct destruction *d,
	    const struct destruction_items *items, struct error *err)
{
	for (size_t i = 0; i < items->n; i++)
		if (strcmp(items->verdicts[i].decision, DECISION_DESTROY) ==
			0 &&
		    !letter_destroy(act, d, &items->letters[i], err))
			return false;
	return true;
}

/* Counted in words, so that nobody does it by a slip.  Not translated: both
   are taken in both languages. */
static bool
are_the_words(struct act *act, size_t n, struct error *err)
{
	const char *thai = arena_printf(act->arena, "ทำลาย %s ฉบับ", DIGITS(n));
	const char *english =
	    arena_printf(act->arena, "destroy %s letters", DIGITS(n));
	char *said = thai_digits_to_arabic(act_text(act, "words"));
	char *words[] = {thai_digits_to_arabic(thai),
			 thai_digits_to_arabic(english)};
	bool are = false;

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		are = are || strcmp(said, words[i]) == 0;
		free(words[i]);
	}
	free(said);
	return are ||
	       error_set(err, &REQUEST_WRONG,
			 _("nothing brings them back; to do it, say: %s"),
			 digits_are_thai() ? thai : english);
}

static bool
asks_for_nothing(struct act *act, const struct destruction *d,
		 struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct letter, book, FIELD_TEXT),
	    FIELD(struct letter, year, FIELD_INT),
	    FIELD(struct letter, number, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(struct letter), fields};
	struct letter l;
	bool found;

	if (!query_row(
		act->s->store, QUERY_DUTY_OF_LIST,
		PARAMS(P_INT("office", act->s->office), P_INT("list", d->list)),
		&type, act->arena, &l, &found, err))
		return false;
	return !found ||
	       error_set(err, &RULE_REFUSED,
			 _("letter %s has a duty that is open: done or waived "
			   "first, or kept"),
			 BOOK_NUMBER(l.book, l.year, l.number));
}

bool
destroy_do_decide(struct act *act, struct error *err)
{
	struct destruction d;
	struct destruction_items items;
	size_t n;

	if (!destroy_load(act, &d, &items, err))
		return false;
	if (d.answer == NULL)
		return error_set(err, &RULE_REFUSED,
				 _("the list %s/%s is not answered by the "
				   "National Archives; `destroy list' tells "
				   "what is to be done first"),
				 DIGITS(d.number), DIGITS(d.year));
	n = destruction_count(&items, DECISION_DESTROY);
	if (!asks_for_nothing(act, &d, err) || !are_the_words(act, n, err) ||
	    !pending_note(act, &d, &items, err) ||
	    !destroy_all(act, &d, &items, err))
		return false;
	act_put_int(act, "list", d.list);
	act_put_int(act, "letters", (int64_t)n);
	return true;
}

/* ----------------------------------------------------- what is taken away */

struct sweeping {
	struct act *act;
	int64_t *letters;
	size_t n, max;
};

static void
keep_letter(struct sweeping *sw, int64_t letter)
{
	if (sw->n == sw->max) {
		sw->max = sw->max ? 2 * sw->max : 64;
		sw->letters =
		    xreallocarray(sw->letters, sw->max, sizeof(*sw->letters));
	}
	sw->letters[sw->n++] = letter;
}

/* When the commit failed, it was not destroyed. */
static bool
sweep_letter(struct sweeping *sw, int64_t letter, struct error *err)
{
	const struct session *s = sw->act->s;
	int64_t is = 0;

	if (!query_number(
		s->store, QUERY_IS_LETTER_DESTROYED,
		PARAMS(P_INT("office", s->office), P_INT("letter", letter)),
		&is, err))
		return false;
	if (is)
		keep_letter(sw, letter);
	return true;
}

static bool
sweep_line(void *ctx, char *line, size_t n, bool has_end, struct error *err)
{
	struct sweeping *sw = ctx;
	bool is_named;

	(void)n;
	(void)has_end;
	if (strncmp(line, "file ", 5) == 0 && strlen(line) == 5 + HEX_SIZE - 1)
		return papers_sweep(sw->act->s->store, line + 5, &is_named,
				    err);
	return strncmp(line, "letter ", 7) != 0 ||
	       sweep_letter(sw, strtoll(line + 7, NULL, 10), err);
}

static bool
scrub(struct act *act, struct error *err)
{
	bool done = false;

	if (!store_scrub(act->s->store, &done, err))
		return false;
	return done ||
	       error_set(err, &STORE_BUSY, "%s",
			 _("others are reading; when they have left, ask once "
			   "more, so that the log is emptied"));
}

/* False where something is left to be done later. */
static bool
sweep(struct act *act, struct error *err)
{
	enum { LINE_MAX_BYTES = 4096 };
	char *path = attach_pending_path(act->s->store);
	struct sweeping sw = {.act = act};
	bool ok = true;

	if (access(path, F_OK) == 0)
		ok = lines_each(path, LINE_MAX_BYTES, sweep_line, &sw, err) &&
		     drafts_drop_of(act->s, sw.letters, sw.n, err) &&
		     scrub(act, err) &&
		     (unlink(path) == 0 ||
		      error_set(err, &FILE_WRITE, "%s", path));
	free(sw.letters);
	free(path);
	return ok;
}

/* What an earlier one could not finish, because of a crash or of readers. */
bool
destroy_do_prepare(struct act *act, struct error *err)
{
	return store_is_read_only(act->s->store)
		   ? error_set(err, &STORE_READ_ONLY, NULL)
		   : sweep(act, err);
}

void
destroy_do_settle(struct act *act)
{
	struct error err = {0};
	char *sentence;

	if (sweep(act, &err))
		return;
	sentence = error_sentence(&err);
	act_remark(act, sentence);
	free(sentence);
}
