/* keys-page-test.c -- saraban-keys(5) names every screen, key and move */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"

#include "tui/keymap.h"
#include "tui/moves.h"

#include "tests/test.h"

static const char *const pages[] = {"man/saraban-keys.5",
				    "man/th/saraban-keys.5"};
static struct text page[ARRAY_SIZE(pages)];

static int
read_pages(void **state)
{
	enum { PAGE_MAX = 1 << 20 };
	struct error err = {0};
	bool ok = true;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(pages); i++) {
		char *path = xasprintf("%s/%s", getenv("top_srcdir"), pages[i]);

		ok = ok && file_read(path, PAGE_MAX, &page[i], &err);
		free(path);
	}
	return ok ? 0 : -1;
}

static int
forget_pages(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(pages); i++)
		text_done(&page[i]);
	return 0;
}

static bool
is_screen(const char *word)
{
	for (const char *const *s = keymap_screens; *s; s++)
		if (strcmp(*s, word) == 0)
			return true;
	return false;
}

static bool
is_key(const char *word)
{
	return key_parse(word) != K_NONE;
}

static bool
is_move(const char *word)
{
	return move_find(word) != NULL;
}

/* What the items of a section are. */
static const struct {
	const char *name;
	bool (*knows)(const char *word);
} sections[] = {
    {".Sh SCREENS\n", is_screen},
    {".Sh KEYS\n", is_key},
    {".Sh COMMANDS\n", is_move},
};

static void
names(const char *section, const char *word)
{
	char *item = xasprintf("\n.It Cm %s", word);

	for (size_t i = 0; i < ARRAY_SIZE(pages); i++) {
		const char *at = strstr(text_str(&page[i]), section);
		const char *found = at ? strstr(at, item) : NULL;

		while (found && !strchr(" \n", found[strlen(item)]))
			found = strstr(found + 1, item);
		if (!found)
			fail_msg("%s lacks %s", pages[i], word);
	}
	free(item);
}

static void
every_screen_and_move_is_named(void **state)
{
	(void)state;
	for (const char *const *s = keymap_screens; *s; s++)
		names(".Sh SCREENS\n", *s);
	for (const struct move *m = moves; m->name; m++)
		names(".Sh COMMANDS\n", m->name);
}

/* Characters, with Ctrl or Alt or without, and function keys are told of as
   kinds. */
static bool
is_of_a_kind(uint32_t key)
{
	return key <= 0x1F || (key > ' ' && key_is_text(key)) ||
	       (key & K_META) != 0 || (key >= K_F1 && key <= K_F12);
}

static void
every_key_with_a_name_is_named(void **state)
{
	struct keymap own = {0};

	(void)state;
	keymap_add_own(&own);
	for (size_t i = 0; i < own.n; i++) {
		struct text name = {0};

		text_add_key(&name, own.at[i].key);
		if (!is_of_a_kind(own.at[i].key))
			names(".Sh KEYS\n", text_str(&name));
		text_done(&name);
	}
	keymap_done(&own);
}

static void
nothing_else_is_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(pages); i++)
		for (size_t j = 0; j < ARRAY_SIZE(sections); j++) {
			const char *at =
			    strstr(text_str(&page[i]), sections[j].name);
			const char *end = strstr(at + 1, "\n.Sh ");

			while ((at = strstr(at, "\n.It Cm ")) && at < end) {
				at += strlen("\n.It Cm ");
				char *word = xstrndup(at, strcspn(at, " \n"));

				if (!sections[j].knows(word))
					fail_msg("%s: what is %s?", pages[i],
						 word);
				free(word);
			}
		}
}

/* As they would stand in one's own file. */
static void
every_example_binds(void **state)
{
	static const char begin[] = "\n.Bd -literal -offset indent\n";

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(pages); i++) {
		const char *at = strstr(text_str(&page[i]), "\n.Sh EXAMPLES\n");
		size_t n = 0;

		for (; (at = strstr(at, begin)); n++) {
			struct keymap k = {0};
			struct error err = {0};

			at += strlen(begin);
			char *text = xstrndup(
			    at, (size_t)(strstr(at, "\n.Ed") + 1 - at));

			if (!keymap_add(&k, &(struct conf_file){pages[i], text},
					&err))
				fail_msg("example %zu: %s", n + 1, err.detail);
			assert_true(k.n > 0);
			keymap_done(&k);
			free(text);
		}
		assert_true(n >= 3);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_screen_and_move_is_named),
	    cmocka_unit_test(every_key_with_a_name_is_named),
	    cmocka_unit_test(nothing_else_is_named),
	    cmocka_unit_test(every_example_binds),
	};

	return cmocka_run_group_tests(tests, read_pages, forget_pages);
}
