/* check.c -- is the register whole: chain, replay, numbers, file, papers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"

#include "store/attach.h"
#include "store/secret.h"

#include "model/index.h"
#include "model/replay.h"

/* One more place at the end of a list of findings. */
static struct finding *
one_more(struct arena *a, struct finding **at, size_t *n, size_t *max)
{
	if (*n == *max) {
		size_t more = *max ? 2 * *max : 16;
		struct finding *wider = arena_array(a, more, sizeof(*wider));

		if (*n > 0)
			memcpy(wider, *at, *n * sizeof(*wider));
		*at = wider;
		*max = more;
	}
	return &(*at)[(*n)++];
}

static const char *
words_of(struct arena *a, const char *fmt, va_list ap)
{
	char *text = xvasprintf(fmt, ap);
	const char *kept = arena_strdup(a, text);

	free(text);
	return kept;
}

void
check_add(struct check_report *report, struct arena *a, const char *code,
	  int64_t seq, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	*one_more(a, &report->at, &report->n, &report->max) =
	    (struct finding){code, seq, words_of(a, fmt, ap)};
	va_end(ap);
}

void
check_note(struct check_report *report, struct arena *a, const char *code,
	   int64_t seq, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	*one_more(a, &report->notes, &report->n_notes, &report->max_notes) =
	    (struct finding){code, seq, words_of(a, fmt, ap)};
	va_end(ap);
}

struct checking {
	struct store *st;
	struct arena *arena;
	struct check_report *report;
};

#define FIND(c, code, ...)                                                     \
	check_add((c)->report, (c)->arena, code, 0, __VA_ARGS__)

struct gap {
	const char *book;
	int64_t year, expected, given, lowest, highest;
};

