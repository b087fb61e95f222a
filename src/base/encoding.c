/* encoding.c -- TIS-620 and its sisters to UTF-8 and back, without loss */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"

const struct error_kind ENCODING_LOSS = {"encoding-loss", EXIT_USAGE,
					 N_("a character cannot be converted")};

/* What iconv_open() answers when there is none. */
#define NO_CONVERSION ((iconv_t)-1)

static const char utf8[] = "UTF-8";
static const char utf8_mark[] = "\xEF\xBB\xBF";

enum { REPLACEMENT = 0xFFFD };

/* Names by which programs call them; the first is ours. */
static const char *const names[][3] = {
    {"UTF-8", "UTF8", NULL},     {"CP874", "WINDOWS-874", "MS874"},
    {"TIS-620", "TIS620", NULL}, {"ISO-8859-11", "ISO8859-11", NULL},
    {"UTF-16LE", NULL, NULL},    {"UTF-16BE", NULL, NULL},
};

const char *
encoding_named(const char *name, struct error *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		for (size_t k = 0; k < ARRAY_SIZE(*names) && names[i][k]; k++)
			if (strcasecmp(names[i][k], name) == 0)
				return names[i][0];
	error_set(err, &ERROR_USAGE, _("there is no encoding \"%.40s\""), name);
	return NULL;
}

static bool
charset_is_known(const char *charset)
{
	static const char *const known[] = {"TIS-620", "ISO-8859-11", "CP874"};

	for (size_t i = 0; i < ARRAY_SIZE(known); i++)
		if (strcasecmp(charset, known[i]) == 0)
			return true;
	return false;
}

static iconv_t
conversion_open(const char *charset, const char *to, const char *from,
		struct error *err)
{
	iconv_t cd = NO_CONVERSION;

	if (charset_is_known(charset))
		cd = iconv_open(to, from);
	if (cd == NO_CONVERSION)
		error_set(err, &ERROR_USAGE, _("there is no encoding \"%s\""),
			  charset);
	return cd;
}

/* Converts one character; an inexact conversion is a failed one. */
static bool
convert_one(iconv_t cd, const char *s, size_t n, struct text *out)
{
	char buf[8];
	/* iconv() takes char ** for historical reasons; it does not write. */
	char *in = (char *)(uintptr_t)s;
	char *end = buf;
	size_t room = sizeof(buf);

	if (iconv(cd, &in, &n, &end, &room) != 0 || n != 0)
		return false;
	text_add_n(out, buf, sizeof(buf) - room);
	return true;
}

bool
encoding_to_utf8(const char *charset, const char *s, size_t n, struct text *out,
		 struct error *err)
{
	size_t before = out->n;
	bool ok = true;
	iconv_t cd = conversion_open(charset, utf8, charset, err);

	if (cd == NO_CONVERSION)
		return false;
	/* These charsets have one byte for each character. */
	for (size_t at = 0; ok && at < n; at++)
		if (!convert_one(cd, s + at, 1, out))
			ok = error_set(err, &ENCODING_LOSS,
				       _("byte %02X at offset %zu is nothing "
					 "in %s"),
				       (unsigned char)s[at], at, charset);
	iconv_close(cd);
	if (!ok)
		text_remove(out, before, out->n - before);
	return ok;
}

/* As much as fits of what is left; false at what is nothing. */
static bool
convert_run(iconv_t cd, char **in, size_t *n, struct text *out)
{
	char buf[4096];
	char *end = buf;
	size_t room = sizeof(buf);
	bool ok = iconv(cd, in, n, &end, &room) != (size_t)-1;

	ok = ok || errno == E2BIG;
	text_add_n(out, buf, sizeof(buf) - room);
	return ok;
}

size_t
encoding_decode(const char *charset, const char *s, size_t n, struct text *out)
{
	size_t width = strncasecmp(charset, "UTF-16", 6) == 0 ? 2 : 1;
	size_t lost = 0;
	char *in = (char *)(uintptr_t)s;
	iconv_t cd = iconv_open(utf8, charset);

	if (cd == NO_CONVERSION)
		bug("there is no encoding %s", charset);
	while (n > 0) {
		if (convert_run(cd, &in, &n, out))
			continue;
		lost++;
		if (n < width)
			break;
		text_add_code(out, REPLACEMENT);
		in += width;
		n -= width;
	}
	iconv_close(cd);
	return lost;
}

/* Names what charset lacks. */
static bool
character_lost(const char *s, size_t len, uint32_t code, const char *charset,
	       struct error *err)
{
	if (code == UTF8_BAD)
		return error_set(err, &ENCODING_LOSS,
				 _("byte %02X is not UTF-8"),
				 (unsigned char)*s);
	return error_set(err, &ENCODING_LOSS,
			 _("\"%.*s\" (U+%04X) is not in %s"), (int)len, s,
			 (unsigned)code, charset);
}

bool
encoding_from_utf8(const char *charset, const char *s, size_t n,
		   struct text *out, struct error *err)
{
	size_t before = out->n;
	bool ok = true;
	uint32_t code;
	iconv_t cd = conversion_open(charset, charset, utf8, err);

	if (cd == NO_CONVERSION)
		return false;
	for (size_t at = 0, len; ok && at < n; at += len) {
		len = utf8_next(s + at, n - at, &code);
		if (code == UTF8_BAD || !convert_one(cd, s + at, len, out))
			ok = character_lost(s + at, len, code, charset, err);
	}
	iconv_close(cd);
	if (!ok)
		text_remove(out, before, out->n - before);
	return ok;
}

static bool
begins(const char *s, size_t n, const char *with)
{
	size_t len = strlen(with);

	return n >= len && memcmp(s, with, len) == 0;
}

/* Text of few bytes above 0x7F has every other byte 0 in UTF-16; Thai has
   every other byte 0x0E. */
static bool
is_utf16(const char *s, size_t n, size_t high)
{
	size_t look = n < 512 ? n : 512, hits = 0;

	for (size_t i = high; i < look; i += 2)
		hits += s[i] == 0x00 || s[i] == 0x0E;
	return look >= 8 && look % 2 == 0 && hits * 10 >= look / 2 * 9;
}

/* Thai UTF-8 in which some bytes are wrong is UTF-8 still. */
static bool
is_mostly_utf8(const char *s, size_t n)
{
	size_t good = 0, bad = 0;
	uint32_t code;

	for (size_t at = 0, len; at < n; at += len) {
		len = utf8_next(s + at, n - at, &code);
		good += code != UTF8_BAD && len > 1;
		bad += code == UTF8_BAD;
	}
	return good > bad;
}

const char *
encoding_guess(const char *s, size_t n)
{
	if (begins(s, n, "\xFF\xFE"))
		return "UTF-16LE";
	if (begins(s, n, "\xFE\xFF"))
		return "UTF-16BE";
	if (begins(s, n, utf8_mark))
		return "UTF-8";
	if (is_utf16(s, n, 1) && !is_utf16(s, n, 0))
		return "UTF-16LE";
	if (is_utf16(s, n, 0) && !is_utf16(s, n, 1))
		return "UTF-16BE";
	return utf8_fault(s, n) < 0 || is_mostly_utf8(s, n) ? "UTF-8" : "CP874";
}
