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
	AFTER_STOP, /* no letter: โทร. is a telephone, โทรคมนาคม is not */
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
	{"กราบเรียน/เรียน", LABEL_TO, AFTER_SPACE},
	{"เจริญพร", LABEL_TO, AFTER_SPACE},
	{"ขอเจริญพร", LABEL_TO, AFTER_SPACE},
	{"กราบนมัสการ", LABEL_TO, AFTER_SPACE},
	{"ขอนมัสการ", LABEL_TO, AFTER_SPACE},
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
	{"เอกสารแนบท้าย", LABEL_ENCLOSES, AFTER_SPACE},
	{"เอกสารประกอบ", LABEL_ENCLOSES, AFTER_SPACE},
	{"แนบท้าย", LABEL_ENCLOSES, AFTER_SPACE},
	{"สิ่งที่ส่งมา", LABEL_ENCLOSES, AFTER_SPACE},
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
	{"ใบรับรอง", LABEL_NOTICE, AFTER_ANY},
	{"ข่าวประชาสัมพันธ์", LABEL_NOTICE, AFTER_ANY},
	{"รายงานการประชุม", LABEL_MINUTES, AFTER_ANY},
	{"บันทึกการประชุม", LABEL_MINUTES, AFTER_ANY},
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
	{"จึงเรียนยืนยันมา", LABEL_PURPOSE, AFTER_ANY},
	{"จึงเจริญพรมา", LABEL_PURPOSE, AFTER_ANY},
	{"จึงขอเจริญพรมา", LABEL_PURPOSE, AFTER_ANY},
	{"จึงขอเรียนมา", LABEL_PURPOSE, AFTER_ANY},
	{"จึงขอความอนุเคราะห์มา", LABEL_PURPOSE, AFTER_ANY},
	{"จึงขอส่งมาเพื่อ", LABEL_PURPOSE, AFTER_ANY},
	{"จึงกราบเรียนมา", LABEL_PURPOSE, AFTER_ANY},
	{"จึงนมัสการมา", LABEL_PURPOSE, AFTER_ANY},
	{"จึงแจ้งมา", LABEL_PURPOSE, AFTER_ANY},
	{"ขอแสดงความนับถือ", LABEL_CLOSING, AFTER_ANY},
	{"ขอแสดงความนบถือ", LABEL_CLOSING, AFTER_ANY},
	{"ขอแสดงความเคารพ", LABEL_CLOSING, AFTER_ANY},
	{"ด้วยความเคารพ", LABEL_CLOSING, AFTER_ANY},
	{"ด้วยความนับถือ", LABEL_CLOSING, AFTER_ANY},
	{"ขอเจริญพร", LABEL_CLOSING, AFTER_NOTHING},
	{"ขอนมัสการ", LABEL_CLOSING, AFTER_NOTHING},
	{"ขอนมัสการด้วยความเคารพ", LABEL_CLOSING, AFTER_ANY},
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
	{"โทรศัพท์เคลื่อนที่", LABEL_PHONE, AFTER_ANY},
	{"มือถือ", LABEL_PHONE, AFTER_ANY},
	{"เบอร์โทรศัพท์", LABEL_PHONE, AFTER_ANY},
	{"เบอร์โทร", LABEL_PHONE, AFTER_ANY},
	{"เบอร์ติดต่อ", LABEL_PHONE, AFTER_ANY},
	{"โทรศัพท์", LABEL_PHONE, AFTER_ANY},
	{"หมายเลขโทรศัพท์", LABEL_PHONE, AFTER_ANY},
	{"โทรฯ", LABEL_PHONE, AFTER_ANY},
	{"โทร", LABEL_PHONE, AFTER_STOP},
	{"Tel", LABEL_PHONE, AFTER_STOP},
	{"TEL", LABEL_PHONE, AFTER_ANY},
	{"ไปรษณีย์อิเล็กทรอนิกส์", LABEL_EMAIL, AFTER_ANY},
	{"อีเมล", LABEL_EMAIL, AFTER_ANY},
	{"E-mail", LABEL_EMAIL, AFTER_ANY},
	{"e-mail", LABEL_EMAIL, AFTER_ANY},
	{"Email", LABEL_EMAIL, AFTER_ANY},
	{"email", LABEL_EMAIL, AFTER_ANY},
	{"IP Phone", LABEL_OTHER_CONTACT, AFTER_ANY},
	{"IP PHONE", LABEL_OTHER_CONTACT, AFTER_ANY},
	{"IP-Phone", LABEL_OTHER_CONTACT, AFTER_ANY},
	{"โทรศัพท์ภายใน", LABEL_OTHER_CONTACT, AFTER_ANY},
	{"LINE ID", LABEL_OTHER_CONTACT, AFTER_ANY},
	{"ID Line", LABEL_OTHER_CONTACT, AFTER_ANY},
	{"Line ID", LABEL_OTHER_CONTACT, AFTER_ANY},
	{"ไลน์", LABEL_OTHER_CONTACT, AFTER_SPACE},
	{"Facebook", LABEL_OTHER_CONTACT, AFTER_ANY},
	{"เว็บไซต์", LABEL_OTHER_CONTACT, AFTER_ANY},
	{"Website", LABEL_OTHER_CONTACT, AFTER_ANY},
	{"QR", LABEL_OTHER_CONTACT, AFTER_ANY},
	{"คิวอาร์โค้ด", LABEL_OTHER_CONTACT, AFTER_ANY},
	{"ผู้ประสานงาน", LABEL_COORDINATOR, AFTER_ANY},
	{"เจ้าหน้าที่ผู้ประสานงาน", LABEL_COORDINATOR, AFTER_ANY},
	{"เจ้าหน้าที่ประสานงาน", LABEL_COORDINATOR, AFTER_ANY},
	{"เจ้าหน้าที่ผู้รับผิดชอบ", LABEL_COORDINATOR, AFTER_ANY},
	{"ผู้รับผิดชอบ", LABEL_COORDINATOR, AFTER_ANY},
	{"ผู้ประสาน", LABEL_COORDINATOR, AFTER_SPACE},
	{"ผู้ติดต่อ", LABEL_COORDINATOR, AFTER_SPACE},
	{"ติดต่อประสานงาน", LABEL_COORDINATOR, AFTER_SPACE},
	{"เจ้าของเรื่อง", LABEL_COORDINATOR, AFTER_SPACE},
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

