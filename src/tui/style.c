/* style.c -- what a cell means to the eye: names, colours, and none */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/style.h"

enum { OWN = -1, BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

#define BOLD LOOK_BOLD
#define REVERSE LOOK_REVERSE
#define LINE LOOK_UNDERLINE

/* Without colours bold, underline and reverse must tell apart what matters;
   urgency and secrecy also stand there in words. */
const struct style_row styles[STYLE_COUNT] = {
    [STYLE_NORMAL] = {"normal",   '.', OWN,     OWN,    0,        0             },
    [STYLE_DIM] = {"dim",      'd', OWN,     OWN,    LOOK_DIM, 0             },
    [STYLE_BAR] = {"bar",      'b', WHITE,   BLUE,   0,        REVERSE       },
    [STYLE_KEY] = {"key",      'k', OWN,     OWN,    BOLD,     BOLD          },
    [STYLE_HEAD] = {"head",     'h', CYAN,    OWN,    BOLD,     BOLD          },
    [STYLE_LABEL] = {"label",    'l', CYAN,    OWN,    0,        0             },
    [STYLE_STRONG] = {"strong",   's', OWN,     OWN,    BOLD,     BOLD          },
    [STYLE_URGENT] = {"urgent",   'u', RED,     OWN,    0,        BOLD          },
    [STYLE_MOST] = {"most",     'm', RED,     OWN,    BOLD,     BOLD | LINE   },
    [STYLE_SECRET] = {"secret",   'x', MAGENTA, OWN,    BOLD,     BOLD          },
    [STYLE_STAMP] = {"stamp",    't', BLUE,    OWN,    BOLD,     0             },
    [STYLE_GOOD] = {"good",     'g', GREEN,   OWN,    0,        0             },
    [STYLE_ERROR] = {"error",    'e', RED,     OWN,    BOLD,     BOLD          },
    [STYLE_FIELD] = {"field",    'f', OWN,     OWN,    LINE,     LINE          },
    [STYLE_FOCUS] = {"focus",    'c', BLACK,   CYAN,   0,        REVERSE       },
    [STYLE_PRACTICE] = {"practice", 'p', BLACK,   YELLOW, BOLD,     REVERSE | BOLD},
};

bool
look_equal(struct look a, struct look b)
{
	return a.bits == b.bits && a.ink == b.ink && a.paper == b.paper;
}

struct look
style_look(enum style style, bool is_selected, bool has_colour)
{
	const struct style_row *row = &styles[style];
	struct look look = {has_colour ? row->look : row->plain_look, OWN, OWN};

	if (has_colour) {
		look.ink = row->ink;
		look.paper = row->paper;
	}
	if (is_selected)
		look.bits = (look.bits & ~LOOK_DIM) ^ LOOK_REVERSE;
	return look;
}
