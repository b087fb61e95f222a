/* fixture-office.c -- people of a fixture's office, and letters on its road */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "tests/fixture.h"

/* The posts of data/office.json. */
static const char *const posts[] = {"clerk", "head",    "deputy", "palad",
				    "nayok", "finance", "works",  "education"};

void
fixture_people(struct fixture *f)
{
	for (size_t i = 0; i < ARRAY_SIZE(posts); i++)
		fixture_must(f, NULL, "person add", posts[i], posts[i],
			     "--post", posts[i], "--from", "2020-01-01", NULL);
}

void
fixture_add_to(struct fixture *f, const char *office, const char *login,
	       const char *post)
{
	struct session *s = fixture_session(f, NULL);
	/* It would close the session that stands in the other office. */
	fixture_act_fn instead = f->instead;
	const char *before;

	f->instead = NULL;
	if (s == NULL)
		bug("no session: %s", f->err.detail);
	before = s->office_code;
	if (!session_enter(s, office, &f->err))
		bug("%s cannot be entered: %s", office, f->err.detail);
	fixture_must(f, NULL, "person add", login, login, "--post", post,
		     "--from", "2020-01-01", NULL);
	if (!session_enter(s, before, &f->err))
		bug("%s cannot be entered: %s", before, f->err.detail);
	f->instead = instead;
}

void
fixture_clear(struct fixture *f, ...)
{
	va_list ap;
	const char *login;

	fixture_must(f, NULL, "policy set", "secret-as", "1", NULL);
	va_start(ap, f);
	while ((login = va_arg(ap, const char *)) != NULL)
		fixture_must(f, NULL, "clear", login, "ลับที่สุด", "--order",
			     "คำสั่งที่ 1/2569", NULL);
	va_end(ap);
}

void
fixture_to_the_top(struct fixture *f, int n)
{
	static const char *const chain[] = {"clerk", "head", "deputy", "palad"};
	char number[12];

	for (int i = 0; i < n; i++) {
		fixture_must(f, "clerk", "receive", "--subject", "x", NULL);
		snprintf(number, sizeof(number), "%d",
			 (int)fixture_int(f, "number"));
		for (size_t k = 0; k < ARRAY_SIZE(chain); k++)
			fixture_must(f, chain[k], "endorse", number, "--note",
				     "x", NULL);
	}
}
