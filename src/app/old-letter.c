/* old-letter.c -- a letter of an old register, as its event says it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/refno.h"

#include "model/choices.h"

#include "app/old-row.h"

static void
put(json_t *body, const char *key, const char *value)
{
	if (value != NULL)
		json_object_set_new(body, key, json_string(value));
}

json_t *
old_letter_json(const struct old_letter *l)
{
	static const struct {
		const char *key;
		enum old_field field;
	} texts[] = {
	    {"ref_no", OLD_REF},
	    {"from", OLD_FROM},
	    {"to", OLD_TO},
	    {"subject", OLD_SUBJECT},
	    {"ordered", OLD_ORDERED},
	    {"doer", OLD_DOER},
	    {"due", OLD_DUE},
	    {"done", OLD_DONE},
	    {"remark", OLD_REMARK},
	    {"old_number", OLD_NUMBER},
	    {"old_received", OLD_RECEIVED},
	    {"old_dated", OLD_DATED},
	};
	json_t *body = json_object();
	struct text iso = {0};
	char *key;

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		put(body, texts[i].key, l->text[texts[i].field]);
	if (l->text[OLD_REF] != NULL) {
		key = refno_key(l->text[OLD_REF]);
		put(body, "ref_key", key);
		free(key);
	}
	if (l->text[OLD_RECEIVED] == NULL)
		put(body, "old_received", "");
	text_add_iso_date(&iso, l->dated);
	put(body, "dated", l->dated.year ? text_str(&iso) : NULL);
	text_done(&iso);
	put(body, "urgency", l->urgency);
	json_object_set_new(body, "urgency_rank",
			    json_integer(urgency_rank(l->urgency)));
	put(body, "secrecy", l->secrecy);
	put(body, "kind", "external");
	put(body, "state",
	    l->book->way == BOOK_IN ? STATE_CLOSED : STATE_DELIVERED);
	json_object_set_new(body, "received_at", json_integer(l->received_at));
	return body;
}
