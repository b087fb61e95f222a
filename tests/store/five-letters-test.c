/* five-letters-test.c -- the duties of five letters, day by day, for five years
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"

#include "app/json.h"

#include "tests/fixture.h"
#include "tests/test.h"

/*
 * tests/fixtures/five-letters-story.txt says what an office does with the five
 * letters of data/letters/, received by the reader; the clock goes from day to
 * day, and what each morning tells, and what becomes of each day of a duty, is
 * written down.  It has to be tests/fixtures/five-letters-duties.txt, which
 * five-letters.awk derives from the words of the letters without the program.
 */
enum { LETTERS_MAX = 5, LINES_MAX = 2000, STATEMENTS_MOST = 30 };

struct letter_told {
	char code[4];   /* "001" */
	char owner[12]; /* the post it is given to */
	int year, number;
};

static struct play {
	struct fixture f;
	struct letter_told letters[LETTERS_MAX];
	size_t n_letters;
	char *lines[LINES_MAX];
	size_t n;
	json_t *seen; /* "001/3 2564-02-20": state */
	char *story;
	unsigned long statements; /* of the longest look */
} play;

/* The chain, upwards. */
static const char *const chain[] = {"clerk", "head", "deputy", "palad",
				    "nayok"};

static struct date
today(void)
{
	return moment_date(play.f.now);
}

/* ----------------------------------------------------------- what is told */

static void
say(const char *duty, const char *period, const char *what)
{
	static const char *const weekdays[] = {"อา.", "จ.", "อ.", "พ.",
					       "พฤ.", "ศ.", "ส."};
	const struct date d = today();

	assert_true(play.n < LINES_MAX);
	play.lines[play.n++] = xasprintf(
	    "%04d-%02d-%02d  %s %d %s %d  %s  %s  %s", d.year, d.month, d.day,
	    weekdays[date_weekday(d)], d.day, date_thai_month(d.month),
	    d.year + BUDDHIST_ERA, duty, period, what);
}

static const char *
code_of(const json_t *item)
{
	for (size_t i = 0; i < play.n_letters; i++)
		if (play.letters[i].number == answer_whole(item, "number") &&
		    play.letters[i].year == answer_whole(item, "year"))
			return play.letters[i].code;
	fail_msg("a duty of no letter");
	return NULL;
}

/* One period of a duty on the desks of one morning. */
struct told {
	char duty[16], period[16];
	char what[60];
	const char *owner; /* NULL: on no desk that has it to do */
	bool risen[ARRAY_SIZE(chain)];
};

static struct told *
told_of(struct told *at, size_t *n, const json_t *item)
{
	struct told t = {.owner = NULL};

	snprintf(t.duty, sizeof(t.duty), "%s/%d", code_of(item),
		 (int)answer_whole(item, "duty"));
	snprintf(t.period, sizeof(t.period), "%s", answer_word(item, "period"));
	for (size_t i = 0; i < *n; i++)
		if (strcmp(at[i].duty, t.duty) == 0 &&
		    strcmp(at[i].period, t.period) == 0)
			return &at[i];
	at[*n] = t;
	return &at[(*n)++];
}

static void
put_own(struct told *t, const json_t *item, const char *post)
{
	const char *when = answer_word(item, "when");
	const int days = (int)answer_whole(item, "days");

	assert_null(t->owner);
	t->owner = post;
	if (strcmp(when, "overdue") == 0)
		snprintf(t->what, sizeof(t->what), "overdue by %d", days);
	else if (strcmp(when, "today") == 0)
		snprintf(t->what, sizeof(t->what), "last day");
	else
		snprintf(t->what, sizeof(t->what), "in %d days", days);
}

static void
put_risen(struct told *t, const char *post)
{
	for (size_t i = 0; i < ARRAY_SIZE(chain); i++)
		if (strcmp(chain[i], post) == 0)
			t->risen[i] = true;
}

static void
gather_desk(struct told *at, size_t *n, const json_t *desk)
{
	static const char *const own[] = {"overdue", "today", "soon"};
	const json_t *posts = json_object_get(desk, "posts");
	const char *post = answer_word(json_array_get(posts, 0), "post");
	size_t i;
	json_t *item;

	for (size_t p = 0; p < ARRAY_SIZE(own); p++)
		json_array_foreach(json_object_get(desk, own[p]), i, item)
		    put_own(told_of(at, n, item), item, post);
	json_array_foreach(json_object_get(desk, "escalated"), i, item)
	    put_risen(told_of(at, n, item), post);
}

static void
tell(const struct told *t)
{
	struct text what = {0};
	const char *between = "; escalated to ";

	text_printf(&what, "%s: %s", t->what, t->owner ? t->owner : "nobody");
	for (size_t i = 0; i < ARRAY_SIZE(chain); i++)
		if (t->risen[i]) {
			text_printf(&what, "%s%s", between, chain[i]);
			between = ", ";
		}
	say(t->duty, t->period, what.s);
	text_done(&what);
}

