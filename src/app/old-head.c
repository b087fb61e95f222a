/* old-head.c -- which column of an old register is which */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/old-head.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai-fold.h"

const char *const old_field_names[OLD_FIELDS] = {
    [OLD_NUMBER] = N_("number"),   [OLD_RECEIVED] = N_("day of registering"),
    [OLD_TIME] = N_("time"),       [OLD_REF] = N_("letter no."),
    [OLD_DATED] = N_("dated"),     [OLD_FROM] = N_("from"),
    [OLD_TO] = N_("to"),           [OLD_SUBJECT] = N_("subject"),
    [OLD_ORDERED] = N_("order"),   [OLD_DOER] = N_("doer"),
    [OLD_DUE] = N_("due"),         [OLD_DONE] = N_("action taken"),
    [OLD_REMARK] = N_("remarks"),  [OLD_YEAR] = N_("year"),
    [OLD_BOOK] = N_("book"),       [OLD_URGENCY] = N_("urgency"),
    [OLD_SECRECY] = N_("secrecy"),
};

/* How surely a name means a field: what is less sure takes what is left. */
enum sureness { SURE, UNSURE, LAST };

struct spelling_of {
	const char *name;
	enum old_field field;
	enum sureness sure;
	bool is_sent;
};

/* clang-format off */
/* Met in real spreadsheets; spaces, dots and tone marks do not count.  The
   first sure one of a field is what we write. */
static const struct spelling_of spellings[] = {
	{ "เลขทะเบียนรับ", OLD_NUMBER, SURE, false },
	{ "เลขทะเบียน", OLD_NUMBER, SURE, false },
	{ "ทะเบียนรับ", OLD_NUMBER, SURE, false },
	{ "ทะเบียน", OLD_NUMBER, SURE, false },
	{ "เลขรับ", OLD_NUMBER, SURE, false },
	{ "เลขที่รับ", OLD_NUMBER, SURE, false },
	{ "เลขทะเบียนส่ง", OLD_NUMBER, SURE, true },
	{ "ทะเบียนส่ง", OLD_NUMBER, SURE, true },
	{ "เลขส่ง", OLD_NUMBER, SURE, true },
	{ "เลขที่ส่ง", OLD_NUMBER, SURE, true },
	{ "registration number", OLD_NUMBER, SURE, false },
	{ "ลำดับ", OLD_NUMBER, UNSURE, false },
	{ "ลำดับที่", OLD_NUMBER, UNSURE, false },
	{ "วันที่ลงรับ", OLD_RECEIVED, SURE, false },
	{ "วันที่รับ", OLD_RECEIVED, SURE, false },
	{ "วันเดือนปีที่รับ", OLD_RECEIVED, SURE, false },
	{ "วันรับ", OLD_RECEIVED, SURE, false },
	{ "ลงรับ", OLD_RECEIVED, SURE, false },
	{ "วันลงรับ", OLD_RECEIVED, SURE, false },
	{ "วันที่ส่ง", OLD_RECEIVED, SURE, true },
	{ "วันส่ง", OLD_RECEIVED, SURE, true },
	{ "วันที่ลงทะเบียน", OLD_RECEIVED, SURE, false },
	{ "registered", OLD_RECEIVED, SURE, false },
	{ "เวลา", OLD_TIME, SURE, false },
	{ "เวลารับ", OLD_TIME, SURE, false },
	{ "เวลาที่รับ", OLD_TIME, SURE, false },
	{ "ที่หนังสือ", OLD_REF, SURE, false },
	{ "เลขที่หนังสือ", OLD_REF, SURE, false },
	{ "หนังสือที่", OLD_REF, SURE, false },
	{ "เลขหนังสือ", OLD_REF, SURE, false },
	{ "เลขที่", OLD_REF, UNSURE, false },
	{ "letter no", OLD_REF, SURE, false },
	{ "ลงวันที่", OLD_DATED, SURE, false },
	{ "วันที่ลง", OLD_DATED, SURE, false },
	{ "วันที่หนังสือ", OLD_DATED, SURE, false },
	{ "วันที่เอกสาร", OLD_DATED, SURE, false },
	{ "หนังสือลงวันที่", OLD_DATED, SURE, false },
	{ "ลว", OLD_DATED, SURE, false },
	{ "dated", OLD_DATED, SURE, false },
	{ "จาก", OLD_FROM, SURE, false },
	{ "ส่วนราชการ", OLD_FROM, SURE, false },
	{ "ผู้ส่ง", OLD_FROM, SURE, false },
	{ "หน่วยงาน", OLD_FROM, SURE, false },
	{ "หน่วยงานผู้ส่ง", OLD_FROM, SURE, false },
	{ "from", OLD_FROM, SURE, false },
	{ "ถึง", OLD_TO, SURE, false },
	{ "เรียน", OLD_TO, SURE, false },
	{ "ผู้รับ", OLD_TO, SURE, false },
	{ "หน่วยงานรับ", OLD_TO, SURE, false },
	{ "to", OLD_TO, SURE, false },
	{ "เรื่อง", OLD_SUBJECT, SURE, false },
	{ "ชื่อเรื่อง", OLD_SUBJECT, SURE, false },
	{ "หัวข้อ", OLD_SUBJECT, SURE, false },
	{ "เรื่อง/งาน", OLD_SUBJECT, SURE, false },
	{ "ชื่อเอกสาร", OLD_SUBJECT, SURE, false },
	{ "subject", OLD_SUBJECT, SURE, false },
	{ "ข้อสั่งการ", OLD_ORDERED, SURE, false },
	{ "order", OLD_ORDERED, SURE, false },
	{ "ผู้ปฏิบัติ", OLD_DOER, SURE, false },
	{ "ผู้รับผิดชอบ", OLD_DOER, SURE, false },
	{ "doer", OLD_DOER, SURE, false },
	{ "วันครบกำหนด", OLD_DUE, SURE, false },
	{ "กำหนดส่ง", OLD_DUE, SURE, false },
	{ "กำหนดส่งตอบรับ", OLD_DUE, SURE, false },
	{ "กำหนดตอบกลับ", OLD_DUE, SURE, false },
	{ "due", OLD_DUE, SURE, false },
	{ "การปฏิบัติ", OLD_DONE, SURE, false },
	{ "ผลการปฏิบัติ", OLD_DONE, SURE, false },
	{ "การดำเนินการ", OLD_DONE, SURE, false },
	{ "action taken", OLD_DONE, SURE, false },
	{ "หมายเหตุ", OLD_REMARK, SURE, false },
	{ "remarks", OLD_REMARK, SURE, false },
	{ "ปี พ.ศ.", OLD_YEAR, SURE, false },
	{ "ปีทะเบียน", OLD_YEAR, SURE, false },
	{ "พ.ศ.", OLD_YEAR, SURE, false },
	{ "ปี", OLD_YEAR, SURE, false },
	{ "year", OLD_YEAR, SURE, false },
	{ "สมุดทะเบียน", OLD_BOOK, SURE, false },
	{ "สมุด", OLD_BOOK, SURE, false },
	{ "ประเภททะเบียน", OLD_BOOK, SURE, false },
	{ "book", OLD_BOOK, SURE, false },
	{ "ชั้นความเร็ว", OLD_URGENCY, SURE, false },
	{ "ความเร่งด่วน", OLD_URGENCY, SURE, false },
	{ "urgency", OLD_URGENCY, SURE, false },
	{ "ชั้นความลับ", OLD_SECRECY, SURE, false },
	{ "secrecy", OLD_SECRECY, SURE, false },
	/* What is said in a word that may be either; in the order in which
	   they are tried. */
	{ "ที่", OLD_REF, LAST, false },
	{ "ที่", OLD_NUMBER, LAST, false },
	{ "วันที่", OLD_RECEIVED, LAST, false },
	{ "วันที่", OLD_DATED, LAST, false },
	{ "date", OLD_RECEIVED, LAST, false },
	{ "number", OLD_NUMBER, LAST, false },
};
/* clang-format on */

