/* circulation.c -- เวียน: a letter that many are to see at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/circulation.h"

#include "base/i18n.h"

const struct choice circulation_purposes[] = {
    {"information", "เพื่อทราบ", N_("for information")},
    {"action", "เพื่อดำเนินการ", N_("for action")},
    {0}};

static const struct field circulation_fields[] = {
    FIELD(struct circulation, id, FIELD_INT64),
    FIELD(struct circulation, purpose, FIELD_TEXT),
    FIELD(struct circulation, until, FIELD_DATE),
    FIELD(struct circulation, person_name, FIELD_TEXT),
    FIELD(struct circulation, post, FIELD_TEXT),
    FIELD(struct circulation, post_name, FIELD_TEXT),
    FIELD(struct circulation, at, FIELD_INT64),
    FIELD(struct circulation, closed_at, FIELD_INT64),
    FIELD(struct circulation, closed_why, FIELD_TEXT),
    {0}};
const struct row_type circulation_row = {sizeof(struct circulation),
					 circulation_fields};

static const struct field circulated_fields[] = {
    FIELD(struct circulated, circulation, FIELD_INT64),
    FIELD(struct circulated, division, FIELD_TEXT),
    FIELD(struct circulated, post, FIELD_TEXT),
    FIELD(struct circulated, person, FIELD_INT64),
    FIELD(struct circulated, name, FIELD_TEXT),
    FIELD(struct circulated, noted_at, FIELD_INT64),
    FIELD(struct circulated, noted_by, FIELD_TEXT),
    FIELD(struct circulated, nudged_at, FIELD_INT64),
    FIELD(struct circulated, nudges, FIELD_INT),
    FIELD(struct circulated, ended_at, FIELD_INT64),
    {0}};
const struct row_type circulated_row = {sizeof(struct circulated),
					circulated_fields};

bool
circulated_is_open(const struct circulated *c)
{
	return c->noted_at == 0 && c->ended_at == 0;
}
