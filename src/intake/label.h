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
	LABEL_MEMO,   /* บันทึกข้อความ */
	LABEL_ORDER,  /* คำสั่ง ระเบียบ */
	LABEL_NOTICE, /* ประกาศ แถลงการณ์ หนังสือรับรอง ข่าว */
	LABEL_MINUTES, /* รายงานการประชุม */
	LABEL_PURPOSE, /* จึงเรียนมาเพื่อ */
	LABEL_CLOSING, /* ขอแสดงความนับถือ */
	LABEL_BODY, /* ด้วย ตามที่ เนื่องจาก */
	LABEL_PHONE,
	LABEL_FAX,
	LABEL_EMAIL,
	LABEL_COORDINATOR,
	LABEL_OTHER_CONTACT, /* IP Phone, LINE, a QR code */
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
/* Where in s the next telephone, e-mail or the like begins; its end when none
   does. */
const char *contact_find(const char *s);
bool is_contact(enum label label);

#endif
