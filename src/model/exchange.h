/* exchange.h -- what goes to an office elsewhere, as one signed file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_EXCHANGE_H
#define MODEL_EXCHANGE_H

#include <jansson.h>

#include "base/minisign.h"

#include "store/store.h"

/*
 * One JSON object, {"document": ..., "signature": ...}, compact and with
 * sorted keys, so that there is one way only to write it: a file that is not
 * byte for byte that way is refused.  The signature is of the document's
 * bytes, in minisign's format, by the key of the sender's register.
 *
 * Letters carry the names of the government exchange (e-CMS), notices too:
 * exchange_letter() and exchange_letter_read() translate them by one table;
 * what that exchange has no name for keeps ours.
 */
enum {
	EXCHANGE_MAX_BYTES = 64 << 20,
	EXCHANGE_MAX_LETTERS = 200,
	EXCHANGE_MAX_FILE = 20 << 20, /* of an attachment */
};
#define EXCHANGE_FORMAT "saraban-exchange-1"

extern const struct error_kind EXCHANGE_DAMAGED;  /* "exchange-damaged", 2 */
extern const struct error_kind EXCHANGE_NOTHING;  /* "exchange-nothing", 1 */
extern const struct error_kind EXCHANGE_UNSIGNED; /* "exchange-unsigned", 3 */

/* Signs the document and appends the file's bytes. */
bool exchange_write(struct store *st, const json_t *document, struct text *out,
		    struct error *err) MUST_CHECK;
/* Takes a file apart; nothing of it is believed yet but who says he sent it.
 *document and *signature are new references. */
bool exchange_read(const char *bytes, size_t n, json_t **document,
		   json_t **signature, struct error *err) MUST_CHECK;
/* Whether it is this key's. */
bool exchange_verify(const struct sign_key *k, const json_t *document,
		     const json_t *signature, struct error *err) MUST_CHECK;

/* A letter as parcel.arrive has it, and as it stands in the document, without
   its files; both new references. */
json_t *exchange_letter(const json_t *letter);
/* NULL and EXCHANGE_DAMAGED when a value is not what it must be. */
json_t *exchange_letter_read(const json_t *from, struct error *err);

/* Are they reports on what was asked, and nothing else? */
bool exchange_reports_are_read(const json_t *reports);

/* Notices by what became of a letter: "AcceptLetterNotifier"; NULL when there
   is none. */
const char *exchange_notice(const char *state);
const char *exchange_notice_state(const char *notice);
#define EXCHANGE_RECALL "CorrespondenceDeleteGovernmentDocumentRequest"

#endif
