/* postgresql-text.c -- a statement of data/sql/ as PostgreSQL reads it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/postgresql-text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

enum token_kind { TOKEN_WORD, TOKEN_PARAM, TOKEN_STRING, TOKEN_OTHER };

struct token {
	enum token_kind kind;
	const char *s;
	size_t n;
};

static size_t
word_length(const char *s)
{
	size_t n = 0;

	while (isalnum((unsigned char)s[n]) || s[n] == '_')
		n++;
	return n;
}

static size_t
string_length(const char *s)
{
	const char *end = strchr(s + 1, s[0]);

	if (end == NULL)
		bug("a string is not closed in a statement");
	return (size_t)(end - s) + 1;
}

static struct token
token_at(const char *s)
{
	if (isalpha((unsigned char)s[0]) || s[0] == '_')
		return (struct token){TOKEN_WORD, s, word_length(s)};
	if (s[0] == ':' && isalpha((unsigned char)s[1]))
		return (struct token){TOKEN_PARAM, s, 1 + word_length(s + 1)};
	if (s[0] == ':' && s[1] == ':')
		return (struct token){TOKEN_OTHER, s, 2};
	if (s[0] == '\'' || s[0] == '"')
		return (struct token){TOKEN_STRING, s, string_length(s)};
	return (struct token){TOKEN_OTHER, s, 1};
}

static bool
token_is(const struct token *t, const char *word)
{
	return t->kind == TOKEN_WORD && strlen(word) == t->n &&
	       strncmp(t->s, word, t->n) == 0;
}

struct spelt {
	const char *word;
	const char *as;
};

/* PostgreSQL 16 made json_array( syntax of its own. */
static const struct spelt in_statements[] = {
    {"CROSS", ""},
    {"char", "chr"},
    {"json_array", "json_list"},
    {NULL, NULL},
};
static const struct spelt in_schema[] = {
    {"CROSS", ""},         {"char", "chr"},
    {"INTEGER", "bigint"}, {"TEXT", "text COLLATE \"C\""},
    {"BLOB", "bytea"},     {NULL, NULL}};

static void
add_spelt(struct text *out, const struct token *t, const struct spelt *table)
{
	for (; table->word != NULL; table++)
		if (token_is(t, table->word)) {
			text_add(out, table->as);
			return;
		}
	text_add_n(out, t->s, t->n);
}

static size_t
name_index(struct postgresql_names *names, const struct token *t)
{
	const char *name = t->s + 1;
	size_t n = t->n - 1;

	for (size_t i = 0; i < names->n; i++)
		if (strlen(names->at[i]) == n &&
		    strncmp(names->at[i], name, n) == 0)
			return i;
	if (names->n == POSTGRESQL_PARAMS)
		bug("a statement has too many parameters");
	names->at[names->n] = xstrndup(name, n);
	return names->n++;
}

static void
add_param(struct text *out, size_t i, uint32_t nulls)
{
	if (nulls >> i & 1)
		text_add(out, "NULL");
	else
		text_printf(out, "$%zu", i + 1);
}

char *
postgresql_statement(const char *sql, struct postgresql_names *names,
		     uint32_t nulls)
{
	struct text out = {0};

	for (const char *s = sql; *s != '\0';) {
		struct token t = token_at(s);

		if (t.kind == TOKEN_PARAM)
			add_param(&out, name_index(names, &t), nulls);
		else
			add_spelt(&out, &t, in_statements);
		s += t.n;
	}
	return text_take(&out);
}

void
postgresql_names_done(struct postgresql_names *names)
{
	for (size_t i = 0; i < names->n; i++)
		free(names->at[i]);
	names->n = 0;
}

/* ----------------------------------------------------------------- schema */

/* What a statement makes: its second word is this one. */
static bool
makes(const char *s, const char *what)
{
	const char *second = s + strcspn(s, " ;");

	second += strspn(second, " ");
	return strncmp(second, what, strlen(what)) == 0 &&
	       word_length(second) == strlen(what);
}

/* What is not made is a setting or a size; triggers and the full-text index
   are SQLite's own. */
static bool
is_left_out(const char *s)
{
	return !makes(s, "TABLE") && !makes(s, "UNIQUE") &&
	       !makes(s, "INDEX") && !makes(s, "VIEW");
}

/* To the ; that ends it: in a trigger that behind END. */
static const char *
statement_end(const char *s)
{
	bool is_trigger = makes(s, "TRIGGER");
	bool has_ended = !is_trigger;

	while (*s != '\0') {
		struct token t = token_at(s);

		if (t.s[0] == ';' && has_ended)
			return s + 1;
		if (t.kind == TOKEN_WORD && is_trigger)
			has_ended = token_is(&t, "END");
		s += t.n;
	}
	return s;
}

static void
add_statement(struct text *out, const char *s, const char *end)
{
	int depth = 0;
	bool is_dropping = false;

	while (s < end) {
		struct token t = token_at(s);

		depth += (*s == '(') - (*s == ')');
		/* What stands behind a table is how SQLite keeps it. */
		if (depth == 0 &&
		    (token_is(&t, "STRICT") || token_is(&t, "WITHOUT")))
			is_dropping = true;
		if (*s == ';')
			is_dropping = false;
		if (!is_dropping)
			add_spelt(out, &t, in_schema);
		s += t.n;
	}
	text_add(out, "\n");
}

/* A view may stand before the tables that it shows: all views come last. */
static void
add_all(struct text *out, const char *sql, bool views)
{
	for (const char *s = sql + strspn(sql, " \n\t"), *end; *s != '\0';
	     s = end + strspn(end, " \n\t")) {
		end = statement_end(s);
		if (!is_left_out(s) && makes(s, "VIEW") == views)
			add_statement(out, s, end);
	}
}

char *
postgresql_schema(const char *sql)
{
	struct text out = {0};

	add_all(&out, sql, false);
	add_all(&out, sql, true);
	return text_take(&out);
}

/* ---------------------------------------------------------------- upgrades */

static bool
begins(const char *s, const char *word)
{
	return strncmp(s, word, strlen(word)) == 0 &&
	       word_length(s) == strlen(word);
}

/* Of a step of an upgrade: tables, and what happens to their rows; not what is
   SQLite's own. */
static bool
is_gone_with(const char *s)
{
	static const char *const words[] = {"UPDATE", "DELETE", "INSERT"};
	static const char ours[] = "INSERT INTO sqlite_";

	if (strncmp(s, ours, strlen(ours)) == 0)
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (begins(s, words[i]))
			return true;
	return !is_left_out(s);
}

static void
add_step(struct text *out, const char *s)
{
	static const char pragma[] = "PRAGMA user_version = ";
	const char *n = s + strlen(pragma);

	if (strncmp(s, pragma, strlen(pragma)) == 0)
		text_printf(out,
			    "COMMENT ON SCHEMA saraban IS "
			    "'saraban register, step %.*s';\n",
			    (int)word_length(n), n);
}

char *
postgresql_upgrade(const char *sql)
{
	struct text out = {0};

	for (const char *s = sql + strspn(sql, " \n\t"), *end; *s != '\0';
	     s = end + strspn(end, " \n\t")) {
		end = statement_end(s);
		if (is_gone_with(s))
			add_statement(&out, s, end);
		else
			add_step(&out, s);
	}
	return text_take(&out);
}
