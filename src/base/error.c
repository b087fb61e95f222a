/* error.c -- what went wrong: a kind for programs, a sentence for people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/thai.h"

const struct error_kind ERROR_USAGE = {"usage", EXIT_USAGE, N_("wrong usage")};
const struct error_kind ERROR_IO = {"io", EXIT_USAGE,
				    N_("the file cannot be used")};

static const char ellipsis[] = "…";

/* Bytes of the longest run of whole clusters of s within max bytes. */
static size_t
clusters_within(const char *s, size_t n, size_t max)
{
	size_t at = 0;

	while (at < n) {
		size_t len = cluster_next(s + at, n - at).n;

		if (at + len > max)
			break;
		at += len;
	}
	return at;
}

static void
detail_set(struct error *err, const struct text *t)
{
	size_t max = sizeof(err->detail) - 1;
	size_t n = t->n;

	if (n > max)
		n = clusters_within(t->s, t->n, max - strlen(ellipsis));
	memcpy(err->detail, text_str(t), n);
	err->detail[n] = '\0';
	if (n < t->n)
		strcpy(err->detail + n, ellipsis);
}

bool
error_set(struct error *err, const struct error_kind *kind, const char *fmt,
	  ...)
{
	struct text visible = {0};
	va_list ap;
	char *s;

	err->kind = kind;
	err->detail[0] = '\0';
	if (!fmt)
		return false;
	va_start(ap, fmt);
	s = xvasprintf(fmt, ap);
	va_end(ap);
	/* File names and input may hold anything; the sentence goes to a
	   terminal. */
	text_add_visible(&visible, s, false);
	detail_set(err, &visible);
	text_done(&visible);
	free(s);
	return false;
}

char *
error_sentence(const struct error *err)
{
	if (!err->kind)
		bug("a sentence for an error that was not set");
	if (!err->detail[0])
		return xstrdup(_(err->kind->text));
	return xasprintf("%s: %s", _(err->kind->text), err->detail);
}

const char *
error_words(int number)
{
	static const struct {
		int number;
		const char *words;
	} often[] = {
	    {ENOENT, N_("there is no such file or folder")},
	    {ENOTDIR, N_("a part of the path is no folder")},
	    {EACCES, N_("you have no permission")},
	    {EPERM, N_("you have no permission")},
	    {EROFS, N_("this disk can only be read")},
	    {ENOSPC, N_("the disk is full")},
	    {EDQUOT, N_("your share of the disk is full")},
	    {EIO, N_("the disk could not be read or written")},
	};

	for (size_t i = 0; i < ARRAY_SIZE(often); i++)
		if (often[i].number == number)
			return _(often[i].words);
	return strerror(number);
}
