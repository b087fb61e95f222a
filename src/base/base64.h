/* base64.h -- bytes as letters and digits (RFC 4648), read strictly */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_BASE64_H
#define BASE_BASE64_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

void text_add_bytes_base64(struct text *t, const void *bytes, size_t n);
/* False when s is not exactly what would be written for some bytes. */
bool base64_decode(const char *s, struct text *out);
/* The same of n characters, into memory that holds `max` bytes. */
bool base64_read(const char *s, size_t n, void *out, size_t max, size_t *got);

#endif
