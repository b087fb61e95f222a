/* form.c -- asks for the options of an action, then does it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/i18n.h"

#include "tui/loop.h"
#include "tui/perform.h"
#include "tui/wording.h"

enum { FAULTS_MAX = 32 };

static struct form *
form_of(struct screen *s)
{
	return (struct form *)s;
}

static struct form_field *
focused(struct form *f)
{
	return f->at < f->n_fields ? &f->fields[f->at] : NULL;
}

static bool
insert_field(struct form *f, size_t at, const struct option *o,
	     struct error *err)
{
	const struct field_context context = {f->screen.tui->session,
					      &f->screen.arena};
	struct form_field field;

	if (!field_init(&field, o, &context, err))
		return false;
	f->fields =
	    xreallocarray(f->fields, f->n_fields + 1, sizeof(*f->fields));
	memmove(&f->fields[at + 1], &f->fields[at],
		(f->n_fields - at) * sizeof(*f->fields));
	f->fields[at] = field;
	f->n_fields++;
	return true;
}

/* What the words of an action's operands are called beside a field. */
static const struct {
	const char *word;
	const char *label; /* N_() */
} operand_labels[] = {
    {"LOGIN",   N_("login")},
    {"NAME",    N_("name") },
    {"CODE",    N_("code") },
    {"FILE...", N_("file") },
};

static const char *
operand_label(const char *word, size_t n)
{
	for (size_t i = 0; i < ARRAY_SIZE(operand_labels); i++)
		if (strlen(operand_labels[i].word) == n &&
		    memcmp(operand_labels[i].word, word, n) == 0)
			return operand_labels[i].label;
	bug("an operand without a label: %.*s", (int)n, word);
}

/* The words of "LOGIN NAME" that were not said become fields without the name
   of an option. */
static bool
make_operands(struct form *f, struct error *err)
{
	struct arena *a = &f->screen.arena;
	const char *word = f->action->operands;

	for (size_t i = 0, n; *word; i++, word += n + (word[n] == ' ')) {
		n = strcspn(word, " ");
		if (i < f->n_operands || *word == '[')
			continue;
		struct option *o = arena_alloc(a, sizeof(*o));
		o->label = operand_label(word, n);
		o->flags = OPTION_REQUIRED;
		if (!insert_field(f, f->n_fields, o, err))
			return false;
	}
	return true;
}

static bool
make_options(struct form *f, struct error *err)
{
	for (const struct option *o = f->action->options; o && o->name; o++)
		if (!(o->flags & OPTION_HIDDEN) &&
		    !insert_field(f, f->n_fields, o, err))
			return false;
	return true;
}

/* An empty field stands behind the last filled one of its option. */
static bool
make_room(struct form *f, size_t at, struct error *err)
{
	const struct form_field *field = &f->fields[at];
	bool is_last =
	    at + 1 == f->n_fields || f->fields[at + 1].option != field->option;

	if (!field_is_repeated(field) || !is_last || field_is_blank(field))
		return true;
	return insert_field(f, at + 1, field->option, err);
}

/* name NULL: an operand. */
static bool
is_of_option(const struct form_field *field, const char *name)
{
	const char *own = field->option->name;

	return own && name ? strcmp(own, name) == 0 : own == name;
}

static bool
fill_in(struct form *f, const struct argument *arg, struct error *err)
{
	for (size_t i = 0; i < f->n_fields; i++) {
		struct form_field *field = &f->fields[i];

		if (!is_of_option(field, arg->name) ||
		    (field_is_repeated(field) && !field_is_blank(field)))
			continue;
		field->ops->set(field, arg->value);
		return make_room(f, i, err);
	}
	return true;
}

static void
take_operands(struct form *f, const struct request *given)
{
	struct arena *a = &f->screen.arena;

	f->operands = arena_array(a, given->n + 1, sizeof(*f->operands));
	for (size_t i = 0; i < given->n; i++)
		if (!given->at[i].name)
			f->operands[f->n_operands++] =
			    arena_strdup(a, given->at[i].value);
}

static bool
take_options(struct form *f, const struct request *given, struct error *err)
{
	for (size_t i = 0; i < given->n; i++)
		if (given->at[i].name && !fill_in(f, &given->at[i], err))
			return false;
	return true;
}

