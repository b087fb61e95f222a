/* base64.c -- bytes as letters and digits (RFC 4648), read strictly */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base64.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { VARIANT = sodium_base64_VARIANT_ORIGINAL };

void
text_add_bytes_base64(struct text *t, const void *bytes, size_t n)
{
	size_t size = sodium_base64_encoded_len(n, VARIANT);
	char *s = xcalloc(size, 1);

	sodium_bin2base64(s, size, bytes, n, VARIANT);
	text_add(t, s);
	free(s);
}

/* libsodium 1.0.18 takes some bytes from 0x80 on for digits. */
bool
base64_read(const char *s, size_t n, void *out, size_t max, size_t *got)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] >= 0x80)
			return false;
	return sodium_base642bin(out, max, s, n, NULL, got, NULL, VARIANT) == 0;
}

bool
base64_decode(const char *s, struct text *out)
{
	size_t n = strlen(s), got = 0;
	unsigned char *bytes = xcalloc(n + 1, 1);
	bool ok = base64_read(s, n, bytes, n + 1, &got);

	if (ok)
		text_add_n(out, (const char *)bytes, got);
	free(bytes);
	return ok;
}
