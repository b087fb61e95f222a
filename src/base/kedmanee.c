/* kedmanee.c -- the Thai keyboard, key by key */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/kedmanee.h"

#include <stddef.h>

#include "base/mem.h"

/* What each key of a US keyboard types under the Thai layout, plain and with
   Shift: `basic` of symbols/th in xkb-data. */
/* clang-format off */
static const uint32_t thai_of[] = {
	['`'] = 0x005F, ['~'] = 0x0025, /* TLDE: _ % */
	['1'] = 0x0E45, ['!'] = 0x002B, /* AE01: ๅ + */
	['2'] = 0x002F, ['@'] = 0x0E51, /* AE02: / ๑ */
	['3'] = 0x002D, ['#'] = 0x0E52, /* AE03: - ๒ */
	['4'] = 0x0E20, ['$'] = 0x0E53, /* AE04: ภ ๓ */
	['5'] = 0x0E16, ['%'] = 0x0E54, /* AE05: ถ ๔ */
	['6'] = 0x0E38, ['^'] = 0x0E39, /* AE06: ◌ุ ◌ู */
	['7'] = 0x0E36, ['&'] = 0x0E3F, /* AE07: ◌ึ ฿ */
	['8'] = 0x0E04, ['*'] = 0x0E55, /* AE08: ค ๕ */
	['9'] = 0x0E15, ['('] = 0x0E56, /* AE09: ต ๖ */
	['0'] = 0x0E08, [')'] = 0x0E57, /* AE10: จ ๗ */
	['-'] = 0x0E02, ['_'] = 0x0E58, /* AE11: ข ๘ */
	['='] = 0x0E0A, ['+'] = 0x0E59, /* AE12: ช ๙ */
	['q'] = 0x0E46, ['Q'] = 0x0E50, /* AD01: ๆ ๐ */
	['w'] = 0x0E44, ['W'] = 0x0022, /* AD02: ไ " */
	['e'] = 0x0E33, ['E'] = 0x0E0E, /* AD03: ำ ฎ */
	['r'] = 0x0E1E, ['R'] = 0x0E11, /* AD04: พ ฑ */
	['t'] = 0x0E30, ['T'] = 0x0E18, /* AD05: ะ ธ */
	['y'] = 0x0E31, ['Y'] = 0x0E4D, /* AD06: ◌ั ◌ํ */
	['u'] = 0x0E35, ['U'] = 0x0E4A, /* AD07: ◌ี ◌๊ */
	['i'] = 0x0E23, ['I'] = 0x0E13, /* AD08: ร ณ */
	['o'] = 0x0E19, ['O'] = 0x0E2F, /* AD09: น ฯ */
	['p'] = 0x0E22, ['P'] = 0x0E0D, /* AD10: ย ญ */
	['['] = 0x0E1A, ['{'] = 0x0E10, /* AD11: บ ฐ */
	[']'] = 0x0E25, ['}'] = 0x002C, /* AD12: ล , */
	['a'] = 0x0E1F, ['A'] = 0x0E24, /* AC01: ฟ ฤ */
	['s'] = 0x0E2B, ['S'] = 0x0E06, /* AC02: ห ฆ */
	['d'] = 0x0E01, ['D'] = 0x0E0F, /* AC03: ก ฏ */
	['f'] = 0x0E14, ['F'] = 0x0E42, /* AC04: ด โ */
	['g'] = 0x0E40, ['G'] = 0x0E0C, /* AC05: เ ฌ */
	['h'] = 0x0E49, ['H'] = 0x0E47, /* AC06: ◌้ ◌็ */
	['j'] = 0x0E48, ['J'] = 0x0E4B, /* AC07: ◌่ ◌๋ */
	['k'] = 0x0E32, ['K'] = 0x0E29, /* AC08: า ษ */
	['l'] = 0x0E2A, ['L'] = 0x0E28, /* AC09: ส ศ */
	[';'] = 0x0E27, [':'] = 0x0E0B, /* AC10: ว ซ */
	['\''] = 0x0E07, ['"'] = 0x002E, /* AC11: ง . */
	['z'] = 0x0E1C, ['Z'] = 0x0028, /* AB01: ผ ( */
	['x'] = 0x0E1B, ['X'] = 0x0029, /* AB02: ป ) */
	['c'] = 0x0E41, ['C'] = 0x0E09, /* AB03: แ ฉ */
	['v'] = 0x0E2D, ['V'] = 0x0E2E, /* AB04: อ ฮ */
	['b'] = 0x0E34, ['B'] = 0x0E3A, /* AB05: ◌ิ ◌ฺ */
	['n'] = 0x0E37, ['N'] = 0x0E4C, /* AB06: ◌ื ◌์ */
	['m'] = 0x0E17, ['M'] = 0x003F, /* AB07: ท ? */
	[','] = 0x0E21, ['<'] = 0x0E12, /* AB08: ม ฒ */
	['.'] = 0x0E43, ['>'] = 0x0E2C, /* AB09: ใ ฬ */
	['/'] = 0x0E1D, ['?'] = 0x0E26, /* AB10: ฝ ฦ */
	['\\'] = 0x0E03, ['|'] = 0x0E05, /* BKSL: ฃ ฅ */
};
/* clang-format on */

enum { THAI_FIRST = 0x0E01, THAI_LAST = 0x0E5B };

uint32_t
kedmanee_to_us(uint32_t code)
{
	/* ASCII may come from two keys and stays what it is. */
	if (code < THAI_FIRST || code > THAI_LAST)
		return code;
	for (uint32_t us = 0; us < ARRAY_SIZE(thai_of); us++)
		if (thai_of[us] == code)
			return us;
	return code;
}

uint32_t
kedmanee_from_us(uint32_t code)
{
	if (code >= ARRAY_SIZE(thai_of) || thai_of[code] == 0)
		return code;
	return thai_of[code];
}