const char *
old_field_heading(enum old_field f)
{
	for (size_t i = 0; i < ARRAY_SIZE(spellings); i++)
		if (spellings[i].field == f)
			return spellings[i].name;
	return "";
}

static bool
is_name(const char *folded, const char *name)
{
	char *other = thai_fold(name);
	bool is = strcmp(folded, other) == 0;

	free(other);
	return is;
}

/* Columns with a name of this sureness take the fields that are free. */
static void
assign(struct old_head *h, char *const *folded, enum sureness sure)
{
	for (size_t i = 0; i < ARRAY_SIZE(spellings); i++) {
		const struct spelling_of *s = &spellings[i];

		if (s->sure != sure || h->column[s->field] >= 0)
			continue;
		for (size_t c = 0; c < h->n; c++) {
			bool is_taken = false;

			for (size_t f = 0; f < OLD_FIELDS; f++)
				is_taken = is_taken || h->column[f] == (int)c;
			if (is_taken || !is_name(folded[c], s->name))
				continue;
			/* Without a number of its own, the row's is it. */
			if (sure == LAST && s->field == OLD_REF &&
			    h->column[OLD_NUMBER] < 0)
				break;
			h->column[s->field] = (int)c;
			h->says_sent = h->says_sent || s->is_sent;
			h->known++;
			break;
		}
	}
}

void
old_head_read(const struct csv_row *row, struct arena *a, struct old_head *head)
{
	char **folded = xcalloc(row->n + 1, sizeof(*folded));

	*head = (struct old_head){.row = row->number, .n = row->n};
	for (size_t f = 0; f < OLD_FIELDS; f++)
		head->column[f] = -1;
	for (size_t i = 0; i < row->n; i++) {
		struct text t = {0};
		char *name;

		text_add_visible(&t, row->cells[i], true);
		name = text_take(&t);
		head->names[i] = arena_strdup(a, text_fold_space(name));
		free(name);
		folded[i] = thai_fold(head->names[i]);
	}
	assign(head, folded, SURE);
	assign(head, folded, UNSURE);
	assign(head, folded, LAST);
	for (size_t i = 0; i < row->n; i++)
		free(folded[i]);
	free(folded);
}

bool
old_head_is_one(const struct old_head *h)
{
	return h->column[OLD_NUMBER] >= 0 && h->known >= 3 &&
	       (h->column[OLD_SUBJECT] >= 0 || h->column[OLD_REF] >= 0 ||
		h->column[OLD_FROM] >= 0);
}

bool
old_head_is_again(const struct old_head *h, const struct csv_row *row)
{
	int alike = 0;

	for (size_t f = 0; f < OLD_FIELDS; f++) {
		int c = h->column[f];

		if (c < 0 || (size_t)c >= row->n)
			continue;
		alike += strcmp(row->cells[c], h->names[c]) == 0;
	}
	return alike >= 3;
}

bool
old_title_says_sent(const char *cell)
{
	struct folded folded;
	char *what = thai_fold("หนังสือส่ง");
	size_t from, to;
	bool is;

	folded_init(&folded, cell, strlen(cell));
	is = folded_find(&folded, what, &from, &to);
	folded_done(&folded);
	free(what);
	return is;
}
