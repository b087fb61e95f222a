/* label.c -- the words with which the lines of a letter begin */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/label.h"

#include <string.h>

#include "base/mem.h"

#include "intake/repair.h"
#include "intake/scan.h"

/* What must follow a label. */
enum after {
	AFTER_SPACE,   /* white space, a colon or the end of the line */
	AFTER_ANY,     /* anything */
	AFTER_NOTHING, /* the end of the line */
};

struct row {
	const char *word;
	enum label label;
	enum after after;
};

/* clang-format off */
static const struct row rows[] = {
	{"เรื่อง", LABEL_SUBJECT, AFTER_SPACE},
	{"เรียน", LABEL_TO, AFTER_SPACE},
	{"กราบเรียน", LABEL_TO, AFTER_SPACE},
	{"กราบทูล", LABEL_TO, AFTER_SPACE},
	{"นมัสการ", LABEL_TO, AFTER_SPACE},
	{"ขอประทานกราบทูล", LABEL_TO, AFTER_SPACE},
	{"ถึง", LABEL_ADDRESSED, AFTER_SPACE},
	{"ผ่าน", LABEL_THROUGH, AFTER_SPACE},
	{"อ้างถึง", LABEL_REFERS, AFTER_ANY},
	{"อ้างอิง", LABEL_REFERS, AFTER_SPACE},
	{"สิ่งที่ส่งมาด้วย", LABEL_ENCLOSES, AFTER_ANY},
	{"สิ่งที่แนบมาด้วย", LABEL_ENCLOSES, AFTER_ANY},
	{"สิ่งที่ส่งมาพร้อมนี้", LABEL_ENCLOSES, AFTER_ANY},
	{"ลิ่งที่ส่งมาด้วย", LABEL_ENCLOSES, AFTER_ANY},
	{"สิ่งที่ส่งมาดวย", LABEL_ENCLOSES, AFTER_ANY},
	{"เอกสารแนบ", LABEL_ENCLOSES, AFTER_SPACE},
	{"เอกสารที่แนบมาด้วย", LABEL_ENCLOSES, AFTER_SPACE},
	{"ส่วนราชการ", LABEL_OFFICE, AFTER_SPACE},
	{"หน่วยงาน", LABEL_OFFICE, AFTER_SPACE},
	{"บันทึกข้อความ", LABEL_MEMO, AFTER_SPACE},
	{"คำสั่ง", LABEL_ORDER, AFTER_ANY},
	{"ระเบียบ", LABEL_ORDER, AFTER_ANY},
	{"ข้อบังคับ", LABEL_ORDER, AFTER_ANY},
	{"ข้อบัญญัติ", LABEL_ORDER, AFTER_ANY},
	{"ประกาศ", LABEL_NOTICE, AFTER_ANY},
	{"(สำเนา)ประกาศ", LABEL_NOTICE, AFTER_ANY},
	{"แถลงการณ์", LABEL_NOTICE, AFTER_ANY},
	{"หนังสือรับรอง", LABEL_NOTICE, AFTER_ANY},
	{"จึงเรียนมาเพื่อ", LABEL_PURPOSE, AFTER_ANY},
	{"จึงเรียนมาเพี่อ", LABEL_PURPOSE, AFTER_ANY},
	{"จึงเรียนมา", LABEL_PURPOSE, AFTER_ANY},
	{"จึงกราบเรียนมาเพื่อ", LABEL_PURPOSE, AFTER_ANY},
	{"จึงนมัสการมาเพื่อ", LABEL_PURPOSE, AFTER_ANY},
	{"จึงขอนมัสการมาเพื่อ", LABEL_PURPOSE, AFTER_ANY},
	{"จึงแจ้งมาเพื่อ", LABEL_PURPOSE, AFTER_ANY},
	{"จึงขอแจ้งมาเพื่อ", LABEL_PURPOSE, AFTER_ANY},
	{"จึงเสนอมาเพื่อ", LABEL_PURPOSE, AFTER_ANY},
	{"จึงส่งมาเพื่อ", LABEL_PURPOSE, AFTER_ANY},
	{"จึงประกาศมาเพื่อ", LABEL_PURPOSE, AFTER_ANY},
	{"จึงประกาศให้ทราบ", LABEL_PURPOSE, AFTER_ANY},
	{"ขอแสดงความนับถือ", LABEL_CLOSING, AFTER_ANY},
	{"ขอแสดงความนบถือ", LABEL_CLOSING, AFTER_ANY},
	{"ด้วยความเคารพ", LABEL_CLOSING, AFTER_ANY},
	{"ขอนมัสการด้วยความเคารพ", LABEL_CLOSING, AFTER_ANY},
	{"ขอนมัสการ", LABEL_CLOSING, AFTER_SPACE},
	{"ด้วย", LABEL_BODY, AFTER_ANY},
	{"ตาม", LABEL_BODY, AFTER_ANY},
	{"เนื่องจาก", LABEL_BODY, AFTER_ANY},
	{"เนื่องด้วย", LABEL_BODY, AFTER_ANY},
	{"เนื่องใน", LABEL_BODY, AFTER_ANY},
	{"อนุสนธิ", LABEL_BODY, AFTER_ANY},
	{"อาศัยอำนาจ", LABEL_BODY, AFTER_ANY},
	{"ในการนี้", LABEL_BODY, AFTER_ANY},
	{"ในการ", LABEL_BODY, AFTER_ANY},
	{"เพื่อให้", LABEL_BODY, AFTER_ANY},
	{"เพื่อเป็น", LABEL_BODY, AFTER_ANY},
	{"พร้อมหนังสือ", LABEL_BODY, AFTER_ANY},
	{"พร้อมนี้", LABEL_BODY, AFTER_ANY},
	{"ขอส่ง", LABEL_BODY, AFTER_ANY},
	{"ข้าพเจ้า", LABEL_BODY, AFTER_ANY},
	{"บัดนี้", LABEL_BODY, AFTER_ANY},
	{"โดยที่", LABEL_BODY, AFTER_ANY},
	{"เรื่องเดิม", LABEL_BODY, AFTER_ANY},
	{"ต้นเรื่อง", LABEL_BODY, AFTER_ANY},
	{"ความเป็นมา", LABEL_BODY, AFTER_ANY},
	{"โทรสาร", LABEL_FAX, AFTER_ANY},
	{"แฟกซ์", LABEL_FAX, AFTER_ANY},
	{"Fax", LABEL_FAX, AFTER_ANY},
	{"FAX", LABEL_FAX, AFTER_ANY},
	{"โทร./โทรสาร", LABEL_PHONE, AFTER_ANY},
	{"โทร/โทรสาร", LABEL_PHONE, AFTER_ANY},
	{"โทร./ โทรสาร", LABEL_PHONE, AFTER_ANY},
	{"โทร. / โทรสาร", LABEL_PHONE, AFTER_ANY},
	{"โทร. โทรสาร", LABEL_PHONE, AFTER_ANY},
	{"โทรศัพท์/โทรสาร", LABEL_PHONE, AFTER_ANY},
	{"โทรศัพท์ /โทรสาร", LABEL_PHONE, AFTER_ANY},
	{"โทรศัพท์ / โทรสาร", LABEL_PHONE, AFTER_ANY},
	{"โทรศัพท์มือถือ", LABEL_PHONE, AFTER_ANY},
	{"โทรศัพท์", LABEL_PHONE, AFTER_ANY},
	{"หมายเลขโทรศัพท์", LABEL_PHONE, AFTER_ANY},
	{"โทรฯ", LABEL_PHONE, AFTER_ANY},
	{"โทร", LABEL_PHONE, AFTER_ANY},
	{"Tel", LABEL_PHONE, AFTER_ANY},
	{"TEL", LABEL_PHONE, AFTER_ANY},
	{"ไปรษณีย์อิเล็กทรอนิกส์", LABEL_EMAIL, AFTER_ANY},
	{"อีเมล", LABEL_EMAIL, AFTER_ANY},
	{"E-mail", LABEL_EMAIL, AFTER_ANY},
	{"e-mail", LABEL_EMAIL, AFTER_ANY},
	{"Email", LABEL_EMAIL, AFTER_ANY},
	{"email", LABEL_EMAIL, AFTER_ANY},
	{"ผู้ประสานงาน", LABEL_COORDINATOR, AFTER_ANY},
	{"เจ้าหน้าที่ผู้ประสานงาน", LABEL_COORDINATOR, AFTER_ANY},
	{"เจ้าหน้าที่ประสานงาน", LABEL_COORDINATOR, AFTER_ANY},
	{"เจ้าหน้าที่ผู้รับผิดชอบ", LABEL_COORDINATOR, AFTER_ANY},
	{"ผู้รับผิดชอบ", LABEL_COORDINATOR, AFTER_ANY},
	{"สำเนาส่ง", LABEL_COPY, AFTER_ANY},
	{"สำเนาเรียน", LABEL_COPY, AFTER_ANY},
	{"สำเนาถูกต้อง", LABEL_COPY, AFTER_ANY},
	{"รับรองสำเนา", LABEL_COPY, AFTER_ANY},
	{"เลขที่รับ", LABEL_RECEIPT, AFTER_ANY},
	{"เลขรับที่", LABEL_RECEIPT, AFTER_ANY},
	{"เลขรับ", LABEL_RECEIPT, AFTER_ANY},
	{"เลขทะเบียนรับ", LABEL_RECEIPT, AFTER_ANY},
	{"เลขที่ลงรับ", LABEL_RECEIPT, AFTER_ANY},
	{"รับเลขที่", LABEL_RECEIPT, AFTER_ANY},
	{"รับที่", LABEL_RECEIPT, AFTER_ANY},
	{"ลงรับที่", LABEL_RECEIPT, AFTER_ANY},
	{"ลงรับเลขที่", LABEL_RECEIPT, AFTER_ANY},
	{"ทะเบียนรับเลขที่", LABEL_RECEIPT, AFTER_ANY},
	{"ทะเบียนรับที่", LABEL_RECEIPT, AFTER_ANY},
	{"ลงวันที่", LABEL_DATE, AFTER_ANY},
	{"วันที่", LABEL_DATE, AFTER_ANY},
	{"เวลา", LABEL_TIME, AFTER_ANY},
};
/* clang-format on */

