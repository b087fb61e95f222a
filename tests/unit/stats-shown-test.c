/* stats-shown-test.c -- answer, lines, screen and sheet tell the same numbers
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/thai.h"

#include "app/stats-sheet.h"
#include "app/tell.h"

#include "tests/store/months.h"
#include "tests/test.h"
#include "tests/unit/seat.h"

enum { SVG_MAX = 1 << 20 };

static struct fixture f;
static struct arena arena;
static json_t *answer; /* of the same period for all */
static struct stats_view view;

static int
make(void **state)
{
	(void)state;
	fixture_start(&f);
	months_make(&f, 90, 11);
	fixture_must(&f, "clerk", "stats", "--year", "2568", NULL);
	answer = json_incref(f.answer);
	stats_view_make(answer, false, &arena, &view);
	return 0;
}

static int
drop(void **state)
{
	(void)state;
	json_decref(answer);
	arena_done(&arena);
	fixture_done(&f);
	return 0;
}

/* ------------------------------------------------------------- the panels */

static int64_t
whole(const json_t *j, const char *key)
{
	return json_integer_value(json_object_get(j, key));
}

static const struct stats_panel *
panel(const char *code)
{
	for (size_t i = 0; i < STATS_PANELS; i++)
		if (strcmp(view.panels[i].code, code) == 0)
			return &view.panels[i];
	return NULL;
}

static void
panels_have_the_numbers_of_the_answer(void **state)
{
	static const char *const lists[][2] = {{"months", "came"},
					       {"senders", "letters"},
					       {"slowest", "calendar"},
					       {"numbers", "given"}};
	int came = 0;

	(void)state;
	for (size_t l = 0; l < ARRAY_SIZE(lists); l++) {
		const json_t *list = json_object_get(answer, lists[l][0]);
		const struct stats_panel *p = panel(lists[l][0]);

		assert_int_equal(p->n, json_array_size(list));
		for (size_t i = 0; i < p->n; i++)
			assert_int_equal(
			    p->rows[i].value,
			    whole(json_array_get(list, i), lists[l][1]));
	}
	for (size_t i = 0; i < view.n_days; i++)
		came += view.days[i].came;
	assert_int_equal(came, whole(answer, "came"));
	assert_non_null(strstr(view.figures[0], DIGITS(came)));
}

static void
bars_of_a_curve_hold_each_day_once(void **state)
{
	(void)state;
	for (size_t columns = 1; columns < 800; columns += 7) {
		struct arena a = {0};
		struct stats_bins b;
		int came = 0;

		stats_bins_make(&view, columns, &a, &b);
		assert_true(b.all * b.columns <= columns);
		for (size_t i = 0; i < b.n; i++) {
			came += b.came[i];
			assert_int_equal(b.first[i],
					 i > 0 ? b.last[i - 1] + 1 : 0);
			assert_int_equal(b.open[i], view.days[b.last[i]].open);
		}
		assert_int_equal(b.last[b.n - 1], view.n_days - 1);
		assert_int_equal(came, whole(answer, "came"));
		arena_done(&a);
	}
}

/* ---------------------------------------------------------- lines of text */

static void
assert_holds(const char *all, const char *words, const char *what)
{
	if (strstr(all, words) == NULL)
		fail_msg("%s lacks “%s”", what, words);
}

static void
lines_tell_every_row(void **state)
{
	struct text t = {0};
	const struct teller to = {.out = &t, .width = 80};

	(void)state;
	tell_stats(&to, answer);
	for (size_t i = 0; i < STATS_PANELS; i++)
		for (size_t k = 0; k < view.panels[i].n; k++)
			if (!view.panels[i].is_wide)
				assert_holds(t.s, view.panels[i].rows[k].told,
					     view.panels[i].code);
	for (const char *s = t.s; *s != '\0'; s += strcspn(s, "\n") + 1) {
		char *line = xstrndup(s, strcspn(s, "\n"));

		assert_true(thai_columns(line) <= 80);
		free(line);
	}
	text_done(&t);
}

/* -------------------------------------------------------------- the screen */

/* What is chosen stands whole below the page. */
static void
see_row(struct seat *s, const struct stats_row *row)
{
	char *words = xasprintf("%s: %s", row->label,
				row->detail != NULL ? row->detail : row->told);
	char *begun = xstrndup(words, thai_fit(words, 60, &(int){0}));

	if (!seat_sees(s, begun))
		fail_msg("the screen lacks “%s”", begun);
	free(begun);
	free(words);
}

