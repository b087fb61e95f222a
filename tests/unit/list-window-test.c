/* list-window-test.c -- a piece of a list shows what the whole list would */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "tui/list.h"

#include "tests/fixture.h"
#include "tests/test.h"

enum { ROWS_MAX = 4000, ROUNDS = SOAK ? 20000 : 400, MOVES = 60 };

/* The rows that there are, as a store would hold them. */
struct rows {
	struct row_key keys[ROWS_MAX];
	bool heads[ROWS_MAX];
	size_t n;
};

static bool
has_head(struct row_key key)
{
	return key.part[0] % 5 == 0;
}

static void
add_row(struct rows *r, struct row_key key)
{
	size_t i = r->n;

	if (r->n == ROWS_MAX)
		return;
	for (; i > 0 && row_key_compare(r->keys[i - 1], key) >= 0; i--)
		if (row_key_compare(r->keys[i - 1], key) == 0)
			return;
	memmove(&r->keys[i + 1], &r->keys[i], (r->n - i) * sizeof(key));
	r->keys[i] = key;
	r->n++;
	for (i = 0; i < r->n; i++)
		r->heads[i] = has_head(r->keys[i]);
}

static void
remove_row(struct rows *r, size_t i)
{
	r->n--;
	memmove(&r->keys[i], &r->keys[i + 1], (r->n - i) * sizeof(r->keys[0]));
	for (i = 0; i < r->n; i++)
		r->heads[i] = has_head(r->keys[i]);
}

static struct row_key
drawn_key(uint64_t *seed)
{
	return (struct row_key){
	    {fixture_draw(seed, 2000), fixture_draw(seed, 3), 0}};
}

/* What a screen does: reads the piece that the list asks for. */
static void
load(struct list *l, const struct rows *r, bool is_whole)
{
	struct row_span span = list_span(l);
	size_t from = 0, end, begin;

	if (is_whole)
		span.before = span.after = ROWS_MAX + 1;
	while (from < r->n && row_key_compare(r->keys[from], span.from) < 0)
		from++;
	begin = from > (size_t)span.before ? from - (size_t)span.before : 0;
	end =
	    r->n - from > (size_t)span.after ? from + (size_t)span.after : r->n;
	list_take(l, &span,
		  (struct list_piece){.keys = r->keys + begin,
				      .heads = r->heads + begin,
				      .n = end - begin});
}

/* Both lists live the same life; only one of them holds all its rows. */
struct pair {
	struct rows rows;
	struct list piece;
	struct list whole;
	size_t loads; /* of the piece, because it was too short */
};

static void
load_both(struct pair *p)
{
	load(&p->piece, &p->rows, false);
	load(&p->whole, &p->rows, true);
}

static void
move_both(struct pair *p, const struct move *m)
{
	list_move(&p->whole, m);
	if (!list_move(&p->piece, m)) {
		load(&p->piece, &p->rows, false);
		p->loads++;
	}
}

static void
resize_both(struct pair *p, int rows)
{
	list_set_rows(&p->whole, rows);
	if (!list_set_rows(&p->piece, rows))
		load(&p->piece, &p->rows, false);
}

static void
aim_both(struct pair *p, struct row_key key)
{
	list_aim(&p->whole, key);
	list_aim(&p->piece, key);
	load_both(p);
}

static void
change_rows(struct pair *p, uint64_t *seed)
{
	for (uint32_t n = fixture_draw(seed, 20); n > 0; n--)
		if (fixture_draw(seed, 3) == 0 && p->rows.n > 0)
			remove_row(&p->rows,
				   fixture_draw(seed, (uint32_t)p->rows.n));
		else
			add_row(&p->rows, drawn_key(seed));
	load_both(p);
}

static void
assert_same_row(const struct list *a, size_t i, const struct list *b, size_t j)
{
	assert_true(i < a->n && j < b->n);
	assert_int_equal(row_key_compare(a->keys[i], b->keys[j]), 0);
}

