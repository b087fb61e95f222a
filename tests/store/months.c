/* months.c -- some months of an office at random, for what counts them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/store/months.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { ON_THE_WAY = 30 };

static const moment MINUTE = (moment)60 * 1000000;

/* A letter that is not through. */
struct open_letter {
	int number;
	const char *post;     /* NULL: with divisions */
	const char *tasks[2]; /* not done */
	bool is_taken[2];
};

struct months {
	struct fixture *f;
	uint64_t seed;
	struct open_letter open[ON_THE_WAY];
	size_t n;
};

static uint32_t
draw(struct months *m, uint32_t below)
{
	return fixture_draw(&m->seed, below);
}

/* From minutes to half a day, and over the night. */
static void
time_passes(struct months *m)
{
	int hour, minute, second;

	m->f->now += (moment)(5 + draw(m, 70)) * MINUTE;
	moment_time(m->f->now, &hour, &minute, &second);
	if (hour >= 17)
		m->f->now += (moment)(15 * 60 + draw(m, 60)) * MINUTE;
}

static const char *
number_of(char out[16], int number, int year)
{
	snprintf(out, 16, "%d/%d", number, year);
	return out;
}

/* All of it is of two years of the register: numbers begin again. */
#define NUMBER(l)                                                              \
	number_of((char[16]){""}, (l)->number % 10000,                         \
		  2500 + (l)->number / 10000)

static int
take_number(const struct months *m)
{
	return (int)(fixture_int(m->f, "year") - 2500) * 10000 +
	       (int)fixture_int(m->f, "number");
}

/* --------------------------------------------------------------- receiving */

static const char *
sender(struct months *m)
{
	static const char *const senders[] = {
	    "จังหวัดชัยภูมิ", "อำเภอเมืองชัยภูมิ", "กรมส่งเสริมการปกครองท้องถิ่น",
	    "สำนักงาน ป.ป.ช. ประจำจังหวัดชัยภูมิ", "โรงเรียนบ้านหนองกะปุ"};
	uint32_t at = draw(m, 15);

	return senders[at < 5 ? 0 : at < 9 ? 1 : at < 12 ? 2 : at < 14 ? 3 : 4];
}

static void
receive(struct months *m)
{
	static const char *const urgencies[] = {"",    "",       "",      "",
						"ด่วน", "ด่วนมาก", "ด่วนที่สุด"};
	static const char *const kinds[] = {"external", "external", "memo",
					    "stamped", "order"};
	const char *secrecy = draw(m, 12) == 0 ? "ลับ" : "";
	bool is_late = draw(m, 10) == 0;
	struct text at = {0};

	text_add_iso_moment(&at, m->f->now - (is_late ? 20 * 60 : 1) * MINUTE);
	fixture_must(m->f, "clerk", "receive", "--from", sender(m), "--subject",
		     "ขอให้รายงานผลการดำเนินงาน", "--secrecy", secrecy,
		     "--urgency", urgencies[draw(m, 7)], "--kind",
		     kinds[draw(m, 5)], "--at", at.s, "--late",
		     is_late ? "ไปราชการ" : "", NULL);
	text_done(&at);
	if (secrecy[0] == '\0' && m->n < ON_THE_WAY)
		m->open[m->n++] =
		    (struct open_letter){take_number(m), "clerk", {0}, {0}};
}

static void
other_act(struct months *m)
{
	struct text today = {0};

	text_add_iso_date(&today, moment_date(m->f->now));
	if (draw(m, 2) == 0)
		fixture_must(m->f, "clerk", "send", "--to", "อำเภอ",
			     "--subject", "รายงาน", NULL);
	else
		fixture_must(m->f, "clerk", "reserve", "--purpose", "คำสั่ง",
			     "--until", today.s, NULL);
	text_done(&today);
}

/* ---------------------------------------------------------------- the road */

static void
drop(struct months *m, size_t i)
{
	m->open[i] = m->open[--m->n];
}

static void
endorse(struct months *m, struct open_letter *l, const char *to,
	const char *why)
{
	fixture_must(m->f, l->post, "endorse", NUMBER(l), "--note",
		     "เพื่อโปรดทราบ", "--to", to, "--reason", why, NULL);
	l->post = to;
}

static void
order(struct months *m, size_t i)
{
	static const char *const all[] = {"finance", "works", "education"};
	struct open_letter *l = &m->open[i];
	uint32_t many = draw(m, 3), first = draw(m, 3);

	for (uint32_t k = 0; k < many; k++)
		l->tasks[k] = all[(first + k) % 3];
	fixture_must(m->f, "nayok", "order", NUMBER(l), "--note", "ดำเนินการ",
		     many > 0 ? "--assign" : NULL, l->tasks[0],
		     many > 1 ? "--assign" : NULL, l->tasks[1], NULL);
	l->post = NULL;
	if (many == 0)
		drop(m, i);
}

static const char *const chain[] = {"clerk", "head", "deputy", "palad",
				    "nayok"};

static size_t
place_of(const char *post)
{
	size_t at = 0;

	while (strcmp(chain[at], post) != 0)
		at++;
	return at;
}

static void
go_up(struct months *m, size_t i)
{
	struct open_letter *l = &m->open[i];
	size_t at = place_of(l->post);

	if (at == 4)
		order(m, i);
	else if (at < 3 && draw(m, 4) == 0)
		endorse(m, l, chain[at + 2], "ไปราชการ");
	else if (at > 0 && draw(m, 12) == 0) {
		fixture_must(m->f, l->post, "return", NUMBER(l), "--reason",
			     "แก้ไข", NULL);
		l->post = chain[place_of(fixture_text(m->f, "at_post"))];
	} else
		endorse(m, l, chain[at + 1], "");
}

static void
work(struct months *m, size_t i)
{
	struct open_letter *l = &m->open[i];
	int k =
	    l->tasks[0] != NULL && (l->tasks[1] == NULL || draw(m, 2)) ? 0 : 1;

	if (!l->is_taken[k]) {
		fixture_must(m->f, l->tasks[k], "acknowledge", NUMBER(l), NULL);
		l->is_taken[k] = true;
		return;
	}
	fixture_must(m->f, l->tasks[k], "done", NUMBER(l), "--note", "เรียบร้อย",
		     NULL);
	l->tasks[k] = NULL;
	if (l->tasks[0] == NULL && l->tasks[1] == NULL)
		drop(m, i);
}

static void
act(struct months *m)
{
	size_t i = draw(m, (uint32_t)m->n);
	struct open_letter *l = &m->open[i];

	if (l->post == NULL)
		work(m, i);
	else if (strcmp(l->post, "clerk") == 0 && draw(m, 20) == 0) {
		fixture_must(m->f, "clerk", "cancel", NUMBER(l), "--reason",
			     "ลงซ้ำ", NULL);
		drop(m, i);
	} else
		go_up(m, i);
}

void
months_make(struct fixture *f, int letters, uint64_t seed)
{
	struct months m = {.f = f, .seed = seed};

	f->now = moment_at((struct date){2025, 11, 2}, 8, 30, 0);
	fixture_must(f, NULL, "init", "องค์การบริหารส่วนตำบลหนองกะปุ", NULL);
	fixture_people(f);
	while (letters > 0) {
		time_passes(&m);
		if (draw(&m, 40) == 0)
			other_act(&m);
		else if (m.n < 4 || (m.n < ON_THE_WAY && draw(&m, 7) == 0)) {
			receive(&m);
			letters--;
		} else
			act(&m);
	}
}
