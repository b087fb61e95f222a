/* forms.h -- a clerk at a screen without a terminal, for tests of forms */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_FORMS_H
#define TESTS_UNIT_FORMS_H

#include <string.h>

#include "tui/form.h"
#include "tui/line.h"
#include "tui/loop.h"
#include "tui/screens/screens.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* A register with one letter, and a screen on it without a terminal. */
struct desk_at_work {
	struct fixture fixture;
	struct tui tui;
};

static struct desk_at_work w;

static inline void
sit_down(const char *login)
{
	struct keymap keys = {0};
	struct error err = {0};

	keymap_add_own(&keys);
	tui_init(&w.tui, fixture_session(&w.fixture, login),
		 term_test_new(24, 80), &keys);
	assert_true(tui_open(&w.tui, desk_new(&w.tui), &err));
	tui_loop(&w.tui);
}

static inline int
start(void **state)
{
	(void)state;
	fixture_register(&w.fixture);
	fixture_must(&w.fixture, "clerk", "receive", "--subject", "ทดสอบ",
		     NULL);
	sit_down("clerk");
	return 0;
}

static inline int
end(void **state)
{
	(void)state;
	tui_done(&w.tui);
	fixture_done(&w.fixture);
	return 0;
}

static inline void
press(uint32_t key)
{
	term_test_feed(w.tui.term, key);
	tui_loop(&w.tui);
}

static inline void
type(const char *s)
{
	size_t n = strlen(s);
	uint32_t code;

	while (n > 0) {
		size_t length = utf8_next(s, n, &code);

		press(code);
		s += length;
		n -= length;
	}
}

static inline struct form *
top_form(void)
{
	struct screen *s = tui_top(&w.tui);

	assert_string_equal(s->ops->name, "form");
	return (struct form *)s;
}

static inline struct form_field *
field_named(const char *option)
{
	struct form *f = top_form();

	for (size_t i = 0; i < f->n_fields; i++)
		if (strcmp(f->fields[i].option->name, option) == 0) {
			f->at = i;
			return &f->fields[i];
		}
	fail_msg("no field %s", option);
	return NULL;
}

static inline const char *
value_of(const char *option, size_t i)
{
	const struct form_field *field = field_named(option);

	return field->ops->value(field, i);
}

static inline int
letters(void)
{
	return (int)fixture_count(&w.fixture, "SELECT count(*) FROM letter");
}

#define form_test(f) cmocka_unit_test_setup_teardown(f, start, end)

#endif