/* Labels whose first letter stood in the margin. */
static const struct row cropped[] = {
    {"รื่อง", LABEL_SUBJECT, AFTER_SPACE},
    {"รือง", LABEL_SUBJECT, AFTER_SPACE},
    {"รียน", LABEL_TO, AFTER_SPACE},
    {"างถึง", LABEL_REFERS, AFTER_SPACE},
    {"้างถึง", LABEL_REFERS, AFTER_SPACE},
    {"ิ่งที่ส่งมาด้วย", LABEL_ENCLOSES, AFTER_ANY},
    {"ึงเรียนมาเพื่อ", LABEL_PURPOSE, AFTER_ANY},
};

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
	if (after == AFTER_STOP)
		return strchr(" \t.:/,", *s) != NULL || scan_digit(s, NULL) > 0;
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

	for (size_t i = 0; i < ARRAY_SIZE(cropped); i++) {
		size_t n = scan_word(s, cropped[i].word);

		if (n > 0 && may_follow(s + n, cropped[i].after))
			return (struct labelled){cropped[i].label,
						 n + gap_after(s + n), true};
	}

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
		while (at != NULL && rows[i].after == AFTER_STOP &&
		       !may_follow(at + len, AFTER_STOP))
			at = strstr(at + len, rows[i].word);
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

static const enum label contacts[] = {LABEL_PHONE, LABEL_FAX,
				      LABEL_EMAIL, LABEL_COORDINATOR,
				      LABEL_COPY,  LABEL_OTHER_CONTACT};

const char *
contact_find(const char *s)
{
	const char *first = s + strlen(s);

	for (size_t i = 0; i < ARRAY_SIZE(contacts); i++) {
		size_t n;
		const char *at = label_find(s, contacts[i], &n);

		if (at != NULL && at < first)
			first = at;
	}
	return first;
}

bool
is_contact(enum label label)
{
	for (size_t i = 0; i < ARRAY_SIZE(contacts); i++)
		if (contacts[i] == label)
			return true;
	return false;
}
