/* request.c -- what was asked, and what is wrong with it in itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/password.h"
#include "base/text.h"
#include "base/thai.h"

#include "model/number.h"

#include "app/action.h"
#include "app/pin.h"

/* A subject fills a line or three; a note a page. */
enum {
	LINE_MAX_BYTES = 3000,
	TEXT_MAX_BYTES = 30000,
	LONG_MAX_BYTES = 2 << 20,
};
/* Enclosures, files, divisions of one letter. */
enum { MANY_MAX = 100 };

const struct error_kind REQUEST_MISSING = {"missing", EXIT_USAGE,
					   N_("something is missing")};
const struct error_kind REQUEST_WRONG = {"wrong-value", EXIT_USAGE,
					 N_("that cannot be entered")};

const char *
request_value_at(const struct request *r, const char *name, size_t i)
{
	for (size_t k = 0; k < r->n; k++)
		if (r->at[k].name != NULL && strcmp(r->at[k].name, name) == 0 &&
		    i-- == 0)
			return r->at[k].value;
	return NULL;
}

const char *
request_value(const struct request *r, const char *name)
{
	return request_value_at(r, name, 0);
}

const char *
request_operand(const struct request *r, size_t i)
{
	for (size_t k = 0; k < r->n; k++)
		if (r->at[k].name == NULL && i-- == 0)
			return r->at[k].value;
	return NULL;
}

bool
option_date(const struct option *o, const char *value, struct date today,
	    struct date *d, struct error *err)
{
	return o->flags & OPTION_PAST ? date_parse_near(value, today, d, err)
				      : date_parse(value, d, err);
}

struct faults {
	moment now;
	struct fault *at;
	size_t n, max;
	struct error spare; /* for more faults than the caller can show */
};

static struct error *
add(struct faults *f, const char *name)
{
	if (f->n == f->max)
		return &f->spare;
	f->at[f->n] = (struct fault){.name = name};
	return &f->at[f->n++].error;
}

static size_t
most_bytes(const struct option *o)
{
	if (o->flags & OPTION_LONG)
		return LONG_MAX_BYTES;
	return o->kind == VALUE_TEXT ? TEXT_MAX_BYTES : LINE_MAX_BYTES;
}

static bool
text_is_wrong(const struct option *o, const char *value, struct error *err)
{
	size_t max = most_bytes(o);
	ptrdiff_t at = utf8_fault(value, strlen(value));

	if (strlen(value) > max) {
		error_set(err, &REQUEST_WRONG,
			  _("%s is longer than %s Thai letters"), _(o->label),
			  DIGITS(max / 3));
		return true;
	}
	/* A file's name is bytes; the register keeps it in visible text. */
	if (at < 0 || o->kind == VALUE_FILE)
		return false;
	error_set(err, &REQUEST_WRONG,
		  _("%s is not UTF-8 text from byte %s on"), _(o->label),
		  DIGITS(at + 1));
	return true;
}

static bool
date_is_wrong(const struct option *o, const char *value, moment now,
	      struct error *err)
{
	struct date d;

	return !option_date(o, value, moment_date(now), &d, err);
}

static bool
moment_is_wrong(const struct option *o, const char *value, moment now,
		struct error *err)
{
	moment m;
	bool has_time;

	(void)o;
	return !moment_parse_near(value, now, &m, &has_time, err);
}

static bool
number_is_wrong(const struct option *o, const char *value, moment now,
		struct error *err)
{
	int n;

	(void)now;
	if (number_whole(value, &n))
		return false;
	error_set(err, &REQUEST_WRONG, _("%s must be a number, not %.60s"),
		  _(o->label), value);
	return true;
}

static bool
choice_is_wrong(const struct option *o, const char *value, moment now,
		struct error *err)
{
	struct text all = {0};

	(void)now;
	if (choice_find(o->choices, value) != NULL)
		return false;
	for (const struct choice *c = o->choices; c->value != NULL; c++)
		text_printf(&all, "%s%s", all.n > 0 ? ", " : "", c->value);
	error_set(err, &REQUEST_WRONG, _("%s is one of %s, not %.60s"),
		  _(o->label), text_str(&all), value);
	text_done(&all);
	return true;
}

static bool
secret_is_wrong(const struct option *o, const char *value, moment now,
		struct error *err)
{
	char *word;
	bool is;

	(void)now;
	if (!(o->flags & OPTION_CHOSEN))
		return false;
	word = pin_word(value);
	is = !pin_word_check(word, "", err);
	secret_wipe(word, strlen(word));
	free(word);
	return is;
}

typedef bool (*wrong_fn)(const struct option *o, const char *value, moment now,
			 struct error *err);