/* Bytes between a label and what it names: "." of โทร., ":" and spaces. */
static size_t
gap_after(const char *s)
{
	return strspn(s, " \t.:");
}

static bool
may_follow(const char *s, enum after after)
{
	if (after == AFTER_ANY || *s == '\0')
		return true;
	return after == AFTER_SPACE && strchr(" \t:", *s) != NULL;
}

/* A label shorter than this, without its marks, is like too many words. */
enum { SKELETON_MIN = 12, SKELETON_MAX = 80 };

/* Bytes of s that make up `want` bytes of its skeleton, up to the end of a
   word; 0 when no word ends there. */
static size_t
skeleton_length(const char *s, size_t want)
{
	char part[SKELETON_MAX], copy[4 * SKELETON_MAX];
	size_t n = 0;

	while (n < sizeof(copy) - 1 && s[n] != '\0') {
		n += strcspn(s + n, " \t");
		if (n >= sizeof(copy))
			return 0;
		memcpy(copy, s, n);
		copy[n] = '\0';
		if (skeleton(copy, part, sizeof(part)) >= want)
			return strlen(part) == want ? n : 0;
		n += scan_space(s + n);
	}
	return 0;
}

/* Thai letters have three bytes: a skeleton of four letters has twelve. */
static struct labelled
damaged_label(const char *s)
{
	char want[SKELETON_MAX], have[SKELETON_MAX];

	skeleton(s, have, sizeof(have));
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		size_t len, n;

		/* The first letter is no mark: it stands in the skeleton. */
		if (strncmp(have, rows[i].word, 3) != 0)
			continue;
		len = skeleton(rows[i].word, want, sizeof(want));
		if (len < SKELETON_MIN || rows[i].label == LABEL_BODY ||
		    strncmp(have, want, len) != 0)
			continue;
		n = skeleton_length(s, len);
		if (n > 0 && may_follow(s + n, rows[i].after))
			return (struct labelled){rows[i].label,
						 n + gap_after(s + n), true};
	}
	return (struct labelled){.label = LABEL_NONE};
}

