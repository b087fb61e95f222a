/* leak-test.c -- no command, screen or index tells a word of a secret letter
   to who may not read it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

#include "app/act.h"
#include "app/complete.h"
#include "app/look.h"
#include "app/tell.h"

#include "tests/server.h"
#include "tests/test.h"
#include "tests/unit/seat.h"

/* Every word of a secret letter holds the first of these, and words of others
   the second: three characters that stand nowhere else. */
#define MARK "ฆฌฎ"
#define PLAIN "ฐฑฒ"

enum { LETTERS = 300, EACH = 10, SECRETS = LETTERS / EACH };

static struct fixture f;
static int secrets[SECRETS];
static size_t n_secrets;

/* Nobody of these may read one: not cleared, not for the class, not given. */
static const char *const watchers[] = {
    "clerk",   "head",      "deputy",  "palad", "nayok", "works",
    "finance", "education", "auditor", "admin", NULL};

/* ---------------------------------------------------------- the 30 letters */

static const char *
word(const char *of, int i)
{
	static char words[32][64];
	static size_t next;
	char *w = words[next++ % ARRAY_SIZE(words)];

	snprintf(w, sizeof(words[0]), MARK "%s%d", of, i);
	return w;
}

static const char *
file_named(int i)
{
	char *path = xasprintf("%s/" MARK "แฟ้ม%d.txt", f.directory, i);
	FILE *out = fopen(path, "w");
	const char *kept = arena_strdup(&f.arena, path);

	assert_non_null(out);
	fprintf(out, "%s\n", word("ไฟล์", i));
	fclose(out);
	free(path);
	return kept;
}

static void
receive(int i, const char *secrecy)
{
	fixture_must(&f, "clerk", "receive", "--secrecy", secrecy, "--subject",
		     word("เรื่อง", i), "--from", word("จาก", i), "--to",
		     word("ถึง", i), "--ref", word("ที่", i), "--dated",
		     "2026-01-15", "--reference", word("อ้าง", i), "--enclosure",
		     word("แนบ", i), "--link", word("ลิงก์", i), "--stamp",
		     word("ตรา", i), "--text", word("ข้อความ", i), "--attach",
		     file_named(i), NULL);
	secrets[n_secrets++] = (int)fixture_int(&f, "number");
}

/* One lies with the head, one is done by a division, one becomes secret only
   when it is. */
static void
send(int i, int number)
{
	char *n = xasprintf("%d", number);

	fixture_must(&f, "clerk", "endorse", n, "--note", word("เกษียน", i),
		     "--to", i % 3 == 0 ? "head" : "nayok", "--reason",
		     word("เหตุ", i), NULL);
	if (i % 3 > 0) {
		fixture_must(&f, "nayok", "order", n, "--note", word("สั่ง", i),
			     "--assign", "works", NULL);
		fixture_must(&f, "works", "acknowledge", n, NULL);
		fixture_must(&f, "works", "done", n, "--note", word("ผล", i),
			     "--reply", word("ตอบ", i), NULL);
	}
	if (i % 3 == 2) {
		fixture_must(&f, "nayok", "correct", n, "subject",
			     word("แก้", i), "--reason", word("ชี้แจง", i), NULL);
		fixture_must(&f, "nayok", "correct", n, "secrecy", "ลับมาก",
			     "--reason", word("ปิด", i), NULL);
	}
	free(n);
}

static void
make_people(void)
{
	fixture_must(&f, NULL, "policy set", "secret-as", "1", NULL);
	fixture_must(&f, NULL, "post add", "auditor", "ผู้ตรวจสอบ", "--role",
		     "auditor", NULL);
	fixture_must(&f, NULL, "person add", "auditor", "อ", "--post",
		     "auditor", NULL);
	fixture_must(&f, NULL, "post add", "admin", "ผู้ดูแล", "--role",
		     "administrator", NULL);
	fixture_must(&f, NULL, "person add", "admin", "ด", "--post", "admin",
		     NULL);
	/* for a lower class; and for all, but given nothing */
	fixture_must(&f, NULL, "clear", "head", "ลับ", "--order", "x", NULL);
	fixture_must(&f, NULL, "clear", "finance", "ลับที่สุด", "--order", "x",
		     NULL);
}

