/* any-act.c -- any words for any act, as clerks and cats type them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/any-act.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

#include "model/retention.h"

#include "app/act.h"

#include "tests/server.h"

enum { LETTERS_MAX = 12, WORDS_MAX = 200 };

static uint64_t seed;
static moment now;

/* The register as somebody sees it who does nothing to it. */
static sqlite3 *eye;
static const char *eye_path;

static const moment HOUR = (moment)60 * 60 * 1000000;

void
any_begin(const char *path, uint64_t begun)
{
	seed = begun;
	eye_path = path;
	if (!server_is_used() && sqlite3_open(path, &eye) != SQLITE_OK)
		abort();
}

void
any_end(void)
{
	sqlite3_close(eye);
}

uint32_t
draw(uint32_t below)
{
	return fixture_draw(&seed, below);
}

static const char *const codes[] = {"clerk",   "head",   "deputy",    "palad",
				    "nayok",   "works",  "finance",   "office",
				    "culture", "health", "education", "x"};

static const char *const divisions[] = {"office", "finance",   "works",
					"กองช่าง", "education", "x"};

static const char *const offices[] = {"other", "other", "other", "far"};

static const char *const texts[] = {
    "เพื่อโปรดทราบและพิจารณาดำเนินการ",
    "it's \"quoted\" \\ {\"a\":1}",
    "บรรทัดแรก\nบรรทัดที่สอง",
    "ที่ มท ๐๘๐๘.๒/ว ๑๒๓",
    "น้ำ",
    "-- ; DROP TABLE letter; '",
    "แบบ จำนวน 2 ฉบับ",
    "อำเภอ; 5; 16 ม.ค. 69; 9.00",
};

static const char *const policies[] = {"correct-days", "reserve-most",
				       "reserve-days", "sheets-most"};

static const char *const bad_texts[] = {"\xE0\xB8", " ", ""};

static const char *const on_road[] = {STATE_RECEIVED, STATE_PRESENTED,
				      STATE_ORDERED};

static const char *const dates[] = {
    "2026-01-15", "15 ม.ค. 69", "๓๑ ธันวาคม ๒๕๖๘", "31 เมษายน 2569",
    "2030-12-31", "2026-01-20", "2026-02-10"};

#define PUBLIC_KEY "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"

#define SSH_KEY                                                                \
	"ssh-ed25519 "                                                         \
	"AAAAC3NzaC1lZDI1NTE5AAAAIFad5Hjm9fm7zsnCnsbaBFBqf81mkD5Ud"            \
	"s+OB/THUVIL"

#define ANY(list) (list)[draw(ARRAY_SIZE(list))]

int64_t
see(const char *sql)
{
	sqlite3_stmt *stmt;
	int64_t n;

	if (server_is_used()) {
		if (!server_sql(eye_path, sql, &n)) {
			fprintf(stderr, "the server refuses: %s\n", sql);
			abort();
		}
		return n;
	}
	if (sqlite3_prepare_v2(eye, sql, -1, &stmt, NULL) != SQLITE_OK ||
	    sqlite3_step(stmt) != SQLITE_ROW) {
		fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(eye));
		abort();
	}
	n = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return n;
}

static const char *
any_text(void)
{
	return draw(12) == 0 ? ANY(bad_texts) : ANY(texts);
}

/* A state from which there is a road for the act. */
static const char *
state_for(const char *act)
{
	const char *states[16] = {"%"}; /* any, where there is no road */
	uint32_t n = 0;

	if (strcmp(act, "emergency close") == 0)
		return STATE_RESERVED;
	for (const struct route *r = routes; r->act != NULL; r++)
		if (strcmp(r->act, act) == 0 && r->from != NULL)
			states[n++] = r->from;
	return n > 0 ? states[draw(n)] : "%";
}

/* Letters that go out are in a book of their own. */
static bool
goes_out(const char *state)
{
	return strcmp(state, STATE_NUMBERED) == 0 ||
	       strcmp(state, STATE_SENT) == 0 ||
	       strcmp(state, STATE_DELIVERED) == 0;
}

