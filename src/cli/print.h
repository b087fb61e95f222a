/* print.h -- what the printers of answers share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include "base/text.h"

#include "cli/cli.h"

/* A text of an object, "" when it is not there. */
const char *print_word(const json_t *from, const char *key);
/* A line to standard output. */
void print_line(const struct text *t);
/* An ISO moment as people write it. */
void print_moment(const struct cli *cli, const char *iso, struct text *t);
/* print-json.c: one document, nothing in it that a terminal obeys. */
void print_json(const json_t *answer);
/* print-letter.c: one letter whole. */
void print_letter(const struct cli *cli, const json_t *answer);

#endif