static size_t
count_values(const struct form *f)
{
	size_t n = f->n_operands;

	for (size_t i = 0; i < f->n_fields; i++)
		for (size_t k = 0; f->fields[i].ops->value(&f->fields[i], k);)
			k++, n++;
	return n;
}

void
form_request(const struct form *f, struct arena *a, struct request *r)
{
	*r = (struct request){.action = f->action};
	memcpy(r->act_id, f->act_id, sizeof(r->act_id));
	struct argument *at = arena_array(a, count_values(f) + 1, sizeof(*at));
	r->at = at;
	for (size_t i = 0; i < f->n_operands; i++)
		at[r->n++].value = f->operands[i];
	for (size_t i = 0; i < f->n_fields; i++) {
		const struct form_field *field = &f->fields[i];
		const char *value;

		for (size_t k = 0; (value = field->ops->value(field, k)); k++)
			at[r->n++] =
			    (struct argument){field->option->name, value};
	}
}

/* The field a fault stands beside: the first of its option; n_fields when
   there is none. */
static size_t
field_of(const struct form *f, const char *name)
{
	size_t i = 0;

	while (i < f->n_fields && !is_of_option(&f->fields[i], name))
		i++;
	return i;
}

/* Every value that is wrong in itself; answers how many. */
static size_t
find_faults(const struct form *f, const struct request *r,
	    struct fault faults[FAULTS_MAX])
{
	size_t n = request_faults(r, session_now(f->screen.tui->session),
				  faults, FAULTS_MAX);

	return n < FAULTS_MAX ? n : FAULTS_MAX;
}

/* Shows all faults, the first field with one gets the cursor; true when there
   is none. */
static bool
is_faultless(struct form *f, const struct request *r)
{
	struct tui *tui = f->screen.tui;
	struct fault *faults = xcalloc(FAULTS_MAX, sizeof(*faults));
	size_t n = find_faults(f, r, faults);

	for (size_t i = 0; i < f->n_fields; i++)
		f->fields[i].fault = (struct error){0};
	if (n > 0)
		tui_say(tui, STYLE_ERROR,
			_("Nothing is written yet: see the marked fields."));
	f->at = n > 0 ? f->n_fields : f->at;
	for (size_t i = n; i-- > 0;) {
		size_t at = field_of(f, faults[i].name);

		if (at < f->n_fields)
			f->fields[at].fault = faults[i].error;
		else
			tui_fail(tui, &faults[i].error);
		f->at = at < f->at ? at : f->at;
	}
	free(faults);
	return n == 0;
}

/* What is wrong in the field that is left is told at once; what is missing
   may still come. */
static void
find_fault_of(struct form *f, struct form_field *field)
{
	struct fault *faults = xcalloc(FAULTS_MAX, sizeof(*faults));
	struct arena arena;
	struct request r;

	arena_init(&arena);
	form_request(f, &arena, &r);
	field->fault = (struct error){0};
	for (size_t i = find_faults(f, &r, faults); i-- > 0;)
		if (faults[i].error.kind != &REQUEST_MISSING &&
		    is_of_option(field, faults[i].name))
			field->fault = faults[i].error;
	arena_done(&arena);
	free(faults);
}

/* Every way out of a field passes here. */
static void
leave(struct form *f)
{
	struct form_field *field = focused(f);

	if (!field)
		return;
	if (field->ops->left)
		field->ops->left(field, f->screen.tui->session);
	find_fault_of(f, field);
}

static void
go_to(struct form *f, size_t at)
{
	leave(f);
	f->at = at;
}

static unsigned
save(struct screen *s, const struct move *m)
{
	struct form *f = form_of(s);
	struct arena arena;
	struct request r;
	unsigned reaction = REACT_DONE;

	(void)m;
	leave(f);
	arena_init(&arena);
	form_request(f, &arena, &r);
	if (is_faultless(f, &r)) {
		if (perform_request(s->tui, &r)) {
			form_discard(s);
			reaction = REACT_CLOSE | REACT_RELOAD_ALL;
		} else {
			form_draft_refused(f);
		}
	}
	arena_done(&arena);
	return reaction;
}

