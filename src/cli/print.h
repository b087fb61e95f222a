/* print.h -- what the printers of answers share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include "base/text.h"

#include "cli/cli.h"

/* A text of an object, "" when it is not there. */
const char *print_word(const json_t *from, const char *key);
/* A line to standard output, what is unsafe in it made visible. */
void print_line(const struct text *t);
/* s to standard output, where `indent` columns of the line are used already:
   between words into lines as wide as the terminal, each as far in as the
   first.  Into a pipe or a file it goes unbroken. */
void print_wrapped(const char *s, int indent);
/* An ISO moment as people write it. */
void print_moment(const struct cli *cli, const char *iso, struct text *t);
/* print-json.c: one document, nothing in it that a terminal obeys. */
void print_json(const json_t *answer);
/* print-letter.c: one letter whole, and what happened to it. */
void print_letter(const struct cli *cli, const json_t *answer);
void print_history(const struct cli *cli, const json_t *answer);

#endif
