/* letter.c -- a letter as its events have made it, and what hangs on it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/letter.h"

#include <string.h>

#include "base/i18n.h"

#include "model/sealed.h"
#include "model/secrecy.h"

const struct error_kind LETTER_UNKNOWN = {
    "letter-unknown", EXIT_NOTHING,
    N_("there is no letter of that number in the register")};

static const struct field letter_fields[] = {
    FIELD(struct letter, id, FIELD_INT64),
    FIELD(struct letter, book, FIELD_TEXT),
    FIELD(struct letter, year, FIELD_INT),
    FIELD(struct letter, number, FIELD_INT),
    FIELD(struct letter, ref_no, FIELD_TEXT),
    FIELD(struct letter, dated, FIELD_DATE),
    FIELD(struct letter, sender, FIELD_TEXT),
    FIELD(struct letter, recipient, FIELD_TEXT),
    FIELD(struct letter, subject, FIELD_TEXT),
    FIELD(struct letter, urgency, FIELD_TEXT),
    FIELD(struct letter, secrecy, FIELD_TEXT),
    FIELD(struct letter, kind, FIELD_TEXT),
    FIELD(struct letter, channel, FIELD_TEXT),
    FIELD(struct letter, pages, FIELD_INT),
    FIELD(struct letter, received_at, FIELD_INT64),
    FIELD(struct letter, registered_at, FIELD_INT64),
    FIELD(struct letter, late, FIELD_TEXT),
    FIELD(struct letter, is_imported, FIELD_BOOL),
    FIELD(struct letter, old_done, FIELD_TEXT),
    FIELD(struct letter, old_remark, FIELD_TEXT),
    FIELD(struct letter, numbered_at, FIELD_INT64),
    FIELD(struct letter, purpose, FIELD_TEXT),
    FIELD(struct letter, until, FIELD_DATE),
    FIELD(struct letter, block, FIELD_INT),
    FIELD(struct letter, page, FIELD_INT),
    FIELD(struct letter, is_sheet, FIELD_BOOL),
    FIELD(struct letter, void_reason, FIELD_TEXT),
    FIELD(struct letter, list_year, FIELD_INT),
    FIELD(struct letter, list_number, FIELD_INT),
    FIELD(struct letter, state, FIELD_TEXT),
    FIELD(struct letter, at_post, FIELD_TEXT),
    FIELD(struct letter, at_post_name, FIELD_TEXT),
    FIELD(struct letter, since, FIELD_INT64),
    FIELD(struct letter, is_opened, FIELD_BOOL),
    FIELD(struct letter, n_attachments, FIELD_INT),
    FIELD(struct letter, n_open, FIELD_INT),
    FIELD(struct letter, n_assigned, FIELD_INT),
    FIELD(struct letter, n_unnoted, FIELD_INT),
    FIELD(struct letter, is_on_way, FIELD_BOOL),
    {0}};
const struct row_type letter_row = {sizeof(struct letter), letter_fields};

static const struct field reference_fields[] = {
    FIELD(struct reference, words, FIELD_TEXT), {0}};

static const struct field enclosure_fields[] = {
    FIELD(struct enclosure, title, FIELD_TEXT),
    FIELD(struct enclosure, count, FIELD_INT),
    FIELD(struct enclosure, unit, FIELD_TEXT),
    {0}};

static const struct field address_fields[] = {
    FIELD(struct address, link, FIELD_TEXT), {0}};

static const struct field stamp_fields[] = {
    FIELD(struct stamp, stamped_by, FIELD_TEXT),
    FIELD(struct stamp, number, FIELD_TEXT),
    FIELD(struct stamp, date, FIELD_TEXT),
    FIELD(struct stamp, time, FIELD_TEXT),
    {0}};

static const struct field step_fields[] = {
    FIELD(struct step, post, FIELD_TEXT),
    FIELD(struct step, post_name, FIELD_TEXT),
    FIELD(struct step, position, FIELD_INT),
    FIELD(struct step, came_from, FIELD_TEXT),
    FIELD(struct step, sent_by, FIELD_INT64),
    FIELD(struct step, arrived_at, FIELD_INT64),
    FIELD(struct step, opened_at, FIELD_INT64),
    FIELD(struct step, opened_by, FIELD_TEXT),
    FIELD(struct step, left_at, FIELD_INT64),
    FIELD(struct step, how, FIELD_TEXT),
    FIELD(struct step, reason, FIELD_TEXT),
    {0}};

static const struct field note_fields[] = {
    FIELD(struct note, act, FIELD_TEXT),
    FIELD(struct note, person_name, FIELD_TEXT),
    FIELD(struct note, post, FIELD_TEXT),
    FIELD(struct note, post_name, FIELD_TEXT),
    FIELD(struct note, capacity, FIELD_TEXT),
    FIELD(struct note, acting_order, FIELD_TEXT),
    FIELD(struct note, own_post_name, FIELD_TEXT),
    FIELD(struct note, is_own_proposal, FIELD_BOOL),
    FIELD(struct note, text, FIELD_TEXT),
    FIELD(struct note, at, FIELD_INT64),
    {0}};

static const struct field earlier_note_fields[] = {
    FIELD(struct earlier_note, office_name, FIELD_TEXT),
    FIELD(struct earlier_note, act, FIELD_TEXT),
    FIELD(struct earlier_note, person_name, FIELD_TEXT),
    FIELD(struct earlier_note, post_name, FIELD_TEXT),
    FIELD(struct earlier_note, text, FIELD_TEXT),
    FIELD(struct earlier_note, at, FIELD_INT64),
    {0}};

static const struct field old_entry_fields[] = {
    FIELD(struct old_entry, number, FIELD_TEXT),
    FIELD(struct old_entry, received, FIELD_TEXT),
    FIELD(struct old_entry, dated, FIELD_TEXT),
    FIELD(struct old_entry, ordered, FIELD_TEXT),
    FIELD(struct old_entry, doer, FIELD_TEXT),
    FIELD(struct old_entry, due, FIELD_TEXT),
    FIELD(struct old_entry, done, FIELD_TEXT),
    FIELD(struct old_entry, remark, FIELD_TEXT),
    FIELD(struct old_entry, file, FIELD_TEXT),
    FIELD(struct old_entry, row, FIELD_INT),
    FIELD(struct old_entry, at, FIELD_INT64),
    FIELD(struct old_entry, person_name, FIELD_TEXT),
    {0}};

static const struct field sent_on_fields[] = {
    FIELD(struct sent_on, target_name, FIELD_TEXT),
    FIELD(struct sent_on, ref_no, FIELD_TEXT),
    FIELD(struct sent_on, state, FIELD_TEXT),
    FIELD(struct sent_on, accept_id, FIELD_TEXT),
    FIELD(struct sent_on, accepted_at, FIELD_INT64),
    FIELD(struct sent_on, reason, FIELD_TEXT),
    {0}};

static const struct field assignment_fields[] = {
    FIELD(struct assignment, division, FIELD_TEXT),
    FIELD(struct assignment, division_name, FIELD_TEXT),
    FIELD(struct assignment, post, FIELD_TEXT),
    FIELD(struct assignment, ordered_at, FIELD_INT64),
    FIELD(struct assignment, number, FIELD_INT),
    FIELD(struct assignment, year, FIELD_INT),
    FIELD(struct assignment, acknowledged_at, FIELD_INT64),
    FIELD(struct assignment, acknowledged_by, FIELD_TEXT),
    FIELD(struct assignment, done_at, FIELD_INT64),
    FIELD(struct assignment, done_by, FIELD_TEXT),
    FIELD(struct assignment, reply_ref, FIELD_TEXT),
    FIELD(struct assignment, done_note, FIELD_TEXT),
    {0}};

static const struct field attachment_fields[] = {
    FIELD(struct attachment, name, FIELD_TEXT),
    FIELD(struct attachment, digest, FIELD_TEXT),
    FIELD(struct attachment, size, FIELD_INT64),
    FIELD(struct attachment, type, FIELD_TEXT),
    FIELD(struct attachment, is_sealed, FIELD_BOOL),
    {0}};

static const struct field correction_fields[] = {
    FIELD(struct correction, field, FIELD_TEXT),
    FIELD(struct correction, was, FIELD_TEXT),
    FIELD(struct correction, now, FIELD_TEXT),
    FIELD(struct correction, reason, FIELD_TEXT),
    FIELD(struct correction, person_name, FIELD_TEXT),
    FIELD(struct correction, post_name, FIELD_TEXT),
    FIELD(struct correction, at, FIELD_INT64),
    {0}};

static const struct field link_fields[] = {
    FIELD(struct link, is_newer, FIELD_BOOL),
    FIELD(struct link, book, FIELD_TEXT),
    FIELD(struct link, year, FIELD_INT),
    FIELD(struct link, number, FIELD_INT),
    {0}};

static const struct field reservation_fields[] = {
    FIELD(struct reservation, at, FIELD_INT64),
    FIELD(struct reservation, person_name, FIELD_TEXT),
    FIELD(struct reservation, post_name, FIELD_TEXT),
    FIELD(struct reservation, pages, FIELD_INT),
    FIELD(struct reservation, written_by, FIELD_TEXT),
    FIELD(struct reservation, why, FIELD_TEXT),
    FIELD(struct reservation, void_by, FIELD_TEXT),
    {0}};

static const struct field reply_fields[] = {
    FIELD(struct reply, is_answer, FIELD_BOOL),
    FIELD(struct reply, book, FIELD_TEXT),
    FIELD(struct reply, year, FIELD_INT),
    FIELD(struct reply, number, FIELD_INT),
    FIELD(struct reply, ref_no, FIELD_TEXT),
    FIELD(struct reply, division, FIELD_TEXT),
    FIELD(struct reply, state, FIELD_TEXT),
    {0}};

static const struct field dispatch_fields[] = {
    FIELD(struct dispatch, how, FIELD_TEXT),
    FIELD(struct dispatch, receiver, FIELD_TEXT),
    FIELD(struct dispatch, sent_at, FIELD_INT64),
    FIELD(struct dispatch, person_name, FIELD_TEXT),
    FIELD(struct dispatch, at, FIELD_INT64),
    {0}};

static const struct field letter_text_fields[] = {
    FIELD(struct letter_text, body, FIELD_TEXT), {0}};

static const struct field letter_mail_fields[] = {
    FIELD(struct letter_mail, sender, FIELD_TEXT),
    FIELD(struct letter_mail, address, FIELD_TEXT),
    FIELD(struct letter_mail, subject, FIELD_TEXT),
    FIELD(struct letter_mail, message_id, FIELD_TEXT),
    FIELD(struct letter_mail, sent_at, FIELD_INT64),
    {0}};

/* What hangs on a letter: one row here, one list in struct letter_file. */
static const struct part {
	enum query_id query;
	const struct row_type *type;
	size_t rows, n; /* offsets in struct letter_file */
	bool is_asked; /* by the rules of the road, papers, circulars, duties */
	size_t of; /* the count of what it belongs to: none of that, none of it;
		      0: the letter */
} parts[] = {
#define READ_PART(id, list, row, count, asked)                                 \
	{                                                                      \
		id,                                                            \
		    &(const struct row_type){sizeof(struct row),               \
					     row##_fields},                    \
		    offsetof(struct letter_file, list),                        \
		    offsetof(struct letter_file, count), asked, 0              \
	}
#define PART(id, list, row, count) READ_PART(id, list, row, count, false)
    PART(QUERY_LETTER_REFERENCES, references, reference, n_references),
    PART(QUERY_LETTER_ENCLOSURES, enclosures, enclosure, n_enclosures),
    PART(QUERY_LETTER_ADDRESSES, addresses, address, n_addresses),
    PART(QUERY_LETTER_STAMPS, stamps, stamp, n_stamps),
    READ_PART(QUERY_LETTER_STEPS, steps, step, n_steps, true),
    PART(QUERY_LETTER_NOTES, notes, note, n_notes),
    PART(QUERY_LETTER_EARLIER_NOTES, earlier_notes, earlier_note,
	 n_earlier_notes),
    PART(QUERY_LETTER_IMPORTED, imported, old_entry, n_imported),
    PART(QUERY_SENDINGS_OF_LETTER, sendings, sent_on, n_sendings),
    READ_PART(QUERY_LETTER_ASSIGNMENTS, assignments, assignment, n_assignments,
	      true),
    PART(QUERY_LETTER_ATTACHMENTS, attachments, attachment, n_attachments),
    PART(QUERY_LETTER_CORRECTIONS, corrections, correction, n_corrections),
    PART(QUERY_LETTER_LINKS, links, link, n_links),
    PART(QUERY_LETTER_REPLIES, replies, reply, n_replies),
    PART(QUERY_LETTER_DISPATCHES, dispatches, dispatch, n_dispatches),
    PART(QUERY_LETTER_RESERVATIONS, reservations, reservation, n_reservations),
    PART(QUERY_LETTER_TEXTS, texts, letter_text, n_texts),
    PART(QUERY_LETTER_MAILS, mails, letter_mail, n_mails),
#undef PART
#undef READ_PART
#define READ_TYPED(id, type, list, asked)                                      \
	{                                                                      \
		id, &(type), offsetof(struct letter_file, list),               \
		    offsetof(struct letter_file, n_##list), asked, 0           \
	}
#define PIECE(id, type, list, asked, whole)                                    \
	{                                                                      \
		id, &(type), offsetof(struct letter_file, list),               \
		    offsetof(struct letter_file, n_##list), asked,             \
		    offsetof(struct letter_file, n_##whole)                    \
	}
    READ_TYPED(QUERY_LETTER_PAPERS, paper_row, papers, true),
    READ_TYPED(QUERY_LETTER_CIRCULATIONS, circulation_row, circulations, true),
    PIECE(QUERY_LETTER_CIRCULATED, circulated_row, circulated, true,
	  circulations),
    READ_TYPED(QUERY_LETTER_DUTIES, duty_type, duties, true),
    PIECE(QUERY_LETTER_DUTY_ASKED, duty_asked_type, duty_asked, false, duties),
    PIECE(QUERY_LETTER_DUTY_WHERE, duty_where_type, duty_where, false, duties),
    PIECE(QUERY_LETTER_DUTY_ROWS, duty_row_type, duty_rows, true, duties),
    PIECE(QUERY_LETTER_COLLECTED_FROM, collected_from_type, collected_from,
	  true, duties),
    PIECE(QUERY_LETTER_COLLECTORS, collector_type, collectors, true, duties),
#undef PIECE
#undef READ_TYPED
};

void
letter_file_veil(struct letter_file *f)
{
	secrecy_blank(&f->letter);
	f->n_references = 0;
	f->n_enclosures = 0;
	f->n_addresses = 0;
	f->n_stamps = 0;
	f->n_notes = 0;
	f->n_earlier_notes = 0;
	f->n_imported = 0;
	f->n_sendings = 0;
	f->n_corrections = 0;
	f->n_attachments = 0;
	f->n_texts = 0;
	f->n_mails = 0;
	f->n_replies = 0;
	f->n_duties = 0;
	f->n_duty_asked = 0;
	f->n_duty_where = 0;
	f->n_duty_rows = 0;
	f->n_collected_from = 0;
	f->n_collectors = 0;
	for (size_t i = 0; i < f->n_dispatches; i++)
		f->dispatches[i].receiver = NULL;
	f->is_locked = false;
	f->letter.n_attachments = 0;
	for (size_t i = 0; i < f->n_reservations; i++)
		f->reservations[i].why = NULL;
	for (size_t i = 0; i < f->n_steps; i++)
		f->steps[i].reason = NULL;
	for (size_t i = 0; i < f->n_assignments; i++) {
		f->assignments[i].reply_ref = NULL;
		f->assignments[i].done_note = NULL;
	}
}

static bool
is_empty(const struct letter_file *f, size_t count)
{
	return count != 0 &&
	       *(const size_t *)(const void *)((const char *)f + count) == 0;
}

static bool
parts_load(struct store *st, int64_t office, bool only_asked, struct arena *a,
	   struct letter_file *f, struct error *err)
{
	const struct param *params =
	    PARAMS(P_INT("office", office), P_INT("letter", f->letter.id));

	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		if (!only_asked || parts[i].is_asked)
			query_ahead(st, parts[i].query, params);
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++) {
		const struct part *p = &parts[i];

		if ((only_asked && !p->is_asked) || is_empty(f, p->of))
			continue;
		if (!query_rows(st, p->query, params, p->type, a,
				(char *)f + p->rows,
				(size_t *)(void *)((char *)f + p->n), err))
			return false;
	}
	return true;
}

/* What hangs on the letter, as far as the viewer may read it. */
static bool
hung_read(struct store *st, const struct viewer *by, bool only_asked,
	  struct arena *a, struct letter_file *f, struct error *err)
{
	if (!parts_load(st, by->office, only_asked, a, f, err) ||
	    !secrecy_veil(st, by, &f->letter, err))
		return false;
	if (f->letter.is_veiled)
		letter_file_veil(f);
	return true;
}

static bool
file_read(struct store *st, const struct viewer *by,
	  const struct book_number *n, bool only_asked, struct arena *a,
	  struct letter_file *f, struct error *err)
{
	bool found = false, ok;

	*f = (struct letter_file){0};
	ok = query_row(
	    st, QUERY_LETTER_BY_NUMBER,
	    PARAMS(P_INT("office", by->office), P_TEXT("book", n->book->code),
		   P_INT("year", n->year), P_INT("number", n->number)),
	    &letter_row, a, &f->letter, &found, err);
	if (ok && !found)
		return error_set(
		    err, &LETTER_UNKNOWN, "%s",
		    BOOK_NUMBER(n->book->code, n->year, n->number));
	return ok && hung_read(st, by, only_asked, a, f, err);
}

bool
letter_file_load(struct store *st, const struct viewer *by,
		 const struct book_number *n, struct arena *a,
		 struct letter_file *f, struct error *err)
{
	return file_read(st, by, n, false, a, f, err) &&
	       (f->letter.is_veiled ||
		sealed_open(st, by->office, f->letter.id, a, f, err));
}

bool
letter_file_weigh(struct store *st, const struct viewer *by,
		  const struct book_number *n, struct arena *a,
		  struct letter_file *f, struct error *err)
{
	return file_read(st, by, n, true, a, f, err);
}

bool
letter_file_weigh_shown(struct store *st, const struct viewer *by,
			const struct letter *letter, struct arena *a,
			struct letter_file *f, struct error *err)
{
	*f = (struct letter_file){.letter = *letter};
	return hung_read(st, by, true, a, f, err);
}
