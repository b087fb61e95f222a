/* sealed.c -- the text and message of a secret letter, which lie sealed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/sealed.h"

#include <jansson.h>

#include "store/secret.h"

struct sealed_words {
	const char *words;
};

static const char *
word_of(const json_t *from, const char *key, struct arena *a)
{
	return arena_strdup(a, json_string_value(json_object_get(from, key)));
}

static void
take_text(const json_t *words, struct arena *a, struct letter_file *f)
{
	const char *body = word_of(words, "text", a);

	if (body == NULL)
		return;
	f->texts = arena_alloc(a, sizeof(*f->texts));
	f->texts[0] = (struct letter_text){body};
	f->n_texts = 1;
}

static void
take_mail(const json_t *words, struct arena *a, struct letter_file *f)
{
	const json_t *mail = json_object_get(words, "mail");

	if (mail == NULL)
		return;
	f->mails = arena_alloc(a, sizeof(*f->mails));
	f->mails[0] = (struct letter_mail){
	    .sender = word_of(mail, "sender", a),
	    .address = word_of(mail, "address", a),
	    .subject = word_of(mail, "subject", a),
	    .message_id = word_of(mail, "message_id", a),
	    .sent_at = json_integer_value(json_object_get(mail, "sent_at")),
	};
	f->n_mails = 1;
}

static void
open_words(struct store *st, const char *sealed, struct arena *a,
	   struct letter_file *f)
{
	struct text open = {0};
	json_t *words = NULL;

	if (secret_unseal(st, sealed, &open))
		words = json_loads(text_str(&open), 0, NULL);
	text_done(&open);
	f->is_locked = words == NULL;
	take_text(words, a, f);
	take_mail(words, a, f);
	json_decref(words);
}

bool
sealed_open(struct store *st, int64_t office, int64_t letter, struct arena *a,
	    struct letter_file *f, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct sealed_words, words, FIELD_TEXT), {0}};
	static const struct row_type type = {sizeof(struct sealed_words),
					     fields};
	struct sealed_words row;
	bool found;

	if (!query_row(st, QUERY_LETTER_SEALED,
		       PARAMS(P_INT("office", office), P_INT("letter", letter)),
		       &type, a, &row, &found, err))
		return false;
	f->is_sealed = found;
	if (found)
		open_words(st, row.words, a, f);
	return true;
}