static unsigned
step(struct screen *s, const struct move *m)
{
	struct form *f = form_of(s);
	size_t stops = f->n_fields + 1;

	go_to(f, (f->at + stops + (size_t)m->by) % stops);
	return REACT_DONE;
}

/* What the field with focus holds is another. */
static unsigned
touch(struct screen *s)
{
	struct form *f = form_of(s);
	struct error err = {0};

	f->is_touched = true;
	focused(f)->fault = (struct error){0};
	if (!make_room(f, f->at, &err))
		tui_fail(s->tui, &err);
	return REACT_DONE;
}

static unsigned
type(struct screen *s, uint32_t key)
{
	struct form_field *field = focused(form_of(s));

	return field && field->ops->key(field, key) ? touch(s) : REACT_NOTHING;
}

static unsigned
edit(struct screen *s, const struct move *m)
{
	struct form_field *field = focused(form_of(s));

	return field && field->ops->move(field, m) ? touch(s) : REACT_NOTHING;
}

static unsigned
enter(struct screen *s, const struct move *m)
{
	struct form *f = form_of(s);

	if (f->at == f->n_fields)
		return save(s, m);
	if (type(s, K_ENTER) == REACT_NOTHING)
		go_to(f, f->at + 1);
	return REACT_DONE;
}

static unsigned
take_phrase(struct screen *s, const struct move *m)
{
	struct form *f = form_of(s);
	struct form_field *field = focused(f);

	if (field && field_take_phrase(field, m->by))
		f->is_touched = true;
	return REACT_DONE;
}

/* Among the lines of a text or ticks first, then among phrases, else to the
   field above or below. */
static unsigned
up_or_down(struct screen *s, const struct move *m)
{
	struct form_field *field = focused(form_of(s));

	if (field && field->phrase == 0 && field->ops->move(field, m))
		return REACT_DONE;
	if (field && field->n_phrases > 0)
		return take_phrase(s, m);
	return step(s, m);
}

static const struct screen_act form_acts[] = {
    {"save",      save},
    {"next",           step},
    {"previous",step},
    {"enter",  enter},
    {"down",           up_or_down},
    {"up",     up_or_down},
    {"phrase",      take_phrase},
    {"phrase-before",           take_phrase},
    {0},
};

static bool
holds_text(const struct screen *s)
{
	return ((const struct form *)s)->is_touched;
}

static void
title(const struct screen *s, struct text *t)
{
	const struct form *f = (const struct form *)s;

	text_add(t, _(f->action->title));
}

static void
done(struct screen *s)
{
	struct form *f = form_of(s);

	for (size_t i = 0; i < f->n_fields; i++)
		field_done(&f->fields[i]);
	free(f->fields);
	form_draft_end(f);
}

static const struct screen_ops form_ops = {
    .name = "form",
    .size = sizeof(struct form),
    .is_typed = true,
    .is_overlay = true,
    .acts = form_acts,
    .title = title,
    .layout = form_layout,
    .draw = form_draw,
    .type = type,
    .edit = edit,
    .holds_text = holds_text,
    .keep = form_keep,
    .notice = form_notice,
    .discard = form_discard,
    .done = done,
};

/* "144/2569  ด่วนมาก  เรื่อง": what one is about to act on. */
static const char *
describe(const struct tui *tui, const struct letter *l, struct arena *a)
{
	struct text t = {0};

	text_add_letter_number(&t, l, tui_is_thai(tui));
	text_add(&t, "  ");
	text_add_classes(&t, l);
	text_add(&t, l->urgency || l->secrecy ? "  " : "");
	text_add(&t, l->subject ? l->subject : "");
	const char *about = arena_strdup(a, text_str(&t));
	text_done(&t);
	return about;
}

struct screen *
form_new(struct tui *tui, const struct request *given,
	 const struct letter *letter, struct error *err)
{
	struct screen *s = screen_new(tui, &form_ops);
	struct form *f = form_of(s);

	f->action = given->action;
	memcpy(f->act_id, given->act_id, sizeof(f->act_id));
	if (letter)
		f->about = describe(tui, letter, &s->arena);
	take_operands(f, given);
	if (make_operands(f, err) && make_options(f, err) &&
	    take_options(f, given, err))
		return s;
	screen_free(s);
	return NULL;
}