/* Does it go round, or wait in another office, for the acts that need that? */
static const char *
round_for(const char *act)
{
	if (strcmp(act, "withdraw") == 0)
		return "AND letter IN (SELECT letter FROM sending "
		       "WHERE state = 'arrived')";
	if (strcmp(act, "duty report") == 0 || strcmp(act, "duty nudge") == 0)
		return "AND letter IN (SELECT letter FROM collected_from)";
	if (strncmp(act, "duty ", 5) == 0 && strcmp(act, "duty add") != 0)
		return "AND letter IN (SELECT letter FROM duty)";
	if (strcmp(act, "done") == 0)
		return "AND letter IN (SELECT letter FROM assignment WHERE "
		       "acknowledged_at IS NOT NULL AND done_at IS NULL)";
	for (const struct route *r = routes; r->act != NULL; r++)
		if (strcmp(r->act, act) == 0 && r->who == WHO_CIRCULATED)
			return "AND letter IN (SELECT letter FROM circulation "
			       "WHERE closed_at IS NULL)";
	return "";
}

/* One in that state, mostly of the newest; 1 of this year when there is
   none. */
static const char *
any_in_state(const char *state, const char *and, struct arena *a)
{
	const char *book = goes_out(state) ? "send" : "receive";
	const char *sql = arena_printf(
	    a,
	    "SELECT coalesce((SELECT number * 10000 + year FROM (SELECT * FROM "
	    "letter WHERE office = 1 AND state LIKE '%s' AND book = '%s' %s "
	    "ORDER BY letter DESC LIMIT 60) AS part ORDER BY (number * %u) %% "
	    "97 LIMIT 1), 12569)",
	    state, book, and, 1 + draw(96));
	int64_t n = see(sql);

	return arena_printf(a, "%s:%lld/%lld", book, (long long)n / 10000,
			    (long long)n % 10000);
}

/* Acts on secret letters, wherever they lie. */
static bool
is_of_secrets(const struct action *a)
{
	return strcmp(a->name, "view") == 0 ||
	       strncmp(a->name, "grant", 5) == 0;
}

/* Mostly of a letter that the act may be for. */
static const char *
any_number(const struct action *action, struct arena *a)
{
	if (draw(8) == 0)
		return arena_printf(a, "%u/2568", 1 + draw(LETTERS_MAX));
	if (is_of_secrets(action))
		return any_in_state(ANY(on_road), "AND secrecy IS NOT NULL", a);
	return any_in_state(state_for(action->name), round_for(action->name),
			    a);
}

/* A day or a moment near the one it is, as numbers are kept and used. */
static const char *
near_day(int days, struct arena *a)
{
	struct text t = {0};
	const char *kept;

	text_add_iso_date(&t, moment_date(now + days * 24 * HOUR));
	kept = arena_strdup(a, t.s);
	text_done(&t);
	return kept;
}

static const char *
near_moment(struct arena *a)
{
	struct text t = {0};
	const char *kept;

	text_add_iso_moment(&t, now - draw(3) * HOUR);
	kept = arena_strdup(a, t.s);
	text_done(&t);
	return kept;
}

/* Mostly of what waits to be received. */
static const char *
any_item(struct arena *a)
{
	int64_t n =
	    see("SELECT coalesce((SELECT number FROM parcel "
		"WHERE state = 'waiting' ORDER BY number % 7 LIMIT 1), 1)");

	return arena_printf(a, "%lld", draw(8) == 0 ? 0 : (long long)n);
}

/* Seldom of those who must not go. */
static const char *
any_login(const struct action *action, struct arena *a)
{
	bool stays = strncmp(action->name, "person", 6) != 0;

	return stays || draw(60) == 0 ? ANY(codes)
				      : arena_printf(a, "new%u", draw(5));
}