static int
make_register(void **state)
{
	(void)state;
	fixture_register(&f);
	make_people();
	for (int i = 0; i < LETTERS; i++) {
		if (i % EACH == EACH - 1)
			receive(i, i / EACH % 3 == 2 ? "" : "ลับมาก");
		else
			fixture_must(&f, "clerk", "receive", "--subject", PLAIN,
				     NULL);
	}
	for (size_t i = 0; i < n_secrets; i++)
		send((int)i, secrets[i]);
	fixture_must(&f, NULL, "post add", "keeper", "นายทะเบียนลับ", "--role",
		     "registrar", NULL);
	fixture_must(&f, NULL, "person add", "vichit", "วิชิต", "--post",
		     "keeper", NULL);
	return 0;
}

static int
drop_register(void **state)
{
	(void)state;
	fixture_done(&f);
	return 0;
}

/* ---------------------------------------------------------- every action */

/* Who owns the file may read all that stands in it: these write it out, and
   are for nobody else. */
static bool
is_the_owners(const struct action *a)
{
	return action_roles(a) == ROLE_OWNER;
}

static bool
is_asked(const struct action *a)
{
	/* After an older file was admitted no number is given. */
	return !(a->needs & NEED_TERMINAL) && (a->needs & NEED_REGISTER) &&
	       strcmp(a->name, "restore admit") != 0;
}

static const char *
value_of(const struct option *o)
{
	switch (o->kind) {
	case VALUE_CHOICE:
		return o->choices[0].value;
	case VALUE_DATE:
		return "2026-01-15";
	case VALUE_MOMENT:
		return "2026-01-20";
	case VALUE_LETTER:
		return "1";
	case VALUE_NUMBER:
		return "1";
	case VALUE_POST:
		return "works";
	case VALUE_DIVISION:
		return "works";
	case VALUE_FILE:
		return f.path;
	default:
		return "x";
	}
}

static const char *
operand_of(const char *name, const char *number)
{
	if (strncmp(name, "NUMBER", 6) == 0)
		return number;
	if (strncmp(name, "ACTION", 6) == 0)
		return "endorse";
	if (strncmp(name, "DIRECTORY", 9) == 0)
		return f.directory;
	return value_of(operand_option(name));
}

enum { WORDS_MAX = 100 };

static struct words
line_of(const struct action *a, const char *number, bool with_options,
	struct arena *arena)
{
	struct words w = {arena_array(arena, WORDS_MAX, sizeof(*w.at)), 0};
	char *name = arena_strdup(arena, a->name), *second = strchr(name, ' ');
	const char *operand = a->operands;

	w.at[w.n++] = name;
	if (second != NULL) {
		*second = '\0';
		w.at[w.n++] = second + 1;
	}
	while (*operand != '\0') {
		operand += strspn(operand, "[ ");
		w.at[w.n++] = operand_of(operand, number);
		operand += strcspn(operand, " ");
	}
	for (const struct option *o = a->options; o && o->name; o++) {
		if ((!with_options && !(o->flags & OPTION_REQUIRED)) ||
		    o->kind == VALUE_SECRET)
			continue;
		w.at[w.n++] = arena_printf(arena, "--%s", o->name);
		if (o->kind != VALUE_FLAG)
			w.at[w.n++] = value_of(o);
	}
	return w;
}

static void
assert_silent(const char *who, const char *what, const char *said)
{
	const char *at = said != NULL ? strstr(said, MARK) : NULL;

	if (at != NULL)
		fail_msg("%s of %s tells: %.60s", what, who ? who : "the owner",
			 at);
}

static void
assert_answer_is_silent(const char *who, const struct action *a)
{
	struct text lines = {0};
	const struct teller to = {.out = &lines};
	char *json = f.answer ? json_dumps(f.answer, JSON_ENCODE_ANY) : NULL;

	if (json_is_object(f.answer) || json_array_size(f.answer) > 0)
		answer_tell(&to, a, f.answer);
	assert_silent(who, a->name, json);
	assert_silent(who, a->name, text_str(&lines));
	assert_silent(who, a->name, f.err.detail);
	text_done(&lines);
	free(json);
}

static void
try_action(const char *who, const struct action *a, int number, bool options)
{
	struct arena arena = {0};
	char *n = xasprintf("%d", number);
	struct words w = line_of(a, n, options, &arena);

	fixture_run(&f, NULL, who, &w);
	assert_answer_is_silent(who, a);
	free(n);
	arena_done(&arena);
}