/* Beyond being text: what each kind of value must be. */
static const wrong_fn wrongs[] = {
    [VALUE_DATE] = date_is_wrong,
    [VALUE_MOMENT] = moment_is_wrong,
    [VALUE_NUMBER] = number_is_wrong,
    [VALUE_CHOICE] = choice_is_wrong,
    [VALUE_FLAG] = NULL,
    [VALUE_SECRET] = secret_is_wrong,
};

bool
option_is_wrong(const struct option *o, const char *value, moment now,
		struct error *err)
{
	return text_is_wrong(o, value, err) ||
	       (!text_is_blank(value) && wrongs[o->kind] != NULL &&
		wrongs[o->kind](o, value, now, err));
}

static void
check_value(struct faults *f, const struct option *o, const char *value)
{
	struct error err = {0};

	if (value != NULL && o->kind != VALUE_FLAG &&
	    option_is_wrong(o, value, f->now, &err))
		*add(f, o->name) = err;
}

static size_t
times_given(const struct request *r, const struct option *o)
{
	size_t n = 0;

	for (size_t k = 0; k < r->n; k++)
		n += r->at[k].name != NULL &&
		     strcmp(r->at[k].name, o->name) == 0;
	return n;
}

/* A letter is one act and waits for nobody: its lists have an end. */
static bool
is_given_too_often(struct faults *f, const struct request *r,
		   const struct option *o)
{
	size_t times = times_given(r, o);

	if (!(o->flags & OPTION_MANY) && times > 1)
		error_set(add(f, o->name), &REQUEST_WRONG,
			  _("--%s was given twice"), o->name);
	else if (times > MANY_MAX)
		error_set(add(f, o->name), &REQUEST_WRONG,
			  _("--%s was given more than %s times"), o->name,
			  DIGITS(MANY_MAX));
	else
		return false;
	return true;
}

/* What is written down may be said to be nothing; what is looked for not. */
static bool
is_empty(const struct request *r, const struct option *o, const char *value)
{
	return r->action->decide == NULL && wrongs[o->kind] != NULL &&
	       text_is_blank(value);
}

static void
check_option(struct faults *f, const struct request *r, const struct option *o)
{
	const char *first = request_value(r, o->name);

	if ((o->flags & OPTION_REQUIRED) && text_is_blank(first)) {
		error_set(add(f, o->name), &REQUEST_MISSING, "%s (--%s)",
			  _(o->label), o->name);
		return;
	}
	if (is_given_too_often(f, r, o))
		return;
	for (size_t i = 0; request_value_at(r, o->name, i) != NULL; i++)
		if (is_empty(r, o, request_value_at(r, o->name, i)))
			error_set(add(f, o->name), &REQUEST_WRONG,
				  _("--%s needs a value"), o->name);
		else
			check_value(f, o, request_value_at(r, o->name, i));
}

/* What is asked for only because of what the other values say. */
static void
check_lacking(struct faults *f, const struct request *r)
{
	const char *name =
	    r->action->lacks ? r->action->lacks(r, f->now) : NULL;

	if (name != NULL && text_is_blank(request_value(r, name)))
		error_set(add(f, name), &REQUEST_MISSING, "%s (--%s)",
			  _(action_option(r->action, name)->help), name);
}

static bool
is_optional(const char *operand)
{
	return operand[0] == '[';
}

/* "FILE...": one or more. */
static bool
is_many(const char *operand, size_t n)
{
	return n > 3 && strncmp(operand + n - 3, "...", 3) == 0;
}

/* The i-th operand, named by `word` of the action's row. */
static void
check_operand(struct faults *f, const struct request *r, const char *word,
	      size_t i)
{
	struct option as = *operand_option(word);

	as.name = NULL;
	if (!is_optional(word) && text_is_blank(request_operand(r, i)))
		error_set(add(f, NULL), &REQUEST_MISSING, "%s (%.*s)",
			  _(as.label), (int)strcspn(word, " "), word);
	else
		check_value(f, &as, request_operand(r, i));
}

/* The operands are named in the row: "NUMBER", "LOGIN NAME", "[A [B]]",
   "FILE..." as the last. */
static void
check_operands(struct faults *f, const struct request *r)
{
	const char *p = r->action->operands;
	size_t i = 0;

	for (; *p != '\0'; i++) {
		size_t n = strcspn(p, " ");

		check_operand(f, r, p, i);
		while (is_many(p, n) && request_operand(r, i + 1) != NULL)
			check_operand(f, r, p, ++i);
		p += n;
		p += strspn(p, " ");
	}
	if (request_operand(r, i) != NULL)
		error_set(add(f, NULL), &REQUEST_WRONG, "%.60s",
			  request_operand(r, i));
}

size_t
request_faults(const struct request *r, moment now, struct fault *faults,
	       size_t max)
{
	struct faults f = {.now = now, .at = faults, .max = max};

	check_operands(&f, r);
	for (const struct option *o = r->action->options; o && o->name; o++)
		check_option(&f, r, o);
	check_lacking(&f, r);
	return f.n;
}
