/* pairs.c -- text as the search index keeps it: overlapping pairs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/pairs.h"

#include <stdint.h>

#include "base/text.h"
#include "base/thai-fold.h"

bool
pairs_each(const char *s, size_t n, bool with_last, pair_fn each, void *ctx)
{
	struct folded f;
	uint32_t code;
	bool ok = true;

	folded_init(&f, s, n);
	for (size_t at = 0, len, next; ok && at < f.n; at += len) {
		len = utf8_next(f.s + at, f.n - at, &code);
		next = at + len < f.n
			   ? utf8_next(f.s + at + len, f.n - at - len, &code)
			   : 0;
		if (next > 0 || with_last || at == 0)
			ok = each(ctx, f.s + at, len + next);
	}
	folded_done(&f);
	return ok;
}
