/* decode-test.c -- encodings are found by looking */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/decode.h"
#include "intake/repair.h"

#include "tests/test.h"

struct sample {
	const char *bytes;
	size_t n;
	const char *charset, *text;
	bool damaged, controls;
};

#define BYTES(s) s, sizeof(s) - 1

/* clang-format off */
static const struct sample samples[] = {
	{BYTES("ที่ ๑"), "UTF-8", "ที่ ๑", false, false},
	{BYTES("\xEF\xBB\xBF" "ก"), "UTF-8", "ก", false, false},
	{BYTES("\xB7\xD5\xE8 \xF1"), "CP874", "ที่ ๑", false, false},
	{BYTES("\x93\xA1\x94"), "CP874", "“ก”", false, false},
	{BYTES("\xA1\xA2\xDB\xA3"), "CP874", "กข\xEF\xBF\xBD" "ฃ", true, false},
	{BYTES("\xFF\xFE\x01\x0E\x20\x00"), "UTF-16LE", "ก ", false, false},
	{BYTES("\xFE\xFF\x0E\x01\x00\x20"), "UTF-16BE", "ก ", false, false},
	{BYTES("\x01\x0E\x02\x0E\x20\x00\x03\x0E"), "UTF-16LE", "กข ฃ", false, false},
	{BYTES("\xFF\xFE\x00\xD8\x01\x0E"), "UTF-16LE", "\xEF\xBF\xBD" "ก", true, false},
	{BYTES("\xFE\xFF\xD8\x3D\xDE\x00\x0E\x01"), "UTF-16BE", "😀ก", false, false},
	{BYTES("\xFE\xFF\xDE\x00\x0E\x01\xD8\x3D"), "UTF-16BE", "\xEF\xBF\xBD" "ก" "\xEF\xBF\xBD", true, false},
	{BYTES("\xFF\xFE\x01\x0E\xFF\xFE\x02\x0E"), "UTF-16LE", "กข", false, false},
	{BYTES("\xFF\xFE\x01\x0E\x02"), "UTF-16LE", "ก", true, false},
	{BYTES("\xFF\xFE\x01\x0E\x00\x00\x0D\x00\x0A\x00"), "UTF-16LE", "ก \n", false, true},
	{BYTES("กขค\xFF"), "UTF-8", "กขค\xEF\xBF\xBD", true, false},
	{BYTES("a\r\nb\fc\rd"), "UTF-8", "a\nb\nc\nd", false, false},
	{BYTES("a\0b\x1B" "c"), "UTF-8", "a b c", false, true},
	{BYTES(""), "UTF-8", "", false, false},
};
/* clang-format on */

static void
each_encoding_gives_the_same_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++) {
		const struct sample *s = &samples[i];
		struct text t = {0};
		struct decoded d = decode(s->bytes, s->n, &t);

		assert_string_equal(d.charset, s->charset);
		assert_string_equal(text_str(&t), s->text);
		assert_int_equal(d.is_damaged, s->damaged);
		assert_int_equal(d.has_controls, s->controls);
		text_done(&t);
	}
}

/* clang-format off */
static const struct {
	const char *from, *to;
	enum warning_code code; /* WARNINGS = none */
} repairs[] = {
	{"สํานักงาน จํากัด", "สำนักงาน จำกัด", WARN_SARA_AM_SPLIT},
	{"น้ํา", "น้ำ", WARN_SARA_AM_SPLIT},
	{"ผู้จัดท า", "ผู้จัดทำ", WARN_SARA_AM_LOST},
	{"น ้า", "น้ำ", WARN_SARA_AM_LOST},
	{"๓o วัน", "๓๐ วัน", WARN_LETTER_FOR_DIGIT},
	{"o๘๑", "๐๘๑", WARN_LETTER_FOR_DIGIT},
	{"๒๕’๖๓", "๒๕๖๓", WARN_QUOTE_IN_NUMBER},
	{"๒๕๖7", "๒๕๖7", WARN_DIGITS_MIXED},
	{"ก ั", "ก ั", WARN_MARKS_MOVED},
	{"3o/COVID-19 foo", "3o/COVID-19 foo", WARNINGS},
	{"ข้อ ๑ 2", "ข้อ ๑ 2", WARNINGS},
	{"5’6", "5’6", WARNINGS},
	{"ตา มา", "ตา มา", WARNINGS},
};
/* clang-format on */

static void
damage_is_mended_and_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(repairs) / sizeof(*repairs); i++) {
		bool seen[WARNINGS] = {false};
		struct text t = {0};

		repair(repairs[i].from, &t, seen);
		assert_string_equal(t.s, repairs[i].to);
		for (size_t code = 0; code < WARNINGS; code++)
			assert_int_equal(seen[code], code == repairs[i].code);
		text_done(&t);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_encoding_gives_the_same_text),
	    cmocka_unit_test(damage_is_mended_and_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
