/* refno-test.c -- letter numbers, tidied and folded */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/refno.h"

#include "tests/test.h"

struct number {
	const char *written, *tidy, *key;
};

/* clang-format off */
static const struct number numbers[] = {
	{"ที่ พบ ๐๐๒๓.๓/ว ๕๕๓", "พบ 0023.3/ว 553", "พบ0023.3/ว553"},
	{"ที่พบ๐๐๒๓.๓/ว๕๕๓", "พบ 0023.3/ว 553", "พบ0023.3/ว553"},
	{"พบ 0023.3 / ว  553", "พบ 0023.3/ว 553", "พบ0023.3/ว553"},
	{"พบ ๐๖๑๘/ ๖๖๕", "พบ 0618/665", "พบ0618/665"},
	{"ลป 0019.3/ว๗๓๗/๖", "ลป 0019.3/ว 737/6", "ลป0019.3/ว737/6"},
	{"ขย 0023.3/555", "ขย 0023.3/555", "ขย0023.3/555"},
	{"กค405.4/12", "กค 405.4/12", "กค405.4/12"},
	{"กค. 0405/ว.78", "กค. 0405/ว. 78", "กค0405/ว78"},
	{"กค.0405/ว 78", "กค. 0405/ว 78", "กค0405/ว78"},
	{"ก.พ. ว 10", "ก.พ. ว 10", "กพว10"},
	{"ก.พ.ว10", "ก.พ.ว 10", "กพว10"},
	{"อว 0205/5", "อว 0205/5", "อว0205/5"},
	{"สลก ๙๖๓/๒๕๕๘", "สลก 963/2558", "สลก963/2558"},
	{"มท 0503/(คกก.๖)/28", "มท 0503/(คกก.6)/28", "มท0503/(คกก6)/28"},
	{"ตช 0018 (นม).32/731", "ตช 0018 (นม).32/731", "ตช0018(นม).32/731"},
	{"TUC/NOE๒/๒๐๒๕/JAN/๐๐๑", "TUC/NOE2/2025/JAN/001", "TUC/NOE2/2025/JAN/001"},
	{"พบ 0017/", "พบ 0017/", "พบ0017/"},
	{"พบ 0017/ว", "พบ 0017/ว", "พบ0017/ว"},
	{"มท 0501.1.13/๓o", "มท 0501.1.13/3o", "มท0501.1.13/3o"},
	{"026695", "026695", "026695"},
	{"  ที่  ", "", ""},
	{"", "", ""},
	{"\n มท\t0816.3\u00a0/\nว 3349 ", "มท 0816.3/ว 3349", "มท0816.3/ว3349"},
	{"มท \xff 5", "มท \xff 5", "มท\xff" "5"},
};
/* clang-format on */

static void
a_number_is_shown_tidy_and_compared_folded(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++) {
		char *tidy = refno_tidy(numbers[i].written);
		char *key = refno_key(numbers[i].written);

		assert_string_equal(tidy, numbers[i].tidy);
		assert_string_equal(key, numbers[i].key);
		free(tidy);
		free(key);
	}
}

static void
tidying_twice_is_tidying_once(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++) {
		char *again = refno_tidy(numbers[i].tidy);
		char *key = refno_key(numbers[i].tidy);

		assert_string_equal(again, numbers[i].tidy);
		assert_string_equal(key, numbers[i].key);
		free(again);
		free(key);
	}
}

static void
a_circular_is_another_letter(void **state)
{
	char *plain = refno_key("มท 0816.3/553");
	char *circular = refno_key("มท 0816.3/ว 553");

	(void)state;
	assert_string_not_equal(plain, circular);
	free(plain);
	free(circular);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_number_is_shown_tidy_and_compared_folded),
	    cmocka_unit_test(tidying_twice_is_tidying_once),
	    cmocka_unit_test(a_circular_is_another_letter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
