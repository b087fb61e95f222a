/* collected-test.c -- reports by every way they come: files, divisions, paper
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "model/exchange.h"

#include "app/act.h"
#include "app/collect.h"

#include "tests/store/collected.h"
#include "tests/test.h"

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

/* ------------------------------------------------- through signed files */

/* What one register has for the office of the other goes there in a file;
   read twice it changes nothing. */
static void
carry(struct fixture *from, const char *to_code, struct fixture *to)
{
	static int files;
	char *path = xasprintf("%s/%d.json", from->directory, ++files);
	int64_t events;

	fixture_must(from, "clerk", "exchange export", to_code, path, NULL);
	fixture_must(to, "clerk", "exchange import", path, NULL);
	events = fixture_count(to, "SELECT count(*) FROM event");
	assert_true(fixture_refuses(to, &EXCHANGE_NOTHING, "clerk",
				    "exchange import", path, NULL));
	assert_int_equal(fixture_count(to, "SELECT count(*) FROM event"),
			 events);
	free(path);
}

static void
make_known(struct fixture *at, struct fixture *other, const char *code,
	   const char *above)
{
	char *key;

	fixture_must(other, NULL, "key show", NULL);
	key = xstrdup(fixture_text(other, "key"));
	fixture_must(at, NULL, "office know", code, "สำนักงาน", "--key", key,
		     "--under", above, NULL);
	free(key);
}

static void
make_two(struct fixture *up, struct fixture *down)
{
	fixture_start(up);
	fixture_start(down);
	up->now = down->now = moment_at((struct date){2024, 4, 1}, 9, 0, 0);
	fixture_must(up, NULL, "init", "ที่ว่าการอำเภอ", "--code", "district",
		     "--kind", "district", NULL);
	fixture_must(up, NULL, "office set", "--prefix", "ลป 0118", NULL);
	fixture_add_to(up, "district", "clerk", "clerk");
	fixture_add_to(up, "district", "chief", "chief");
	fixture_must(down, NULL, "init", "เทศบาล", "--code", "t01", NULL);
	fixture_add_to(down, "t01", "clerk", "clerk");
	make_known(up, down, "t01", "district");
	make_known(down, up, "district", "none");
}

/* The line of the only one asked, with what is true of it. */
static void
assert_told(struct fixture *up, int figure, size_t before)
{
	const json_t *answer = collected(up, "clerk", "2567-04");
	const json_t *line = line_of(answer, 0);

	assert_int_equal(whole(line, "figure"), figure);
	assert_string_equal(json_string_value(json_object_get(line, "how")),
			    COLLECTED_FILE);
	assert_int_equal(json_array_size(json_object_get(line, "before")),
			 before);
	assert_int_equal(whole(sum_of(answer), "figure"), figure);
}

static void
a_report_comes_back_in_a_signed_file(void **state)
{
	struct fixture up, down;

	(void)state;
	make_two(&up, &down);
	receive_the_order(&up);
	fixture_must(&up, "clerk", "duty hand", "1", "--to", "t01=160",
		     "--figure", "ครัวเรือน", NULL);
	fixture_must(&up, "clerk", "forward", "1", "--to-all", "--endorse", "x",
		     NULL);
	carry(&up, "t01", &down);
	fixture_must(&down, "clerk", "accept", "1", NULL);
	assert_false(fixture_act(&down, "clerk", "duty report", "1", NULL));
	fixture_must(&down, "clerk", "duty report", "1", "--figure", "๔๑",
		     "--note", "x", NULL);
	carry(&down, "district", &up);
	assert_told(&up, 41, 0);
	fixture_must(&down, "clerk", "duty report", "1", "--period", "1",
		     "--figure", "43", "--reason", "นับผิด", NULL);
	carry(&down, "district", &up);
	assert_told(&up, 43, 1);
	assert_true(fixture_is_clean(&up));
	assert_true(fixture_is_clean(&down));
	fixture_done(&up);
	fixture_done(&down);
}

/* ---------------------------------------------------- inside one office */

