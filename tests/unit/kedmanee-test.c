/* kedmanee-test.c -- the Thai keyboard, key by key */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/kedmanee.h"
#include "base/text.h"

#include "tests/test.h"

/* The keys of a US keyboard by their names in xkb, plain and with Shift. */
struct row {
	const char *row;
	int first; /* number of the first key in its row */
	const char *plain, *shifted;
};

static const struct row rows[] = {
    {"TLDE", 0, "`", "~"},
    {"AE", 1, "1234567890-=", "!@#$%^&*()_+"},
    {"AD", 1, "qwertyuiop[]", "QWERTYUIOP{}"},
    {"AC", 1, "asdfghjkl;'", "ASDFGHJKL:\""},
    {"AB", 1, "zxcvbnm,./", "ZXCVBNM<>?"},
    {"BKSL", 0, "\\", "|"},
};

/* The rows as a Thai keyboard types them. */
static const char *const thai_plain[] = {
    "_", "ๅ/-ภถุึคตจขช", "ๆไำพะัีรนยบล", "ฟหกดเ้่าสวง", "ผปแอิืทมใฝ", "ฃ"};
static const char *const thai_shifted[] = {
    "%", "+๑๒๓๔ู฿๕๖๗๘๙", "๐\"ฎฑธํ๊ณฯญฐ,", "ฤฆฏโฌ็๋ษศซ.", "()ฉฮฺ์?ฒฬฦ", "ฅ"};

static int
check_row(const char *us, const char *thai)
{
	size_t n = strlen(thai);
	uint32_t code;
	int keys = 0;

	for (; *us; us++, keys++) {
		size_t len = utf8_next(thai, n, &code);

		assert_true(n > 0);
		assert_int_equal(kedmanee_from_us((unsigned char)*us), code);
		assert_int_equal(kedmanee_to_us(code),
				 code < 0x80 ? code : (unsigned char)*us);
		thai += len;
		n -= len;
	}
	assert_int_equal(n, 0);
	return keys;
}

static void
all_47_keys_answer_on_both_levels(void **state)
{
	int keys = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		keys += check_row(rows[i].plain, thai_plain[i]);
		keys += check_row(rows[i].shifted, thai_shifted[i]);
	}
	assert_int_equal(keys, 2 * 47);
}

static void
what_no_key_types_stays_itself(void **state)
{
	(void)state;
	for (uint32_t code = 0; code < 0x80; code++)
		assert_int_equal(kedmanee_to_us(code), code);
	assert_int_equal(kedmanee_to_us(0x0E5A), 0x0E5A);
	assert_int_equal(kedmanee_to_us(0x0E4E), 0x0E4E);
	assert_int_equal(kedmanee_to_us(0x4E00), 0x4E00);
	assert_int_equal(kedmanee_from_us(' '), ' ');
	assert_int_equal(kedmanee_from_us('\n'), '\n');
	assert_int_equal(kedmanee_from_us(0x0E01), 0x0E01);
}

/* The US characters of the key "<AC01>" into us[0] and us[1]. */
static bool
find_key(const char *name, char us[2])
{
	char row[8] = "";
	int number = 0;

	if (sscanf(name, "%2[A-Z]%2d", row, &number) != 2)
		sscanf(name, "%4[A-Z]", row);
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		size_t at = (size_t)(number - rows[i].first);

		if (strcmp(row, rows[i].row) != 0 ||
		    at >= strlen(rows[i].plain))
			continue;
		us[0] = rows[i].plain[at];
		us[1] = rows[i].shifted[at];
		return true;
	}
	return false;
}

struct keysym {
	const char *name;
	uint32_t code;
};

static const struct keysym ascii[] = {
    {"underscore", '_'}, {"percent", '%'},  {"plus", '+'},
    {"slash", '/'},      {"minus", '-'},    {"quotedbl", '"'},
    {"comma", ','},      {"period", '.'},   {"parenleft", '('},
    {"parenright", ')'}, {"question", '?'},
};

/* Thai_* of X11/keysymdef.h from U+0E01 on. */
static const char *const thai[] = {
    "kokai",
    "khokhai",
    "khokhuat",
    "khokhwai",
    "khokhon",
    "khorakhang",
    "ngongu",
    "chochan",
    "choching",
    "chochang",
    "soso",
    "chochoe",
    "yoying",
    "dochada",
    "topatak",
    "thothan",
    "thonangmontho",
    "thophuthao",
    "nonen",
    "dodek",
    "totao",
    "thothung",
    "thothahan",
    "thothong",
    "nonu",
    "bobaimai",
    "popla",
    "phophung",
    "fofa",
    "phophan",
    "fofan",
    "phosamphao",
    "moma",
    "yoyak",
    "rorua",
    "ru",
    "loling",
    "lu",
    "wowaen",
    "sosala",
    "sorusi",
    "sosua",
    "hohip",
    "lochula",
    "oang",
    "honokhuk",
    "paiyannoi",
    "saraa",
    "maihanakat",
    "saraaa",
    "saraam",
    "sarai",
    "saraii",
    "saraue",
    "sarauee",
    "sarau",
    "sarauu",
    "phinthu",
    "",
    "",
    "",
    "maihanakat_maitho",
    "baht",
    "sarae",
    "saraae",
    "sarao",
    "saraaimaimuan",
    "saraaimaimalai",
    "lakkhangyao",
    "maiyamok",
    "maitaikhu",
    "maiek",
    "maitho",
    "maitri",
    "maichattawa",
    "thanthakhat",
    "nikhahit",
    "",
    "",
    "leksun",
    "leknung",
    "leksong",
    "leksam",
    "leksi",
    "lekha",
    "lekhok",
    "lekchet",
    "lekpaet",
    "lekkao",
};

static uint32_t
keysym_code(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(ascii); i++)
		if (strcmp(name, ascii[i].name) == 0)
			return ascii[i].code;
	if (strncmp(name, "Thai_", 5) != 0)
		return 0;
	for (size_t i = 0; i < ARRAY_SIZE(thai); i++)
		if (strcmp(name + 5, thai[i]) == 0)
			return 0x0E01 + (uint32_t)i;
	return 0;
}

static void
the_machines_own_layout_is_the_same(void **state)
{
	FILE *f = fopen("/usr/share/X11/xkb/symbols/th", "r");
	char line[256];
	int keys = 0;

	(void)state;
	if (!f)
		skip();
	/* "basic" is the first layout and ends with the first "};" at the
	   margin. */
	while (fgets(line, sizeof(line), f) && strncmp(line, "};", 2) != 0) {
		char name[8], plain[32], shifted[32], us[2] = {0};

		if (sscanf(line, " key <%7[A-Z0-9]> { [ %31[^, ] , %31[^] \t]",
			   name, plain, shifted) != 3)
			continue;
		assert_true(find_key(name, us));
		assert_int_equal(kedmanee_from_us((unsigned char)us[0]),
				 keysym_code(plain));
		assert_int_equal(kedmanee_from_us((unsigned char)us[1]),
				 keysym_code(shifted));
		keys++;
	}
	fclose(f);
	assert_int_equal(keys, 47);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(all_47_keys_answer_on_both_levels),
	    cmocka_unit_test(what_no_key_types_stays_itself),
	    cmocka_unit_test(the_machines_own_layout_is_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
