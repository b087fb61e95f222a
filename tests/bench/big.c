/* big.c -- registers of any size, for measuring */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/bench/big.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/refno.h"

#include "store/internal.h"

#include "model/ledger.h"

#include "app/act.h"

#include "tests/bench/words.h"
#include "tests/fault/shim.h"
#include "tests/server.h"

enum { IN_ONE_TRANSACTION = 2000, WAITING = 60 };

static const struct date first_day = {2020, 1, 2};
static const struct date last_day = {2026, 1, 20};
static const moment MINUTE = (moment)60 * 1000000;

struct big {
	struct fixture *f;
	struct store *st;
	struct arena arena;
	int64_t office;
	const char *clerk; /* his login */
	uint64_t seed;
	struct text words;  /* what was said last */
	struct date day;    /* of what was written last */
	moment first, step; /* when it began; between two letters */
	int64_t letter;     /* the one that is on its way */
};

static bool
chance(struct big *b, uint32_t percent)
{
	return fixture_draw(&b->seed, 100) < percent;
}

static json_t *
say(struct big *b, const char *pattern)
{
	return json_string(words_say(&b->seed, pattern, &b->words));
}

static void
must(struct big *b, bool ok, const char *what)
{
	if (ok)
		return;
	fprintf(stderr, "%s: %s (%s)\n", what, b->f->err.kind->name,
		b->f->err.detail);
	abort();
}

/* Pages are closed as they are before anybody's act. */
static void
close_days(struct big *b, struct session *s)
{
	struct request r = {0};
	struct act act = {.s = s,
			  .r = &r,
			  .id = r.act_id,
			  .arena = &b->arena,
			  .at = b->f->now};
	struct date day = moment_date(b->f->now);

	if (date_compare(day, b->day) == 0)
		return;
	b->day = day;
	random_bytes(r.act_id, sizeof(r.act_id));
	must(b, day_close_before(&act, &b->f->err), "day.close");
}

/* Appends as the person whose login is the code of the post. */
static int64_t
append(struct big *b, const char *login, struct entry *entry)
{
	struct session *s = fixture_session(b->f, login);
	struct hand hand = {s->office, &s->actor, "as", b->f->now, 0};
	unsigned char act_id[ID_SIZE];
	struct event e;

	close_days(b, fixture_session(b->f, b->clerk));
	random_bytes(act_id, sizeof(act_id));
	entry->as = &s->actor.posts[0];
	entry->capacity = "own";
	if (entry->letter == 0)
		entry->letter = b->letter;
	must(b,
	     ledger_append(b->st, &hand, act_id, entry, &b->arena, &e,
			   &b->f->err),
	     entry->kind);
	b->f->now += b->step / 10;
	return e.seq;
}

static void
take_number(struct big *b, struct entry *entry, const char *book)
{
	entry->book = book;
	entry->year = moment_buddhist_year(b->f->now);
	must(b,
	     ledger_next_number(b->st, b->office, book, entry->year,
				&entry->number, &b->f->err),
	     book);
}

/* --------------------------------------------------------------- receiving */

static void
put_ref(struct big *b, json_t *body)
{
	const char *ref = words_say(&b->seed, WORDS_REF, &b->words);
	char *key = refno_key(ref);

	json_object_set_new(body, "ref_no", json_string(ref));
	json_object_set_new(body, "ref_key", json_string(key));
	free(key);
}

static void
put_dated(struct big *b, json_t *body)
{
	struct text iso = {0};
	moment days = (moment)(1 + fixture_draw(&b->seed, 12)) * 24 * 60;

	text_add_iso_date(&iso, moment_date(b->f->now - days * MINUTE));
	json_object_set_new(body, "dated", json_string(iso.s));
	text_done(&iso);
}

static void
put_marks(struct big *b, json_t *body)
{
	static const char *const urgencies[] = {"ด่วน", "ด่วนมาก", "ด่วนที่สุด"};
	static const char *const secrecies[] = {"ลับ", "ลับมาก", "ลับที่สุด"};
	uint32_t rank = chance(b, 15) ? 1 + fixture_draw(&b->seed, 3) : 0;

	json_object_set_new(body, "urgency_rank", json_integer(rank));
	if (rank > 0)
		json_object_set_new(body, "urgency",
				    json_string(urgencies[rank - 1]));
	if (fixture_draw(&b->seed, 200) == 0)
		json_object_set_new(
		    body, "secrecy",
		    json_string(secrecies[fixture_draw(&b->seed, 3)]));
	json_object_set_new(body, "kind", json_string("external"));
	json_object_set_new(body, "channel",
			    json_string(chance(b, 20) ? "email" : "paper"));
}

static void
receive(struct big *b)
{
	struct entry entry = {.kind = "letter.receive", .letter = LETTER_SELF};

	entry.body = json_pack(
	    "{s:o, s:o, s:o, s:I, s:[], s:[], s:[], s:[]}", "subject",
	    say(b, WORDS_SUBJECT), "from", say(b, WORDS_SENDER), "to",
	    say(b, WORDS_RECIPIENT), "received_at", (json_int_t)b->f->now,
	    "references", "enclosures", "stamps", "attachments");
	if (chance(b, 92))
		put_ref(b, entry.body);
	put_dated(b, entry.body);
	put_marks(b, entry.body);
	take_number(b, &entry, "receive");
	b->letter = append(b, b->clerk, &entry);
}

/* ---------------------------------------------------------------- the road */

static void
endorse(struct big *b, const char *from, const char *to, const char *skipped)
{
	struct entry entry = {.kind = "letter.endorse"};

	entry.body = json_pack("{s:o, s:s, s:[s*]}", "note", say(b, WORDS_UP),
			       "to", to, "skipped", skipped);
	if (skipped != NULL)
		json_object_set_new(entry.body, "reason",
				    json_string("ไปราชการ"));
	append(b, from, &entry);
}

