/* ref-test.c -- letter numbers as they stand in text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/mem.h"

#include "intake/ref.h"

#include "tests/test.h"

struct number {
	const char *text; /* with ที่ */
	const char *ref;  /* what of it is the number; NULL = none */
	enum ref_shape shape;
	bool circular, blank;
};

/* clang-format off */
static const struct number numbers[] = {
	{"ที่ พบ ๐๐๒๓.๓/ว ๕๕๓", "พบ ๐๐๒๓.๓/ว ๕๕๓", REF_STATE, true, false},
	{"ที่พบ ๐๐๑๗.๒/๑๗๔๐๙ ลงวันที่", "พบ ๐๐๑๗.๒/๑๗๔๐๙", REF_STATE, false, false},
	{"ที่ พบ ๐๖๑๘/ ๖๖๕", "พบ ๐๖๑๘/ ๖๖๕", REF_STATE, false, false},
	{"ที่ มท 0816.3/ว๔๐๒๙", "มท 0816.3/ว๔๐๒๙", REF_STATE, true, false},
	{"ที่ ลป ๐๐๑๙.๓/ว ๗๓๗/๖", "ลป ๐๐๑๙.๓/ว ๗๓๗/๖", REF_STATE, true, false},
	{"ที่ กค405.4/12", "กค405.4/12", REF_STATE, false, false},
	{"ที่ กค. 0405/ว.78", "กค. 0405/ว.78", REF_STATE, true, false},
	{"ที่ สทช 2301/99", "สทช 2301/99", REF_STATE, false, false},
	{"ที่ อว 0501.1.13/026695", "อว 0501.1.13/026695", REF_STATE, false, false},
	{"ที่ ตช 0018 (นม).32/731", "ตช 0018 (นม).32/731", REF_STATE, false, false},
	{"ที่ นร 0503/(คกก.๖)/๒๘", "นร 0503/(คกก.๖)/๒๘", REF_STATE, false, false},
	{"ที่ ก.พ. ว 10", "ก.พ. ว 10", REF_STATE, true, false},
	{"ที่ ก.พ. ว 10/2568", "ก.พ. ว 10/2568", REF_STATE, true, false},
	{"ที่ มท ๐๕๐๕.๒/ว ๓ซ๕๓", "มท ๐๕๐๕.๒/ว ๓ซ๕๓", REF_STATE, true, false},
	{"ที่ มท ๐๕๐๕.๒/ว ๓ลงวันที่ ๕", "มท ๐๕๐๕.๒/ว ๓", REF_STATE, true, false},
	{"ที่ สลก ๙๖๓/๒๕๕๘", "สลก ๙๖๓/๒๕๕๘", REF_STATE, false, false},
	{"ที่ พบ ๗๓๒๐๑/", "พบ ๗๓๒๐๑/", REF_STATE, false, true},
	{"ที่ พบ ๗๓๒๐๑/ว", "พบ ๗๓๒๐๑/ว", REF_STATE, true, true},
	{"ที ชย ๐๐๒๓/๑", "ชย ๐๐๒๓/๑", REF_STATE, false, false},
	{"ที่ ๑๒๓/๒๕๖๙", "๑๒๓/๒๕๖๙", REF_NUMBER, false, false},
	{"เลขที่ TUC/NOE๒/๒๐๒๕/JAN/๐๐๑", "TUC/NOE๒/๒๐๒๕/JAN/๐๐๑", REF_PRIVATE, false, false},
	{"ที่ บจก.เพชร ๐๐๑/๒๕๖๙", "บจก.เพชร ๐๐๑/๒๕๖๙", REF_PRIVATE, false, false},
	{"ที่ กค (กวจ) ๐๔๐๕.๒/ว ๑๔๖", "กค (กวจ) ๐๔๐๕.๒/ว ๑๔๖", REF_STATE, true, false},
	{"ที่ ปช ๐๐๓๒ (พบ)/๐๐๗๑", "ปช ๐๐๓๒ (พบ)/๐๐๗๑", REF_STATE, false, false},
	{"ที่ ตผ ๐๐๕๒ พบ/๓๑๖", "ตผ ๐๐๕๒ พบ/๓๑๖", REF_STATE, false, false},
	{"ที่ มท ๕๓๐๕.๑๗/บลด.(บง.) ๔๔๑/๒๕๖๙ การไฟฟ้า", "มท ๕๓๐๕.๑๗/บลด.(บง.) ๔๔๑/๒๕๖๙", REF_STATE, false, false},
	{"ที่ พบ ๗๓๒๐๑/ร ๐๑๕", "พบ ๗๓๒๐๑/ร ๐๑๕", REF_STATE, false, false},
	{"ที่ นร ๐๕๐๕/ว(ล) ๑๒", "นร ๐๕๐๕/ว(ล) ๑๒", REF_STATE, true, false},
	{"ที่ สปสช.๕.๓๔/ว.๐๑๘๗", "สปสช.๕.๓๔/ว.๐๑๘๗", REF_STATE, true, false},
	{"ที่ ส.อบต.ท. ๒๑๓/๒๕๖๙", "ส.อบต.ท. ๒๑๓/๒๕๖๙", REF_STATE, false, false},
	{"ที่ บลด/๐๓๑๕", "บลด/๐๓๑๕", REF_PRIVATE, false, false},
	{"ที่ว่าการอำเภอบ้านลาด", NULL, REF_STATE, false, false},
	{"ที่ทำการ ๑-๒", NULL, REF_STATE, false, false},
	{"ที่ ๑", NULL, REF_STATE, false, false},
	{"ที่ประชุมครั้งที่ ๑/๒๕๖๙", NULL, REF_STATE, false, false},
	{"ที่ดิน ๑๒ ไร่", NULL, REF_STATE, false, false},
	{"ที่", NULL, REF_STATE, false, false},
	{"", NULL, REF_STATE, false, false},
};
/* clang-format on */

static void
a_number_is_known_by_its_grammar(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++) {
		const struct number *want = &numbers[i];
		struct ref r;
		size_t n;

		if (!ref_labelled(want->text, &r, &n)) {
			if (want->ref != NULL)
				fail_msg("no number in %s", want->text);
			continue;
		}
		if (want->ref == NULL)
			fail_msg("%s has %.*s", want->text, (int)r.n, r.s);
		if (r.n != strlen(want->ref) ||
		    memcmp(r.s, want->ref, r.n) != 0 ||
		    r.shape != want->shape || r.is_circular != want->circular ||
		    r.is_blank != want->blank)
			fail_msg("%s: %.*s", want->text, (int)r.n, r.s);
		assert_ptr_equal(want->text + n, r.s + r.n);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_number_is_known_by_its_grammar),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
