/* mail-gmime.c -- a message taken apart: the only file that knows GMime */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <strings.h>

#include "base/html.h"
#include "base/i18n.h"
#include "base/text.h"

#include "gen/gmime-late.h"

#include "intake/decode.h"

#include "app/mail.h"

/* What a person sends is not deeper. */
enum { DEPTH_MAX = 20 };

struct taking {
	struct arena *arena;
	struct mail *mail;
	struct text text;
};

/* What the parts around one say about it. */
struct around {
	int depth;
	bool has_plain; /* the same words stand there as plain text */
	bool is_page;   /* with the pictures of a page of HTML */
};

static GMimeMessage *
parse(const char *bytes, size_t n)
{
	static const char *charsets[] = {"utf-8", "windows-874", NULL};
	static bool is_ready;
	GMimeStream *stream;
	GMimeParser *parser;
	GMimeParserOptions *options;
	GMimeMessage *message;

	if (!is_ready)
		g_mime_init();
	is_ready = true;
	stream = g_mime_stream_mem_new_with_buffer(bytes, n);
	parser = g_mime_parser_new_with_stream(stream);
	options = g_mime_parser_options_new();
	g_mime_parser_options_set_fallback_charsets(options, charsets);
	message = g_mime_parser_construct_message(parser, options);
	g_mime_parser_options_free(options);
	g_object_unref(parser);
	g_object_unref(stream);
	return message;
}

/* -------------------------------------------------------------- the header */

/* The first of the senders that is somebody, and no group. */
static void
take_sender(struct taking *t, InternetAddressList *list)
{
	struct letter_mail *m = &t->mail->head;

	for (int i = 0; i < internet_address_list_length(list); i++) {
		InternetAddress *one =
		    internet_address_list_get_address(list, i);
		const char *name;

		if (!INTERNET_ADDRESS_IS_MAILBOX(one))
			continue;
		name = mail_words(t->arena, internet_address_get_name(one));
		m->address =
		    mail_words(t->arena, internet_address_mailbox_get_addr(
					     INTERNET_ADDRESS_MAILBOX(one)));
		m->sender =
		    name != NULL && m->address != NULL
			? arena_printf(t->arena, "%s <%s>", name, m->address)
			: m->address;
		return;
	}
}

static void
take_header(struct taking *t, GMimeMessage *message)
{
	struct letter_mail *m = &t->mail->head;
	InternetAddressList *from = g_mime_message_get_from(message);
	GDateTime *date = g_mime_message_get_date(message);

	if (from != NULL)
		take_sender(t, from);
	m->subject = mail_words(t->arena, g_mime_message_get_subject(message));
	m->message_id =
	    mail_words(t->arena, g_mime_message_get_message_id(message));
	if (date != NULL && g_date_time_get_year(date) >= 1970 &&
	    g_date_time_get_year(date) < 2400)
		m->sent_at = (moment)g_date_time_to_unix(date) * 1000000;
}

/* --------------------------------------------------------------- its parts */

static GByteArray *
content_of(GMimePart *part)
{
	GMimeDataWrapper *content = g_mime_part_get_content(part);
	GByteArray *bytes = g_byte_array_new();
	GMimeStream *stream;

	if (content == NULL)
		return bytes;
	stream = g_mime_stream_mem_new_with_byte_array(bytes);
	g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
	g_mime_data_wrapper_write_to_stream(content, stream);
	g_object_unref(stream);
	return bytes;
}

static bool
is_thai_or_none(const char *charset)
{
	static const char *const ours[] = {
	    "utf-8",       "us-ascii",    "tis-620", "iso-8859-1",
	    "iso-8859-11", "windows-874", "cp874",   "windows-1252",
	};

	for (size_t i = 0; charset != NULL && i < ARRAY_SIZE(ours); i++)
		if (strcasecmp(charset, ours[i]) == 0)
			return true;
	return charset == NULL;
}

/* Offices label Thai as anything: what is UTF-8 or Thai by its bytes is read
   so, whatever it is called.  Other languages are what they say. */
static void
add_words(GMimePart *part, const GByteArray *bytes, struct text *out)
{
	const char *charset = g_mime_object_get_content_type_parameter(
	    GMIME_OBJECT(part), "charset");
	char *text = NULL;

	if (!is_thai_or_none(charset) && GMIME_IS_TEXT_PART(part))
		text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
	if (text != NULL)
		decode(text, strlen(text), out);
	else
		decode((const char *)bytes->data, bytes->len, out);
	g_free(text);
}

static void
take_words(struct taking *t, GMimePart *part, const struct around *around)
{
	GMimeContentType *type =
	    g_mime_object_get_content_type(GMIME_OBJECT(part));
	bool is_html = g_mime_content_type_is_type(type, "text", "html");
	GByteArray *bytes;
	struct text words = {0};

	if (is_html && around->has_plain)
		return;
	bytes = content_of(part);
	add_words(part, bytes, &words);
	if (is_html)
		html_text(words.s, words.n, &t->text);
	else
		text_add_n(&t->text, words.s, words.n);
	text_add(&t->text, "\n");
	text_done(&words);
	g_byte_array_free(bytes, TRUE);
}