static const char *
any_choice(const struct choice *from)
{
	size_t n = 0;
	const struct choice *c;

	while (from[n].value != NULL)
		n++;
	c = &from[draw((uint32_t)n)];
	return c->alias != NULL && draw(2) == 0 ? c->alias : c->value;
}

/* Options of a receipt into a number that was kept. */
static bool
is_of_kept(const struct option *o)
{
	static const char *const names[] = {"sheet", "written-by", "reserved"};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (strcmp(names[i], o->name) == 0)
			return true;
	return false;
}

/* Of duties: the days, whose, and which of them. */
static const char *
any_of_duty(const struct option *o)
{
	static const char *const days[] = {
	    "ทุกวันที่ 20 ของเดือน",   "ภายใน 15 วัน",     "within 7 working days",
	    "every 5th, 3 times", "ทุกวันที่ ๑ ของเดือน", "วันใดวันหนึ่ง"};
	static const char *const rules[] = {"FREQ=MONTHLY;BYMONTHDAY=15", "-",
					    "FREQ=YEARLY;COUNT=2", "FREQ=X"};
	static const char *const asked[] = {"divisions", "works=40", "finance",
					    "offices=๑๐", "อื่น"};
	static const char *const figures[] = {"12", "๐", "1,250", "-3", "x"};
	static const struct {
		const char *name;
		const char *metavar;
		const char *const *at;
		uint32_t n;
	} lists[] = {
	    {"when", "WORDS", days, ARRAY_SIZE(days)},
	    {"rrule", "RULE", rules, ARRAY_SIZE(rules)},
	    {"owner", "WHO", divisions, 4},
	    {"to", "WHO", asked, ARRAY_SIZE(asked)},
	    {"for", "WHO", divisions, 4},
	    {"figure", "N", figures, ARRAY_SIZE(figures)},
	    {"each", "N", figures, ARRAY_SIZE(figures)},
	    {"target", "N", figures, ARRAY_SIZE(figures)},
	};

	for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
		if (strcmp(lists[i].name, o->name) == 0 &&
		    text_is_same(lists[i].metavar, o->metavar) &&
		    o->kind != VALUE_ADDRESSEE)
			return lists[i].at[draw(lists[i].n)];
	return NULL;
}

/* Words that only a key is. */
static const char *
any_line(const struct option *o)
{
	if (o->name != NULL && strcmp(o->name, "key") == 0)
		return PUBLIC_KEY;
	if (o->name != NULL && strcmp(o->name, "PUBKEY") == 0)
		return SSH_KEY;
	if (o->name != NULL && strcmp(o->name, "PRINT") == 0)
		return "SHA256:";
	return any_text();
}

static const char *
any_value(const struct option *o, struct arena *a)
{
	const char *word = any_of_duty(o);

	if (word != NULL)
		return word;
	switch (o->kind) {
	case VALUE_CHOICE:
		return any_choice(o->choices);
	case VALUE_DATE:
		return strcmp(o->name, "until") == 0
			   ? near_day((int)draw(40) - 3, a)
			   : ANY(dates);
	case VALUE_MOMENT:
		return draw(2) == 0 ? near_moment(a) : ANY(dates);
	case VALUE_LETTER:
		return is_of_kept(o) ? any_in_state(STATE_RESERVED, "", a)
				     : any_number(action_find("endorse"), a);
	case VALUE_NUMBER:
		return arena_printf(a, "%u",
				    strcmp(o->name, "duty") == 0 ? 1 + draw(3)
								 : draw(30));
	case VALUE_POST:
		return ANY(codes);
	case VALUE_DIVISION:
	case VALUE_ADDRESSEE:
		return ANY(divisions);
	case VALUE_OFFICE:
		return ANY(offices);
	case VALUE_FILE:
		return server_is_used() ? "/etc/passwd"
					: sqlite3_db_filename(eye, "main");
	default:
		return any_line(o);
	}
}

