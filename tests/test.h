/* test.h -- cmocka, after what it wants included before it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_TEST_H
#define TESTS_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
