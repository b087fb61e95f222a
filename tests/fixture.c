/* fixture.c -- a temporary register, and acts on it, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tests/server.h"

static void die(const struct error *err, const char *fmt, ...) NO_RETURN
    PRINTF_LIKE(2, 3);

static void
die(const struct error *err, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	if (err->kind != NULL)
		fprintf(stderr, ": %s (%s)", err->kind->name, err->detail);
	fprintf(stderr, "\n");
	abort();
}

static char *
make_directory(void)
{
	const char *where = getenv("TMPDIR");
	char *path =
	    xasprintf("%s/saraban-test.XXXXXX", where ? where : "/tmp");
	const struct error none = {0};

	if (mkdtemp(path) == NULL)
		die(&none, "no directory %s", path);
	return path;
}

char *
fixture_new_register(const char *directory, const char *name)
{
	char *beside = xasprintf("%s/%s", directory, name);
	char *address;

	if (!server_is_used())
		return beside;
	address = server_new(beside);
	free(beside);
	return address;
}

static void
start(struct fixture *f)
{
	static const struct date day = {2026, 1, 20};

	*f = (struct fixture){.now = moment_at(day, 10, 34, 0)};
	mem_init_jansson();
	if (!digest_init())
		die(&f->err, "no randomness");
	f->directory = make_directory();
	f->beside = xasprintf("%s/register.db", f->directory);
}

void
fixture_start(struct fixture *f)
{
	start(f);
	f->path = fixture_new_register(f->directory, "register.db");
}

void
fixture_start_at(struct fixture *f, const char *path)
{
	start(f);
	f->path = xstrdup(path);
	f->is_lent = true;
}

void
fixture_register(struct fixture *f)
{
	fixture_start(f);
	fixture_must(f, NULL, "init", "อบต.ดงมะไฟ", NULL);
	fixture_people(f);
}

void
fixture_desk(struct fixture *f)
{
	fixture_register(f);
	fixture_must(f, NULL, "policy set", "clock-days", "3660", NULL);
	for (int i = 0; i < 8; i++)
		fixture_must(f, "clerk", "receive", "--subject",
			     "น้ำท่วมที่ทำการผู้ใหญ่บ้าน", NULL);
	fixture_close(f);
}

void
fixture_close(struct fixture *f)
{
	for (size_t i = 0; i < FIXTURE_SESSIONS; i++) {
		if (f->sessions[i] == NULL)
			continue;
		session_done(f->sessions[i]);
		free(f->sessions[i]);
		f->sessions[i] = NULL;
	}
}

void
fixture_done(struct fixture *f)
{
	char *command = xasprintf("rm -rf '%s'", f->directory);

	fixture_close(f);
	if (server_is_used() && !f->is_lent)
		server_drop(f->path);
	if (system(command) != 0)
		die(&f->err, "%s fails", command);
	free(command);
	json_decref(f->answer);
	arena_done(&f->arena);
	free(f->directory);
	free(f->beside);
	free(f->path);
	*f = (struct fixture){0};
}

static moment
clock_now(void *ctx)
{
	struct fixture *f = ctx;

	f->now += f->tick;
	return f->now;
}

struct clock
fixture_clock(struct fixture *f)
{
	return (struct clock){clock_now, f};
}

struct session_wish
fixture_wish(const struct fixture *f, const char *login)
{
	return (struct session_wish){
	    .register_path = f->path,
	    .login = login,
	    .login_is_asked = login != NULL,
	    .account = FIXTURE_ACCOUNT,
	};
}

static bool
is_login(const struct session *s, const char *login)
{
	const char *its = s->wish.login;

	return its == login ||
	       (its != NULL && login != NULL && strcmp(its, login) == 0);
}

/* The place of a login's session, open or still to be. */
static struct session **
session_place(struct fixture *f, const char *login)
{
	for (size_t i = 0; i < FIXTURE_SESSIONS; i++)
		if (f->sessions[i] == NULL || is_login(f->sessions[i], login))
			return &f->sessions[i];
	die(&f->err, "too many sessions: %s", login);
}

static struct session *
session_new(struct fixture *f, const char *login)
{
	struct session *s = xcalloc(1, sizeof(*s));
	struct session_wish wish = fixture_wish(f, login);

	session_init(s, &wish, fixture_clock(f));
	return s;
}

struct session *
fixture_session(struct fixture *f, const char *login)
{
	struct session **s = session_place(f, login);

	if (*s != NULL)
		return *s;
	*s = session_new(f, login);
	if (session_open(*s, true, &f->err))
		return *s;
	session_done(*s);
	free(*s);
	*s = NULL;
	return NULL;
}

static bool
is_init(const struct request *r)
{
	return strcmp(r->action->name, "init") == 0;
}

/* init opens the register itself. */
static bool
make(struct fixture *f, const char *login, const struct request *r)
{
	struct session *s = session_new(f, login);
	bool ok = action_run(s, r, &f->answer, &f->err);

	session_done(s);
	free(s);
	return ok;
}

