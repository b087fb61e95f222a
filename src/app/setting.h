/* setting.h -- what a person or an office may set about the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_SETTING_H
#define APP_SETTING_H

#include "base/arena.h"
#include "base/error.h"

extern const struct error_kind SETTING_WRONG; /* "setting-wrong", 2 */

enum setting_kind {
	SETTING_TEXT,    /* any text of one line */
	SETTING_FLAG,    /* on or off */
	SETTING_CHOICE,  /* one of .choices */
	SETTING_NUMBER,  /* a whole number from .min to .max */
	SETTING_COMMAND, /* words, with each of .holes as %s, %o ... */
};

enum setting_id {
	SET_EXTRACT_PDF,
	SET_PDF_TO_IMAGE,
	SET_EXTRACT_IMAGE,
	SET_CONVERT_SHEET,
	SET_CONVERT_SHEET_ELSE,
	SET_EXTRACT_SECONDS,
	SET_BACKUP_DAYS,
	SET_BACKUP_WEEKS,
	SET_BACKUP_MONTHS,
	SET_PRINT_FONT,
	SET_PRINT_DIGITS,
	SET_PRINT_FOLDER,
	SET_PRINT_COLUMNS,
	SET_PRINT_LINES,
	SET_PRINT_COMMAND,
	SET_OVERLAY_PDF,
	SET_CHOSEN_ROW,
	SET_THEME,
	SET_MOUSE,
	SETTINGS
};

struct setting {
	const char *name;
	enum setting_kind kind;
	const char *const *choices; /* ended by NULL */
	int min, max;
	const char *holes; /* letters that stand behind a % */
	bool may_be_none;  /* "none": no program is run */
	const char *help;  /* N_(), what it sets */
};
extern const struct setting setting_table[SETTINGS];

/* The text of a settings file or a file of keys, as the command line read
   it; name is for complaints. */
struct conf_file {
	const char *name;
	const char *text;
};

/* What the command line knows of the terminal and of its person's files, for
   the screen.  Lists of files end with {NULL, NULL}, later ones stand before
   earlier ones. */
struct screen_wish {
	bool has_colour;   /* NO_COLOR is not set */
	bool is_far;       /* the terminal is at the other end of a line */
	bool is_in_screen; /* GNU screen lies between */
	const struct conf_file *keys;
	const struct conf_file *themes;
	const char *lost_locale; /* asked for and not installed, or NULL */
};

enum { SETTING_FAULTS = 8 };
struct settings {
	struct arena *arena;         /* holds all text below */
	const char *value[SETTINGS]; /* as written, never NULL */
	const char *from[SETTINGS];  /* "FILE:LINE"; NULL = the program's own */
	/* What was wrong in the files, the first few. */
	struct error fault[SETTING_FAULTS];
	size_t n_faults;
};

/* Begins with what the program carries in itself (data/saraban.conf). */
void settings_begin(struct settings *s, struct arena *a);
/*
 * Reads one file over what is there.  A line that is wrong changes nothing
 * and becomes a fault, SETTING_WRONG with "FILE:LINE: why"; the others hold.
 */
void settings_add(struct settings *s, const struct conf_file *file);
/* Keeps a fault of the files that was found elsewhere. */
void settings_add_fault(struct settings *s, const struct error *err);

const char *settings_text(const struct settings *s, enum setting_id id);
bool settings_flag(const struct settings *s, enum setting_id id);
int settings_number(const struct settings *s, enum setting_id id);
/* Whether a SETTING_COMMAND names a program. */
bool settings_has_command(const struct settings *s, enum setting_id id);
/*
 * The words of a SETTING_COMMAND, ended by NULL, in the arena: value[i]
 * stands where %c was, c being the i-th letter of its holes.  A value never
 * becomes more than one word.
 */
char **settings_command(const struct settings *s, enum setting_id id,
			const char *const value[], struct arena *a);

#endif