/* The table itself is walked, so that what is new is tried by itself: looks
   for each secret letter, acts for three of them. */
static void
no_action_tells_a_word(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t p = 0; p < ARRAY_SIZE(watchers); p++)
		for (const struct action *a = actions; a->name; a++) {
			size_t step = a->look && (a->needs & NEED_LETTER)
					  ? 1
					  : SECRETS / 3;

			if (!is_asked(a) || is_the_owners(a))
				continue;
			for (size_t i = n++ % step; i < n_secrets; i += step)
				try_action(watchers[p], a, secrets[i],
					   (i + p) % 2 == 0);
		}
	assert_true(fixture_is_clean(&f));
}

static void
what_writes_all_out_is_for_the_owner_alone(void **state)
{
	struct arena a = {0};

	(void)state;
	assert_true(fixture_refuses(&f, &ROUTE_NOT_YOURS, "nayok", "export",
				    "--text", "--output", "/dev/null", NULL));
	for (const struct action *at = actions; at->name; at++) {
		struct words w = line_of(at, "1", true, &a);

		if (!is_asked(at) || !is_the_owners(at))
			continue;
		for (size_t p = 0; watchers[p] != NULL; p++) {
			assert_false(fixture_run(&f, NULL, watchers[p], &w));
			assert_silent(watchers[p], at->name, f.err.detail);
		}
	}
	arena_done(&a);
}

/* ---------------------------------------------------- ways out of the house */

static bool
row_is_silent(void *ctx, json_t *row)
{
	char *json = json_dumps(row, JSON_ENCODE_ANY);

	assert_silent(ctx, "export", json);
	free(json);
	return true;
}

static void
assert_file_is_silent(const char *who, const char *format, const char *path)
{
	struct text bytes = {0};

	assert_true(file_read(path, 64 << 20, &bytes, &f.err));
	assert_true(bytes.n > 0);
	assert_silent(who, format, text_str(&bytes));
	text_done(&bytes);
}

/* To standard output and to a file, all of it and what is new. */
static void
try_export(const char *who, const char *format, const char *since)
{
	const char *path = arena_printf(&f.arena, "%s/out", f.directory);
	struct argument at[] = {
	    {format, ""}, {"since", since}, {"office", ""}, {"output", path}};
	struct request r = {action_find("export"), at, 4, {0}};

	if (strcmp(format, "ics") != 0) {
		at[2] = at[3];
		r.n = 3;
	}
	unlink(path);
	json_decref(f.answer);
	f.answer = NULL;
	if (!action_run(fixture_session(&f, who), &r, &f.answer, &f.err))
		fail_msg("%s of %s: %s", format, who, f.err.detail);
	assert_file_is_silent(who, format, path);
	json_decref(f.answer);
	f.answer = NULL;
	r.n--;
	assert_true(action_each(fixture_session(&f, who), &r, row_is_silent,
				(void *)(uintptr_t)who, &f.err));
}

static void
no_export_tells_a_word(void **state)
{
	static const char *const formats[] = {"csv", "jsonl", "ics"};
	static const char *const sinces[] = {"0", "30", "2026-01-01"};

	(void)state;
	for (size_t p = 0; p < ARRAY_SIZE(watchers); p++) {
		if (watchers[p] == NULL || strcmp(watchers[p], "admin") == 0)
			continue;
		for (size_t i = 0; i < ARRAY_SIZE(formats); i++)
			for (size_t k = 0; k < ARRAY_SIZE(sinces); k++)
				try_export(watchers[p], formats[i], sinces[k]);
	}
}

/* It goes out with who may read it: the test can fail. */
static void
the_registrar_takes_the_words_out(void **state)
{
	const char *path = arena_printf(&f.arena, "%s/mine", f.directory);
	struct text bytes = {0};

	(void)state;
	fixture_must(&f, "vichit", "export", "--csv", "--output", path, NULL);
	assert_true(file_read(path, 64 << 20, &bytes, &f.err));
	assert_non_null(strstr(text_str(&bytes), MARK));
	text_done(&bytes);
}

/* ------------------------------------------------ words typed and offered */

