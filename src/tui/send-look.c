/* send-look.c -- attributes and colours as a terminal switches them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tui/send.h"

static const struct {
	unsigned bit;
	enum cap cap;
} attributes[] = {
    {LOOK_BOLD, CAP_BOLD},
    {LOOK_DIM, CAP_DIM},
    {LOOK_REVERSE, CAP_REVERSE},
    {LOOK_UNDERLINE, CAP_UNDERLINE},
};

/* "ESC [ ... m", as most terminals have it. */
static bool
is_sgr(const char *s, size_t n)
{
	return n >= 3 && s[0] == 0x1b && s[1] == '[' && s[n - 1] == 'm' &&
	       strspn(s + 2, "0123456789;") == n - 3;
}

/* Adds one switch; two that follow each other become one sequence. */
static void
add_switch(const struct sender *s, struct text *out, size_t *last, enum cap cap,
	   int colour)
{
	size_t middle = out->n;

	if (!caps_add(s->caps, out, cap, colour, 0))
		return;
	if (*last < middle && is_sgr(out->s + middle, out->n - middle) &&
	    strspn(out->s + *last + 2, "0123456789;") == middle - *last - 3 &&
	    out->s[*last] == 0x1b && out->s[middle - 1] == 'm') {
		out->s[middle - 1] = ';';
		text_remove(out, middle, 2);
	} else {
		*last = middle;
	}
}

/* Of colours the terminal does not have, one that it has. */
static int
colour_here(const struct sender *s, int colour)
{
	return colour < s->caps->colours ? colour : colour % 8;
}

void
send_look(struct sender *s, struct text *out, struct look look)
{
	size_t last = out->n;
	struct look from = s->look;

	if (look_equal(look, from))
		return;
	if (from.bits & ~look.bits || (from.ink >= 0 && look.ink < 0) ||
	    (from.paper >= 0 && look.paper < 0)) {
		add_switch(s, out, &last, CAP_PLAIN, 0);
		from = LOOK_PLAIN;
	}
	for (size_t i = 0; i < ARRAY_SIZE(attributes); i++)
		if (look.bits & ~from.bits & attributes[i].bit)
			add_switch(s, out, &last, attributes[i].cap, 0);
	if (look.ink != from.ink)
		add_switch(s, out, &last, CAP_INK, colour_here(s, look.ink));
	if (look.paper != from.paper)
		add_switch(s, out, &last, CAP_PAPER,
			   colour_here(s, look.paper));
	s->look = look;
}
