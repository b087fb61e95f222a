/* graph-test.c -- every road a letter can go: no dead end, no act for nobody */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#include "model/route.h"

#include "tests/fixture.h"
#include "tests/test.h"

enum { NODES_MAX = 400, PATH_MAX_ACTS = 24, EDGES_MAX = 24 };

/* What people do to a letter; each is tried by everybody. */
static const struct deed {
	const char *act, *option, *value, *option2, *value2;
} deeds[] = {
    {"open", NULL, NULL, NULL, NULL},
    {"endorse", "--note", "x", NULL, NULL},
    {"return", "--reason", "x", NULL, NULL},
    {"recall", NULL, NULL, NULL, NULL},
    {"order", "--note", "x", NULL, NULL},
    {"order", "--note", "x", "--assign", "works"},
    {"acknowledge", NULL, NULL, NULL, NULL},
    {"done", NULL, NULL, NULL, NULL},
    {"cancel", "--reason", "x", NULL, NULL},
};

static const char *const logins[] = {"clerk", "head",  "deputy",
				     "palad", "nayok", "works"};

struct move {
	unsigned char who, deed;
};

/* A situation, told apart by what rules look at, and the way that led to it. */
struct node {
	char *key;
	bool is_final;
	struct move path[PATH_MAX_ACTS];
	size_t n_path;
	size_t to[EDGES_MAX];
	size_t n_to;
};

static struct fixture f;
static struct node nodes[NODES_MAX];
static size_t n_nodes;
static bool done[ARRAY_SIZE(deeds)][8]; /* by the state it was done from */
static char number[12];

/* ------------------------------------------------------------- the letter */

static bool
do_deed(struct move m)
{
	const struct deed *d = &deeds[m.deed];

	return fixture_act(&f, logins[m.who], d->act, number, d->option,
			   d->value, d->option2, d->value2, NULL);
}

static void
new_letter(const struct move *path, size_t n)
{
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	snprintf(number, sizeof(number), "%d", (int)fixture_int(&f, "number"));
	for (size_t i = 0; i < n; i++)
		if (!do_deed(path[i]))
			fail_msg("%s by %s is no longer done the second time",
				 deeds[path[i].deed].act, logins[path[i].who]);
}

/* State, place, seen or not, where it came from and how, the division. */
static char *
situation(void)
{
	const json_t *l;
	struct text t = {0};
	const json_t *steps, *last, *before, *task;
	size_t n;

	fixture_must(&f, "finance", "show", number, NULL);
	l = f.answer;
	steps = json_object_get(l, "steps");
	n = json_array_size(steps);
	last = json_array_get(steps, n - 1);
	before = n > 1 ? json_array_get(steps, n - 2) : NULL;
	task = json_array_get(json_object_get(l, "assignments"), 0);
	text_printf(&t, "%s", fixture_text(&f, "state"));
	if (json_is_null(json_object_get(last, "left_at")))
		text_printf(
		    &t, " %s %s %s %s", fixture_text(&f, "at_post"),
		    json_is_true(json_object_get(l, "opened")) ? "seen" : "new",
		    before ? json_string_value(json_object_get(before, "post"))
			   : "-",
		    before ? json_string_value(json_object_get(before, "how"))
			   : "-");
	if (task)
		text_printf(
		    &t, " %s",
		    json_is_null(json_object_get(task, "acknowledged_at"))
			? "given"
			: "taken");
	return text_take(&t);
}

/* ---------------------------------------------------------------- the graph */

static size_t
state_index(const char *key)
{
	size_t i = 0;

	for (; letter_states[i].value; i++)
		if (strncmp(letter_states[i].value, key,
			    strlen(letter_states[i].value)) == 0)
			break;
	return i;
}

static size_t
node_of(char *key, const struct node *from, struct move by)
{
	struct node *new = &nodes[n_nodes];

	for (size_t i = 0; i < n_nodes; i++)
		if (strcmp(nodes[i].key, key) == 0) {
			free(key);
			return i;
		}
	assert_true(n_nodes < NODES_MAX);
	*new = (struct node){.key = key};
	new->is_final = strncmp(key, STATE_CLOSED, 6) == 0 ||
			strncmp(key, STATE_CANCELLED, 9) == 0;
	if (from) {
		memcpy(new->path, from->path, sizeof(new->path));
		new->n_path = from->n_path;
		assert_true(new->n_path < PATH_MAX_ACTS);
		new->path[new->n_path++] = by;
	}
	return n_nodes++;
}

/* Everything that anybody can do there, each on a letter of its own. */
static void
explore(size_t at)
{
	new_letter(nodes[at].path, nodes[at].n_path);
	for (unsigned char who = 0; who < ARRAY_SIZE(logins); who++)
		for (unsigned char deed = 0; deed < ARRAY_SIZE(deeds); deed++) {
			struct move by = {who, deed};
			struct node *n = &nodes[at];

			if (!do_deed(by))
				continue;
			assert_true(n->n_to < EDGES_MAX);
			done[deed][state_index(n->key)] = true;
			n->to[n->n_to++] = node_of(situation(), n, by);
			new_letter(n->path, n->n_path);
		}
}