static void
assert_same_sight(const struct pair *p)
{
	const struct list *a = &p->piece, *b = &p->whole;

	assert_int_equal(a->n == 0, b->n == 0);
	if (a->n == 0)
		return;
	assert_same_row(a, a->at, b, b->at);
	for (size_t i = 0; i < (size_t)b->rows && b->top + i < b->n; i++)
		assert_same_row(a, a->top + i, b, b->top + i);
}

static void
one_thing(struct pair *p, uint64_t *seed)
{
	static const char *const names[] = {"down",    "up",  "page-down",
					    "page-up", "top", "bottom"};

	switch (fixture_draw(seed, 12)) {
	case 0:
		change_rows(p, seed);
		break;
	case 1:
		resize_both(p, 3 + (int)fixture_draw(seed, 70));
		break;
	case 2:
		aim_both(p, drawn_key(seed));
		break;
	default:
		move_both(p, move_find(names[fixture_draw(seed, 6)]));
	}
}

static void
a_piece_shows_what_the_whole_list_would(void **state)
{
	struct pair *p = xcalloc(1, sizeof(*p));
	uint64_t seed = 2569;
	size_t loads = 0;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		memset(p, 0, sizeof(*p));
		p->piece.lines = p->whole.lines = (int)fixture_draw(&seed, 3);
		p->piece.rows = p->whole.rows = 20;
		for (uint32_t n = fixture_draw(&seed, 1500); n > 0; n--)
			add_row(&p->rows, drawn_key(&seed));
		aim_both(p, round % 2 ? ROW_KEY_TOP : ROW_KEY_END);
		for (int i = 0; i < MOVES; i++) {
			one_thing(p, &seed);
			assert_same_sight(p);
		}
		loads += p->loads;
	}
	assert_true(loads > ROUNDS);
	free(p);
}

static void
the_chosen_row_stays_when_others_come(void **state)
{
	struct pair *p = xcalloc(1, sizeof(*p));
	struct row_key chosen;

	(void)state;
	p->piece.rows = p->whole.rows = 10;
	for (int64_t i = 0; i < 500; i++)
		add_row(&p->rows, (struct row_key){{2 * i}});
	aim_both(p, (struct row_key){{400}});
	chosen = p->piece.aim;
	size_t line = p->piece.at - p->piece.top;
	for (int64_t i = 0; i < 300; i++)
		add_row(&p->rows, (struct row_key){{2 * i + 1}});
	load_both(p);
	assert_int_equal(row_key_compare(p->piece.aim, chosen), 0);
	assert_int_equal(p->piece.at - p->piece.top, line);
	assert_same_sight(p);
	free(p);
}

static void
the_row_behind_takes_the_place_of_one_that_goes(void **state)
{
	struct pair *p = xcalloc(1, sizeof(*p));

	(void)state;
	p->piece.rows = p->whole.rows = 10;
	for (int64_t i = 0; i < 100; i++)
		add_row(&p->rows, (struct row_key){{i}});
	aim_both(p, (struct row_key){{50}});
	remove_row(&p->rows, 50);
	load_both(p);
	assert_int_equal(p->piece.aim.part[0], 51);
	free(p);
}

/* However long the list, a piece is what some pages need. */
static void
a_piece_is_as_long_as_the_window_wants(void **state)
{
	struct pair *p = xcalloc(1, sizeof(*p));

	(void)state;
	p->piece.rows = p->whole.rows = 21;
	for (int64_t i = 0; i < ROWS_MAX; i++)
		add_row(&p->rows, (struct row_key){{5 * i + 1}});
	aim_both(p, (struct row_key){{10001}});
	assert_int_equal(p->piece.n, 4 * 21);
	for (int i = 0; i < 20; i++)
		move_both(p, move_find("down"));
	assert_int_equal(p->loads, 0);
	move_both(p, move_find("bottom"));
	assert_int_equal(p->loads, 1);
	assert_int_equal(p->piece.aim.part[0], 5 * ROWS_MAX - 4);
	free(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_piece_shows_what_the_whole_list_would),
	    cmocka_unit_test(the_chosen_row_stays_when_others_come),
	    cmocka_unit_test(the_row_behind_takes_the_place_of_one_that_goes),
	    cmocka_unit_test(a_piece_is_as_long_as_the_window_wants),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