static void
the_screen_shows_every_row(void **state)
{
	struct seat s;

	(void)state;
	seat_take(&s, &f, "clerk");
	seat_say(&s, "stats --year 2568");
	assert_string_equal(seat_screen(&s), "stats");
	for (size_t i = 0; i < ARRAY_SIZE(view.figures); i++)
		assert_true(seat_sees(&s, view.figures[i]));
	for (size_t i = 0; i < STATS_PANELS; i++) {
		const struct stats_panel *p = &view.panels[i];

		if (p->n == 0)
			continue;
		seat_press(&s, K_TAB);
		assert_true(seat_sees(&s, p->title));
		for (size_t k = 0; k < p->n; k++) {
			if (k > 0)
				seat_press(&s, K_DOWN);
			see_row(&s, &p->rows[k]);
		}
		/* below its last row comes another panel: back to it */
		for (size_t k = 1; k < p->n; k++)
			seat_press(&s, K_UP);
	}
	seat_leave(&s);
}

/* --------------------------------------------------------------- the sheet */

static const char *
sheet_of(const char *name, const json_t *of)
{
	struct session *s = fixture_session(&f, "clerk");
	char *path = xasprintf("%s/%s", f.directory, name);
	struct text t = {0};

	if (!stats_sheet_write(s, of, false, path, &f.err) ||
	    !file_read(path, SVG_MAX, &t, &f.err))
		fail_msg("%s: %s", name, f.err.detail);
	/* never over a file that is there */
	assert_false(stats_sheet_write(s, of, false, path, &f.err));
	free(path);
	const char *kept = arena_strdup(&arena, text_str(&t));
	text_done(&t);
	return kept;
}

static void
the_sheet_shows_every_row_and_is_the_same_each_time(void **state)
{
	const char *svg = sheet_of("one.svg", answer);

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(view.figures); i++)
		assert_holds(svg, view.figures[i], "the sheet");
	for (size_t i = 0; i < STATS_PANELS; i++) {
		const struct stats_panel *p = &view.panels[i];

		assert_holds(svg, p->title, "the sheet");
		for (size_t k = 0; k < p->n && (!p->is_wide || k < 6); k++)
			assert_holds(svg, p->rows[k].told, p->code);
	}
	assert_string_equal(svg, sheet_of("two.svg", answer));
}

static void
the_screen_writes_a_sheet_and_says_so(void **state)
{
	char *path = xasprintf("%s/three.svg", f.directory),
	     *line = xasprintf("stats --year 2568 --svg %s", path);
	struct seat s;
	struct file_info info;

	(void)state;
	seat_take(&s, &f, "clerk");
	seat_say(&s, line);
	assert_string_equal(seat_screen(&s), "desk");
	assert_true(seat_sees(&s, "three.svg"));
	assert_true(file_inspect(path, &info, &f.err));
	seat_leave(&s);
	free(line);
	free(path);
}

/* Names come from others. */
static void
what_a_name_holds_is_text_in_the_sheet(void **state)
{
	json_t *of = json_deep_copy(answer);
	json_t *first = json_array_get(json_object_get(of, "senders"), 0);
	const char *svg;

	(void)state;
	json_object_set_new(first, "name",
			    json_string("a<b>&\"c\" \033\u202E"));
	svg = sheet_of("names.svg", of);
	assert_holds(svg, "a&lt;b&gt;&amp;&quot;c&quot; ^[&lt;U+202E&gt;",
		     "the sheet");
	assert_null(strstr(svg, "a<b>"));
	assert_null(strchr(svg, '\033'));
	json_decref(of);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(panels_have_the_numbers_of_the_answer),
	    cmocka_unit_test(bars_of_a_curve_hold_each_day_once),
	    cmocka_unit_test(lines_tell_every_row),
	    cmocka_unit_test(the_screen_shows_every_row),
	    cmocka_unit_test(
		the_sheet_shows_every_row_and_is_the_same_each_time),
	    cmocka_unit_test(the_screen_writes_a_sheet_and_says_so),
	    cmocka_unit_test(what_a_name_holds_is_text_in_the_sheet),
	};

	return cmocka_run_group_tests(tests, make, drop);
}
