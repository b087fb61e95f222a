/* keeper-fuzz.c -- a screen gone mad gets no further than its own person */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/slots.h"

#include "app/draft-page.h"
#include "app/keeper.h"

#include "tests/fuzz/mad-screen.h"
#include "tests/fuzz/small.h"

/* A secret letter, and what its reader is typing: full of this word. */
#define WORD "ซ่อนไว้"

/* Each may do something, and none read that letter. */
static const char *const logins[] = {"clerk", "finance", "palad", "nayok"};

/* Another connection, that sees what is written. */
static sqlite3 *eye;
/* An empty directory, where the keeper is. */
static char *nowhere;
static char *drafts;
/* Open as long as this runs. */
static struct draft heads[2];

static int64_t
count(const char *sql, const char *login)
{
	sqlite3_stmt *stmt;
	int64_t n = -1;

	sqlite3_prepare_v2(eye, sql, -1, &stmt, NULL);
	sqlite3_bind_text(stmt, 1, login, -1, SQLITE_STATIC);
	if (sqlite3_step(stmt) == SQLITE_ROW)
		n = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return n;
}

/* ------------------------------------------------------------ the register */

/* That somebody is at work on an open letter is told, and not what he types. */
static void
type(struct fixture *f, struct draft *d, int64_t letter, unsigned char id)
{
	char *number = xasprintf("%d/2569", (int)letter);
	const struct argument at[] = {{NULL, number}, {"note", WORD}};
	struct draft_page page = {
	    .request = {action_find("endorse"), at, ARRAY_SIZE(at), {id}},
	    .letter = letter,
	    .number = number,
	    .since = f->now,
	    .is_touched = true,
	};

	if (!draft_keep(d, fixture_session(f, "head"), &page, &f->err))
		bug("no draft: %s", f->err.detail);
	free(number);
}

static void
add_secrets(struct fixture *f)
{
	fixture_clear(f, "head", NULL);
	fixture_must(f, "clerk", "receive", "--secrecy", "ลับ", "--subject",
		     WORD, "--from", WORD, "--text", WORD, NULL);
	fixture_must(f, "clerk", "endorse", "4", "--note", WORD, NULL);
	type(f, &heads[0], 2, MAD_SCREEN_IDS - 1);
	type(f, &heads[1], 4, MAD_SCREEN_IDS - 2);
	drafts = drafts_folder(fixture_session(f, "head"));
}

static void
end(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(heads); i++)
		draft_drop(&heads[i]);
	if (chdir("/") == 0)
		rmdir(nowhere);
	free(nowhere);
	free(drafts);
}

static void
begin(void)
{
	small_add(add_secrets);
	nowhere = xasprintf("%s/nowhere", small_register()->directory);
	if (mkdir(nowhere, 0700) != 0 || chdir(nowhere) != 0)
		bug("no directory");
	atexit(end);
}

/* ------------------------------------------------------------- the answers */

/* Before each question, and behind its answer: what only looks writes
   nothing. */
static int64_t
look(void *ctx)
{
	(void)ctx;
	return count("PRAGMA data_version", NULL);
}

/* A statement that was answered reads, whatever list it stands in. */
static void
check_statement(enum query_id q)
{
	const char *sql = query_texts[q].sql;
	sqlite3_stmt *stmt = NULL;

	if (q == QUERY_BEGIN_READ || q == QUERY_COMMIT || q == QUERY_ROLLBACK)
		return;
	if (sqlite3_prepare_v2(eye, sql, -1, &stmt, NULL) == SQLITE_OK &&
	    !sqlite3_stmt_readonly(stmt))
		bug("it may write: %s", query_texts[q].name);
	sqlite3_finalize(stmt);
	if (strncmp(sql, "PRAGMA", 6) == 0 && q != QUERY_GET_DATA_VERSION)
		bug("it may set: %s", query_texts[q].name);
}

static void
check_answer(void *ctx, const struct asked *asked, const struct text *answer)
{
	struct wire w = wire_read(answer);
	struct error err = {0};
	int64_t how = wire_int(&w);

	(void)ctx;
	if (w.is_bad || (how != 0 && how != 1))
		bug("no answer");
	if (how == 0 && (wire_error(&w, &err) || err.kind == NULL ||
			 !wire_is_read(&w) || *err.kind->name == '\0'))
		bug("refused without a reason");
	if (memmem(answer->s, answer->n, WORD, strlen(WORD)) != NULL)
		bug("the secret is told");
	if (asked->is_statement && how == 1)
		check_statement(asked->statement);
	if (asked->is_statement && look(NULL) != asked->version)
		bug("%s has written", query_texts[asked->statement].name);
}

