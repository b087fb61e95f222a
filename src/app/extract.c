/* extract.c -- the text of a file, whatever kind of file it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/extract.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/run.h"
#include "base/scratch.h"

#include "store/attach.h"

#include "app/reach.h"

const struct error_kind EXTRACT_NONE = {
    "no-text", EXIT_USAGE, N_("no text can be found in such a file")};

/* The text layer of a scan is blank, or holds on each page what the scanner
   says of itself. */
enum { PAGE_LEAST_LETTERS = 50 };

struct extraction {
	const struct session *s;
	const char *bytes;
	size_t n;
	struct scratch scratch;
	struct arena arena;
	struct extracted *e;
};

/* A missing program is named with the packages that bring it. */
static void
name_packages(struct error *err)
{
	static const struct {
		const char *program, *packages;
	} known[] = {
	    {"pdftotext", "poppler-utils"},
	    {"pdftoppm", "poppler-utils"},
	    {"tesseract", "tesseract-ocr tesseract-ocr-tha"},
	};
	char *name = xstrdup(err->detail);

	for (size_t i = 0; i < ARRAY_SIZE(known); i++)
		if (strcmp(known[i].program, name) == 0)
			error_set(err, err->kind, _("%s; install %s"), name,
				  known[i].packages);
	free(name);
}

static bool
run(struct extraction *x, enum setting_id id, const char *const value[],
    struct text *out, struct error *err)
{
	const struct settings *set = x->s->settings;
	const struct run r = {
	    .words = settings_command(set, id, value, &x->arena),
	    .environment = x->s->wish.environment,
	    .seconds = settings_number(set, SET_EXTRACT_SECONDS),
	    .bytes = EXTRACT_MAX_BYTES,
	};

	if (!reach_program(&x->s->wish, err))
		return false;
	if (run_program(&r, out, err))
		return true;
	if (err->kind == &RUN_MISSING)
		name_packages(err);
	return false;
}

static const char *
write_sheet(struct extraction *x, struct error *err)
{
	char *path = scratch_write(&x->scratch, "sheet", x->bytes, x->n, err);
	const char *kept = arena_strdup(&x->arena, path);

	free(path);
	return kept;
}

static bool
read_picture(struct extraction *x, const char *path, struct error *err)
{
	x->e->is_recognised = true;
	return run(x, SET_EXTRACT_IMAGE, &path, &x->e->text, err);
}

static bool
extract_picture(struct extraction *x, struct error *err)
{
	const char *path = write_sheet(x, err);

	return path != NULL && read_picture(x, path, err);
}

/* Letters and digits on the fullest page; pages end with a form feed. */
static size_t
most_on_a_page(const struct text *t)
{
	size_t most = 0, here = 0;

	for (size_t i = 0; i < t->n; i++) {
		unsigned char c = (unsigned char)t->s[i];

		if (c == '\f')
			here = 0;
		else
			/* One of each code point's bytes. */
			here += c > ' ' && (c < 0x80 || c >= 0xC0);
		if (here > most)
			most = here;
	}
	return most;
}

static const char page_prefix[] = "page-";

static int
is_page(const struct dirent *d)
{
	return strncmp(d->d_name, page_prefix, strlen(page_prefix)) == 0;
}

/* page-2 comes before page-10. */
static bool
read_pages(struct extraction *x, struct error *err)
{
	struct dirent **pages = NULL;
	int n = scandir(x->scratch.path, &pages, is_page, versionsort);
	bool ok = n >= 0;

	if (!ok)
		error_set(err, &ERROR_IO, "%s: %s", x->scratch.path,
			  error_words(errno));
	for (int i = 0; i < n; i++) {
		if (ok && i < EXTRACT_MAX_PAGES) {
			ok = read_picture(x,
					  arena_printf(&x->arena, "%s/%s",
						       x->scratch.path,
						       pages[i]->d_name),
					  err);
			text_add(&x->e->text, "\f");
		}
		free(pages[i]);
	}
	free(pages);
	if (n > EXTRACT_MAX_PAGES)
		x->e->pages_left = n - EXTRACT_MAX_PAGES;
	return ok;
}

static bool
extract_scanned(struct extraction *x, const char *sheet, struct error *err)
{
	const char *value[] = {
	    sheet, arena_printf(&x->arena, "%s/%.*s", x->scratch.path,
				(int)strlen(page_prefix) - 1, page_prefix)};
	struct text ignored = {0};
	bool ok = run(x, SET_PDF_TO_IMAGE, value, &ignored, err);

	text_done(&ignored);
	return ok && read_pages(x, err);
}

static bool
extract_pdf(struct extraction *x, struct error *err)
{
	const char *path = write_sheet(x, err);

	if (path == NULL || !run(x, SET_EXTRACT_PDF, &path, &x->e->text, err))
		return false;
	if (most_on_a_page(&x->e->text) >= PAGE_LEAST_LETTERS)
		return true;
	text_clear(&x->e->text);
	return extract_scanned(x, path, err);
}

static bool
extract_nothing(struct extraction *x, struct error *err)
{
	(void)x;
	return error_set(err, &EXTRACT_NONE,
			 _("save it as PDF or as text, and read that"));
}

typedef bool (*extract_fn)(struct extraction *x, struct error *err);

/* By the first bytes that are not blank. */
static const char *
type_of(const char *bytes, size_t n)
{
	static const char blank[] = "\xEF\xBB\xBF \t\r\n";
	struct file_info info = {.size = 0};

	for (; n > 0 && memchr(blank, *bytes, strlen(blank)) != NULL; n--)
		bytes++;
	info.head_n = n < sizeof(info.head) ? n : sizeof(info.head);
	memcpy(info.head, bytes, info.head_n);
	return attach_type(&info);
}

static const struct kind {
	const char *type;
	extract_fn extract; /* NULL: it is text itself */
} kinds[] = {
    {"text/", NULL},
    {"application/pdf", extract_pdf},
    {"image/", extract_picture},
    {"application/zip", extract_nothing},
    {"application/x-ole-storage", extract_nothing},
};

/* NULL when nobody knows what it is. */
static const struct kind *
kind_of(const char *bytes, size_t n)
{
	const char *type = type_of(bytes, n);

	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		if (strncmp(type, kinds[i].type, strlen(kinds[i].type)) == 0)
			return &kinds[i];
	return NULL;
}

bool
extract_is_sheet(const char *bytes, size_t n)
{
	const struct kind *kind = kind_of(bytes, n);

	return kind != NULL && kind->extract != extract_nothing;
}

bool
extract_text(const struct session *s, const char *bytes, size_t n,
	     struct extracted *e, struct error *err)
{
	struct extraction x = {.s = s, .bytes = bytes, .n = n, .e = e};
	const struct kind *kind = kind_of(bytes, n);
	bool ok;

	*e = (struct extracted){0};
	if (kind == NULL || kind->extract == NULL) {
		text_add_n(&e->text, bytes, n);
		return true;
	}
	ok = scratch_begin(&x.scratch, s->wish.temporary, err) &&
	     kind->extract(&x, err);
	scratch_end(&x.scratch);
	arena_done(&x.arena);
	return ok;
}

void
extracted_done(struct extracted *e)
{
	text_done(&e->text);
}
