/* setting.c -- what a person or an office may set about the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/setting.h"

#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "base/i18n.h"
#include "base/text.h"

#include "app/command.h"

const struct error_kind SETTING_WRONG = {
    "setting-wrong", EXIT_USAGE, N_("a setting is wrong and left as it was")};

static const char *const digits[] = {"thai", "arabic", NULL};
static const char *const row_marks[] = {"mark", "bar", "auto", NULL};

const struct setting setting_table[SETTINGS] = {
    [SET_EXTRACT_PDF] = {.name = "extract-pdf",
			 .kind = SETTING_COMMAND,
			 .holes = "s",
			 .help = N_("prints the text layer of a PDF")},
    [SET_PDF_TO_IMAGE] = {.name = "pdf-to-image",
			  .kind = SETTING_COMMAND,
			  .holes = "so",
			  .help = N_("makes pictures of a PDF's pages")},
    [SET_EXTRACT_IMAGE] = {.name = "extract-image",
			   .kind = SETTING_COMMAND,
			   .holes = "s",
			   .help = N_("prints the text of a picture")},
    [SET_CONVERT_SHEET] = {.name = "convert-sheet",
			   .kind = SETTING_COMMAND,
			   .holes = "so",
			   .help = N_("makes CSV of a workbook's sheets")},
    [SET_CONVERT_SHEET_ELSE] = {.name = "convert-sheet-else",
				.kind = SETTING_COMMAND,
				.holes = "so",
				.help =
				    N_("does it where that is not installed")},
    [SET_EXTRACT_SECONDS] = {.name = "extract-seconds",
			     .kind = SETTING_NUMBER,
			     .min = 1,
			     .max = 3600,
			     .help = N_("how long each of these may take")},
    [SET_BACKUP_DAYS] = {.name = "backup-days",
			 .kind = SETTING_NUMBER,
			 .min = 1,
			 .max = 10000,
			 .help = N_("of how many days a backup is kept")},
    [SET_BACKUP_WEEKS] = {.name = "backup-weeks",
			  .kind = SETTING_NUMBER,
			  .min = 0,
			  .max = 10000,
			  .help = N_("of how many weeks a backup is kept")},
    [SET_BACKUP_MONTHS] = {.name = "backup-months",
			   .kind = SETTING_NUMBER,
			   .min = 0,
			   .max = 10000,
			   .help = N_("of how many months a backup is kept")},
    [SET_PRINT_FONT] = {.name = "print-font",
			.kind = SETTING_TEXT,
			.help = N_("the font of what is printed; auto is the "
				   "most official one there is")},
    [SET_PRINT_DIGITS] = {.name = "print-digits",
			  .kind = SETTING_CHOICE,
			  .choices = digits,
			  .help =
			      N_("the digits of numbers and days on paper")},
    [SET_PRINT_FOLDER] = {.name = "print-folder",
			  .kind = SETTING_TEXT,
			  .help = N_("where a file is put that is printed "
				     "without a name")},
    [SET_PRINT_COLUMNS] = {.name = "print-columns",
			   .kind = SETTING_NUMBER,
			   .min = 76,
			   .max = 400,
			   .help = N_("columns of a line on a line printer")},
    [SET_PRINT_LINES] = {.name = "print-lines",
			 .kind = SETTING_NUMBER,
			 .min = 20,
			 .max = 1000,
			 .help = N_("lines of a page on a line printer")},
    [SET_PRINT_COMMAND] = {.name = "print-command",
			   .kind = SETTING_COMMAND,
			   .holes = "s",
			   .may_be_none = true,
			   .help = N_("sends a file to the printer; none: "
				      "nothing is sent")},
    [SET_OVERLAY_PDF] = {.name = "overlay-pdf",
			 .kind = SETTING_COMMAND,
			 .holes = "slo",
			 .help = N_("puts the stamp over page 1 of a PDF")},
    [SET_CHOSEN_ROW] = {.name = "chosen-row",
			.kind = SETTING_CHOICE,
			.choices = row_marks,
			.help = N_("how the chosen row of a list is told")},
    [SET_THEME] = {.name = "theme",
		   .kind = SETTING_TEXT,
		   .help = N_("the colours of the screen")},
    [SET_MOUSE] = {.name = "mouse",
		   .kind = SETTING_FLAG,
		   .help = N_("whether the screen listens to the mouse")},
};

typedef bool (*check_fn)(const struct setting *set, const char *value,
			 struct error *err);

static bool
check_text(const struct setting *set, const char *value, struct error *err)
{
	(void)set;
	if (*value != '\0')
		return true;
	return error_set(err, &SETTING_WRONG, _("there is no value"));
}

static bool
check_flag(const struct setting *set, const char *value, struct error *err)
{
	if (strcmp(value, "on") == 0 || strcmp(value, "off") == 0)
		return true;
	return error_set(err, &SETTING_WRONG, _("%s is on or off, not %.60s"),
			 set->name, value);
}

static bool
check_choice(const struct setting *set, const char *value, struct error *err)
{
	struct text all = {0};

	for (const char *const *c = set->choices; *c != NULL; c++) {
		if (strcmp(*c, value) == 0) {
			text_done(&all);
			return true;
		}
		text_printf(&all, "%s%s", all.n > 0 ? ", " : "", *c);
	}
	error_set(err, &SETTING_WRONG, _("%s is one of %s, not %.60s"),
		  set->name, text_str(&all), value);
	text_done(&all);
	return false;
}

static bool
check_number(const struct setting *set, const char *value, struct error *err)
{
	char *end;
	long n = strtol(value, &end, 10);

	if (*value != '\0' && *end == '\0' && n >= set->min && n <= set->max)
		return true;
	return error_set(err, &SETTING_WRONG,
			 _("%s is a number from %s to %s, not %.60s"),
			 set->name, DIGITS(set->min), DIGITS(set->max), value);
}

/* Where the letter behind a % stands among the holes, -1 for %%, -2 for a
   letter that means nothing. */
