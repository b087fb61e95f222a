/* mem.h -- allocation that never fails, and the way to report a bug */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stdarg.h>
#include <stddef.h>

#define ARRAY_SIZE(a) (sizeof(a) / sizeof(*(a)))

/* Marks a printf-like function: string index, first argument. */
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))
#define NO_RETURN __attribute__((noreturn))
#define MUST_CHECK __attribute__((warn_unused_result))

/*
 * The x-family aborts through bug() when memory is out, so callers never
 * check.  A size of zero is a bug.  The caller frees the result with free().
 */
void *xmalloc(size_t size);
void *xcalloc(size_t n, size_t size);
void *xreallocarray(void *p, size_t n, size_t size);
char *xstrdup(const char *s);
char *xstrndup(const char *s, size_t n);
char *xasprintf(const char *fmt, ...) PRINTF_LIKE(1, 2);
char *xvasprintf(const char *fmt, va_list ap);

/* From now on jansson, too, has its memory from xmalloc(): it would answer with
   NULL, which its own functions pass over in silence, so that an event could
   lack a word and be written. */
void mem_init_jansson(void);

/*
 * A defect of the program, not of its input: run the hook (which gives the
 * terminal back), print "file:line: message" to standard error, abort.
 */
void bug_at(const char *file, int line, const char *fmt, ...) NO_RETURN
    PRINTF_LIKE(3, 4);
#define bug(...) bug_at(__FILE__, __LINE__, __VA_ARGS__)

/* Called once by bug() before it prints; NULL takes the hook away. */
void bug_set_hook(void (*hook)(void));

#endif