static const json_t *
named_line(const json_t *answer, const char *name)
{
	const json_t *line;
	size_t i;

	json_array_foreach(json_object_get(answer, "from"), i, line)
	{
		if (strcmp(json_string_value(json_object_get(line, "name")),
			   name) == 0)
			return line;
	}
	fail_msg("%s is not asked", name);
	return NULL;
}

/* How many reports the morning list asks of who heads a division. */
static void
assert_digest(struct fixture *at, const char *login, size_t reports)
{
	const json_t *list;

	fixture_must(at, login, "digest", "--on", "2026-02-16", NULL);
	list = json_array_get(at->answer, 0);
	assert_int_equal(json_array_size(json_object_get(list, "reports")),
			 reports);
}

static void
divisions_give_their_own_and_the_clerk_writes_down_for_others(void **state)
{
	struct fixture o;
	const json_t *answer, *line;

	(void)state;
	fixture_register(&o);
	fixture_must(&o, "clerk", "receive", "--subject", "x", NULL);
	fixture_must(&o, "clerk", "duty add", "1", "--due", "2026-02-20", NULL);
	fixture_must(&o, "clerk", "duty hand", "1", "--to", "works=10", "--to",
		     "finance", "--name", "กำนันตำบลดง", "--each", "5",
		     "--figure", "แห่ง", NULL);
	assert_false(fixture_act(&o, "education", "duty report", "1",
				 "--figure", "1", NULL));
	assert_false(fixture_act(&o, "works", "duty report", "1", "--for",
				 "finance", "--figure", "1", NULL));
	assert_false(fixture_act(&o, "works", "duty report", "1", "--figure",
				 "-1", NULL));
	assert_digest(&o, "works", 1);
	fixture_must(&o, "works", "duty report", "1", "--figure", "7", NULL);
	assert_digest(&o, "works", 0);
	assert_digest(&o, "finance", 1);
	fixture_must(&o, "clerk", "duty report", "1", "--for", "กำนันตำบลดง",
		     "--figure", "4", "--how", "telephone", NULL);
	answer = collected(&o, "clerk", "1");
	line = named_line(answer, "กำนันตำบลดง");
	assert_string_equal(json_string_value(json_object_get(line, "how")),
			    COLLECTED_TELEPHONE);
	assert_int_equal(whole(line, "target"), 5);
	line = named_line(answer, "กองช่าง");
	assert_string_equal(json_string_value(json_object_get(line, "how")),
			    COLLECTED_HERE);
	assert_int_equal(whole(line, "target"), 10);
	assert_int_equal(whole(sum_of(answer), "figure"), 11);
	assert_int_equal(whole(sum_of(answer), "target"), 20);
	assert_true(fixture_is_clean(&o));
	fixture_done(&o);
}

/* An office of the register that has the letter already, or has it waiting, is
   asked all the same; what is handed down twice goes to the new ones only. */
static void
who_has_the_letter_already_is_asked_too(void **state)
{
	static const char *const codes[] = {"one", "two"};
	struct fixture o;

	(void)state;
	fixture_register(&o);
	fixture_must(&o, NULL, "office set", "--prefix", "ชย 1", NULL);
	for (size_t i = 0; i < ARRAY_SIZE(codes); i++) {
		fixture_must(&o, NULL, "office add", codes[i], codes[i],
			     "--under", "main", NULL);
		fixture_add_to(&o, codes[i], codes[i], "clerk");
	}
	fixture_to_the_top(&o, 1);
	fixture_must(&o, "nayok", "order", "1", "--note", "x", NULL);
	fixture_must(&o, "clerk", "duty add", "1", "--due", "2026-02-20", NULL);
	fixture_must(&o, "clerk", "forward", "1", "--to-all", "--endorse", "x",
		     NULL);
	fixture_must(&o, "one", "accept", "1", NULL);
	fixture_must(&o, "clerk", "duty hand", "1", "--to", "offices",
		     "--figure", "แห่ง", NULL);
	fixture_must(&o, "clerk", "duty hand", "1", "--to", "offices", "--to",
		     "works", NULL);
	fixture_must(&o, "two", "accept", "1", "--duty",
		     "ของเราเอง; 2026-03-01", NULL);
	fixture_must(&o, "one", "duty report", "1", "--figure", "3", NULL);
	fixture_must(&o, "two", "duty report", "1", "--duty", "2", "--figure",
		     "4", NULL);
	fixture_must(&o, "clerk", "duty nudge", "1", NULL);
	assert_int_equal(whole(sum_of(collected(&o, "clerk", "1")), "figure"),
			 7);
	assert_int_equal(whole(sum_of(o.answer), "asked"), 3);
	assert_int_equal(whole(named_line(o.answer, "กองช่าง"), "nudges"), 1);
	assert_int_equal(whole(named_line(o.answer, "one"), "nudges"), 0);
	assert_true(fixture_is_clean(&o));
	fixture_done(&o);
}

