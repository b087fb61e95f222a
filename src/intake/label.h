/* label.h -- the words with which the lines of a letter begin */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_LABEL_H
#define INTAKE_LABEL_H

#include <stdbool.h>
#include <stddef.h>

enum label {
	LABEL_NONE,
	/* of a head, each beginning a field */
	LABEL_SUBJECT, /* เรื่อง */
	LABEL_TO, /* เรียน กราบเรียน นมัสการ */
	LABEL_ADDRESSED, /* ถึง: of a stamped letter */
	LABEL_THROUGH,   /* ผ่าน */
	LABEL_REFERS,    /* อ้างถึง */
	LABEL_ENCLOSES,  /* สิ่งที่ส่งมาด้วย */
	LABEL_OFFICE,    /* ส่วนราชการ */
	LABEL_HEADS,
	/* others */
	LABEL_MEMO,    /* บันทึกข้อความ */
	LABEL_ORDER,   /* คำสั่ง ระเบียบ */
	LABEL_NOTICE,  /* ประกาศ แถลงการณ์ */
	LABEL_PURPOSE, /* จึงเรียนมาเพื่อ */
	LABEL_CLOSING, /* ขอแสดงความนับถือ */
	LABEL_BODY, /* ด้วย ตามที่ เนื่องจาก */
	LABEL_PHONE,
	LABEL_FAX,
	LABEL_EMAIL,
	LABEL_COORDINATOR,
	LABEL_COPY, /* สำเนาส่ง, สำเนาถูกต้อง */
	LABEL_RECEIPT, /* เลขรับ: of a stamp */
	LABEL_DATE,    /* วันที่ */
	LABEL_TIME,    /* เวลา */
};

struct labelled {
	enum label label;
	size_t n; /* bytes of the label and what parts it from the rest */
	bool is_damaged; /* known by its letters only, marks lost or moved */
};

/* The label at the beginning of s; LABEL_NONE when there is none. */
struct labelled label_at(const char *s);
/* The first place in s where that label stands, or NULL; *n its bytes. */
const char *label_find(const char *s, enum label label, size_t *n);

/* Urgency and secrecy as printed on a letter; NULL when s begins with none.
 *n gets the bytes. */
const char *urgency_at(const char *s, size_t *n);
const char *secrecy_at(const char *s, size_t *n);

/* Begins with the name of an office or unit; of a unit inside an office. */
bool is_office(const char *s);
bool is_unit(const char *s);
/* Begins as endorsements do: ทราบ, เห็นควร, มอบ (domain notes 2.3). */
bool is_endorsement(const char *s);
/* Begins with a place: ถนน, ตำบล, a house number. */
bool is_place(const char *s);
/* The words for acting on another's behalf at s: their bytes, else 0. */
size_t acting_at(const char *s);
/* A rank or title before a name ("จ.อ.", "พันตำรวจเอก"): bytes, else 0. */
size_t rank_at(const char *s);
/* นาย, นาง, นางสาว ... before a name: bytes, else 0. */
size_t courtesy_at(const char *s);

#endif
