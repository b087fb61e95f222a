/* fuzz.h -- what every fuzz target has: its door, and its input in pieces */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/text.h"

/*
 * The target: called by libFuzzer (make fuzz), and by replay.c with each file
 * of tests/fuzz/corpus/NAME (make check).  It answers 0; what its oracle finds
 * wrong is a bug().
 */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* An input that is taken piece by piece; behind its end are zeros. */
struct input {
	const uint8_t *at;
	size_t n;
};
uint8_t input_byte(struct input *in);
/* Eight bytes, most significant first. */
uint64_t input_number(struct input *in);
/* As far as the next NUL, or all of the rest; any bytes but NUL. */
const char *input_text(struct input *in, struct arena *a);
/* The same, and always UTF-8: wrong bytes are visible marks. */
const char *input_utf8(struct input *in, struct arena *a);

/* Does a terminal do something else with it than show it?  By a list of its
   own, so that a hole in base/code.c is seen. */
bool is_obeyed(uint32_t code);
/* Valid UTF-8, and nothing in it that a terminal would obey, or that
   code_is_unsafe() names.  Line ends are allowed with keep_lines. */
bool is_harmless(const char *s, bool keep_lines);

#endif
