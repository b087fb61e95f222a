/* date-words.c -- the words that occur in dates */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdbool.h>
#include <string.h>

#include "base/date-parts.h"
#include "base/mem.h"

/* Also the slips that clerks make: ฏ for ฎ, a lost thanthakhat. */
/* clang-format off */
static const struct date_word words[] = {
	{"มกราคม", WORD_MONTH, 1},
	{"มกรา", WORD_MONTH, 1},
	{"มค", WORD_MONTH, 1},
	{"กุมภาพันธ์", WORD_MONTH, 2},
	{"กุมภาพันธุ์", WORD_MONTH, 2},
	{"กุมภาพันธ", WORD_MONTH, 2},
	{"กุมภา", WORD_MONTH, 2},
	{"กพ", WORD_MONTH, 2},
	{"มีนาคม", WORD_MONTH, 3},
	{"มีนา", WORD_MONTH, 3},
	{"มีค", WORD_MONTH, 3},
	{"เมษายน", WORD_MONTH, 4},
	{"เมษา", WORD_MONTH, 4},
	{"เมย", WORD_MONTH, 4},
	{"พฤษภาคม", WORD_MONTH, 5},
	{"พฤศภาคม", WORD_MONTH, 5},
	{"พฤษภา", WORD_MONTH, 5},
	{"พค", WORD_MONTH, 5},
	{"มิถุนายน", WORD_MONTH, 6},
	{"มิถุนา", WORD_MONTH, 6},
	{"มิย", WORD_MONTH, 6},
	{"กรกฎาคม", WORD_MONTH, 7},
	{"กรกฏาคม", WORD_MONTH, 7},
	{"กรกฎา", WORD_MONTH, 7},
	{"กรกฏา", WORD_MONTH, 7},
	{"กค", WORD_MONTH, 7},
	{"สิงหาคม", WORD_MONTH, 8},
	{"สิงหา", WORD_MONTH, 8},
	{"สค", WORD_MONTH, 8},
	{"กันยายน", WORD_MONTH, 9},
	{"กันยา", WORD_MONTH, 9},
	{"กย", WORD_MONTH, 9},
	{"ตุลาคม", WORD_MONTH, 10},
	{"ตุลา", WORD_MONTH, 10},
	{"ตค", WORD_MONTH, 10},
	{"พฤศจิกายน", WORD_MONTH, 11},
	{"พฤษจิกายน", WORD_MONTH, 11},
	{"พฤศจิกา", WORD_MONTH, 11},
	{"พย", WORD_MONTH, 11},
	{"ธันวาคม", WORD_MONTH, 12},
	{"ธันวา", WORD_MONTH, 12},
	{"ธค", WORD_MONTH, 12},
	{"January", WORD_MONTH, 1},
	{"Jan", WORD_MONTH, 1},
	{"February", WORD_MONTH, 2},
	{"Feb", WORD_MONTH, 2},
	{"March", WORD_MONTH, 3},
	{"Mar", WORD_MONTH, 3},
	{"April", WORD_MONTH, 4},
	{"Apr", WORD_MONTH, 4},
	{"May", WORD_MONTH, 5},
	{"June", WORD_MONTH, 6},
	{"Jun", WORD_MONTH, 6},
	{"July", WORD_MONTH, 7},
	{"Jul", WORD_MONTH, 7},
	{"August", WORD_MONTH, 8},
	{"Aug", WORD_MONTH, 8},
	{"September", WORD_MONTH, 9},
	{"Sept", WORD_MONTH, 9},
	{"Sep", WORD_MONTH, 9},
	{"October", WORD_MONTH, 10},
	{"Oct", WORD_MONTH, 10},
	{"November", WORD_MONTH, 11},
	{"Nov", WORD_MONTH, 11},
	{"December", WORD_MONTH, 12},
	{"Dec", WORD_MONTH, 12},
	{"พุทธศักราช", WORD_ERA, ERA_BUDDHIST},
	{"พศ", WORD_ERA, ERA_BUDDHIST},
	{"BE", WORD_ERA, ERA_BUDDHIST},
	{"คริสต์ศักราช", WORD_ERA, ERA_COMMON},
	{"คศ", WORD_ERA, ERA_COMMON},
	{"CE", WORD_ERA, ERA_COMMON},
	{"AD", WORD_ERA, ERA_COMMON},
	{"ลงวันที่", WORD_FILLER, 0},
	{"วันที่", WORD_FILLER, 0},
	{"วัน", WORD_FILLER, 0},
	{"ที่", WORD_FILLER, 0},
	{"ลว", WORD_FILLER, 0},
	{"ลง", WORD_FILLER, 0},
	{"เดือน", WORD_FILLER, 0},
	{"ปี", WORD_FILLER, 0},
	{"วันนี้", WORD_AGO, 0},
	{"today", WORD_AGO, 0},
	{"เมื่อวาน", WORD_AGO, 1},
	{"เมื่อวานนี้", WORD_AGO, 1},
	{"วานนี้", WORD_AGO, 1},
	{"yesterday", WORD_AGO, 1},
	{"เมื่อวานซืน", WORD_AGO, 2},
	{"เมื่อวานซืนนี้", WORD_AGO, 2},
	{"วานซืน", WORD_AGO, 2},
	{"จันทร์", WORD_WEEKDAY, 1},
	{"อังคาร", WORD_WEEKDAY, 2},
	{"พุธ", WORD_WEEKDAY, 3},
	{"พฤหัสบดี", WORD_WEEKDAY, 4},
	{"พฤหัส", WORD_WEEKDAY, 4},
	{"ศุกร์", WORD_WEEKDAY, 5},
	{"เสาร์", WORD_WEEKDAY, 6},
	{"อาทิตย์", WORD_WEEKDAY, 0},
	{"th", WORD_FILLER, 0},
	{"st", WORD_FILLER, 0},
	{"nd", WORD_FILLER, 0},
	{"rd", WORD_FILLER, 0},
	{"of", WORD_FILLER, 0},
	{"on", WORD_FILLER, 0},
	{"dated", WORD_FILLER, 0},
	{"Monday", WORD_WEEKDAY, 1},
	{"Tuesday", WORD_WEEKDAY, 2},
	{"Wednesday", WORD_WEEKDAY, 3},
	{"Thursday", WORD_WEEKDAY, 4},
	{"Friday", WORD_WEEKDAY, 5},
	{"Saturday", WORD_WEEKDAY, 6},
	{"Sunday", WORD_WEEKDAY, 0},
};
/* clang-format on */

static int
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static bool
starts_character(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

/* Bytes of s that spell `word`, with dots (and spaces after them) allowed
   between and after its letters; 0 when they do not. */
static size_t
length_of(const char *s, const char *word)
{
	const char *start = s;

	for (const char *w = word; *w; w++, s++) {
		if (s > start && *s == '.' && starts_character(*w))
			s += 1 + strspn(s + 1, " ");
		if (lower(*s) != lower(*w))
			return 0;
	}
	return (size_t)(s - start) + (*s == '.');
}

const char *
date_thai_month(int month)
{
	size_t i = 0;

	while (words[i].kind != WORD_MONTH || words[i].value != month)
		i++;
	return words[i].text;
}

const struct date_word *
date_word_at(const char *s, size_t *n)
{
	const struct date_word *best = NULL;

	*n = 0;
	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		size_t length = length_of(s, words[i].text);

		if (length > *n) {
			*n = length;
			best = &words[i];
		}
	}
	return best;
}
