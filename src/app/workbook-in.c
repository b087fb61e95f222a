/* workbook-in.c -- a sheet of a workbook (.xlsx, .ods) as CSV */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/workbook-in.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/embedded.h"
#include "base/i18n.h"
#include "base/run.h"
#include "base/scratch.h"

#include "app/reach.h"

const struct error_kind WORKBOOK_SHEET = {
    "workbook-sheet", EXIT_USAGE,
    N_("it must be said which sheet of the file is meant")};

/* The workbook under this name; of its sheets the program makes files with
   names that begin so, go on with a hyphen and that of the sheet, and end. */
static const char stem[] = "sheet";
static const char ending[] = ".csv";

/* What the program says beside it is of no use. */
enum { SAYS_MAX_BYTES = 1 << 20 };

struct conversion {
	const struct session *s;
	struct arena *arena;
	struct scratch scratch;
	const char *book; /* the workbook, as the program finds it */
	struct dirent **made;
	int n_made;
};

/* ------------------------------------------------------------ the program */

bool
workbook_is_one(FILE *in)
{
	static const char *const heads[] = {"PK\003\004", "\320\317\021\340"};
	char head[4] = "";
	bool is = false;

	if (fread(head, 1, sizeof(head), in) == sizeof(head))
		for (size_t i = 0; i < ARRAY_SIZE(heads); i++)
			is = is || memcmp(head, heads[i], sizeof(head)) == 0;
	rewind(in);
	return is;
}

/* Names of sheets become names of files, which need not be ASCII. */
static char *const *
environment(const struct conversion *c)
{
	static char locale[] = "LC_ALL=C.UTF-8";
	char *const *own = c->s->wish.environment;
	size_t n = 0, kept = 0;
	char **all;

	while (own != NULL && own[n] != NULL)
		n++;
	all = arena_array(c->arena, n + 2, sizeof(*all));
	for (size_t i = 0; i < n; i++)
		if (strncmp(own[i], "LC_ALL=", 7) != 0)
			all[kept++] = own[i];
	all[kept] = locale;
	return all;
}

static bool
run_setting(struct conversion *c, enum setting_id id, struct error *err)
{
	const struct settings *set = c->s->settings;
	const char *const value[] = {c->book, c->scratch.path};
	const struct run r = {
	    .words = settings_command(set, id, value, c->arena),
	    .environment = environment(c),
	    .seconds = settings_number(set, SET_EXTRACT_SECONDS),
	    .bytes = SAYS_MAX_BYTES,
	};
	struct text said = {0};
	bool ok = run_program(&r, &said, err);

	text_done(&said);
	return ok;
}

static bool
convert(struct conversion *c, struct error *err)
{
	char *first;

	if (run_setting(c, SET_CONVERT_SHEET, err))
		return true;
	if (err->kind != &RUN_MISSING)
		return false;
	first = xstrdup(err->detail);
	*err = (struct error){0};
	if (!run_setting(c, SET_CONVERT_SHEET_ELSE, err) &&
	    err->kind == &RUN_MISSING) {
		char *second = xstrdup(err->detail);

		error_set(err, &RUN_MISSING,
			  _("%s, or %s; install libreoffice-calc or gnumeric, "
			    "or save the sheet as CSV"),
			  first, second);
		free(second);
	}
	free(first);
	return err->kind == NULL;
}

/* ---------------------------------------------------------------- its files */

/* Under a name of ours: the file's own might be taken for an option.  The
   profile is new each time, so that nobody's own settings decide. */
static bool
lay_out(struct conversion *c, const char *path, struct error *err)
{
	const struct embedded *xcu = embedded_find("libreoffice.xcu");
	const char *dir = c->scratch.path;
	char *real = realpath(path, NULL), *profile = NULL;
	bool ok;

	c->book = arena_printf(c->arena, "%s/%s", dir, stem);
	ok = real != NULL && symlink(real, c->book) == 0 &&
	     mkdir(arena_printf(c->arena, "%s/profile", dir), 0700) == 0 &&
	     mkdir(arena_printf(c->arena, "%s/profile/user", dir), 0700) == 0;
	if (!ok)
		error_set(err, &ERROR_IO, "%s: %s", path, error_words(errno));
	free(real);
	if (!ok)
		return false;
	profile =
	    scratch_write(&c->scratch, "profile/user/registrymodifications.xcu",
			  xcu->text, xcu->n, err);
	free(profile);
	return profile != NULL;
}