/* From every situation some end is reached. */
static bool
reaches_an_end(size_t from)
{
	static bool seen[NODES_MAX];
	size_t queue[NODES_MAX], n = 0;

	memset(seen, 0, sizeof(seen));
	queue[n++] = from;
	seen[from] = true;
	for (size_t i = 0; i < n; i++) {
		const struct node *node = &nodes[queue[i]];

		if (node->is_final)
			return true;
		for (size_t k = 0; k < node->n_to; k++)
			if (!seen[node->to[k]]) {
				seen[node->to[k]] = true;
				queue[n++] = node->to[k];
			}
	}
	return false;
}

static bool
was_done(const char *act, const char *from)
{
	for (size_t d = 0; d < ARRAY_SIZE(deeds); d++)
		if (strcmp(deeds[d].act, act) == 0 &&
		    done[d][state_index(from)])
			return true;
	return false;
}

static bool
is_walked(const char *act)
{
	for (size_t d = 0; d < ARRAY_SIZE(deeds); d++)
		if (strcmp(deeds[d].act, act) == 0)
			return true;
	return false;
}

/* Circulating, and what goes out, have tests of their own. */
static bool
is_of_the_road(const struct route *r)
{
	static const char *const states[] = {STATE_RECEIVED, STATE_PRESENTED,
					     STATE_ORDERED};

	for (size_t i = 0; r->from && i < ARRAY_SIZE(states); i++)
		if (strcmp(states[i], r->from) == 0)
			return is_walked(r->act) && r->who != WHO_TO_NOTE;
	return false;
}

static void
no_situation_is_a_dead_end(void **state)
{
	(void)state;
	fixture_register(&f);
	new_letter(NULL, 0);
	node_of(situation(), NULL, (struct move){0});
	for (size_t i = 0; i < n_nodes; i++)
		if (!nodes[i].is_final)
			explore(i);
	for (size_t i = 0; i < n_nodes; i++)
		if (!reaches_an_end(i))
			fail_msg("no way out of: %s", nodes[i].key);
	assert_true(n_nodes > 20);
	assert_true(fixture_is_clean(&f));
}

static void
no_act_is_for_nobody(void **state)
{
	(void)state;
	for (const struct route *r = routes; r->act; r++)
		if (is_of_the_road(r) && !was_done(r->act, r->from))
			fail_msg("nobody could %s a letter that is %s", r->act,
				 r->from);
}

/* ------------------------------------------- where nobody is, there is a way
 */

static bool
anybody_may(const char *act, const char *option, const char *value)
{
	for (size_t i = 0; i < ARRAY_SIZE(logins); i++)
		if (fixture_act(&f, logins[i], act, number, option, value,
				NULL))
			return true;
	return false;
}

/* Nobody but the absent one could; then somebody acts for him. */
static void
needs_an_order(const char *post, const char *act, const char *note)
{
	assert_false(anybody_may(act, note, note ? "x" : NULL));
	fixture_must(&f, NULL, "acting add", post, "clerk", "--capacity",
		     "acting", "--order", "1", "--order-date", "2026-01-05",
		     NULL);
	fixture_must(&f, "clerk", "acting take", post, NULL);
	assert_true(anybody_may(act, note, note ? "x" : NULL));
	fixture_must(&f, NULL, "acting end", post, "clerk", NULL);
}

static void
who_is_absent_stops_nothing(void **state)
{
	(void)state;
	for (size_t i = 0; i < n_nodes; i++) {
		char post[40] = "works";
		bool lies = sscanf(nodes[i].key, "%*s %39s", post) == 1 &&
			    strncmp(nodes[i].key, STATE_ORDERED, 7) != 0;

		if (nodes[i].is_final)
			continue;
		if (!lies)
			snprintf(post, sizeof(post), "works");
		new_letter(nodes[i].path, nodes[i].n_path);
		fixture_must(&f, NULL, "absent", post, "--reason", "x", NULL);
		if (!lies)
			needs_an_order(post,
				       strstr(nodes[i].key, "taken")
					   ? "done"
					   : "acknowledge",
				       NULL);
		else if (strcmp(post, "nayok") == 0)
			needs_an_order(post, "order", "--note");
		else if (!anybody_may("pass", "--reason", "x"))
			fail_msg("%s is absent, and it stays: %s", post,
				 nodes[i].key);
		fixture_must(&f, NULL, "absent end", post, NULL);
	}
	assert_true(fixture_is_clean(&f));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_situation_is_a_dead_end),
	    cmocka_unit_test(no_act_is_for_nobody),
	    cmocka_unit_test(who_is_absent_stops_nothing),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	for (size_t i = 0; i < n_nodes; i++)
		free(nodes[i].key);
	fixture_done(&f);
	return failed;
}
