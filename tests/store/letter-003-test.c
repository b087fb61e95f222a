/* letter-003-test.c -- the road of shared letter 003 through four offices */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/action.h"

#include "tests/fixture.h"
#include "tests/test.h"

/*
 * A department's circular is stamped by the province, which covers it with a
 * letter of its own; the district stamps that and endorses the same sheet with
 * a number of its own; the subdistrict stamps it and endorses it up to its
 * palad.  Once in one register, once through four by signed files.
 */
enum { OFFICES = 4 };

static const struct place {
	const char *code, *name, *kind, *prefix;
	const char *next_number, *next_sent;
	const char *clerk, *top, *top_post;
} places[OFFICES] = {
    /* clang-format off */
	{ "dla", "กรมส่งเสริมการปกครองท้องถิ่น", "department", "มท 0816.5",
	  "7001", "2565", "dla-clerk", "dla-top", "director-general" },
	{ "chaiyaphum", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดชัยภูมิ",
	  "province", "ชย 0023.3", "9597", "555", "pro-clerk", "pro-top",
	  "governor" },
	{ "thepsathit", "ที่ว่าการอำเภอเทพสถิต", "district", "ชย 0023.14",
	  "210", "1522", "dis-clerk", "dis-top", "chief" },
	{ "banrai", "องค์การบริหารส่วนตำบลบ้านไร่", "abt", "ชย 75301",
	  "2289", "1", "sub-clerk", "sub-top", "nayok" },
    /* clang-format on */
};

/* Where each office's register is: all in the first, or one each. */
struct road {
	struct fixture at[OFFICES];
	bool is_one;
	int files;
};

static struct fixture *
of(struct road *r, int i)
{
	return &r->at[r->is_one ? 0 : i];
}

static void
set_clock(struct road *r, int day, int hour, int minute)
{
	const struct date d = {2022, 8, day};

	for (int i = 0; i < OFFICES; i++)
		r->at[i].now = moment_at(d, hour, minute, 0);
}

static void
add_people(struct fixture *f, const struct place *p)
{
	fixture_add_to(f, p->code, p->clerk, "clerk");
	fixture_add_to(f, p->code, p->top, p->top_post);
}

/* As its administrator: what goes out goes on where it is on paper. */
static void
begin_books(struct fixture *f, const struct place *p)
{
	struct session *s = fixture_session(f, NULL);

	assert_true(session_enter(s, p->code, &f->err));
	fixture_must(f, NULL, "office set", "--prefix", p->prefix, NULL);
	fixture_must(f, NULL, "book begin", "send", p->next_sent, NULL);
	fixture_must(f, NULL, "book begin", "send-circular", p->next_sent,
		     NULL);
}

static void
make_office(struct road *r, int i)
{
	const struct place *p = &places[i];
	const char *above = i > 0 ? places[i - 1].code : "none";
	struct fixture *f = of(r, i);

	if (i == 0 || !r->is_one)
		fixture_must(f, NULL, "init", p->name, "--code", p->code,
			     "--kind", p->kind, "--next-number", p->next_number,
			     NULL);
	else
		fixture_must(f, NULL, "office add", p->code, p->name, "--kind",
			     p->kind, "--under", above, "--next-number",
			     p->next_number, NULL);
	add_people(f, p);
	begin_books(f, p);
}

/* Each knows the one above and the one below, by its key. */
static void
make_known(struct road *r, int i, int other)
{
	const char *above = other > i ? places[i].code : "none";
	char *key;

	fixture_must(of(r, other), NULL, "key show", NULL);
	key = xstrdup(fixture_text(of(r, other), "key"));
	fixture_must(of(r, i), NULL, "office know", places[other].code,
		     places[other].name, "--key", key, "--under", above, NULL);
	free(key);
}

static void
begin(struct road *r, bool is_one)
{
	*r = (struct road){.is_one = is_one};
	for (int i = 0; i < OFFICES; i++)
		fixture_start(&r->at[i]);
	set_clock(r, 25, 9, 0);
	for (int i = 0; i < OFFICES; i++)
		make_office(r, i);
	for (int i = 0; !is_one && i + 1 < OFFICES; i++) {
		make_known(r, i, i + 1);
		make_known(r, i + 1, i);
	}
}

