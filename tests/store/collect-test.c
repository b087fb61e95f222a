/* collect-test.c -- the order of shared letter 002, handed down and collected
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"

#include "app/act.h"
#include "app/collect.h"

#include "tests/store/collected.h"
#include "tests/test.h"

/*
 * A province asks for vegetable plots of fragile households: 100 subdistricts,
 * 20 households each, 2,000 in all; a report by the 15th of every month.  A
 * district hands it down to 13 local offices.  What each gives is drawn by
 * seed; the sums are reckoned here, beside the program.
 */
enum { PLACES = 13, EACH = 20, TARGET = 2000, MONTHS = 6 };

/* How many of the 100 subdistricts lie in each. */
static const int subdistricts[PLACES] = {8, 7, 9, 6, 8, 7, 8, 9, 7, 8, 7, 8, 8};

/* The periods, and the day each is due. */
static const struct month {
	const char *name;
	struct date due;
} months[MONTHS] = {
    {"2567-04", {2024, 4, 15}}, {"2567-05", {2024, 5, 15}},
    {"2567-06", {2024, 6, 15}}, {"2567-07", {2024, 7, 15}},
    {"2567-08", {2024, 8, 15}}, {"2567-09", {2024, 9, 15}},
};

static struct fixture f;
static uint64_t seed = 2567;

/* What was given, as it is to come out. */
static struct expected {
	int figure; /* -1 = missing */
	bool late, corrected;
} expected[MONTHS][PLACES];

static uint32_t
draw(uint32_t below)
{
	return fixture_draw(&seed, below);
}

static void
set_day(struct date d, int hour)
{
	f.now = moment_at(d, hour, (int)draw(60), 0);
}

static const char *
code_of(int i)
{
	static char codes[PLACES][16];

	snprintf(codes[i], sizeof(codes[i]), "t%02d", i + 1);
	return codes[i];
}

static const char *
name_of(int i)
{
	static char names[PLACES][64];

	snprintf(names[i], sizeof(names[i]), "เทศบาลตำบลที่ %d", i + 1);
	return names[i];
}

/* ------------------------------------------------------------ independently */

static int
sum_of_month(int m)
{
	int sum = 0;

	for (int i = 0; i < PLACES; i++)
		sum += expected[m][i].figure > 0 ? expected[m][i].figure : 0;
	return sum;
}

static int
sum_up_to(int m, int i)
{
	int sum = 0;

	for (int k = 0; k <= m; k++)
		sum += expected[k][i].figure > 0 ? expected[k][i].figure : 0;
	return sum;
}

static int
given_in(int m)
{
	int n = 0;

	for (int i = 0; i < PLACES; i++)
		n += expected[m][i].figure >= 0;
	return n;
}

static void
assert_line(const json_t *line, int m, int i)
{
	const struct expected *e = &expected[m][i];
	int total = sum_up_to(m, i);

	assert_string_equal(json_string_value(json_object_get(line, "name")),
			    name_of(i));
	assert_int_equal(whole(line, "target"), subdistricts[i] * EACH);
	assert_int_equal(json_is_true(json_object_get(line, "given")),
			 e->figure >= 0);
	assert_int_equal(whole(line, "total"), total);
	if (total > 0)
		assert_int_equal(whole(line, "percent"),
				 total * 100 / (subdistricts[i] * EACH));
	if (e->figure < 0)
		return;
	assert_int_equal(whole(line, "figure"), e->figure);
	assert_int_equal(json_is_true(json_object_get(line, "late")), e->late);
	assert_int_equal(json_array_size(json_object_get(line, "before")),
			 e->corrected);
}

