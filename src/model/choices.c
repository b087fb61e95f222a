/* choices.c -- the words a letter may carry, and how they are shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/choices.h"

#include <string.h>

#include "base/i18n.h"

/* clang-format off: it counts the bytes of Thai */

/* ระเบียบงานสารบรรณ 2526, ข้อ 28; the register keeps the word on the paper. */
const struct choice letter_urgencies[] = {
    {"ด่วนที่สุด", "most-urgent", N_("most urgent")},
    {"ด่วนมาก", "very-urgent", N_("very urgent")},
    {"ด่วน", "urgent", N_("urgent")},
    {0}};

/* ระเบียบว่าด้วยการรักษาความลับของทางราชการ 2544, ข้อ 12. */
const struct choice letter_secrecies[] = {
    {"ลับที่สุด", "top-secret", N_("top secret")},
    {"ลับมาก", "secret", N_("secret")},
    {"ลับ", "confidential", N_("confidential")},
    {0}};

/* ระเบียบงานสารบรรณ 2526, ข้อ 9, as a receiving office meets them. */
const struct choice letter_kinds[] = {
    {"external", "หนังสือภายนอก", N_("external letter")},
    {"memo", "หนังสือภายใน", N_("internal letter")},
    {"stamped", "หนังสือประทับตรา", N_("stamped letter")},
    {"order", "หนังสือสั่งการ", N_("order or rule")},
    {"other", "หนังสืออื่น", N_("other document")},
    {0}};

const struct choice letter_channels[] = {
    {"paper", "นำส่งเอง", N_("by hand")},
    {"post", "ไปรษณีย์", N_("by post")},
    {"email", "อีเมล", N_("by e-mail")},
    {"system", "ระบบ", N_("through a web system")},
    {"fax", "โทรสาร", N_("by fax")},
    {0}};

const struct choice letter_states[] = {
    {STATE_RECEIVED, "ลงรับ", N_("received")},
    {STATE_PRESENTED, "เสนอ", N_("presented")},
    {STATE_ORDERED, "สั่งการ", N_("with divisions")},
    {STATE_CLOSED, "ยุติ", N_("closed")},
    {STATE_NUMBERED, "ออกเลข", N_("numbered")},
    {STATE_SENT, "ส่ง", N_("sent")},
    {STATE_DELIVERED, "มีผู้รับ", N_("delivered")},
    {STATE_CANCELLED, "ยกเลิก", N_("cancelled")},
    {STATE_RESERVED, "จองเลข", N_("reserved")},
    {STATE_VOID, "เลขเสีย", N_("void")},
    {STATE_LOST, "บันทึกสูญหาย", N_("record lost")},
    {STATE_DESTROYED, "ทำลายแล้ว", N_("destroyed")},
    {0}};

const struct choice office_kinds[] = {
    {"abt", "อบต.", N_("subdistrict office")},
    {"municipality", "เทศบาล", N_("municipality")},
    {"district", "อำเภอ", N_("district")},
    {"province", "จังหวัด", N_("province")},
    {"department", "กรม", N_("department")},
    {0}};

const struct choice entry_fields[] = {{"ref", "ที่", N_("their number")},
				      {"dated", "ลงวันที่", N_("dated")},
				      {"from", "จาก", N_("from")},
				      {"to", "ถึง", N_("to")},
				      {"subject", "เรื่อง", N_("subject")},
				      {"urgency", "ชั้นความเร็ว", N_("urgency")},
				      {"secrecy", "ชั้นความลับ", N_("secrecy")},
				      {"kind", "ชนิด", N_("kind")},
				      {"channel", "ทาง", N_("how it came")},
				      {"pages", "จำนวนหน้า", N_("pages")},
				      {0}};

/* clang-format on */

const struct choice *
choice_find(const struct choice *from, const char *word)
{
	for (const struct choice *c = from; c->value != NULL; c++)
		if (strcmp(c->value, word) == 0 ||
		    (c->alias != NULL && strcmp(c->alias, word) == 0))
			return c;
	return NULL;
}

const char *
choice_label(const struct choice *from, const char *word)
{
	const struct choice *c;

	if (word == NULL)
		return "";
	c = choice_find(from, word);
	return c != NULL ? _(c->label) : word;
}

bool
state_has_letter(const char *state)
{
	return strcmp(state, STATE_RESERVED) != 0 &&
	       strcmp(state, STATE_VOID) != 0 &&
	       strcmp(state, STATE_LOST) != 0 &&
	       strcmp(state, STATE_DESTROYED) != 0;
}

int
urgency_rank(const char *urgency)
{
	const struct choice *c =
	    urgency ? choice_find(letter_urgencies, urgency) : NULL;
	int rank = 0;

	for (; c && c->value; c++)
		rank++;
	return rank;
}