static void
end(struct road *r)
{
	for (int i = 0; i < OFFICES; i++)
		fixture_done(&r->at[i]);
}

/* What one office has for another goes there in a file. */
static void
carry(struct road *r, int from, int to)
{
	char *path;

	if (r->is_one)
		return;
	path = xasprintf("%s/%d.json", of(r, from)->directory, ++r->files);
	fixture_must(of(r, from), places[from].clerk, "exchange export",
		     places[to].code, path, NULL);
	fixture_must(of(r, to), places[to].clerk, "exchange import", path,
		     NULL);
	assert_false(fixture_act(of(r, to), places[to].clerk, "exchange import",
				 path, NULL));
	free(path);
}

/* Up to the top and closed: then it may leave the office. */
static void
decide(struct road *r, int i, const char *note, const char *order)
{
	const struct place *p = &places[i];

	fixture_must(of(r, i), p->clerk, "endorse", p->next_number, "--note",
		     note, "--to", p->top_post, "--reason", "ไปราชการ", NULL);
	fixture_must(of(r, i), p->top, "order", p->next_number, "--note", order,
		     NULL);
}

static void
accept(struct road *r, int i)
{
	fixture_must(of(r, i), places[i].clerk, "accept", "1", NULL);
	carry(r, i, i - 1);
}

static void
walk(struct road *r)
{
	char *sheet =
	    xasprintf("%s/data/letters/003.txt", getenv("top_srcdir"));

	fixture_must(of(r, 0), "dla-clerk", "receive", "--from",
		     "กองส่งเสริมและพัฒนาการจัดการศึกษาท้องถิ่น", "--subject",
		     "ชุดข้อมูลองค์ความรู้ “การสาธารณสงเคราะห์”", "--kind", "memo",
		     "--link", "https://shorturl.asia/03yA7", "--attach", sheet,
		     NULL);
	free(sheet);
	decide(r, 0, "เพื่อโปรดพิจารณา", "เวียนแจ้งทุกจังหวัด");
	fixture_must(of(r, 0), "dla-clerk", "forward", "7001", "--to-all",
		     "--covering", "ชุดข้อมูลองค์ความรู้", "--circular", "--kind",
		     "stamped", "--address",
		     "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด ทุกจังหวัด", NULL);
	carry(r, 0, 1);
	set_clock(r, 26, 10, 15);
	accept(r, 1);
	decide(r, 1, "เพื่อโปรดพิจารณา", "แจ้งอำเภอทุกอำเภอ");
	fixture_must(of(r, 1), "pro-clerk", "forward", "9597", "--to-all",
		     "--covering", "การขับเคลื่อนบันทึกข้อตกลงความร่วมมือ", "--kind",
		     "stamped", "--address", "อำเภอทุกอำเภอ", NULL);
	carry(r, 1, 2);
	set_clock(r, 29, 13, 40);
	accept(r, 2);
	decide(r, 2, "เพื่อโปรดทราบ", "แจ้ง อปท. ทุกแห่ง");
	fixture_must(of(r, 2), "dis-clerk", "forward", "210", "--to-all",
		     "--endorse", "เพื่อโปรดทราบ และพิจารณาดำเนินการต่อไป",
		     "--address", "นายก ทต. / นายก อบต. ทุกแห่ง", NULL);
	carry(r, 2, 3);
	set_clock(r, 30, 9, 5);
	accept(r, 3);
	fixture_must(of(r, 3), "sub-clerk", "endorse", "2289", "--note",
		     "เห็นควรพิจารณาดำเนินการต่อไป", NULL);
}

/* ---------------------------------------------------------- what is there */

static void
assert_has(const char *text, const char *words)
{
	if (strstr(text, words) == NULL)
		fail_msg("“%s” is not in %s", words, text);
}

