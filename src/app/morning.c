/* morning.c -- what a desk has to know this morning, from what the office has
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/morning.h"

#include <string.h>

#include "base/i18n.h"

/* clang-format off */
const struct choice morning_parts[] = {
	[MORNING_OVERDUE] = { "overdue", NULL, N_("Duties overdue") },
	[MORNING_TODAY] = { "today", NULL, N_("Duties due today") },
	[MORNING_SOON] = { "soon", NULL, N_("Duties due soon") },
	[MORNING_RISEN] = { "escalated", NULL,
	  N_("Duties escalated to you") },
	[MORNING_LYING] = { "lying", NULL,
	  N_("Letters that lie too long with others") },
	[MORNING_REPORT] = { "reports", NULL,
	  N_("Reports that are asked of your division") },
	[MORNING_CIRCULAR] = { "circulars", NULL,
	  N_("Circulars you have not noted") },
	[MORNING_PAPER] = { "papers", NULL, N_("Papers on the way to you") },
	[MORNING_WAITING] = { "waiting", NULL,
	  N_("Letters that wait on your desk longest") },
	{ NULL, NULL, NULL }
};
/* clang-format on */

/* What is put together for a desk. */
struct gathering {
	const struct morning *m;
	struct morning_desk *desk;
};

/* ------------------------------------------------------------ whose desk */

static const struct held_post *
held_by_desk(const struct morning_desk *desk, const char *post)
{
	for (size_t i = 0; post != NULL && i < desk->n_posts; i++)
		if (strcmp(desk->posts[i].post, post) == 0)
			return &desk->posts[i];
	return NULL;
}

static bool
is_of_desk(const struct morning_desk *desk, int64_t person)
{
	for (size_t i = 0; i < desk->n_persons; i++)
		if (desk->persons[i] == person)
			return true;
	return false;
}

/* Does a matter of `of' reach one of its posts? */
static bool
reaches_desk(const struct gathering *g, const char *of, int rises)
{
	const struct morning_desk *desk = g->desk;

	for (size_t i = 0; i < desk->n_posts; i++)
		if (remind_reaches(&g->m->posts, of, rises,
				   desk->posts[i].post))
			return true;
	return false;
}

static const struct post *
post_of(const struct morning *m, const char *code)
{
	size_t i = code ? post_index(&m->posts, code) : m->posts.n;

	return i < m->posts.n ? &m->posts.at[i] : NULL;
}

static void
add(struct gathering *g, const struct morning_item *item)
{
	struct morning_desk *desk = g->desk;

	desk->count[item->part]++;
	if (item->part == MORNING_WAITING &&
	    desk->count[item->part] > MORNING_LONGEST)
		return;
	desk->at[desk->n++] = *item;
}

/* ---------------------------------------------------------------- duties */

/* Those with whom it is: a post; else the divisions that have the letter, else
   the clerk.  The i-th of them, or NULL. */
static const char *
owner_of(const struct morning *m, const struct duty_due *d, size_t i)
{
	const struct post *clerk = post_first(&m->posts);
	size_t n = 0;

	if (d->with_post != NULL)
		return i == 0 ? d->with_post : NULL;
	for (size_t k = 0; k < m->n_owners; k++)
		if (m->owners[k].letter == d->letter && n++ == i)
			return m->owners[k].post;
	return n == 0 && i == 0 && clerk != NULL ? clerk->code : NULL;
}

/* Where nobody is there to see it, the post above sees it at once. */
static int
rises_from(const struct post *of, const struct reminded *told)
{
	bool nobody = of != NULL && of->holders == NULL;

	return told->rises > 0 ? told->rises : nobody ? 1 : 0;
}

static struct reminded
told_of(const struct morning *m, const struct duty_due *d)
{
	const struct remind_row row = {
	    .due = d->due,
	    .last_day = d->last_day,
	    .known = moment_date(d->known_at),
	    .urgency = d->urgency_rank,
	};

	return remind_on(&row, &m->policies, &m->holidays, m->today);
}

static void
gather_duty(struct gathering *g, const struct duty_due *d)
{
	static const enum morning_part parts[] = {
	    [REMIND_SOON] = MORNING_SOON,
	    [REMIND_TODAY] = MORNING_TODAY,
	    [REMIND_OVERDUE] = MORNING_OVERDUE,
	};
	struct morning_item item = {.part = MORNING_PARTS, .due = d};
	const char *owner;

	item.told = told_of(g->m, d);
	if (item.told.when == REMIND_NOT)
		return;
	for (size_t i = 0; (owner = owner_of(g->m, d, i)) != NULL; i++) {
		const struct post *of = post_of(g->m, owner);

		if (held_by_desk(g->desk, owner) != NULL) {
			item.part = parts[item.told.when];
			break;
		}
		if (item.part == MORNING_PARTS &&
		    reaches_desk(g, owner, rises_from(of, &item.told))) {
			item.part = MORNING_RISEN;
			item.of = of;
		}
	}
	if (item.part != MORNING_PARTS)
		add(g, &item);
}