/* To the nayok by two steps or three. */
static void
go_up(struct big *b)
{
	if (chance(b, 30)) {
		endorse(b, "clerk", "head", NULL);
		endorse(b, "head", "palad", "deputy");
	} else {
		endorse(b, "clerk", "deputy", "head");
		endorse(b, "deputy", "palad", NULL);
	}
	endorse(b, "palad", "nayok", NULL);
}

static void
order(struct big *b, const char *division)
{
	struct entry entry = {.kind = "letter.order"};

	entry.body = json_pack(
	    "{s:o, s:[s*], s:s}", "note",
	    say(b, division != NULL ? WORDS_ORDER : WORDS_END), "divisions",
	    division, "state", division != NULL ? "ordered" : "closed");
	append(b, "nayok", &entry);
}

static void
acknowledge(struct big *b, const char *division)
{
	struct entry entry = {.kind = "letter.acknowledge"};

	entry.body = json_pack("{s:s}", "division", division);
	take_number(b, &entry,
		    arena_printf(&b->arena, "division:%s", division));
	append(b, division, &entry);
}

static void
finish(struct big *b, const char *division)
{
	struct entry entry = {.kind = "letter.done"};

	entry.body = json_pack("{s:s, s:o}", "division", division, "note",
			       say(b, WORDS_DONE));
	if (chance(b, 50))
		json_object_set_new(entry.body, "reply", say(b, WORDS_REF));
	append(b, division, &entry);
}

/* One letter, as far as it came: the newest are not through. */
static void
go_the_road(struct big *b, int64_t newer)
{
	static const char *const divisions[] = {"finance", "works",
						"education"};
	uint32_t steps = newer < WAITING ? fixture_draw(&b->seed, 6) : 6;
	const char *division = divisions[fixture_draw(&b->seed, 3)];

	receive(b);
	if (steps == 0)
		return;
	if (steps == 1) {
		endorse(b, "clerk", "head", NULL);
		return;
	}
	go_up(b);
	if (steps == 2)
		return;
	if (chance(b, 40)) {
		order(b, NULL);
		return;
	}
	order(b, division);
	if (steps > 3)
		acknowledge(b, division);
	if (steps > 4)
		finish(b, division);
}

/* The disk is not waited for. */
static void
big_open(struct big *b)
{
	shim_watch();
	b->st = fixture_session(b->f, b->clerk)->store;
	b->st->is_indexed = false;
	if (server_is_used())
		return;
	sqlite3_exec(shim_connection(),
		     "PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; "
		     "PRAGMA wal_autocheckpoint = 20000",
		     NULL, NULL, NULL);
}

static void
big_begin(struct big *b, struct fixture *f, struct date first, int64_t n,
	  uint64_t seed)
{
	moment last = moment_at(last_day, 10, 34, 0);

	*b = (struct big){.f = f, .office = 1, .clerk = "clerk", .seed = seed};
	b->first = f->now = moment_at(first, 8, 0, 0);
	b->step = (last - b->first) / (n + 1);
	fixture_must(f, NULL, "init", "องค์การบริหารส่วนตำบลหนองกะปุ", NULL);
	fixture_people(f);
}

static void
big_end(struct big *b)
{
	text_done(&b->words);
	b->f->now = moment_at(last_day, 10, 34, 0);
	fixture_close(b->f);
	fixture_must(b->f, NULL, "search rebuild", NULL);
	fixture_close(b->f);
}

void
big_make(struct fixture *f, int64_t n, uint64_t seed)
{
	struct big b;

	big_begin(&b, f, first_day, n, seed);
	big_open(&b);
	for (int64_t i = 0; i < n; i++) {
		if (i % IN_ONE_TRANSACTION == 0)
			must(&b, store_begin_write(b.st, &f->err), "begin");
		f->now = b.first + i * b.step;
		go_the_road(&b, n - 1 - i);
		if (i % IN_ONE_TRANSACTION == IN_ONE_TRANSACTION - 1 ||
		    i == n - 1)
			must(&b, store_commit(b.st, &f->err), "commit");
		arena_done(&b.arena);
	}
	big_end(&b);
}

/* One office more, with its clerk. */
static void
add_office(struct big *b, int64_t office)
{
	char *code = big_office_code(office), *name;

	if (office == 1) {
		free(code);
		return;
	}
	name = xasprintf("องค์การบริหารส่วนตำบลที่ %lld", (long long)office);
	fixture_must(b->f, NULL, "office add", code, name, NULL);
	fixture_add_to(b->f, code, code, "clerk");
	free(code);
	free(name);
}

void
big_make_offices(struct fixture *f, int64_t offices, int64_t n, uint64_t seed)
{
	struct big b;

	big_begin(&b, f, last_day, n, seed);
	for (int64_t o = 1; o <= offices; o++)
		add_office(&b, o);
	for (b.office = 1; b.office <= offices; b.office++) {
		char *code = big_office_code(b.office);

		b.clerk = b.office == 1 ? "clerk" : code;
		b.day = (struct date){0};
		fixture_close(f);
		big_open(&b);
		must(&b, store_begin_write(b.st, &f->err), "begin");
		for (int64_t i = 0; i < n; i++) {
			f->now = moment_at(last_day, 8, 30, 0) + i * 1000000;
			receive(&b);
			arena_done(&b.arena);
		}
		must(&b, store_commit(b.st, &f->err), "commit");
		free(code);
	}
	big_end(&b);
}

char *
big_office_code(int64_t office)
{
	return xasprintf("o%03lld", (long long)office);
}
