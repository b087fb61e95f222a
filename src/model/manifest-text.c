/* manifest-text.c -- a manifest written as a text, and read again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"

#include "model/manifest.h"

const struct error_kind MANIFEST_WRONG = {
    "manifest-wrong", EXIT_REGISTER,
    N_("this is not the manifest of a backup")};

static const char first_line[] = "saraban backup 1";

static void
write_file(struct text *out, const char *key, const struct manifest_file *f)
{
	text_printf(out, "%s: %s %" PRId64 " %s\n", key, f->digest, f->size,
		    f->name);
}

static void
write_register(const struct manifest *m, struct text *out)
{
	char uuid[2 * ID_SIZE + 1];

	hex_of(m->uuid, ID_SIZE, uuid);
	text_printf(out, "%s\nid: %s\nregister: %s\npractice: %s\nmade: ",
		    first_line, m->id, uuid, m->practice ? "yes" : "no");
	text_add_iso_moment(out, m->made_at);
	text_printf(out,
		    "\nprogram: %s\nsqlite: %s\nschema: %" PRId64
		    "\nevents: %" PRId64 "\n",
		    m->program, m->sqlite, m->schema, m->events);
}

void
manifest_write(const struct manifest *m, struct text *out)
{
	char hash[HEX_SIZE];

	write_register(m, out);
	for (size_t i = 0; i < m->n_heads; i++) {
		hex_of(m->heads[i].hash, DIGEST_SIZE, hash);
		text_printf(out, "head: %" PRId64 " %" PRId64 " %s %s ",
			    m->heads[i].office, m->heads[i].seq, hash,
			    m->heads[i].code);
		text_add_visible(out, m->heads[i].name, false);
		text_add(out, "\n");
	}
	for (size_t i = 0; i < m->n_lasts; i++)
		text_printf(out,
			    "last: %" PRId64 " %" PRId64 " %" PRId64 " %s\n",
			    m->lasts[i].office, m->lasts[i].year,
			    m->lasts[i].number, m->lasts[i].book);
	for (size_t i = 0; i < m->n_pages; i++)
		text_printf(out, "page: %" PRId64 " %s %s\n",
			    m->pages[i].office, m->pages[i].day,
			    m->pages[i].digest);
	write_file(out, "packed", &m->packed);
	write_file(out, "whole", &m->whole);
	write_file(out, "list", &m->list);
	text_printf(out, "files: %" PRId64 " %" PRId64 "\n", m->n_files,
		    m->file_bytes);
}

/* ------------------------------------------------------------- reading */

/* What is left of a line. */
struct words_left {
	char *at;
};

/* One word; "" when none is left. */
static char *
take(struct words_left *w)
{
	char *word = w->at + strspn(w->at, " ");
	size_t n = strcspn(word, " ");

	w->at = word + n;
	if (*w->at != '\0')
		*w->at++ = '\0';
	return word;
}

/* A petabyte; what is reckoned with sizes has room above it. */
#define NUMBER_MAX ((int64_t)1 << 50)

static bool
take_number(struct words_left *w, int64_t *n)
{
	const char *word = take(w);
	char *end;

	*n = strtoll(word, &end, 10);
	return *word != '\0' && *end == '\0' && *n >= 0 && *n <= NUMBER_MAX;
}

static bool
take_digest(struct words_left *w, char digest[HEX_SIZE])
{
	unsigned char bytes[DIGEST_SIZE];

	if (!hex_read(take(w), bytes, sizeof(bytes)))
		return false;
	hex_of(bytes, sizeof(bytes), digest);
	return true;
}

/* A name inside the folder: never a way out of it. */
static bool
take_file(struct words_left *w, struct manifest_file *f)
{
	if (!take_digest(w, f->digest) || !take_number(w, &f->size))
		return false;
	f->name = take(w);
	return *f->name != '\0' && *f->name != '.' &&
	       strchr(f->name, '/') == NULL;
}

struct reading {
	struct arena *arena;
	struct manifest *m;
	size_t max_heads, max_lasts, max_pages;
};

/* One more than there are; lists of a manifest are short. */
static void *
grown(struct arena *a, const void *at, size_t n, size_t *max, size_t size)
{
	void *more;

	if (n < *max)
		return NULL;
	*max = *max ? 2 * *max : 16;
	more = arena_array(a, *max, size);
	if (n > 0)
		memcpy(more, at, n * size);
	return more;
}

static bool
read_id(struct reading *r, struct words_left *w)
{
	unsigned char id[ID_SIZE];

	if (!hex_read(take(w), id, ID_SIZE))
		return false;
	hex_of(id, ID_SIZE, r->m->id);
	return true;
}

static bool
read_uuid(struct reading *r, struct words_left *w)
{
	return hex_read(take(w), r->m->uuid, ID_SIZE);
}

static bool
read_practice(struct reading *r, struct words_left *w)
{
	const char *word = take(w);

	r->m->practice = strcmp(word, "yes") == 0;
	return r->m->practice || strcmp(word, "no") == 0;
}

/* As it is written, and not as people write days. */
static bool
read_made(struct reading *r, struct words_left *w)
{
	const char *word = take(w);
	struct error none = {0};
	struct text again = {0};
	bool has_time, ok;

	ok = moment_parse(word, &r->m->made_at, &has_time, &none);
	text_add_iso_moment(&again, ok ? r->m->made_at : 0);
	ok = ok && strcmp(text_str(&again), word) == 0;
	text_done(&again);
	return ok;
}