static void
no_line_is_completed_with_a_word(void **state)
{
	(void)state;
	for (size_t p = 0; p < ARRAY_SIZE(watchers); p++)
		for (const struct action *a = actions; a->name; a++) {
			struct arena arena = {0};
			struct completion_list list;
			struct error err = {0};
			char *line = xasprintf("%s ", a->name);

			if (complete_line(fixture_session(&f, watchers[p]),
					  line, &arena, &list, &err))
				for (size_t i = 0; i < list.n; i++) {
					assert_silent(watchers[p], line,
						      list.at[i].word);
					assert_silent(watchers[p], line,
						      list.at[i].help);
				}
			assert_silent(watchers[p], line, err.detail);
			free(line);
			arena_done(&arena);
		}
}

/* To nobody, for he who may read it is looked at while he types. */
static void
no_field_offers_a_word(void **state)
{
	static const char *const all[] = {"vichit", "clerk", "nayok", "works"};

	(void)state;
	for (size_t p = 0; p < ARRAY_SIZE(all); p++)
		for (enum used_kind k = USED_PREFIX; k < USED_KINDS; k++) {
			struct arena a = {0};
			struct used used = {0};

			assert_true(used_load(fixture_session(&f, all[p]), k,
					      &a, &used, &f.err));
			for (size_t i = 0; i < used.n; i++) {
				assert_silent(all[p], "used", used.at[i].words);
				assert_silent(all[p], "used",
					      used.at[i].beside);
			}
			arena_done(&a);
		}
}

static size_t
found(const char *who, const char *words)
{
	struct search q;
	size_t n;

	assert_true(
	    look_search_begin(fixture_session(&f, who), words, &q, &f.err));
	assert_true(look_search_more(&q, SIZE_MAX, &f.err));
	n = q.n;
	look_search_end(&q);
	return n;
}

static const char *const sought[] = {
    MARK,      MARK "เรื่อง",     MARK "จาก",   MARK "ถึง",    MARK "ที่",
    "เรื่อง9",   "subject:" MARK, "from:" MARK, "text:" MARK, MARK "เกษียน",
    MARK "สั่ง", MARK "ผล",       "note:" MARK, "ฆฌ",         "ฆ"};

static void
no_search_finds_or_counts_one(void **state)
{
	(void)state;
	for (size_t p = 0; p < ARRAY_SIZE(watchers); p++) {
		if (watchers[p] && strcmp(watchers[p], "admin") == 0)
			continue;
		for (size_t i = 0; i < ARRAY_SIZE(sought); i++)
			assert_int_equal(found(watchers[p], sought[i]), 0);
	}
	/* by its class alone, as in the register */
	assert_int_equal(found("clerk", "secrecy:ลับมาก"), n_secrets);
}

/* The same paper again, or one of the same number, is news to him. */
static void
no_second_copy_is_told(void **state)
{
	int i = EACH - 1;

	(void)state;
	fixture_must(&f, "clerk", "receive", "--ref", word("ที่", i), "--dated",
		     "2026-01-15", "--from", word("จาก", i), NULL);
	assert_int_equal(json_array_size(json_object_get(f.answer, "same_as")),
			 0);
	fixture_must(
	    &f, "clerk", "cancel",
	    arena_printf(&f.arena, "%d", (int)fixture_int(&f, "number")),
	    "--reason", "x", NULL);
}

/* --------------------------------------------------------------- screens */

static void
assert_seat_is_silent(struct seat *s, const char *who, const char *line)
{
	if (seat_sees(s, MARK))
		fail_msg("the screen %s of %s shows a word after: %s",
			 seat_screen(s), who, line);
}

static void
open_all(struct seat *s, const char *who, int number)
{
	static const char *const places[] = {
	    "desk", "register", "letter", "history",     "copy",
	    "why",  "drafts",   "search", "circulating", "log"};
	static const uint32_t keys[] = {K_END, K_ENTER, 'h',      K_END,
					'y',   K_DOWN,  K_F1 + 10};

	for (const struct action *a = actions; a->name; a++) {
		char *line = xasprintf("%s %d", a->name, number);

		seat_say(s, line);
		assert_seat_is_silent(s, who, line);
		seat_say(s, "desk");
		free(line);
	}
	for (size_t i = 0; i < ARRAY_SIZE(places); i++) {
		char *line = xasprintf("%s %d", places[i], number);

		seat_say(s, "desk");
		seat_say(s, places[i]);
		assert_seat_is_silent(s, who, places[i]);
		seat_say(s, line);
		assert_seat_is_silent(s, who, line);
		for (size_t k = 0; k < ARRAY_SIZE(keys); k++) {
			seat_press(s, keys[k]);
			assert_seat_is_silent(s, who, line);
		}
		free(line);
	}
}