/* Each line, each sum and who is missing are those reckoned here. */
static void
assert_month(int m)
{
	const json_t *answer = collected(&f, "clerk", months[m].name);
	const json_t *sum = sum_of(answer);
	int total = 0;

	for (int i = 0; i < PLACES; i++) {
		assert_line(line_of(answer, i), m, i);
		total += sum_up_to(m, i);
	}
	assert_int_equal(whole(sum, "asked"), PLACES);
	assert_int_equal(whole(sum, "given"), given_in(m));
	assert_int_equal(whole(sum, "missing"), PLACES - given_in(m));
	assert_int_equal(whole(sum, "figure"), sum_of_month(m));
	assert_int_equal(whole(sum, "total"), total);
	assert_int_equal(whole(sum, "target"), TARGET);
	assert_int_equal(whole(sum, "percent"), total * 100 / TARGET);
	assert_int_equal(json_array_size(json_object_get(answer, "missing")),
			 PLACES - given_in(m));
}

/* --------------------------------------------------------------- the road */

static void
make_offices(void)
{
	fixture_start(&f);
	f.now = moment_at((struct date){2024, 3, 28}, 9, 0, 0);
	fixture_must(&f, NULL, "init", "ที่ว่าการอำเภอ", "--code", "district",
		     "--kind", "district", NULL);
	fixture_add_to(&f, "district", "clerk", "clerk");
	fixture_add_to(&f, "district", "chief", "chief");
	fixture_must(&f, NULL, "office set", "--prefix", "ลป 0118", NULL);
	for (int i = 0; i < PLACES; i++) {
		fixture_must(&f, NULL, "office add", code_of(i), name_of(i),
			     "--under", "district", NULL);
		fixture_add_to(&f, code_of(i), code_of(i), "clerk");
	}
}

static void
receive_the_order(struct fixture *at)
{
	fixture_must(at, "clerk", "receive", "--from", "จังหวัดลำปาง", "--ref",
		     "ลป 0019.3/ว 737/6", "--dated", "25 มีนาคม 2567",
		     "--subject", "การปลูกผักสวนครัว", NULL);
	fixture_must(at, "clerk", "endorse", "1", "--note", "เพื่อโปรดพิจารณา",
		     "--to", "chief", "--reason", "ไปราชการ", NULL);
	fixture_must(at, "chief", "order", "1", "--note", "แจ้ง อปท. ทุกแห่ง",
		     NULL);
	fixture_must(at, "clerk", "duty add", "1", "--what",
		     "รายงานผลการปลูกผักสวนครัว", "--rrule",
		     "FREQ=MONTHLY;BYMONTHDAY=15", "--due", "2024-04-15", NULL);
}

static void
hand_down(void)
{
	struct words w = {0};
	static char shares[PLACES][32];
	const char *at[2 * PLACES + 8] = {
	    "duty", "hand", "1", "--figure", "ครัวเรือน", "--target", "2,000"};
	size_t n = 7;

	for (int i = 0; i < PLACES; i++) {
		snprintf(shares[i], sizeof(shares[i]), "%s=%d", code_of(i),
			 subdistricts[i] * EACH);
		at[n++] = "--to";
		at[n++] = shares[i];
	}
	w.at = at;
	w.n = n;
	assert_true(fixture_run(&f, NULL, "clerk", &w));
	fixture_must(&f, "clerk", "forward", "1", "--to-all", "--endorse",
		     "เพื่อโปรดดำเนินการ", NULL);
	for (int i = 0; i < PLACES; i++)
		fixture_must(&f, code_of(i), "accept", "1", NULL);
}

static char *
figure_words(int figure)
{
	return xasprintf("%d", figure);
}

/* Half of them in Thai digits, with a comma where there is one. */
static void
give(int m, int i, bool is_late)
{
	struct expected *e = &expected[m][i];
	char *words;

	e->figure = (int)draw(30);
	e->late = is_late;
	words = figure_words(e->figure);
	fixture_must(&f, code_of(i), "duty report", "1", "--figure", words,
		     "--note", "แปลงผักสวนครัว", NULL);
	free(words);
}