struct labelled
label_at(const char *s)
{
	struct labelled best = {.label = LABEL_NONE};

	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		size_t n = scan_word(s, rows[i].word);

		if (n <= best.n || !may_follow(s + n, rows[i].after))
			continue;
		best = (struct labelled){.label = rows[i].label, .n = n};
	}
	if (best.label == LABEL_NONE)
		return damaged_label(s);
	best.n += gap_after(s + best.n);
	return best;
}

const char *
label_find(const char *s, enum label label, size_t *n)
{
	const char *best = NULL;

	*n = 0;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		const char *at;
		size_t len = strlen(rows[i].word);

		if (rows[i].label != label)
			continue;
		at = strstr(s, rows[i].word);
		if (at == NULL || (best != NULL && at > best) ||
		    (at == best && len <= *n))
			continue;
		best = at;
		*n = len;
	}
	if (best != NULL)
		*n += gap_after(best + *n);
	return best;
}

static size_t
word_of(const char *s, const char *const *words, size_t n, const char **word)
{
	size_t best = 0;

	for (size_t i = 0; i < n; i++) {
		size_t len = scan_word(s, words[i]);

		if (len > best) {
			best = len;
			if (word != NULL)
				*word = words[i];
		}
	}
	return best;
}

/* A mark stands by itself: ด่วน is not the beginning of another word. */
static const char *
mark_at(const char *s, const char *const *words, size_t n_words, size_t *n)
{
	const char *word = NULL;

	*n = word_of(s, words, n_words, &word);
	return *n > 0 && strchr(" \t", s[*n]) != NULL ? word : NULL;
}

