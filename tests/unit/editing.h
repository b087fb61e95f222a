/* editing.h -- what tests of an editor do with it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_EDITING_H
#define TESTS_UNIT_EDITING_H

#include <string.h>

#include "tui/editor.h"

#include "tests/test.h"

static inline void
type(struct editor *e, const char *s)
{
	size_t n = strlen(s);
	uint32_t code;

	while (n > 0) {
		size_t length = utf8_next(s, n, &code);

		assert_true(editor_key(e, code));
		s += length;
		n -= length;
	}
}

/* A move by its name, as keys.conf has it. */
static inline bool
moved(struct editor *e, const char *name)
{
	return editor_move(e, move_find(name));
}

static inline void
move(struct editor *e, const char *name)
{
	if (!moved(e, name))
		fail_msg("%s does nothing", name);
}

/* The text with a bar where the cursor stands. */
static inline void
assert_is(const struct editor *e, const char *expected)
{
	struct text t = {0};

	text_add(&t, editor_text(e));
	text_insert(&t, e->at, "|", 1);
	assert_string_equal(text_str(&t), expected);
	text_done(&t);
}

#endif