static void
take_file(struct taking *t, GMimePart *part, const struct around *around)
{
	struct mail *m = t->mail;
	GMimeContentType *type =
	    g_mime_object_get_content_type(GMIME_OBJECT(part));
	GByteArray *bytes;
	char *kept;

	if (m->n_parts == MAIL_MAX_PARTS) {
		m->parts_left++;
		return;
	}
	bytes = content_of(part);
	kept = arena_alloc(t->arena, (size_t)bytes->len + 1);
	if (bytes->len > 0)
		memcpy(kept, bytes->data, bytes->len);
	m->parts[m->n_parts] = (struct mail_part){
	    .name = mail_part_name(t->arena, g_mime_part_get_filename(part),
				   m->n_parts),
	    .bytes = kept,
	    .n = bytes->len,
	    .is_ornament = around->is_page &&
			   g_mime_content_type_is_type(type, "image", "*"),
	};
	m->n_parts++;
	g_byte_array_free(bytes, TRUE);
}

/* Text without a name is the mail's own words. */
static void
take_leaf(struct taking *t, GMimePart *part, const struct around *around)
{
	GMimeContentType *type =
	    g_mime_object_get_content_type(GMIME_OBJECT(part));
	const char *disposition =
	    g_mime_object_get_disposition(GMIME_OBJECT(part));
	bool is_words =
	    g_mime_content_type_is_type(type, "text", "*") &&
	    g_mime_part_get_filename(part) == NULL &&
	    (disposition == NULL || strcasecmp(disposition, "attachment") != 0);

	if (is_words)
		take_words(t, part, around);
	else
		take_file(t, part, around);
}

static bool take(struct taking *t, GMimeObject *part,
		 const struct around *around, struct error *err);

/* The ways of saying the same thing: is plain text among them? */
static bool
offers_plain(GMimeMultipart *all)
{
	for (int i = 0; i < g_mime_multipart_get_count(all); i++) {
		GMimeObject *part = g_mime_multipart_get_part(all, i);

		if (GMIME_IS_PART(part) &&
		    g_mime_content_type_is_type(
			g_mime_object_get_content_type(part), "text", "plain"))
			return true;
	}
	return false;
}

static bool
take_all(struct taking *t, GMimeMultipart *all, const struct around *around,
	 struct error *err)
{
	GMimeContentType *type =
	    g_mime_object_get_content_type(GMIME_OBJECT(all));
	struct around inside = {around->depth + 1, around->has_plain, false};

	if (g_mime_content_type_is_type(type, "multipart", "alternative"))
		inside.has_plain = inside.has_plain || offers_plain(all);
	inside.is_page =
	    g_mime_content_type_is_type(type, "multipart", "related");
	for (int i = 0; i < g_mime_multipart_get_count(all); i++)
		if (!take(t, g_mime_multipart_get_part(all, i), &inside, err))
			return false;
	return true;
}

static bool
take_message(struct taking *t, GMimeMessage *message,
	     const struct around *around, struct error *err)
{
	const struct around inside = {.depth = around->depth + 1};
	GMimeObject *part =
	    message != NULL ? g_mime_message_get_mime_part(message) : NULL;

	return part == NULL || take(t, part, &inside, err);
}

static bool
take(struct taking *t, GMimeObject *part, const struct around *around,
     struct error *err)
{
	if (around->depth > DEPTH_MAX)
		return error_set(err, &MAIL_WRONG,
				 _("its parts lie too deep in each other"));
	if (GMIME_IS_MULTIPART(part))
		return take_all(t, GMIME_MULTIPART(part), around, err);
	if (GMIME_IS_MESSAGE_PART(part))
		return take_message(
		    t,
		    g_mime_message_part_get_message(GMIME_MESSAGE_PART(part)),
		    around, err);
	if (GMIME_IS_PART(part))
		take_leaf(t, GMIME_PART(part), around);
	return true;
}

bool
mail_is_there(void)
{
	struct error err = {0};

	return late_load(&gmime_late, &err);
}

bool
mail_read(const char *bytes, size_t n, struct arena *a, struct mail *m,
	  struct error *err)
{
	struct taking t = {.arena = a, .mail = m};
	GMimeMessage *message;
	bool ok;

	*m = (struct mail){
	    .text = "",
	    .parts = arena_array(a, MAIL_MAX_PARTS, sizeof(*m->parts)),
	};
	if (!late_load(&gmime_late, err))
		return false;
	if (!mail_is_bounded(bytes, n))
		return error_set(err, &MAIL_WRONG, _("it has too many parts"));
	message = parse(bytes, n);
	if (message == NULL)
		return error_set(err, &MAIL_WRONG, NULL);
	take_header(&t, message);
	ok = take_message(&t, message, &(struct around){0}, err);
	m->text = arena_strdup(a, text_str(&t.text));
	text_done(&t.text);
	g_object_unref(message);
	return ok;
}
