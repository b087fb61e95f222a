/* role.c -- what a post is for, and so what whoever holds it may */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/role.h"

#include <string.h>

#include "base/i18n.h"

/* clang-format off */
const struct choice post_roles[] = {
    {"chain",			    "สายเสนอ", N_("in the chain")},
    {"division",          "กอง", N_("division head")},
    {"registrar",			 "นายทะเบียน", N_("registrar")},
    {"auditor",          "ผู้ตรวจสอบ", N_("auditor")},
    {"administrator",			"ผู้ดูแล", N_("administrator")},
    {0}
};
/* clang-format on */

/* In the order of the bits; the words are also those of post_roles. */
static const struct {
	enum role role;
	const char *label;
} beyond[] = {
    {ROLE_OWNER, N_("the account that owns the register")},
    {ROLE_NONE, N_("people without a post")},
};

unsigned
role_of(const char *word)
{
	unsigned role = ROLE_CHAIN;

	for (const struct choice *c = post_roles; word && c->value; c++) {
		if (strcmp(c->value, word) == 0)
			return role;
		role <<= 1;
	}
	return 0;
}

static void
add_role(struct text *t, bool is_first, const char *label)
{
	text_printf(t, "%s%s", is_first ? "" : ", ", label);
}

void
text_add_roles(struct text *t, unsigned roles)
{
	size_t from = t->n;

	for (const struct choice *c = post_roles; c->value; c++)
		if (roles & role_of(c->value))
			add_role(t, t->n == from, _(c->label));
	for (size_t i = 0; i < ARRAY_SIZE(beyond); i++)
		if (roles & beyond[i].role)
			add_role(t, t->n == from, _(beyond[i].label));
}