static bool
check_numbers(struct checking *c, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct gap, book, FIELD_TEXT),
	    FIELD(struct gap, year, FIELD_INT64),
	    FIELD(struct gap, expected, FIELD_INT64),
	    FIELD(struct gap, given, FIELD_INT64),
	    FIELD(struct gap, lowest, FIELD_INT64),
	    FIELD(struct gap, highest, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct gap), fields};
	struct gap *gaps;
	size_t n;

	if (!query_rows(c->st, QUERY_FAULTS_OF_GAPS, NULL, &type, c->arena,
			&gaps, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		FIND(c, "numbers",
		     _("book %s, year %s: %s numbers were to be given, %s are "
		       "there (%s to %s)"),
		     gaps[i].book, DIGITS(gaps[i].year),
		     DIGITS(gaps[i].expected), DIGITS(gaps[i].given),
		     DIGITS(gaps[i].lowest), DIGITS(gaps[i].highest));
	return true;
}

static bool
add_event(void *ctx, const struct row *row, struct error *err)
{
	struct checking *c = ctx;
	int64_t seq = row_int(row, 0);

	(void)err;
	check_add(c->report, c->arena, "chain", seq,
		  _("event %s holds what no event can hold"), DIGITS(seq));
	return true;
}

static bool
add_identity(void *ctx, const struct row *row, struct error *err)
{
	struct checking *c = ctx;

	(void)row;
	(void)err;
	FIND(c, "register",
	     _("when and what for the register was made is not what its first "
	       "event says"));
	return true;
}

static bool
add_words(void *ctx, const struct row *row, struct error *err)
{
	struct checking *c = ctx;
	int64_t seq = row_int(row, 0);

	(void)err;
	check_add(c->report, c->arena, "words", seq,
		  row_int(row, 1) ? _("the words of event %s are gone")
				  : _("the words of event %s are there, though "
				      "its letter was destroyed"),
		  DIGITS(seq));
	return true;
}

static bool
check_events(struct checking *c, struct error *err)
{
	return query_each(c->st, QUERY_FAULTS_OF_WORDS, NULL, add_words, c,
			  err) &&
	       query_each(c->st, QUERY_FAULTS_OF_EVENTS, NULL, add_event, c,
			  err) &&
	       query_each(c->st, QUERY_FAULTS_OF_IDENTITY, NULL, add_identity,
			  c, err);
}

static bool
add_integrity(void *ctx, const struct row *row, struct error *err)
{
	struct checking *c = ctx;
	size_t n;
	const char *s = row_bytes(row, 0, &n);

	(void)err;
	if (n != 2 || memcmp(s, "ok", 2) != 0)
		FIND(c, "file", _("the file is damaged: %.*s"), (int)n, s);
	return true;
}

static bool
add_orphan(void *ctx, const struct row *row, struct error *err)
{
	struct checking *c = ctx;
	size_t n;
	const char *s = row_bytes(row, 0, &n);

	(void)err;
	FIND(c, "file", _("a row of %.*s belongs to nothing"), (int)n, s);
	return true;
}

static bool
add_guard(void *ctx, const struct row *row, struct error *err)
{
	struct checking *c = ctx;
	size_t n;
	const char *s = row_bytes(row, 0, &n);

	(void)err;
	FIND(c, "file", _("a guard of the chain is missing: %.*s"), (int)n, s);
	return true;
}

/* The tables of a file are compared as text; a server's guards are asked. */
static bool
check_file(struct checking *c, struct error *err)
{
	if (store_is_server(c->st) &&
	    !query_each(c->st, QUERY_FAULTS_OF_GUARDS, NULL, add_guard, c, err))
		return false;
	return query_each(c->st, QUERY_INTEGRITY, NULL, add_integrity, c,
			  err) &&
	       query_each(c->st, QUERY_FOREIGN_KEY_FAULTS, NULL, add_orphan, c,
			  err);
}

static bool
check_paper(void *ctx, const struct row *row, struct error *err)
{
	struct checking *c = ctx;
	struct file_info info;
	struct error why = {0};
	char hex[HEX_SIZE], is[HEX_SIZE];
	size_t n;
	const char *s = row_bytes(row, 0, &n);
	char *path;

	(void)err;
	snprintf(hex, sizeof(hex), "%.*s", (int)n, s);
	path = attach_path(c->st, hex);
	if (!file_inspect(path, &info, &why)) {
		FIND(c, "attachments", _("an attached file is missing: %s"),
		     path);
	} else {
		hex_of(info.digest, DIGEST_SIZE, is);
		if (strcmp(hex, is) != 0)
			FIND(c, "attachments",
			     _("an attached file was changed: %s"), path);
	}
	free(path);
	return true;
}

/* A destruction was cut short between the commit and its files. */
static void
check_pending(struct checking *c)
{
	char *path = attach_pending_path(c->st);

	if (access(path, F_OK) == 0)
		FIND(c, "attachments",
		     _("files of destroyed letters are still there; `destroy "
		       "do' takes them away"));
	free(path);
}

/* Where the key is, what is sealed is opened: it must hold what it says. */
static bool
check_sealed(void *ctx, const struct row *row, struct error *err)
{
	struct checking *c = ctx;
	struct text open = {0};
	struct error why = {0};
	size_t n;
	const char *s = row_bytes(row, 0, &n);
	char *hex = xstrndup(s, n);

	(void)err;
	if (!secret_read(c->st, hex, &open, &why) && why.kind == &CIPHER_WRONG)
		FIND(c, "attachments",
		     _("a sealed file cannot be opened with the key of the "
		       "secret letters: %s"),
		     hex);
	text_done(&open);
	free(hex);
	return true;
}

static bool
check_replay(struct checking *c, struct error *err)
{
	struct store *scratch = store_open_scratch(err);
	bool ok;

	if (scratch == NULL)
		return false;
	ok = replay_chain(c->st, scratch, c->arena, c->report, err) &&
	     replay_compare(c->st, scratch, c->arena, c->report, err);
	store_close(scratch);
	return ok;
}

bool
check_register(struct store *st, struct arena *a, struct check_report *report,
	       struct error *err)
{
	struct checking c = {st, a, report};
	bool ok;

	*report = (struct check_report){0};
	if (!store_begin_read(st, err))
		return false;
	ok = check_file(&c, err) && check_replay(&c, err) &&
	     check_events(&c, err) && check_numbers(&c, err) &&
	     index_check(st, a, report, err) &&
	     query_each(st, QUERY_ATTACHMENTS_KEPT, NULL, check_paper, &c,
			err) &&
	     query_each(st, QUERY_ATTACHMENTS_SEALED, NULL, check_sealed, &c,
			err);
	store_rollback(st);
	check_pending(&c);
	return ok;
}