/* The keys that the sheet itself decides, as one text. */
static char *
sheet_of(const json_t *letter)
{
	static const char *const keys[] = {
	    "number",     "year",   "ref_no",  "dated",         "from",
	    "to",         "stamps", "notes",   "earlier_notes", "references",
	    "enclosures", "links",  "subject", "kind"};
	json_t *j = json_object();
	char *s;

	for (size_t i = 0; i < ARRAY_SIZE(keys); i++)
		json_object_set(j, keys[i], json_object_get(letter, keys[i]));
	s = json_dumps(j, JSON_SORT_KEYS | JSON_INDENT(1));
	json_decref(j);
	return s;
}

static char *
sheet_at_the_end(struct road *r)
{
	fixture_must(of(r, 3), "sub-clerk", "show", "2289", NULL);
	return sheet_of(of(r, 3)->answer);
}

/* The number that each office below gave, as the one above sees it. */
static void
assert_answered(struct road *r)
{
	static const struct {
		int office;
		const char *letter, *number, *as;
	} answers[] = {{0, "7001", "9597/2565", "มท 0816.5/ว 2565"},
		       {1, "9597", "210/2565", "ชย 0023.3/555"},
		       {2, "210", "2289/2565", "ชย 0023.14/1522"}};

	for (size_t i = 0; i < ARRAY_SIZE(answers); i++) {
		const struct place *p = &places[answers[i].office];
		struct fixture *f = of(r, answers[i].office);
		const json_t *row;

		fixture_must(f, p->clerk, "forwarded", answers[i].letter, NULL);
		assert_int_equal(json_array_size(f->answer), 1);
		row = json_array_get(f->answer, 0);
		assert_string_equal(
		    json_string_value(json_object_get(row, "state")),
		    "accepted");
		assert_string_equal(
		    json_string_value(json_object_get(row, "accept_id")),
		    answers[i].number);
		assert_string_equal(
		    json_string_value(json_object_get(row, "ref_no")),
		    answers[i].as);
	}
}

static void
assert_sheet(const char *sheet)
{
	static const char *const words[] = {
	    "\"ref_no\": \"ชย 0023.14/1522\"",
	    "\"number\": 2289",
	    "\"number\": \"9597/2565\"",
	    "\"number\": \"210/2565\"",
	    "\"date\": \"26/8/2565\"",
	    "\"date\": \"29/8/2565\"",
	    "\"time\": \"13.40 น.\"",
	    "ที่ ชย 0023.3/555 ลงวันที่ 26 สิงหาคม 2565",
	    "ที่ มท 0816.5/ว 2565 ลงวันที่ 25 สิงหาคม 2565",
	    "เพื่อโปรดทราบ และพิจารณาดำเนินการต่อไป",
	    "แจ้งอำเภอทุกอำเภอ",
	    "https://shorturl.asia/03yA7",
	};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		assert_has(sheet, words[i]);
}

static void
assert_whole(struct road *r)
{
	for (int i = 0; i < (r->is_one ? 1 : OFFICES); i++)
		assert_true(fixture_is_clean(&r->at[i]));
}

static struct road one, four;
static char *sheets[2];

static void
in_one_register(void **state)
{
	(void)state;
	begin(&one, true);
	walk(&one);
	sheets[0] = sheet_at_the_end(&one);
	assert_sheet(sheets[0]);
	assert_answered(&one);
	assert_int_equal(fixture_count(&one.at[0],
				       "SELECT count(DISTINCT office) "
				       "FROM event WHERE seq = 1 AND "
				       "kind = 'office.found'"),
			 OFFICES);
	assert_whole(&one);
	end(&one);
}

static void
through_four_registers_by_signed_files(void **state)
{
	(void)state;
	begin(&four, false);
	walk(&four);
	sheets[1] = sheet_at_the_end(&four);
	assert_sheet(sheets[1]);
	assert_answered(&four);
	assert_whole(&four);
	end(&four);
}

static void
the_sheet_is_the_same_both_ways(void **state)
{
	(void)state;
	assert_non_null(sheets[0]);
	assert_non_null(sheets[1]);
	assert_string_equal(sheets[0], sheets[1]);
	free(sheets[0]);
	free(sheets[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(in_one_register),
	    cmocka_unit_test(through_four_registers_by_signed_files),
	    cmocka_unit_test(the_sheet_is_the_same_both_ways),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