/* Those who have not given, and only those, are told. */
static void
nudge(int m)
{
	const json_t *answer;
	int missing = PLACES - given_in(m);

	if (missing == 0) {
		assert_true(fixture_refuses(&f, &RULE_REFUSED, "clerk",
					    "duty nudge", "1", "--period",
					    months[m].name, NULL));
		return;
	}
	fixture_must(&f, "clerk", "duty nudge", "1", "--period", months[m].name,
		     NULL);
	answer = collected(&f, "clerk", months[m].name);
	for (int i = 0; i < PLACES; i++)
		assert_int_equal(whole(line_of(answer, i), "nudges"),
				 expected[m][i].figure < 0);
	assert_int_equal(
	    fixture_count(&f, "SELECT count(*) FROM event WHERE kind = "
			      "'duty.nudged' AND time = (SELECT max(time) FROM "
			      "event WHERE kind = 'duty.nudge')"),
	    missing);
}

/* A figure is mended by who gave it. */
static void
correct(int m, int i)
{
	struct expected *e = &expected[m][i];
	char *words;

	e->figure += 1 + (int)draw(9);
	e->corrected = true;
	words = figure_words(e->figure);
	assert_false(fixture_act(&f, code_of(i), "duty report", "1", "--period",
				 months[m].name, "--figure", words, NULL));
	fixture_must(&f, code_of(i), "duty report", "1", "--period",
		     months[m].name, "--figure", words, "--reason", "นับผิด",
		     NULL);
	free(words);
}

/* The spreadsheet that goes along ends with the same sums. */
static void
assert_spreadsheet(int m)
{
	char *path = xasprintf("%s/%d.csv", f.directory, m);
	char *number = xasprintf("send:%d", (int)fixture_int(&f, "number"));
	struct text csv = {0};
	const char *line, *cell;
	int total = 0;

	fixture_must(&f, "clerk", "file", number, "2", "--output", path, NULL);
	assert_true(file_read(path, 1 << 20, &csv, &f.err));
	line = strrchr(text_str(&csv), '\n');
	while (line > csv.s && line[-1] != '\n')
		line--;
	cell = strchr(line, ',') + 1;
	assert_int_equal(atoi(cell), TARGET);
	for (int k = 0; k <= m; k++) {
		cell = strchr(cell, ',') + 1;
		assert_int_equal(atoi(cell), sum_of_month(k));
		total += sum_of_month(k);
	}
	assert_int_equal(atoi(strchr(cell, ',') + 1), total);
	text_done(&csv);
	free(number);
	free(path);
}

static void
send_up(int m)
{
	fixture_must(&f, "clerk", "send", "--to", "ผู้ว่าราชการจังหวัด", "--subject",
		     "รายงานผล", "--reply-to", "1", "--duty", "1", "--period",
		     months[m].name, NULL);
	assert_spreadsheet(m);
}

static void
play_month(int m)
{
	for (int i = 0; i < PLACES; i++)
		expected[m][i] = (struct expected){.figure = -1};
	set_day((struct date){months[m].due.year, months[m].due.month, 10}, 9);
	for (int i = 0; i < PLACES; i++)
		if (draw(4) > 0)
			give(m, i, false);
	assert_month(m);
	set_day((struct date){months[m].due.year, months[m].due.month, 14}, 8);
	nudge(m);
	if (given_in(m) < PLACES)
		assert_true(fixture_refuses(&f, &RULE_REFUSED, "clerk", "send",
					    "--to", "x", "--subject", "x",
					    "--reply-to", "1", "--duty", "1",
					    "--period", months[m].name, NULL));
	set_day((struct date){months[m].due.year, months[m].due.month, 20}, 10);
	for (int i = 0; i < PLACES; i++)
		if (expected[m][i].figure < 0)
			give(m, i, true);
	correct(m, (int)draw(PLACES));
	assert_month(m);
	send_up(m);
}

static void
each_month_is_complete_and_its_sums_are_right(void **state)
{
	(void)state;
	for (int m = 0; m < MONTHS; m++) {
		play_month(m);
		assert_month(m);
	}
	for (int m = 0; m < MONTHS; m++)
		assert_month(m);
}

static int
begin(void **state)
{
	(void)state;
	make_offices();
	receive_the_order(&f);
	hand_down();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	fixture_done(&f);
	return 0;
}

static void
every_chain_plays_again(void **state)
{
	(void)state;
	assert_true(fixture_is_clean(&f));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_month_is_complete_and_its_sums_are_right),
	    cmocka_unit_test(every_chain_plays_again),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