static unsigned long
statements(void)
{
	return store_statements(fixture_session(&play.f, NULL)->store);
}

static void
look_at_morning(void)
{
	enum { TOLD_MAX = 40 };
	struct told at[TOLD_MAX];
	size_t n = 0, i;
	unsigned long before = statements();
	json_t *desk;

	fixture_must(&play.f, NULL, "digest", "--all", NULL);
	if (statements() - before > play.statements)
		play.statements = statements() - before;
	json_array_foreach(play.f.answer, i, desk) gather_desk(at, &n, desk);
	for (i = 0; i < n; i++)
		tell(&at[i]);
}

/* -------------------------------------------------- what became of the days
 */

static void
tell_period(const char *duty, const json_t *period)
{
	const char *name = answer_word(period, "name");
	const char *state = answer_word(period, "state");
	const char *due = answer_word(period, "due");
	const char *last = answer_word(period, "last_day");
	char *key = xasprintf("%s %s", duty, name);
	const char *was = json_string_value(json_object_get(play.seen, key));
	struct text t = {0};

	if (was == NULL) {
		text_printf(&t, "due %s", due);
		if (strcmp(due, last) != 0)
			text_printf(&t, ", last working day %s", last);
		say(duty, name, t.s);
	}
	if (strcmp(state, was != NULL ? was : "open") != 0)
		say(duty, name,
		    json_is_object(json_object_get(period, "reply"))
			? "done by a reply"
			: state);
	json_object_set_new(play.seen, key, json_string(state));
	text_done(&t);
	free(key);
}

static void
look_at_letter(const struct letter_told *l)
{
	char number[24];
	json_t *duty, *period;
	size_t i, k;

	snprintf(number, sizeof(number), "%d/%d", l->number, l->year);
	fixture_must(&play.f, NULL, "show", number, NULL);
	json_array_foreach(json_object_get(play.f.answer, "duties"), i, duty)
	{
		char name[20];

		snprintf(name, sizeof(name), "%s/%d", l->code,
			 (int)answer_whole(duty, "duty"));
		json_array_foreach(json_object_get(duty, "periods"), k, period)
		    tell_period(name, period);
	}
}

/* --------------------------------------------------- what the office does */

static struct letter_told *
letter_of(const char *code)
{
	for (size_t i = 0; i < play.n_letters; i++)
		if (strcmp(play.letters[i].code, code) == 0)
			return &play.letters[i];
	fail_msg("the story has no owner of letter %s", code);
	return NULL;
}

static const char *
division_of(const char *post)
{
	return strcmp(post, "head") == 0 ? "office" : post;
}

static void
receive(struct letter_told *l)
{
	struct fixture *f = &play.f;
	const char *top = getenv("top_srcdir");
	bool is_bundle = strcmp(l->code, "003") == 0;
	char number[24], *file;

	assert_non_null(top);
	file = xasprintf("%s/data/letters/%s.txt", top, l->code);
	fixture_must(f, "clerk", "receive", file, is_bundle ? "--ref" : NULL,
		     "ขย 0023.3/555", NULL);
	l->year = (int)fixture_int(f, "year");
	l->number = (int)fixture_int(f, "number");
	snprintf(number, sizeof(number), "%d/%d", l->number, l->year);
	for (size_t i = 0; i + 1 < ARRAY_SIZE(chain); i++)
		fixture_must(f, chain[i], "endorse", number, "--note",
			     "เพื่อโปรดพิจารณา", NULL);
	fixture_must(f, "nayok", "order", number, "--note", "ดำเนินการ",
		     "--assign", division_of(l->owner), NULL);
	fixture_must(f, l->owner, "acknowledge", number, NULL);
	free(file);
}

/* The report goes out under a number of the office, which shows that it was
   done. */
static void
reply(const struct letter_told *l, const char *number, const char *duty,
      const char *period)
{
	char sent[24];

	fixture_must(&play.f, "clerk", "send", "--to", "จังหวัด", "--subject",
		     "รายงานผลการดำเนินงาน", NULL);
	snprintf(sent, sizeof(sent), "%d/%d",
		 (int)fixture_int(&play.f, "number"),
		 (int)fixture_int(&play.f, "year"));
	fixture_must(&play.f, l->owner, "duty done", number, "--duty", duty,
		     "--period", period, "--reply", sent, NULL);
}

struct act_told {
	char kind[12], letter[4], duty[4], period[16];
};

