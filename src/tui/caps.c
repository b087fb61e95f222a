/* caps.c -- what a terminal understands, as terminfo tells it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/caps.h"

#include <curses.h>
#include <string.h>
#include <unistd.h>

/* clang-format off */
#include <term.h> /* last: it makes macros of everyday words */
/* clang-format on */

static const char *const names[CAP_COUNT] = {
    [CAP_ADDRESS] = "cup",   [CAP_COLUMN] = "hpa",     [CAP_RETURN] = "cr",
    [CAP_LEFT] = "cub1",     [CAP_RIGHT] = "cuf1",     [CAP_UP] = "cuu1",
    [CAP_DOWN] = "cud1",     [CAP_LEFT_BY] = "cub",    [CAP_RIGHT_BY] = "cuf",
    [CAP_UP_BY] = "cuu",     [CAP_DOWN_BY] = "cud",    [CAP_CLEAR] = "clear",
    [CAP_ERASE_END] = "el",  [CAP_REGION] = "csr",     [CAP_INDEX] = "ind",
    [CAP_INDEX_BY] = "indn", [CAP_BACK] = "ri",        [CAP_BACK_BY] = "rin",
    [CAP_PLAIN] = "sgr0",    [CAP_BOLD] = "bold",      [CAP_DIM] = "dim",
    [CAP_REVERSE] = "rev",   [CAP_UNDERLINE] = "smul", [CAP_INK] = "setaf",
    [CAP_PAPER] = "setab",   [CAP_HIDE] = "civis",     [CAP_SHOW] = "cnorm",
    [CAP_ENTER] = "smcup",   [CAP_LEAVE] = "rmcup",    [CAP_MOUSE] = "XM",
    [CAP_KEYS] = "smkx",     [CAP_KEYS_OFF] = "rmkx",
};

/* tigetstr() says with -1 that the name is wrong, which these are not. */
static const char *
text_cap(const char *name)
{
	const char *s = tigetstr(name);

	return s == (const char *)-1 ? NULL : s;
}

/*
 * What ends all attributes often ends line drawing too, which is never
 * begun: that part need not be sent each time.
 */
static void
shorten_plain(struct caps *c)
{
	const char *plain = c->at[CAP_PLAIN], *end = text_cap("rmacs");
	size_t n = plain ? strlen(plain) : 0;
	const char *part = plain && end && *end ? strstr(plain, end) : NULL;

	if (!part || n >= CAP_PLAIN_MAX || n == strlen(end))
		return;
	size_t before = (size_t)(part - plain);
	memcpy(c->plain, plain, before);
	strcpy(c->plain + before, part + strlen(end));
	c->at[CAP_PLAIN] = c->plain;
}

void
caps_read(struct caps *c)
{
	*c = (struct caps){
	    .colours = tigetnum("colors"),
	    .wraps_late = tigetflag("xenl") > 0 || tigetflag("am") <= 0,
	    .erases_paper = tigetflag("bce") > 0,
	    .moves_in_look = tigetflag("msgr") > 0,
	};
	for (int i = 0; i < CAP_COUNT; i++)
		c->at[i] = text_cap(names[i]);
	if (c->colours < 8 || !c->at[CAP_INK] || !c->at[CAP_PAPER])
		c->colours = 0;
	/* attributes that take a column of the screen */
	if (tigetnum("xmc") > 0 || !c->at[CAP_PLAIN])
		for (int i = CAP_BOLD; i <= CAP_PAPER; i++)
			c->at[i] = NULL;
	shorten_plain(c);
}

bool
caps_can_address(void)
{
	int found;

	if (setupterm(NULL, STDOUT_FILENO, &found) != OK)
		return false;
	bool can_address = text_cap("cup") != NULL;
	del_curterm(cur_term);
	return can_address;
}

bool
caps_read_named(struct caps *c, const char *name)
{
	int found;

	if (setupterm(name, STDOUT_FILENO, &found) != OK)
		return false;
	caps_read(c);
	return true;
}

void
caps_drop_named(void)
{
	del_curterm(cur_term);
}

/* tputs() gives characters to a function without a context. */
static struct text *sink;

static int
put(int byte)
{
	char c = (char)byte;

	text_add_n(sink, &c, 1);
	return byte;
}

bool
caps_add(const struct caps *c, struct text *out, enum cap cap, int a, int b)
{
	const char *s = c->at[cap];

	if (!s || !*s)
		return false;
	sink = out;
	tputs(strchr(s, '%') ? tparm(s, a, b) : s, 1, put);
	return true;
}
