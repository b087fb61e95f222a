/* memory.c -- memory that runs out at the nth allocation */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fault/memory.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>

static struct {
	enum memory_of whose;
	long n, asked;
	bool for_ever;
	int in_sqlite;
} plan;

void
memory_fail_at(enum memory_of whose, long n, bool for_ever)
{
	plan.whose = whose;
	plan.n = n;
	plan.for_ever = for_ever;
	plan.asked = 0;
}

long
memory_asked(void)
{
	return plan.asked;
}

static bool
is_out(enum memory_of whose)
{
	if (whose != plan.whose || plan.n == 0)
		return false;
	plan.asked++;
	return plan.for_ever ? plan.asked >= plan.n : plan.asked == plan.n;
}

/* ---------------------------------------------------------------- SQLite's */

static sqlite3_mem_methods real;

static void *
sqlite_take(int n)
{
	void *p = NULL;

	plan.in_sqlite++;
	if (!is_out(MEMORY_OF_SQLITE))
		p = real.xMalloc(n);
	plan.in_sqlite--;
	return p;
}

static void *
sqlite_take_again(void *p, int n)
{
	void *other = NULL;

	plan.in_sqlite++;
	if (!is_out(MEMORY_OF_SQLITE))
		other = real.xRealloc(p, n);
	plan.in_sqlite--;
	return other;
}

static bool
install_in_sqlite(void)
{
	sqlite3_mem_methods ours;

	if (real.xMalloc != NULL)
		return true;
	if (sqlite3_shutdown() != SQLITE_OK ||
	    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real) != SQLITE_OK)
		return false;
	ours = real;
	ours.xMalloc = sqlite_take;
	ours.xRealloc = sqlite_take_again;
	return sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) == SQLITE_OK;
}

/* -------------------------------------------------------------- all others */

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) &&                    \
    !defined(__SANITIZE_THREAD__)

/* glibc lets a program have its own, and keeps the old under these names. */
extern void *__libc_malloc(size_t n);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *p, size_t n);

static bool
may_take(void)
{
	if (plan.in_sqlite > 0 || !is_out(MEMORY_OF_US))
		return true;
	errno = ENOMEM;
	return false;
}

void *
malloc(size_t n)
{
	return may_take() ? __libc_malloc(n) : NULL;
}

void *
calloc(size_t n, size_t size)
{
	return may_take() ? __libc_calloc(n, size) : NULL;
}

void *
realloc(void *p, size_t n)
{
	return may_take() ? __libc_realloc(p, n) : NULL;
}

void *
reallocarray(void *p, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size) {
		errno = ENOMEM;
		return NULL;
	}
	return realloc(p, n * size);
}

bool
memory_install(void)
{
	return install_in_sqlite();
}

#else

bool
memory_install(void)
{
	(void)install_in_sqlite;
	return false;
}

#endif