static bool
read_program(struct reading *r, struct words_left *w)
{
	r->m->program = w->at;
	return true;
}

static bool
read_sqlite(struct reading *r, struct words_left *w)
{
	r->m->sqlite = w->at;
	return true;
}

static bool
read_schema(struct reading *r, struct words_left *w)
{
	return take_number(w, &r->m->schema);
}

static bool
read_events(struct reading *r, struct words_left *w)
{
	return take_number(w, &r->m->events);
}

static bool
read_head(struct reading *r, struct words_left *w)
{
	struct manifest_head h = {0}, *more;

	if (!take_number(w, &h.office) || !take_number(w, &h.seq) ||
	    !hex_read(take(w), h.hash, DIGEST_SIZE))
		return false;
	h.code = take(w);
	h.name = w->at;
	more = grown(r->arena, r->m->heads, r->m->n_heads, &r->max_heads,
		     sizeof(h));
	if (more != NULL)
		r->m->heads = more;
	r->m->heads[r->m->n_heads++] = h;
	return true;
}

static bool
read_last(struct reading *r, struct words_left *w)
{
	struct manifest_last l = {0}, *more;

	if (!take_number(w, &l.office) || !take_number(w, &l.year) ||
	    !take_number(w, &l.number))
		return false;
	l.book = w->at;
	more = grown(r->arena, r->m->lasts, r->m->n_lasts, &r->max_lasts,
		     sizeof(l));
	if (more != NULL)
		r->m->lasts = more;
	r->m->lasts[r->m->n_lasts++] = l;
	return true;
}

static bool
read_page(struct reading *r, struct words_left *w)
{
	struct manifest_page p = {0}, *more;

	if (!take_number(w, &p.office))
		return false;
	p.day = take(w);
	p.digest = take(w);
	more = grown(r->arena, r->m->pages, r->m->n_pages, &r->max_pages,
		     sizeof(p));
	if (more != NULL)
		r->m->pages = more;
	r->m->pages[r->m->n_pages++] = p;
	return *p.digest != '\0';
}

static bool
read_packed(struct reading *r, struct words_left *w)
{
	return take_file(w, &r->m->packed);
}

static bool
read_whole(struct reading *r, struct words_left *w)
{
	return take_file(w, &r->m->whole);
}

static bool
read_list(struct reading *r, struct words_left *w)
{
	return take_file(w, &r->m->list);
}

static bool
read_files(struct reading *r, struct words_left *w)
{
	return take_number(w, &r->m->n_files) &&
	       take_number(w, &r->m->file_bytes);
}

/* In the order in which they stand; the lists may be of any length. */
static const struct key {
	const char *name;
	bool (*read)(struct reading *r, struct words_left *w);
	bool is_many;
} keys[] = {
    {"id", read_id, false},
    {"register", read_uuid, false},
    {"practice", read_practice, false},
    {"made", read_made, false},
    {"program", read_program, false},
    {"sqlite", read_sqlite, false},
    {"schema", read_schema, false},
    {"events", read_events, false},
    {"head", read_head, true},
    {"last", read_last, true},
    {"page", read_page, true},
    {"packed", read_packed, false},
    {"whole", read_whole, false},
    {"list", read_list, false},
    {"files", read_files, false},
};

/* The key that this line has to have, from *at on; NULL when it has none. */
static const struct key *
key_of(const char *line, size_t *at)
{
	for (; *at < ARRAY_SIZE(keys); (*at)++) {
		const struct key *k = &keys[*at];
		size_t n = strlen(k->name);

		if (strncmp(line, k->name, n) == 0 &&
		    strncmp(line + n, ": ", 2) == 0)
			return k;
		if (!k->is_many)
			return NULL;
	}
	return NULL;
}

static bool
read_line(struct reading *r, char *line, size_t *at)
{
	const struct key *k = key_of(line, at);
	struct words_left w;

	if (k == NULL)
		return false;
	w.at = line + strlen(k->name) + 2;
	if (!k->is_many)
		(*at)++;
	return k->read(r, &w);
}

/* Its words are shown when it is refused, too. */
static bool
is_visible(const char *text)
{
	struct text t = {0};
	bool is;

	text_add_visible(&t, text, true);
	is = strcmp(text_str(&t), text) == 0;
	text_done(&t);
	return is;
}

bool
manifest_parse(const char *text, struct arena *a, struct manifest *m,
	       struct error *err)
{
	char *rest = arena_strdup(a, text), *line = strsep(&rest, "\n");
	struct reading r = {.arena = a, .m = m};
	size_t at = 0;

	*m = (struct manifest){0};
	if (!is_visible(text))
		return error_set(err, &MANIFEST_WRONG,
				 _("there are control characters in it"));
	if (strcmp(line, first_line) != 0)
		return error_set(err, &MANIFEST_WRONG, "%.60s", line);
	while ((line = strsep(&rest, "\n")) != NULL && *line != '\0')
		if (!read_line(&r, line, &at))
			return error_set(err, &MANIFEST_WRONG, "%.60s", line);
	if (at < ARRAY_SIZE(keys) || line == NULL || rest != NULL)
		return error_set(err, &MANIFEST_WRONG,
				 _("it ends too early or too late"));
	return true;
}
