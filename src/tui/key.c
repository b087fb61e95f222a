/* key.c -- names of keys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/key.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/kedmanee.h"

enum { C_UNDERSCORE = 0x1F };

static const struct {
	uint32_t key;
	const char *name;
} names[] = {
    {K_ENTER, "Enter"},
    {K_ESC, "Esc"},
    {K_TAB, "Tab"},
    {K_BACKTAB, "S-Tab"},
    {K_BACKSPACE, "Backspace"},
    {K_DELETE, "Delete"},
    {K_INSERT, "Insert"},
    {K_UP, "Up"},
    {K_DOWN, "Down"},
    {K_LEFT, "Left"},
    {K_RIGHT, "Right"},
    {K_HOME, "Home"},
    {K_END, "End"},
    {K_C_LEFT, "C-Left"},
    {K_C_RIGHT, "C-Right"},
    {K_C_HOME, "C-Home"},
    {K_C_END, "C-End"},
    {K_PAGE_UP, "PageUp"},
    {K_PAGE_DOWN, "PageDown"},
    {' ', "Space"},
};

bool
key_is_text(uint32_t key)
{
	return key >= ' ' && key < K_ENTER && !code_is_unsafe(key);
}

/* "C-s" is 0x13, "C-_" 0x1F, "M-f" 'f' with Alt, "F10" K_F1 + 9. */
static uint32_t
parse_patterned(const char *name)
{
	bool is_letter = name[0] && name[1] == '-' && name[2] && !name[3];

	if (is_letter && name[0] == 'C' && name[2] >= 'a' && name[2] <= 'z')
		return (uint32_t)(name[2] - 'a' + 1);
	if (is_letter && name[0] == 'C' && name[2] == '_')
		return C_UNDERSCORE;
	if (is_letter && name[0] == 'M' && name[2] > ' ')
		return K_META | (uint32_t)name[2];
	if (name[0] == 'F' && name[1] >= '1' && name[1] <= '9') {
		char *end;
		long n = strtol(name + 1, &end, 10);

		if (!*end && n >= 1 && n <= 12)
			return K_F1 + (uint32_t)n - 1;
	}
	return K_NONE;
}

uint32_t
key_parse(const char *name)
{
	uint32_t code = K_NONE;
	size_t n = strlen(name);

	if (n > 0 && utf8_next(name, n, &code) == n)
		return key_is_text(code) ? code : K_NONE;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (strcasecmp(names[i].name, name) == 0)
			return names[i].key;
	return parse_patterned(name);
}

void
text_add_key(struct text *t, uint32_t key)
{
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (names[i].key == key) {
			text_add(t, names[i].name);
			return;
		}
	if (key >= K_F1 && key <= K_F12)
		text_printf(t, "F%u", (unsigned)(key - K_F1 + 1));
	else if (key > 0 && key <= 26)
		text_printf(t, "C-%c", (int)('a' + key - 1));
	else if (key == C_UNDERSCORE)
		text_add(t, "C-_");
	else if (key & K_META)
		text_printf(t, "M-%c", (int)(key & ~(uint32_t)K_META));
	else
		text_add_code(t, key);
}

uint32_t
key_command(uint32_t key)
{
	uint32_t code = key & ~(uint32_t)K_META;

	return code >= 0x0E01 && code <= 0x0E5B
		   ? kedmanee_to_us(code) | (key & K_META)
		   : key;
}
