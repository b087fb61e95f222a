/* print-json.c -- answers for programs, on standard output */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* JSON escapes C0 itself; the other code points that may not reach a
   terminal are written the same way. */
static void
add_code(struct text *t, uint32_t code)
{
	if (code < 0x7F || !code_is_unsafe(code))
		text_add_code(t, code);
	else if (code < 0x10000)
		text_printf(t, "\\u%04X", (unsigned)code);
	else
		text_printf(t, "\\u%04X\\u%04X",
			    (unsigned)(0xD7C0 + (code >> 10)),
			    (unsigned)(0xDC00 + (code & 0x3FF)));
}

void
print_json_part(const json_t *part)
{
	char *all = json_dumps(part, JSON_INDENT(2) | JSON_ENCODE_ANY);
	size_t n = strlen(all);
	struct text t = {0};
	uint32_t code;

	for (size_t at = 0; at < n;) {
		at += utf8_next(all + at, n - at, &code);
		add_code(&t, code);
	}
	fputs(text_str(&t), stdout);
	text_done(&t);
	free(all);
}

void
print_json(const json_t *answer)
{
	print_json_part(answer);
	puts("");
}
