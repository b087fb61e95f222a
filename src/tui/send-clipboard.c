/* send-clipboard.c -- a text for the clipboard of the terminal (OSC 52) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tui/send.h"

/* What GNU screen passes on in one piece. */
enum { SCREEN_MAX = 76 * 10 };

static void
add_base64(struct text *out, const char *s, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < n; i += 3) {
		uint32_t bits = 0;

		for (size_t k = 0; k < 3; k++)
			bits = bits << 8 |
			       (i + k < n ? (unsigned char)s[i + k] : 0);
		for (size_t k = 0; k < 4; k++) {
			char c = digits[bits >> (18 - 6 * k) & 63];

			text_add_n(out, i + k > n ? "=" : &c, 1);
		}
	}
}

/* GNU screen takes it between ESC P and ESC \, and not much at once; tmux
   understands it itself. */
void
send_clipboard(struct text *out, const char *text, bool is_in_screen)
{
	struct text all = {0};

	text_add(&all, "\033]52;c;");
	add_base64(&all, text, strlen(text));
	text_add(&all, "\a");
	for (size_t at = 0, n; at < all.n; at += n) {
		n = all.n - at;
		if (is_in_screen && n > SCREEN_MAX)
			n = SCREEN_MAX;
		if (is_in_screen)
			text_add(out, "\033P");
		text_add_n(out, all.s + at, n);
		if (is_in_screen)
			text_add(out, "\033\\");
	}
	text_done(&all);
}
