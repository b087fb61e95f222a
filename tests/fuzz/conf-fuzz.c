/* conf-fuzz.c -- any settings, keys, themes: a wrong line changes nothing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"

#include "tui/key.h"
#include "tui/keymap.h"
#include "tui/theme.h"

#include "tests/fuzz/fuzz.h"

#define NAME "any"

static void
read_settings(struct settings *s, struct arena *a, const char *text)
{
	settings_begin(s, a);
	settings_add(s, &(struct conf_file){NAME, text});
}

/* The lines that set something, in the order of the file. */
static const char *
good_lines(const struct settings *s, const char *text, struct arena *a)
{
	struct text t = {0};
	int number = 1;

	for (const char *p = text; *p != '\0'; number++) {
		size_t n = strcspn(p, "\n");
		const char *from = arena_printf(a, NAME ":%d", number);

		for (int i = 0; i < SETTINGS; i++)
			if (text_is_same(s->from[i], from)) {
				text_add_n(&t, p, n);
				text_add(&t, "\n");
			}
		p += p[n] != '\0' ? n + 1 : n;
	}
	text = text_keep(&t, a);
	text_done(&t);
	return text;
}

/* A value given to a program is in one of its words, whatever is in it. */
static void
check_command(const struct settings *s, enum setting_id id, struct arena *a)
{
	static const char given[] = "a b'\"$(c)%s;-d";
	const char *value[8];
	char **words;
	struct words w;
	struct error err = {0};
	size_t n = 0;

	for (size_t i = 0; i < ARRAY_SIZE(value); i++)
		value[i] = given;
	words = settings_command(s, id, value, a);
	if (!words_split(s->value[id], a, &w, &err))
		bug("taken, and no words: %s", s->value[id]);
	while (words[n] != NULL)
		n++;
	if (n != w.n || n == 0 || strcmp(words[0], w.at[0]) != 0)
		bug("%zu words became %zu: %s", w.n, n, s->value[id]);
}

static void
check_settings(const char *text, struct arena *a)
{
	struct settings s, again;

	read_settings(&s, a, text);
	read_settings(&again, a, good_lines(&s, text, a));
	if (again.n_faults != 0)
		bug("%s", again.fault[0].detail);
	for (int i = 0; i < SETTINGS; i++) {
		if (strcmp(s.value[i], again.value[i]) != 0)
			bug("a wrong line changed %s", setting_table[i].name);
		if (setting_table[i].kind == SETTING_COMMAND &&
		    settings_has_command(&s, (enum setting_id)i))
			check_command(&s, (enum setting_id)i, a);
		if (setting_table[i].kind == SETTING_NUMBER &&
		    (settings_number(&s, (enum setting_id)i) <
			 setting_table[i].min ||
		     settings_number(&s, (enum setting_id)i) >
			 setting_table[i].max))
			bug("%s is %s", setting_table[i].name, s.value[i]);
	}
}

/* A key is written by the name it is read by. */
static void
check_key(uint32_t key)
{
	struct text t = {0};

	text_add_key(&t, key);
	if (key_parse(text_str(&t)) != key)
		bug("the key %s is another", text_str(&t));
	text_done(&t);
}

/* A file of keys adds all its lines or none, and what it adds is found. */
static void
check_keys(const char *text)
{
	struct keymap k = {0};
	struct error err = {0};
	bool ok = keymap_add(&k, &(struct conf_file){NAME, text}, &err);

	if (!ok && k.n != 0)
		bug("a wrong file added keys");
	if (!ok && strncmp(err.detail, NAME ":", strlen(NAME ":")) != 0)
		bug("it does not say where: %s", err.detail);
	for (size_t i = 0; i < k.n; i++) {
		check_key(k.at[i].key);
		if (keymap_find(&k, k.at[i].screen, k.at[i].key, NULL) !=
		    &k.at[i])
			bug("a key is bound twice");
	}
	keymap_done(&k);
}

/* On failure it is what the program has of its own. */
static void
check_themes(const char *text)
{
	const struct conf_file files[] = {{NAME, text}, {NULL, NULL}};
	struct theme own, t;
	struct error err = {0};

	theme_own(&own, "default");
	if (!theme_read(&t, "default", files, &err))
		for (int i = 0; i < STYLE_COUNT; i++)
			if (!look_equal(t.at[i], own.at[i]))
				bug("a wrong file changed the theme");
	for (int i = 0; i < STYLE_COUNT; i++)
		if (t.at[i].ink < -1 || t.at[i].ink > 255 ||
		    t.at[i].paper < -1 || t.at[i].paper > 255)
			bug("no colour");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct input in = {data, n};
	struct arena a = {0};
	unsigned kind = input_byte(&in) % 3;
	const char *text = input_text(&in, &a);
	const char *before = arena_strdup(&a, text);

	if (kind == 0)
		check_settings(text, &a);
	else if (kind == 1)
		check_keys(text);
	else
		check_themes(text);
	if (strcmp(text, before) != 0)
		bug("the file is not as it was");
	arena_done(&a);
	return 0;
}