bool
fixture_run(struct fixture *f, const unsigned char *act_id, const char *login,
	    const struct words *words)
{
	struct arena a = {0};
	struct request r;
	struct session *s;
	bool ok;

	if (f->instead != NULL)
		return f->instead(f, act_id, login, words);
	json_decref(f->answer);
	f->answer = NULL;
	f->err = (struct error){0};
	if (!command_read(words, &a, &r, &f->err))
		die(&f->err, "%s", words->at[0]);
	if (act_id != NULL)
		memcpy(r.act_id, act_id, ID_SIZE);
	s = is_init(&r) ? NULL : fixture_session(f, login);
	ok = is_init(&r) ? make(f, login, &r)
			 : s != NULL && action_run(s, &r, &f->answer, &f->err);
	arena_done(&a);
	return ok;
}

enum { WORDS_MAX = 40 };

static bool
act(struct fixture *f, const unsigned char *act_id, const char *login,
    const char *action, va_list ap)
{
	const char *at[WORDS_MAX];
	struct words w = {at, 0};
	char *name = xstrdup(action);
	char *second = strchr(name, ' ');
	const char *word;
	bool ok;

	at[w.n++] = name;
	if (second != NULL) {
		*second = '\0';
		at[w.n++] = second + 1;
	}
	while ((word = va_arg(ap, const char *)) != NULL && w.n < WORDS_MAX)
		at[w.n++] = word;
	ok = fixture_run(f, act_id, login, &w);
	free(name);
	return ok;
}

bool
fixture_act(struct fixture *f, const char *login, const char *action, ...)
{
	va_list ap;
	bool ok;

	va_start(ap, action);
	ok = act(f, NULL, login, action, ap);
	va_end(ap);
	return ok;
}

bool
fixture_act_as(struct fixture *f, const unsigned char act_id[ID_SIZE],
	       const char *login, const char *action, ...)
{
	va_list ap;
	bool ok;

	va_start(ap, action);
	ok = act(f, act_id, login, action, ap);
	va_end(ap);
	return ok;
}

void
fixture_must(struct fixture *f, const char *login, const char *action, ...)
{
	va_list ap;
	bool ok;

	va_start(ap, action);
	ok = act(f, NULL, login, action, ap);
	va_end(ap);
	if (!ok)
		die(&f->err, "%s of %s", action, login ? login : "the keeper");
}

bool
fixture_refuses(struct fixture *f, const struct error_kind *kind,
		const char *login, const char *action, ...)
{
	va_list ap;
	bool ok;

	va_start(ap, action);
	ok = act(f, NULL, login, action, ap);
	va_end(ap);
	if (!ok && f->err.kind == kind)
		return true;
	fprintf(stderr, "%s of %s: %s (%s), and not %s\n", action,
		login ? login : "the keeper", ok ? "done" : f->err.kind->name,
		f->err.detail, kind->name);
	return false;
}

int64_t
fixture_int(const struct fixture *f, const char *key)
{
	return json_integer_value(json_object_get(f->answer, key));
}

const char *
fixture_text(const struct fixture *f, const char *key)
{
	const char *s = json_string_value(json_object_get(f->answer, key));

	return s != NULL ? s : "";
}

int
fixture_findings_quietly(struct fixture *f)
{
	struct store *st;
	bool ok;

	f->err = (struct error){0};
	arena_done(&f->arena);
	st = store_open(f->path, STORE_WRITE, &f->err);
	if (st == NULL)
		return -1;
	ok = check_register(st, &f->arena, &f->report, &f->err);
	store_close(st);
	return ok ? (int)f->report.n : -1;
}

int
fixture_findings(struct fixture *f)
{
	int n = fixture_findings_quietly(f);

	if (n < 0)
		fprintf(stderr, "# %s: %s\n", f->err.kind->name, f->err.detail);
	for (int i = 0; i < n; i++)
		fprintf(stderr, "# %s, event %lld: %s\n", f->report.at[i].code,
			(long long)f->report.at[i].seq, f->report.at[i].text);
	return n;
}

bool
fixture_is_clean(struct fixture *f)
{
	return fixture_findings(f) == 0;
}

void
fixture_forget_mark(const struct fixture *f)
{
	char *mark = xasprintf("%s-mark", f->beside);

	unlink(mark);
	free(mark);
}

static void
write_file(const char *path, const char *text)
{
	const struct error none = {0};
	FILE *out = fopen(path, "w");

	if (out == NULL || fputs(text, out) < 0 || fclose(out) != 0)
		die(&none, "%s cannot be written", path);
}

static bool
tell_difference(const char *path, const char *text)
{
	char *is = xasprintf("/tmp/saraban-is.%d", (int)getpid());
	char *command = xasprintf("diff -u '%s' '%s' >&2", path, is);
	bool same;

	write_file(is, text);
	same = system(command) == 0;
	unlink(is);
	free(command);
	free(is);
	return same;
}

bool
fixture_same_as(const char *name, const char *text)
{
	const char *top = getenv("top_srcdir");
	char *path = xasprintf("%s/tests/fixtures/%s", top ? top : ".", name);
	bool same = true;

	if (getenv("GOLDEN") != NULL)
		write_file(path, text);
	else
		same = tell_difference(path, text);
	free(path);
	return same;
}

uint32_t
fixture_draw(uint64_t *seed, uint32_t below)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return (uint32_t)(*seed >> 16) % below;
}

double
fixture_seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}