static int
hole_of(const struct setting *set, char letter)
{
	const char *at = letter != '\0' ? strchr(set->holes, letter) : NULL;

	if (letter == '%')
		return -1;
	return at != NULL ? (int)(at - set->holes) : -2;
}

static bool
check_holes(const struct setting *set, const char *value, struct error *err)
{
	unsigned found = 0;

	for (const char *p = value; *p != '\0'; p++) {
		int hole = *p == '%' ? hole_of(set, *++p) : -1;

		if (hole == -2)
			return error_set(
			    err, &SETTING_WRONG,
			    _("%s has a %% that stands for nothing"),
			    set->name);
		if (hole >= 0)
			found |= 1u << hole;
	}
	for (size_t i = 0; set->holes[i] != '\0'; i++)
		if (!(found & 1u << i))
			return error_set(err, &SETTING_WRONG,
					 _("%s needs a %%%c"), set->name,
					 set->holes[i]);
	return true;
}

static bool
check_command(const struct setting *set, const char *value, struct error *err)
{
	struct arena a = {0};
	struct words w;
	bool ok;

	if (set->may_be_none && strcmp(value, "none") == 0)
		return true;
	ok = words_split(value, &a, &w, err) && check_holes(set, value, err);

	if (ok && (w.n == 0 || strchr(w.at[0], '%') != NULL))
		ok = error_set(err, &SETTING_WRONG,
			       _("%s names no program to run"), set->name);
	arena_done(&a);
	return ok;
}

static const check_fn checks[] = {
    [SETTING_TEXT] = check_text,       [SETTING_FLAG] = check_flag,
    [SETTING_CHOICE] = check_choice,   [SETTING_NUMBER] = check_number,
    [SETTING_COMMAND] = check_command,
};

static int
setting_find(const char *name)
{
	for (int i = 0; i < SETTINGS; i++)
		if (strcmp(setting_table[i].name, name) == 0)
			return i;
	return -1;
}