const char *
urgency_at(const char *s, size_t *n)
{
	static const char *const words[] = {"ด่วนที่สุด", "ด่วนมาก", "ด่วน"};

	return mark_at(s, words, ARRAY_SIZE(words), n);
}

const char *
secrecy_at(const char *s, size_t *n)
{
	static const char *const words[] = {"ลับที่สุด", "ลับมาก", "ลับ"};

	return mark_at(s, words, ARRAY_SIZE(words), n);
}

bool
is_office(const char *s)
{
	/* clang-format off */
	static const char *const words[] = {
		"สำนัก", "สำนักงาน", "สนง", "ศาลากลาง", "ที่ว่าการ", "ที่ทำการ",
		"กรม", "กระทรวง", "กอง", "กลุ่ม", "ฝ่าย", "ส่วน", "งาน", "ศูนย์",
		"จังหวัด", "อำเภอ", "เทศบาล", "องค์การ", "องค์กร", "อบต", "อบจ",
		"โรงเรียน", "โรงพยาบาล", "มหาวิทยาลัย", "วิทยาลัย", "สถาบัน",
		"สถานี", "ตำรวจ", "กองบังคับการ", "กองบัญชาการ", "ศาล", "สภา",
		"บริษัท", "บจก", "หจก", "ห้างหุ้นส่วน", "ร้าน", "ธนาคาร",
		"มูลนิธิ", "สมาคม", "สหกรณ์", "ชมรม", "วัด", "การไฟฟ้า",
		"การประปา", "คณะ", "หน่วย", "แขวง", "เรือนจำ", "ด่าน",
		"สภ.", "รพ.สต", "แผนก", "ทำเนียบ", "ราช", "รัฐสภา",
	};
	/* clang-format on */
	return word_of(s, words, ARRAY_SIZE(words), NULL) > 0;
}

bool
is_unit(const char *s)
{
	static const char *const words[] = {"กลุ่ม", "ฝ่าย",  "งาน", "ส่วน",
					    "กอง", "แผนก", "หน่วย"};

	return word_of(s, words, ARRAY_SIZE(words), NULL) > 0;
}

bool
is_endorsement(const char *s)
{
	/* clang-format off */
	static const char *const words[] = {
		"ทราบ", "รับทราบ", "อนุมัติ", "ไม่อนุมัติ", "เห็นชอบ", "เห็นควร",
		"เห็นด้วย", "ดำเนินการ", "มอบ", "เวียน", "แจ้ง", "ยุติเรื่อง",
		"ลงนาม", "ชอบ", "ควร", "เพื่อ", "โปรด", "เรียน", "จึง", "เก็บ",
		"รวมเรื่อง", "สั่งการ", "ตามเสนอ", "ดำเนิน",
	};
	/* clang-format on */
	return word_of(s, words, ARRAY_SIZE(words), NULL) > 0;
}

