/* thai-break.h -- where Thai text without spaces may be broken */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_THAI_BREAK_H
#define BASE_THAI_BREAK_H

#include "base/thai.h"

/*
 * Calls word() for each part of s, n bytes without white space, between which
 * a line may be broken: Thai words as libthai finds them, whole clusters, an
 * opening bracket with what follows it, a closing one with what stands before.
 * Without libthai's dictionary the whole of s is one part.
 */
void thai_break(const char *s, size_t n, thai_line_fn word, void *ctx);

#endif
