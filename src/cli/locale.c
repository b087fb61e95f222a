/* locale.c -- the language people are spoken to in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/locale.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/mem.h"

const char *
language_known(const char *word)
{
	static const char *const known[] = {"th", "en"};

	for (size_t i = 0; i < ARRAY_SIZE(known); i++)
		if (strcmp(word, known[i]) == 0)
			return known[i];
	return NULL;
}

/* What the environment says of LC_MESSAGES, without the rest. */
static const char *
language_of_environment(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		const char *s = getenv(names[i]);

		if (s != NULL && s[0] != '\0')
			return strncmp(s, "en", 2) == 0 ? "en" : "th";
	}
	return "th";
}

static bool lacks_thai; /* which was asked for */

/* A catalogue that is in force has words about itself. */
static bool
is_translated(void)
{
#ifdef ENABLE_NLS
	static const char about[] = "";

	return gettext(about)[0] != '\0';
#else
	return false;
#endif
}

/* Without a catalogue there is one language, and its digits. */
static const char *
catalogue_begin(const char *lang)
{
#ifdef ENABLE_NLS
	const char *built = getenv("SARABAN_LOCALEDIR");

	setenv("LANGUAGE", lang, 1);
	bindtextdomain(PACKAGE, built != NULL ? built : LOCALEDIR);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
#endif
	lacks_thai = strcmp(lang, "th") == 0 && !is_translated();
	return lacks_thai || strcmp(lang, "th") != 0 ? "en" : lang;
}

bool
locale_lacks_thai(void)
{
	return lacks_thai;
}

static bool is_lost; /* the locale asked for is not installed */

/* Newer C libraries (glibc 2.41) translate nothing in a locale whose name is C,
   nor in C.UTF-8.  Any other that is installed does for messages: which
   language they are in, LANGUAGE says. */
static void
messages_begin(void)
{
	static const char *const any[] = {"th_TH.UTF-8", "en_US.UTF-8",
					  "en_GB.UTF-8"};
	const char *now = setlocale(LC_MESSAGES, NULL);
	bool is_c = strcmp(now, "C") == 0 || strncmp(now, "C.", 2) == 0 ||
		    strcmp(now, "POSIX") == 0;

	for (size_t i = 0; is_c && i < ARRAY_SIZE(any); i++)
		is_c = setlocale(LC_MESSAGES, any[i]) == NULL;
}

/* A locale that is not installed, or C: its text is UTF-8 all the same. */
static void
character_set_begin(void)
{
	is_lost = setlocale(LC_ALL, "") == NULL;
	if (is_lost || strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0)
		setlocale(LC_ALL, "C.UTF-8");
	messages_begin();
	/* Numbers in files and JSON have points whatever the language. */
	setlocale(LC_NUMERIC, "C");
}

const char *
locale_begin(const char *lang)
{
	character_set_begin();
	if (lang == NULL)
		lang = language_of_environment();
	return catalogue_begin(lang);
}

const char *
locale_lost(void)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};

	for (size_t i = 0; is_lost && i < ARRAY_SIZE(names); i++) {
		const char *s = getenv(names[i]);
		const char *charset = s != NULL ? strchr(s, '.') : NULL;

		if (s == NULL || s[0] == '\0')
			continue;
		if (charset == NULL || strncasecmp(charset, ".UTF", 4) == 0)
			return NULL;
		return s;
	}
	return NULL;
}

bool
locale_is_utf8(const char **charset)
{
	*charset = nl_langinfo(CODESET);
	return strcmp(*charset, "UTF-8") == 0;
}