/* -------------------------------------------------------- what is left then */

static int
is_shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static void
check_nowhere(void)
{
	struct dirent **entries;

	if (scandir(nowhere, &entries, is_shown, alphasort) != 0)
		bug("a file was written");
	free(entries);
}

/* A file of a draft says whose it is twice: in its name, and in its page. */
static void
check_draft(const char *path, int64_t owner, bool is_head)
{
	struct text t = {0};
	struct arena a = {0};
	struct draft_line line = {0};
	struct error err = {0};
	bool in_use = false;

	if (!slots_read(path, &t, &in_use, &err)) {
		if (is_head)
			bug("head's draft: %s", err.detail);
	} else if (!draft_page_read(t.s, &a, &line)) {
		bug("a draft that nobody reads: %s", t.s);
	} else if (line.person != owner) {
		bug("a draft of another person: %s", t.s);
	} else if (is_head && strstr(t.s, WORD) == NULL) {
		bug("head's draft is another: %s", t.s);
	}
	if (in_use != is_head)
		bug("a form is open, or closed: %s", path);
	text_done(&t);
	arena_done(&a);
}

static void
check_drafts(int64_t person)
{
	static const char person_of[] =
	    "SELECT person FROM person WHERE login = ?";
	int64_t head = count(person_of, "head");
	char *of_head = xasprintf("-%lld-", (long long)head);
	struct dirent **entries;
	int n = scandir(drafts, &entries, is_shown, alphasort);
	size_t n_of_head = 0;

	/* No keeper takes the folder away; who cleans up /tmp does. */
	if (n < 0)
		bug("%s: %s", drafts, error_words(errno));
	for (int i = 0; i < n; i++) {
		char *path = xasprintf("%s/%s", drafts, entries[i]->d_name);
		bool is_head = strstr(entries[i]->d_name, of_head) != NULL;

		check_draft(path, is_head ? head : person, is_head);
		n_of_head += is_head;
		if (!is_head)
			unlink(path);
		free(path);
		free(entries[i]);
	}
	free(entries);
	if (n_of_head != ARRAY_SIZE(heads))
		bug("head has %zu drafts, of %d there", n_of_head, n);
	free(of_head);
}

/* What was done is whole. */
static void
check_clean(void)
{
	struct fixture *f = small_register();

	if (fixture_findings(f) != 0)
		bug("what was done is not whole");
	fixture_close(f);
}

/* ----------------------------------------------------------------- the run */

static void
serve(const char *login, int fd)
{
	struct fixture *f = small_register();
	struct session_wish wish = fixture_wish(f, login);
	struct session s;
	struct error err = {0};

	wish.is_remote = wish.is_on_screen = true;
	wish.temporary = nowhere;
	session_init(&s, &wish, fixture_clock(f));
	if (!session_open(&s, true, &err) || !keeper_serve(&s, fd, &err))
		bug("no keeper: %s", err.detail);
	check_drafts(s.actor.person);
	session_done(&s);
	close(fd);
}

static void
check_person(struct input *in, const char *login)
{
	static const char others[] =
	    "SELECT count(*) FROM event WHERE login <> ?";
	static const char all[] = "SELECT count(*) FROM event";
	int64_t before = count(others, login), whole = count(all, NULL);
	struct mad_screen screen = {
	    .in = in, .look = look, .check = check_answer};

	serve(login, mad_screen_begin(&screen));
	mad_screen_end(&screen);
	if (count(others, login) != before)
		bug("another person has done it");
	if (count(all, NULL) < whole)
		bug("events are gone");
	if (count(all, NULL) > whole)
		check_clean();
	check_nowhere();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct input in = {data, n};
	const char *login = logins[input_byte(&in) % ARRAY_SIZE(logins)];

	if (nowhere == NULL)
		begin();
	if (memmem(data, n, WORD, strlen(WORD)) != NULL)
		return 0;
	small_put(small_bytes()->s, small_bytes()->n);
	if (sqlite3_open(small_register()->path, &eye) != SQLITE_OK)
		bug("the register cannot be looked at");
	check_person(&in, login);
	sqlite3_close(eye);
	return 0;
}