static int
is_sheet(const struct dirent *d)
{
	size_t n = strlen(d->d_name), end = strlen(ending);

	return n > end && strcmp(d->d_name + n - end, ending) == 0 &&
	       strncmp(d->d_name, stem, strlen(stem)) == 0;
}

static const char *
sheet_name(const struct conversion *c, const char *file)
{
	const char *from = file + strlen(stem);

	from += *from == '-';
	return arena_strndup(c->arena, from, strlen(from) - strlen(ending));
}

/* An empty sheet has ends of lines, and separators at most. */
static bool
is_blank(FILE *in)
{
	int c;

	do
		c = getc(in);
	while (c != EOF && strchr(",\r\n", c) != NULL);
	rewind(in);
	return c == EOF;
}

static FILE *
open_sheet(const struct conversion *c, const char *file)
{
	return fopen(arena_printf(c->arena, "%s/%s", c->scratch.path, file),
		     "re");
}

/* ----------------------------------------------------------- which of them */

struct choice_of_sheet {
	FILE *in;
	const char *name;
	struct text names; /* of those that are not empty */
	int n;
};

static void
consider(struct conversion *c, const char *file, const char *wanted,
	 struct choice_of_sheet *of)
{
	FILE *in = open_sheet(c, file);
	const char *name = sheet_name(c, file);
	bool is_taken;

	if (in == NULL)
		return;
	is_taken = wanted != NULL ? strcmp(name, wanted) == 0 : !is_blank(in);
	if (!is_blank(in)) {
		text_printf(&of->names, "%s“%s”", of->n > 0 ? ", " : "", name);
		of->n++;
	}
	if (is_taken && of->in == NULL) {
		of->in = in;
		of->name = name;
	} else {
		fclose(in);
	}
}

/* With the names of all there are, as --sheet wants them. */
static bool
refuse_choice(struct choice_of_sheet *of, const char *wanted, struct error *err)
{
	if (of->in != NULL)
		fclose(of->in);
	of->in = NULL;
	if (of->n == 0)
		return error_set(err, &WORKBOOK_SHEET,
				 _("there is nothing on its sheets"));
	if (wanted != NULL)
		return error_set(err, &WORKBOOK_SHEET,
				 _("there is no sheet “%.60s”, but %s"), wanted,
				 text_str(&of->names));
	return error_set(err, &WORKBOOK_SHEET, _("--sheet is one of %s"),
			 text_str(&of->names));
}

static FILE *
choose(struct conversion *c, const char *wanted, const char **sheet,
       struct error *err)
{
	struct choice_of_sheet of = {0};

	c->n_made = scandir(c->scratch.path, &c->made, is_sheet, versionsort);
	for (int i = 0; i < c->n_made; i++)
		consider(c, c->made[i]->d_name, wanted, &of);
	if (of.in == NULL || (wanted == NULL && of.n > 1))
		refuse_choice(&of, wanted, err);
	*sheet = of.name;
	text_done(&of.names);
	return of.in;
}

static void
conversion_done(struct conversion *c)
{
	for (int i = 0; i < c->n_made; i++)
		free(c->made[i]);
	free(c->made);
	scratch_end(&c->scratch);
}

FILE *
workbook_sheet(const struct session *s, const char *path, const char *wanted,
	       struct arena *a, const char **sheet, struct error *err)
{
	struct conversion c = {.s = s, .arena = a};
	FILE *in = NULL;

	if (!reach_program(&s->wish, err) ||
	    !scratch_begin(&c.scratch, s->wish.temporary, err))
		return NULL;
	if (lay_out(&c, path, err) && convert(&c, err))
		in = choose(&c, wanted, sheet, err);
	conversion_done(&c);
	return in;
}