/* One letter, and for an act on many now and then some more. */
static void
add_numbers(struct words *w, const struct action *action, struct arena *a)
{
	do
		w->at[w->n++] = any_number(action, a);
	while (action->many != NULL && draw(4) == 0);
}

/* "LOGIN NAME": operands by the names in the row, without those that need not
   be there: there is no such file. */
static void
add_operands(struct words *w, const struct action *action, struct arena *a)
{
	const char *names = action->operands;

	while (*names != '\0' && *names != '[') {
		size_t n = strcspn(names, " ");

		if (n >= 6 && strncmp(names, "NUMBER", 6) == 0)
			add_numbers(w, action, a);
		else if (strncmp(names, "LOGIN", n) == 0)
			w->at[w->n++] = any_login(action, a);
		else if (strncmp(names, "CODE", n) == 0 ||
			 (strncmp(names, "NAME", n) == 0 &&
			  strncmp(action->name, "search ", 7) == 0))
			w->at[w->n++] = ANY(codes);
		else if (strncmp(names, "WHOM", n) == 0 ||
			 strncmp(names, "POST", n) == 0)
			w->at[w->n++] = ANY(codes);
		else if (strncmp(names, "CLASS", n) == 0)
			w->at[w->n++] = any_choice(letter_secrecies);
		else if (strncmp(names, "PERIOD", n) == 0)
			w->at[w->n++] = any_choice(retention_classes);
		else if (strncmp(names, "ITEM", n) == 0)
			w->at[w->n++] = any_item(a);
		else if (strncmp(names, "BOOK", n) == 0)
			w->at[w->n++] = any_choice(book_choices);
		else if (strncmp(names, "FIRST", n) == 0)
			w->at[w->n++] = arena_printf(a, "%u", draw(20));
		else if (strncmp(names, "POLICY", n) == 0)
			w->at[w->n++] = ANY(policies);
		else if (strncmp(names, "SETTING", n) == 0)
			w->at[w->n++] = arena_printf(a, "%u", draw(400));
		else if (n == 3 && strncmp(names, "DAY", n) == 0)
			w->at[w->n++] = ANY(dates);
		else if (strncmp(names, "FIELD", n) == 0)
			w->at[w->n++] = any_choice(entry_fields);
		else
			w->at[w->n++] = any_line(operand_option(names));
		names += n;
		names += strspn(names, " ");
	}
}

static bool
is_given(const struct option *o, int before)
{
	if (before > 0)
		return (o->flags & OPTION_MANY) && draw(2) == 0;
	if (strcmp(o->name, "when") == 0)
		return draw(2) == 0;
	if (strcmp(o->name, "period") == 0 || strcmp(o->name, "reply") == 0)
		return draw(12) == 0;
	if (is_of_kept(o))
		return draw(strcmp(o->name, "reserved") == 0 ? 4 : 12) == 0;
	if (strcmp(o->name, "to-all") == 0 || strcmp(o->name, "endorse") == 0)
		return draw(4) != 0;
	return (o->flags & OPTION_REQUIRED) ? draw(20) != 0 : draw(3) == 0;
}

static void
add_options(struct words *w, const struct option *o, struct arena *a)
{
	for (; o != NULL && o->name != NULL; o++)
		for (int n = 0; is_given(o, n); n++) {
			w->at[w->n++] = arena_printf(a, "--%s", o->name);
			if (o->kind != VALUE_FLAG)
				w->at[w->n++] = any_value(o, a);
		}
}

struct words
any_words(const struct action *action, moment at, struct arena *a)
{
	struct words w = {arena_array(a, WORDS_MAX, sizeof(*w.at)), 0};
	char *name = arena_strdup(a, action->name);
	char *second = strchr(name, ' ');

	now = at;
	w.at[w.n++] = name;
	if (second != NULL) {
		*second = '\0';
		w.at[w.n++] = second + 1;
	}
	add_options(&w, action->options, a);
	w.at[w.n++] = "--";
	add_operands(&w, action, a);
	return w;
}