/* "NAME = VALUE", cut in place. */
static bool
read_line(struct settings *s, char *line, const char *from, const bool *seen,
	  int *id, struct error *err)
{
	char *equals = strchr(line, '=');
	const char *value;

	if (utf8_fault(line, strlen(line)) >= 0)
		return error_set(err, &SETTING_WRONG, _("this is no UTF-8"));
	if (equals == NULL)
		return error_set(err, &SETTING_WRONG,
				 _("a line is NAME = VALUE, not %.60s"), line);
	*equals = '\0';
	value = text_trim(equals + 1);
	*id = setting_find(text_trim(line));
	if (*id < 0)
		return error_set(err, &SETTING_WRONG,
				 _("there is no setting %.60s"), line);
	if (seen[*id])
		return error_set(err, &SETTING_WRONG, _("%s is set twice"),
				 line);
	if (!checks[setting_table[*id].kind](&setting_table[*id], value, err))
		return false;
	s->value[*id] = value;
	s->from[*id] = from;
	return true;
}

void
settings_add_fault(struct settings *s, const struct error *err)
{
	if (s->n_faults < SETTING_FAULTS)
		s->fault[s->n_faults++] = *err;
}

/* The detail of what is wrong, with its place before it. */
static void
add_fault_at(struct settings *s, const char *from, const struct error *why)
{
	struct error err = {0};

	error_set(&err, &SETTING_WRONG, "%s: %s", from, why->detail);
	settings_add_fault(s, &err);
}

void
settings_add(struct settings *s, const struct conf_file *file)
{
	static const char byte_order_mark[] = "\xEF\xBB\xBF";
	const char *p = file->text;
	bool seen[SETTINGS] = {false};

	if (strncmp(p, byte_order_mark, strlen(byte_order_mark)) == 0)
		p += strlen(byte_order_mark);
	for (int number = 1; *p != '\0'; number++) {
		size_t n = strcspn(p, "\n");
		char *line = text_trim(arena_strndup(s->arena, p, n));
		const char *from =
		    arena_printf(s->arena, "%s:%d", file->name, number);
		struct error err = {0};
		int id = -1;

		p += p[n] != '\0' ? n + 1 : n;
		if (*line == '\0' || *line == '#')
			continue;
		if (read_line(s, line, from, seen, &id, &err))
			seen[id] = true;
		else
			add_fault_at(s, from, &err);
	}
}

void
settings_begin(struct settings *s, struct arena *a)
{
	const struct embedded *own = embedded_find("saraban.conf");

	*s = (struct settings){.arena = a};
	if (own == NULL)
		bug("data/saraban.conf is not embedded");
	settings_add(s, &(struct conf_file){own->name, own->text});
	if (s->n_faults > 0)
		bug("data/%s", s->fault[0].detail);
	for (int i = 0; i < SETTINGS; i++) {
		if (s->value[i] == NULL)
			bug("data/saraban.conf lacks %s",
			    setting_table[i].name);
		s->from[i] = NULL;
	}
}

const char *
settings_text(const struct settings *s, enum setting_id id)
{
	return s->value[id];
}

bool
settings_flag(const struct settings *s, enum setting_id id)
{
	return strcmp(s->value[id], "on") == 0;
}

int
settings_number(const struct settings *s, enum setting_id id)
{
	return (int)strtol(s->value[id], NULL, 10);
}

bool
settings_has_command(const struct settings *s, enum setting_id id)
{
	return !setting_table[id].may_be_none ||
	       strcmp(s->value[id], "none") != 0;
}

static char *
fill_word(const struct setting *set, const char *word,
	  const char *const value[], struct arena *a)
{
	struct text t = {0};
	char *filled;

	for (; *word != '\0'; word++) {
		int hole = *word == '%' ? hole_of(set, *++word) : -1;

		if (hole >= 0)
			text_add(&t, value[hole]);
		else
			text_add_n(&t, word, 1);
	}
	filled = arena_strdup(a, text_str(&t));
	text_done(&t);
	return filled;
}

char **
settings_command(const struct settings *s, enum setting_id id,
		 const char *const value[], struct arena *a)
{
	struct error err = {0};
	struct words w;
	char **words;

	if (!words_split(s->value[id], a, &w, &err))
		bug("%s was checked: %s", setting_table[id].name, err.detail);
	words = arena_array(a, w.n + 1, sizeof(*words));
	for (size_t i = 0; i < w.n; i++)
		words[i] = fill_word(&setting_table[id], w.at[i], value, a);
	return words;
}
