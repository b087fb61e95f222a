/* words.c -- the words by which offices, places, ranks and names are known */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/words.h"

#include <string.h>

#include "base/mem.h"

#include "intake/scan.h"

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
	return *n > 0 && strchr(" \t)]*\"", s[*n]) != NULL ? word : NULL;
}

const char *
urgency_at(const char *s, size_t *n)
{
	static const char *const words[] = {"ด่วนที่สุด", "ด่วนมาก", "ด่วน",
					    "ด่วน ที่สุด", "ด่วน มาก"};
	const char *word = mark_at(s, words, ARRAY_SIZE(words), n);

	/* Written apart it is the same. */
	return word == words[3] ? words[0] : word == words[4] ? words[1] : word;
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
		"เขียนที่", "บ้านเลขที่", "บ้าน ", "ปณ",
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
		"ปฏิบัติงานแทน", "ปฏิบัติหน้าที่ราชการแทน", "รักษาหน้าที่แทน",
	};
	/* clang-format on */
	return word_of(s, words, ARRAY_SIZE(words), NULL);
}

/* A rank itself, without ว่าที่ before it and หญิง behind. */
static size_t
plain_rank(const char *s)
{
	/* clang-format off */
	static const char *const words[] = {
		"พล.อ.", "พล.ท.", "พล.ต.", "พ.อ.", "พ.ท.", "พ.ต.", "ร.อ.",
		"ร.ท.",
		"ร.ต.", "จ.ส.อ.", "จ.ส.ท.", "จ.ส.ต.", "ส.อ.", "ส.ท.", "ส.ต.",
		"พลเอก", "พลโท", "พลตรี", "พันเอกพิเศษ", "พันเอก", "พันโท", "พันตรี",
		"ร้อยเอก", "ร้อยโท", "ร้อยตรี", "จ่าสิบเอก", "จ่าสิบโท", "จ่าสิบตรี",
		"สิบเอก", "สิบโท", "สิบตรี",
		"พล.ร.อ.", "พล.ร.ท.", "พล.ร.ต.", "น.อ.", "น.ท.", "น.ต.",
		"พ.จ.อ.",
		"พ.จ.ท.", "พ.จ.ต.", "จ.อ.", "จ.ท.", "จ.ต.",
		"พลเรือเอก", "พลเรือโท", "พลเรือตรี", "นาวาเอก", "นาวาโท",
		"นาวาตรี",
		"เรือเอก", "เรือโท", "เรือตรี", "พันจ่าเอก", "พันจ่าโท", "พันจ่าตรี",
		"จ่าเอก", "จ่าโท", "จ่าตรี",
		"พล.อ.อ.", "พล.อ.ท.", "พล.อ.ต.", "พ.อ.อ.", "พ.อ.ท.", "พ.อ.ต.",
		"พลอากาศเอก", "พลอากาศโท", "พลอากาศตรี", "นาวาอากาศเอก",
		"นาวาอากาศโท", "นาวาอากาศตรี", "เรืออากาศเอก", "เรืออากาศโท",
		"เรืออากาศตรี", "พันจ่าอากาศเอก", "พันจ่าอากาศโท", "พันจ่าอากาศตรี",
		"จ่าอากาศเอก", "จ่าอากาศโท", "จ่าอากาศตรี",
		"พล.ต.อ.", "พล.ต.ท.", "พล.ต.ต.", "พ.ต.อ.", "พ.ต.ท.", "พ.ต.ต.",
		"ร.ต.อ.", "ร.ต.ท.", "ร.ต.ต.", "ส.ต.อ.", "ส.ต.ท.", "ส.ต.ต.",
		"ด.ต.",
		"พลตำรวจเอก", "พลตำรวจโท", "พลตำรวจตรี", "พันตำรวจเอกพิเศษ",
		"พันตำรวจเอก", "พันตำรวจโท", "พันตำรวจตรี", "ร้อยตำรวจเอก",
		"ร้อยตำรวจโท", "ร้อยตำรวจตรี", "ดาบตำรวจ", "จ่าสิบตำรวจ",
		"สิบตำรวจเอก", "สิบตำรวจโท", "สิบตำรวจตรี",
		"ดร.", "ผศ.ดร.", "รศ.ดร.", "ศ.ดร.", "ผศ.", "รศ.", "ศ.", "นพ.",
		"พญ.", "ทพ.", "ทพญ.", "ภก.", "ภญ.", "ม.จ.", "ม.ร.ว.", "ม.ล.",
		"หม่อมหลวง", "หม่อมราชวงศ์",
	};
	/* clang-format on */
	return word_of(s, words, ARRAY_SIZE(words), NULL);
}

/* "ว่าที่ ร.ต.", "ว่าที่ร้อยตรีหญิง", "พ.ต.ท.หญิง": a rank not yet confirmed,
   and of a woman. */
size_t
rank_at(const char *s)
{
	size_t at = scan_word(s, "ว่าที่"), n;

	at += scan_space(s + at);
	n = plain_rank(s + at);
	if (n == 0)
		return 0;
	at += n;
	n = scan_space(s + at);
	return at + (scan_word(s + at + n, "หญิง") > 0 ? n + strlen("หญิง") : 0);
}

size_t
courtesy_at(const char *s)
{
	/* clang-format off */
	static const char *const words[] = {
		"นาย", "นาง", "นางสาว", "น.ส.", "นส.", "พระ", "พระครู", "คุณ",
		"ศาสตราจารย์", "รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์", "ทันตแพทย์",
		"ทันตแพทย์หญิง", "เภสัชกร", "สัตวแพทย์หญิง", "หม่อม",
		"ดร.", "ผศ.", "รศ.", "นายแพทย์", "แพทย์หญิง", "Mr.", "Mrs.",
		"Ms.", "Miss",
	};
	/* clang-format on */
	return word_of(s, words, ARRAY_SIZE(words), NULL);
}