/* It goes up without one, for a reason; what he gives then is told as late. */
static void
what_comes_after_the_whole_was_sent_up_is_told(void **state)
{
	struct fixture o;
	const json_t *line;

	(void)state;
	fixture_register(&o);
	fixture_must(&o, "clerk", "receive", "--subject", "x", NULL);
	fixture_must(&o, "clerk", "duty add", "1", "--due", "2026-02-20", NULL);
	fixture_must(&o, "clerk", "duty hand", "1", "--to", "works", "--to",
		     "finance", NULL);
	fixture_must(&o, "works", "duty report", "1", "--note", "x", NULL);
	assert_true(fixture_refuses(&o, &RULE_REFUSED, "clerk", "send", "--to",
				    "x", "--subject", "x", "--reply-to", "1",
				    "--duty", "1", NULL));
	assert_non_null(strstr(o.err.detail, "กองคลัง"));
	assert_null(strstr(o.err.detail, "กองช่าง"));
	fixture_must(&o, "clerk", "send", "--to", "x", "--subject", "x",
		     "--reply-to", "1", "--duty", "1", "--missing-ok",
		     "ครบกำหนดแล้ว", NULL);
	assert_int_equal(
	    fixture_count(&o, "SELECT count(*) FROM attachment a JOIN letter l "
			      "ON l.office = a.office AND l.letter = a.letter "
			      "WHERE l.book = 'send'"),
	    2);
	fixture_must(&o, "finance", "duty report", "1", "--period", "1",
		     "--note", "x", NULL);
	line = named_line(collected(&o, "clerk", "1"), "กองคลัง");
	assert_true(json_is_true(json_object_get(line, "after_sent")));
	line = named_line(o.answer, "กองช่าง");
	assert_false(json_is_true(json_object_get(line, "after_sent")));
	assert_true(fixture_is_clean(&o));
	fixture_done(&o);
}

static void
a_letter_that_became_secret_tells_nothing_of_it(void **state)
{
	struct fixture o;

	(void)state;
	fixture_register(&o);
	fixture_must(&o, "clerk", "receive", "--subject", "x", NULL);
	fixture_must(&o, "clerk", "duty add", "1", "--due", "2026-02-20", NULL);
	fixture_must(&o, "clerk", "duty hand", "1", "--to", "works", NULL);
	fixture_clear(&o, "palad", NULL);
	fixture_must(&o, "clerk", "correct", "1", "secrecy", "secret",
		     "--reason", "x", NULL);
	assert_true(fixture_refuses(&o, &ROUTE_NOT_YOURS, "works", "collected",
				    "1", NULL));
	assert_true(fixture_refuses(&o, &ROUTE_NOT_YOURS, "works",
				    "duty report", "1", "--note", "x", NULL));
	fixture_done(&o);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_report_comes_back_in_a_signed_file),
	    cmocka_unit_test(
		divisions_give_their_own_and_the_clerk_writes_down_for_others),
	    cmocka_unit_test(who_has_the_letter_already_is_asked_too),
	    cmocka_unit_test(what_comes_after_the_whole_was_sent_up_is_told),
	    cmocka_unit_test(a_letter_that_became_secret_tells_nothing_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