bool
is_place(const char *s)
{
	/* clang-format off */
	static const char *const words[] = {
		"ถนน", "ถ.", "ซอย", "ซ.", "หมู่", "ม.", "ตำบล", "ต.", "แขวง",
		"อำเภอ", "อ.", "เขต", "จังหวัด", "จ.", "กรุงเทพ", "กทม",
		"เลขที่", "ตู้ ปณ", "ตู้ไปรษณีย์", "ชั้น", "อาคาร", "ศูนย์ราชการ",
	};
	/* clang-format on */
	size_t n = word_of(s, words, ARRAY_SIZE(words), NULL);

	/* "ประถมศึกษาเพชรบุรี เขต ๑" is no place. */
	if (n == strlen("เขต") && scan_word(s, "เขต") > 0)
		return s[n] != ' ' && s[n] != '\0';
	return n > 0 || scan_digit(s, NULL) > 0;
}

size_t
acting_at(const char *s)
{
	/* clang-format off */
	static const char *const words[] = {
		"ปฏิบัติราชการแทน", "รักษาราชการแทน", "รักษาการแทน",
		"รักษาการในตำแหน่ง", "รักษาการ", "ปฏิบัติหน้าที่",
		"ปฏิบัติหน้าที่แทน", "ปฏิบัติการแทน", "ทำการแทน",
	};
	/* clang-format on */
	return word_of(s, words, ARRAY_SIZE(words), NULL);
}

size_t
rank_at(const char *s)
{
	/* clang-format off */
	static const char *const words[] = {
		"ว่าที่ร้อยตรี", "ว่าที่ร้อยโท", "ว่าที่ร้อยเอก", "ว่าที่พันตรี",
		"ว่าที่ ร.ต.", "ว่าที่ ร.ท.", "ว่าที่ ร.อ.", "ว่าที่ ร้อยตรี",
		"ว่าที่ร.ต.", "ว่าที่ พ.ต.", "ว่าที่ ร.ต.หญิง", "ว่าที่ร้อยตรีหญิง",
		"จ.อ.", "จ.ท.", "จ.ต.", "จ.ส.อ.", "จ.ส.ท.", "จ.ส.ต.", "ส.อ.",
		"ส.ท.", "ส.ต.", "พ.อ.อ.", "พ.อ.ท.", "พ.อ.ต.", "จ่าเอก", "จ่าโท",
		"จ่าสิบเอก", "จ่าสิบโท", "จ่าสิบตรี", "สิบเอก", "สิบโท", "สิบตรี",
		"พันจ่าเอก", "พันจ่าอากาศเอก", "จ่าอากาศเอก",
		"ร.ต.", "ร.ท.", "ร.อ.", "พ.ต.", "พ.ท.", "พ.อ.", "พล.ต.",
		"พล.ท.", "พล.อ.", "ร.ต.ต.", "ร.ต.ท.", "ร.ต.อ.", "พ.ต.ต.",
		"พ.ต.ท.", "พ.ต.อ.", "พล.ต.ต.", "พล.ต.ท.", "พล.ต.อ.", "ส.ต.ต.",
		"ส.ต.ท.", "ส.ต.อ.", "จ.ส.ต.", "ด.ต.", "ดาบตำรวจ",
		"ร้อยตรี", "ร้อยโท", "ร้อยเอก", "พันตรี", "พันโท", "พันเอก",
		"พลตรี", "พลโท", "พลเอก", "ร้อยตำรวจตรี", "ร้อยตำรวจโท",
		"ร้อยตำรวจเอก", "พันตำรวจตรี", "พันตำรวจโท", "พันตำรวจเอก",
		"พลตำรวจตรี", "พลตำรวจโท", "พลตำรวจเอก", "นาวาตรี", "นาวาโท",
		"นาวาเอก", "เรือตรี", "เรือโท", "เรือเอก", "เรืออากาศเอก",
		"พันเอกพิเศษ", "ดร.", "ผศ.", "รศ.", "ศ.", "ผศ.ดร.", "รศ.ดร.",
		"นพ.", "พญ.", "ม.ร.ว.", "ม.ล.", "หม่อมหลวง", "หม่อมราชวงศ์",
	};
	/* clang-format on */
	return word_of(s, words, ARRAY_SIZE(words), NULL);
}

size_t
courtesy_at(const char *s)
{
	/* clang-format off */
	static const char *const words[] = {
		"นาย", "นาง", "นางสาว", "น.ส.", "นส.", "พระ", "พระครู", "คุณ",
		"ดร.", "ผศ.", "รศ.", "นายแพทย์", "แพทย์หญิง", "Mr.", "Mrs.",
		"Ms.", "Miss",
	};
	/* clang-format on */
	return word_of(s, words, ARRAY_SIZE(words), NULL);
}