static void
do_act(const struct act_told *a)
{
	struct letter_told *l = letter_of(a->letter);
	char number[24];

	if (strcmp(a->kind, "receive") == 0) {
		receive(l);
		return;
	}
	snprintf(number, sizeof(number), "%d/%d", l->number, l->year);
	if (strcmp(a->kind, "reply") == 0)
		reply(l, number, a->duty, a->period);
	else if (strcmp(a->kind, "done") == 0)
		fixture_must(&play.f, l->owner, "duty done", number, "--duty",
			     a->duty, "--period", a->period, "--note",
			     "รายงานแล้ว", NULL);
	else if (strcmp(a->kind, "waive") == 0)
		fixture_must(&play.f, "palad", "duty waive", number, "--duty",
			     a->duty, "--period", a->period, "--reason",
			     "รายงานตามหนังสือฉบับก่อนแล้ว", NULL);
	else if (strcmp(a->kind, "end") == 0)
		fixture_must(&play.f, "palad", "duty waive", number, "--duty",
			     a->duty, "--all", "--reason", "สิ้นสุดโครงการ", NULL);
	else
		fail_msg("the office cannot %s", a->kind);
}

/* ------------------------------------------------------- the story, line by
 * line */

/* The acts of today; whether there were any. */
static bool
act_of_today(const char *line)
{
	struct act_told a = {.duty = ""};
	char day[12];
	struct text iso = {0};
	bool is_today;

	if (sscanf(line, "%11s %11s %3s %3s %15s", day, a.kind, a.letter,
		   a.duty, a.period) < 3)
		return false;
	text_add_iso_date(&iso, today());
	is_today = strcmp(day, iso.s) == 0;
	text_done(&iso);
	if (is_today)
		do_act(&a);
	return is_today;
}

static char *
read_story(void)
{
	char *path = xasprintf("%s/tests/fixtures/five-letters-story.txt",
			       getenv("top_srcdir"));
	struct text t = {0};
	struct error err = {0};

	assert_true(file_read(path, 1 << 20, &t, &err));
	free(path);
	return text_take(&t);
}

/* Calls for each line; true when one of them said so. */
static bool
each_line(bool (*line)(const char *))
{
	char *copy = xstrdup(play.story), *rest = copy, *s;
	bool any = false;

	while ((s = strsep(&rest, "\n")) != NULL)
		if (line(s))
			any = true;
	free(copy);
	return any;
}

static bool
owner_line(const char *line)
{
	struct letter_told *l = &play.letters[play.n_letters];

	if (sscanf(line, "owner %3s %11s", l->code, l->owner) == 2)
		play.n_letters++;
	return false;
}

static void
play_day(void)
{
	look_at_morning();
	play.f.now += (moment)2 * 3600 * 1000000;
	if (!each_line(act_of_today))
		return;
	for (size_t i = 0; i < play.n_letters; i++)
		if (play.letters[i].number != 0)
			look_at_letter(&play.letters[i]);
}

static int
compare_lines(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static int
setup(void **state)
{
	static const struct date first = {2021, 1, 1}, last = {2026, 7, 31};

	(void)state;
	fixture_start(&play.f);
	play.f.now = moment_at(first, 7, 0, 0);
	fixture_must(&play.f, NULL, "init", "อบต.ดงมะไฟ", NULL);
	fixture_people(&play.f);
	/* Between two letters lies more than a year. */
	fixture_must(&play.f, NULL, "policy set", "clock-days", "600", NULL);
	play.seen = json_object();
	play.story = read_story();
	each_line(owner_line);
	for (struct date d = first; date_compare(d, last) <= 0;
	     d = date_after(d, 1)) {
		play.f.now = moment_at(d, 8, 0, 0);
		play_day();
	}
	qsort(play.lines, play.n, sizeof(*play.lines), compare_lines);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	for (size_t i = 0; i < play.n; i++)
		free(play.lines[i]);
	json_decref(play.seen);
	free(play.story);
	fixture_done(&play.f);
	return 0;
}

static const char heading[] =
    "# What must happen to the duties of the five letters, by the story in\n"
    "# five-letters-story.txt: the day, letter and duty, the period it "
    "reports\n"
    "# on, and what.  Made by tests/store/five-letters.awk, not by the "
    "program.\n";

static void
every_due_row_reminder_and_escalation_is_that_of_the_table(void **state)
{
	struct text all = {0};

	(void)state;
	text_add(&all, heading);
	for (size_t i = 0; i < play.n; i++)
		text_printf(&all, "%s\n", play.lines[i]);
	assert_true(fixture_same_as("five-letters-duties.txt", text_str(&all)));
	text_done(&all);
}

static void
a_morning_takes_few_statements_however_much_there_is(void **state)
{
	(void)state;
	assert_in_range(play.statements, 1, STATEMENTS_MOST);
}

static void
the_register_of_five_years_is_whole(void **state)
{
	(void)state;
	assert_true(fixture_is_clean(&play.f));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		every_due_row_reminder_and_escalation_is_that_of_the_table),
	    cmocka_unit_test(
		a_morning_takes_few_statements_however_much_there_is),
	    cmocka_unit_test(the_register_of_five_years_is_whole),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
