/* fixture.h -- a temporary register, and acts on it, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FIXTURE_H
#define TESTS_FIXTURE_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/check.h"

#include "app/command.h"
#include "app/session.h"

/* 1 where a test is built for make soak: more rounds of the same. */
#ifndef SOAK
#define SOAK 0
#endif

/*
 * A register in a directory of its own, a clock that the test sets, and one
 * open session for each login that has acted.  What goes wrong in the fixture
 * itself is told on standard error and aborts.
 */
enum { FIXTURE_SESSIONS = 24 };
struct fixture;
typedef bool (*fixture_act_fn)(struct fixture *f, const unsigned char *act_id,
			       const char *login, const struct words *words);
struct fixture {
	char *directory;
	char *path;   /* of the register, or its address at a server */
	char *beside; /* what the names of files beside it begin with */
	bool is_lent; /* the register stays when the fixture is done */
	moment now;   /* what the clock says */
	int64_t tick; /* how much it moves on each time it is asked */
	/* How the last act ended: its answer (borrowed) or its refusal. */
	json_t *answer;
	struct error err;
	/* What the last check found. */
	struct arena arena;
	struct check_report report;

	/* When there is one, it does each act; it takes itself away first. */
	fixture_act_fn instead;

	struct session *sessions[FIXTURE_SESSIONS];
};

/* The account that owns the register; with login NULL it acts itself. */
#define FIXTURE_ACCOUNT "keeper"

/* An empty directory and a clock at 20 January 2569, 10.34, that stands. */
void fixture_start(struct fixture *f);
/* ... and a register in it with one person for every post of data/office.json,
   whose login is the code of the post. */
void fixture_register(struct fixture *f);
/* ... and eight letters on the clerk's desk, for a program that runs in another
   process with the real clock, which is years ahead. */
void fixture_desk(struct fixture *f);
/* Adds those people to a register that was made otherwise. */
void fixture_people(struct fixture *f);
/* Adds a person of that login and post to another office of the register. */
void fixture_add_to(struct fixture *f, const char *office, const char *login,
		    const char *post);
/* ... and the register that is at `path`, which stays. */
void fixture_start_at(struct fixture *f, const char *path);
/* Where a new register may be made, with what is beside it in the directory;
   caller frees it, and at a server server_drop() takes it away. */
char *fixture_new_register(const char *directory, const char *name);
/* Closes everything and removes the directory. */
void fixture_done(struct fixture *f);
/* Closes all sessions: before fork(), and before the file is looked at. */
void fixture_close(struct fixture *f);

struct clock fixture_clock(struct fixture *f);
/* What the session of a login asks for: to open one of one's own. */
struct session_wish fixture_wish(const struct fixture *f, const char *login);
struct session *fixture_session(struct fixture *f, const char *login);

/*
 * Does what a command line says: fixture_act(&f, "clerk", "receive",
 * "--subject", "...", NULL).  True when it was done.
 */
bool fixture_act(struct fixture *f, const char *login, const char *action, ...)
    __attribute__((sentinel));
/* The same under an act id of the caller. */
bool fixture_act_as(struct fixture *f, const unsigned char act_id[ID_SIZE],
		    const char *login, const char *action, ...)
    __attribute__((sentinel));
/* The same from words in a list; act_id NULL is a random one. */
bool fixture_run(struct fixture *f, const unsigned char *act_id,
		 const char *login, const struct words *words);
/* It has to be done: aborts with the reason when it is refused. */
void fixture_must(struct fixture *f, const char *login, const char *action, ...)
    __attribute__((sentinel));
/* Was it refused for this reason?  Tells what happened when it was not. */
bool fixture_refuses(struct fixture *f, const struct error_kind *kind,
		     const char *login, const char *action, ...)
    __attribute__((sentinel));

/* Relies on --as for secret letters, and clears these logins, NULL at the end,
   for all of them. */
void fixture_clear(struct fixture *f, ...) __attribute__((sentinel));

/* Receives n letters and has them endorsed up to the nayok. */
void fixture_to_the_top(struct fixture *f, int n);

/* Of the last answer; 0 and "" when it has no such value. */
int64_t fixture_int(const struct fixture *f, const char *key);
const char *fixture_text(const struct fixture *f, const char *key);

/* Checks the register and tells what is wrong on standard error.  How many
   findings; -1 when it could not be looked at (f->err). */
int fixture_findings(struct fixture *f);
/* Without telling. */
int fixture_findings_quietly(struct fixture *f);
bool fixture_is_clean(struct fixture *f);

/* For a file that is put back as it was: nothing beside it tells that it was
   newer (model/guard.h). */
void fixture_forget_mark(const struct fixture *f);

/* Past the program, as the sqlite3 shell would: false when SQL refused. */
bool fixture_sql(const struct fixture *f, const char *sql);
int64_t fixture_count(const struct fixture *f, const char *sql);
/* The same with the guards of the chain and the constraints between tables
   asleep, as somebody would who knows what stands in his way. */
bool fixture_tamper(const struct fixture *f, const char *sql);
/* Each row that a statement gives, its columns as text; "" for NULL. */
enum { FIXTURE_COLUMNS = 24 };
struct fixture_row {
	const char *at[FIXTURE_COLUMNS]; /* until each() returns */
	size_t n;
};
typedef void (*fixture_row_fn)(void *ctx, const struct fixture_row *row);
void fixture_rows(const struct fixture *f, const char *sql, fixture_row_fn each,
		  void *ctx);

/* The register as it is at a moment, to be put back; a server keeps a copy of
   its own, which goes with the fixture's server. */
struct fixture_image {
	struct text bytes;
	char *address;
};
void fixture_take(struct fixture *f, struct fixture_image *image);
void fixture_put(struct fixture *f, const struct fixture_image *image);
void fixture_image_done(struct fixture_image *image);

/* Is the text that of tests/fixtures/NAME?  Tells the difference; with GOLDEN
   in the environment it writes the file instead. */
bool fixture_same_as(const char *name, const char *text);

/* xorshift64: the same numbers on every machine. */
uint32_t fixture_draw(uint64_t *seed, uint32_t below);

/* Real seconds, for tests that measure. */
double fixture_seconds(void);

#endif