/* The registrar's does: the test can fail. */
static void
a_screen_shows_the_words_to_who_may_read_them(void **state)
{
	struct seat seat;
	char *line = xasprintf("show %d", secrets[0]);

	(void)state;
	seat_take(&seat, &f, "vichit");
	seat_say(&seat, "register");
	assert_true(seat_sees(&seat, MARK));
	seat_say(&seat, line);
	assert_string_equal(seat_screen(&seat), "letter");
	assert_true(seat_sees(&seat, MARK));
	seat_leave(&seat);
	free(line);
}

static void
no_screen_shows_a_word(void **state)
{
	static const char *const all[] = {"clerk", "head", "works", "auditor"};

	(void)state;
	for (size_t p = 0; p < ARRAY_SIZE(all); p++)
		for (size_t i = p; i < n_secrets; i += SECRETS / 3) {
			struct seat seat;

			seat_take(&seat, &f, all[p]);
			open_all(&seat, all[p], secrets[i]);
			seat_leave(&seat);
		}
}

/* ------------------------------------------------------ bytes of the index */

/* Its pairs stand in the bytes of its blocks, but for the two bytes that each
   Thai letter begins with, where the pair before has them, too.  At a server
   they are a column of a table. */
static int64_t
blocks_with(const char *pair)
{
	char hex[16];
	char *sql;
	int64_t n;

	hex_of(pair + 2, strlen(pair) - 2, hex);
	sql = server_is_used() ? xasprintf("SELECT count(*) FROM search "
					   "WHERE '%s' = ANY (pairs)",
					   pair)
			       : xasprintf("SELECT count(*) FROM search_data "
					   "WHERE instr(block, x'%s') > 0",
					   hex);
	n = fixture_count(&f, sql);
	free(sql);
	return n;
}

static void
the_bytes_of_the_index_hold_no_pair_of_one(void **state)
{
	(void)state;
	assert_true(blocks_with("ฐฑ") > 0);
	assert_int_equal(blocks_with("ฆฌ"), 0);
	assert_int_equal(blocks_with("ฌฎ"), 0);
	if (server_is_used())
		return;
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM search_pair "
					   "WHERE term IN ('ฆฌ', 'ฌฎ')"),
			 0);
}

/* ----------------------------------------------------------- who may read */

static void
the_registrar_finds_every_word(void **state)
{
	static const char *const words[] = {"เรื่อง", "จาก",    "ถึง",   "ที่",
					    "อ้าง",  "แนบ",    "ลิงก์",  "ตรา",
					    "แฟ้ม",  "ข้อความ", "เกษียน"};

	(void)state;
	assert_int_equal(found("vichit", MARK), n_secrets);
	for (size_t i = 0; i < n_secrets; i++) {
		char *n = xasprintf("%d", secrets[i]);
		char *json;

		fixture_must(&f, "vichit", "show", n, NULL);
		json = json_dumps(f.answer, 0);
		for (size_t k = 0; k < ARRAY_SIZE(words); k++)
			if (strstr(json, words[k]) == NULL)
				fail_msg("%s of letter %s is not there",
					 words[k], n);
		free(json);
		free(n);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_bytes_of_the_index_hold_no_pair_of_one),
	    cmocka_unit_test(the_registrar_finds_every_word),
	    cmocka_unit_test(no_search_finds_or_counts_one),
	    cmocka_unit_test(no_line_is_completed_with_a_word),
	    cmocka_unit_test(no_field_offers_a_word),
	    cmocka_unit_test(a_screen_shows_the_words_to_who_may_read_them),
	    cmocka_unit_test(no_screen_shows_a_word),
	    cmocka_unit_test(no_export_tells_a_word),
	    cmocka_unit_test(the_registrar_takes_the_words_out),
	    cmocka_unit_test(no_action_tells_a_word),
	    cmocka_unit_test(what_writes_all_out_is_for_the_owner_alone),
	    cmocka_unit_test(the_bytes_of_the_index_hold_no_pair_of_one),
	    cmocka_unit_test(no_second_copy_is_told),
	};

	return cmocka_run_group_tests(tests, make_register, drop_register);
}
