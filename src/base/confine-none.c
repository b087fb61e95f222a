/* confine-none.c -- system calls are not filtered: libseccomp was not there */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/confine-calls.h"
#include "base/confine.h"

bool
confine_seccomp_is_built(void)
{
	return false;
}

bool
confine_has_seccomp(void)
{
	return false;
}

bool
confine_calls(void)
{
	return true;
}
