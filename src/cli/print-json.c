/* print-json.c -- answers for programs, on standard output */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"

#include "cli/cli.h"

void
print_json_part(const json_t *part)
{
	char *all = json_dumps(part, JSON_INDENT(2) | JSON_ENCODE_ANY);
	struct text t = {0};

	text_add_json(&t, all, strlen(all), true);
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
