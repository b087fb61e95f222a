/* mem.c -- allocation that never fails, and the way to report a bug */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/mem.h"

#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void (*bug_hook)(void);

void
bug_set_hook(void (*hook)(void))
{
	bug_hook = hook;
}

void
bug_at(const char *file, int line, const char *fmt, ...)
{
	void (*hook)(void) = bug_hook;
	va_list ap;

	/* A bug inside the hook must not call it again. */
	bug_hook = NULL;
	if (hook)
		hook();
	fprintf(stderr, "%s:%d: ", file, line);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	abort();
}

void *
xmalloc(size_t size)
{
	return xreallocarray(NULL, 1, size);
}

void *
xcalloc(size_t n, size_t size)
{
	void *p;

	if (n == 0 || size == 0)
		bug("allocation of nothing");
	p = calloc(n, size);
	if (!p)
		bug("out of memory: %zu times %zu bytes", n, size);
	return p;
}

void *
xreallocarray(void *p, size_t n, size_t size)
{
	if (n == 0 || size == 0)
		bug("allocation of nothing");
	if (n > PTRDIFF_MAX / size)
		bug("allocation too large: %zu times %zu bytes", n, size);
	p = realloc(p, n * size);
	if (!p)
		bug("out of memory: %zu times %zu bytes", n, size);
	return p;
}

char *
xstrdup(const char *s)
{
	return xstrndup(s, strlen(s));
}

char *
xstrndup(const char *s, size_t n)
{
	size_t len = strnlen(s, n);
	char *copy = xmalloc(len + 1);

	memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

char *
xasprintf(const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = xvasprintf(fmt, ap);
	va_end(ap);
	return s;
}

char *
xvasprintf(const char *fmt, va_list ap)
{
	char *s;

	if (vasprintf(&s, fmt, ap) < 0)
		bug("cannot format \"%s\"", fmt);
	return s;
}

void
mem_init_jansson(void)
{
	json_set_alloc_funcs(xmalloc, free);
}