/* --------------------------------------------------------------- letters */

static void
gather_letter(struct gathering *g, const struct morning_row *r)
{
	static const int64_t hour = (int64_t)3600 * 1000000;
	const struct held_post *held = held_by_desk(g->desk, r->post);
	int64_t limit = g->m->policies.lie_hours[r->urgency_rank] * hour;
	struct morning_item item = {.part = MORNING_WAITING, .row = r};

	item.lain = hours_between(&g->m->hours, r->since, g->m->now);
	item.is_late = limit > 0 && r->taken_at == 0 && item.lain > limit;
	if (held == NULL) {
		if (!item.is_late ||
		    !reaches_desk(g, r->post, (int)(item.lain / limit)))
			return;
		item.part = MORNING_LYING;
		item.of = post_of(g->m, r->post);
	} else if (r->since < held->from) {
		return; /* waits until it is taken over */
	}
	add(g, &item);
}

static void
gather_of_desk(struct gathering *g, const struct morning_rows *rows,
	       enum morning_part part)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct morning_row *r = &rows->at[i];

		if (r->person != 0 ? is_of_desk(g->desk, r->person)
				   : held_by_desk(g->desk, r->post) != NULL)
			add(g, &(struct morning_item){.part = part, .row = r});
	}
}

/* ------------------------------------------------------------------- all */

/* Few, and in order but for the parts: by insertion, which keeps it. */
static void
order_by_part(struct morning_desk *desk)
{
	for (size_t i = 1; i < desk->n; i++) {
		const struct morning_item item = desk->at[i];
		size_t k = i;

		for (; k > 0 && desk->at[k - 1].part > item.part; k--)
			desk->at[k] = desk->at[k - 1];
		desk->at[k] = item;
	}
}

void
morning_fill(const struct morning *m, struct arena *a,
	     struct morning_desk *desk)
{
	struct gathering g = {m, desk};

	desk->n = 0;
	memset(desk->count, 0, sizeof(desk->count));
	desk->at = arena_array(a,
			       m->duties.n + m->letters.n + m->circulated.n +
				   m->papers.n + m->reports.n,
			       sizeof(*desk->at));
	for (size_t i = 0; i < m->duties.n; i++)
		gather_duty(&g, &m->duties.at[i]);
	for (size_t i = 0; i < m->letters.n; i++)
		gather_letter(&g, &m->letters.at[i]);
	gather_of_desk(&g, &m->reports, MORNING_REPORT);
	gather_of_desk(&g, &m->circulated, MORNING_CIRCULAR);
	gather_of_desk(&g, &m->papers, MORNING_PAPER);
	order_by_part(desk);
}

void
morning_of_actor(const struct actor *actor, struct arena *a,
		 struct morning_desk *desk)
{
	int64_t *person = arena_alloc(a, sizeof(*person));

	*person = actor->person;
	*desk = (struct morning_desk){
	    .login = actor->login,
	    .name = actor->name,
	    .posts = actor->posts,
	    .n_posts = actor->n_posts,
	    .persons = person,
	    .n_persons = actor->person != 0,
	};
}

void
morning_of_post(const struct morning *m, const struct post *post,
		struct arena *a, struct morning_desk *desk)
{
	struct held_post *held = arena_alloc(a, sizeof(*held));

	*held = (struct held_post){.post = post->code, .name = post->name};
	*desk = (struct morning_desk){
	    .name = post->holders,
	    .posts = held,
	    .n_posts = 1,
	    .persons = arena_array(a, m->roster.n, sizeof(*desk->persons)),
	};
	for (size_t i = 0; i < m->roster.n; i++) {
		const struct keeper *k = &m->roster.at[i];

		if (k->acting == 0 && strcmp(k->post, post->code) == 0)
			desk->persons[desk->n_persons++] = k->person;
	}
}

/* -------------------------------------------------------- of one letter */

bool
morning_of_letter(struct session *s, int64_t letter, struct arena *a,
		  struct morning_told_list *list, struct error *err)
{
	struct morning m;

	*list = (struct morning_told_list){NULL, 0};
	if (!morning_load_reminders(s, session_today(s), a, &m, err))
		return false;
	list->at = arena_array(a, m.duties.n, sizeof(*list->at));
	for (size_t i = 0; i < m.duties.n; i++) {
		const struct duty_due *d = &m.duties.at[i];
		const struct reminded told = told_of(&m, d);
		const char *owner = owner_of(&m, d, 0);
		int rises = rises_from(post_of(&m, owner), &told);

		if (d->letter != letter || told.when == REMIND_NOT)
			continue;
		list->at[list->n++] = (struct morning_told){
		    d->id, d->period, told,
		    owner ? remind_risen_to(&m.posts, owner, rises) : NULL};
	}
	return true;
}
