/* pin.c -- a PIN is typed on a terminal unseen, or read from a handle */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/pin.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/password.h"

#include "model/number.h"

#include "app/pin.h"

#include "cli/ask.h"

enum { WORD_MAX_BYTES = 256 };

/* What keys send that has no sign. */
enum {
	BYTE_INTERRUPT = 3,
	BYTE_END = 4,
	BYTE_BACKSPACE = 8,
	BYTE_KILL = 21,
	BYTE_DELETE = 127,
};

struct typed {
	char word[WORD_MAX_BYTES];
	size_t n;
};

/* -------------------------------------------------------------- a terminal */

static void
erase(struct typed *t)
{
	while (t->n > 0 && ((unsigned char)t->word[t->n - 1] & 0xC0) == 0x80)
		t->n--;
	if (t->n > 0)
		t->n--;
}

/* One byte of what is typed: false at the end of it. */
static bool
take_byte(struct typed *t, char byte, bool *left)
{
	*left = byte == BYTE_INTERRUPT || (byte == BYTE_END && t->n == 0);
	if (*left || byte == '\n' || byte == '\r')
		return false;
	if (byte == BYTE_BACKSPACE || byte == BYTE_DELETE)
		erase(t);
	else if (byte == BYTE_KILL)
		t->n = 0;
	else if (t->n + 1 < sizeof(t->word))
		t->word[t->n++] = byte;
	return true;
}

static bool
read_word(int fd, struct typed *t)
{
	bool left = false, more = true;
	char byte;
	ssize_t n;

	t->n = 0;
	while (more) {
		n = read(fd, &byte, 1);
		if (n < 0 && errno == EINTR)
			continue;
		left = n <= 0;
		more = n > 0 && take_byte(t, byte, &left);
	}
	t->word[t->n] = '\0';
	return !left;
}

static void
write_all(int fd, const char *s)
{
	size_t n = strlen(s);
	ssize_t done;

	while (n > 0 && (done = write(fd, s, n)) > 0) {
		s += done;
		n -= (size_t)done;
	}
}

/* The terminal, as a signal's handler needs it. */
static struct {
	int fd;
	struct termios before;
} unseen;

static void
on_end(int signal)
{
	tcsetattr(unseen.fd, TCSANOW, &unseen.before);
	raise(signal);
}

static const int ends[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};

/* Whatever ends the program meanwhile, the terminal echoes again. */
static void
heed_ends(struct sigaction before[])
{
	struct sigaction end = {.sa_handler = on_end, .sa_flags = SA_RESETHAND};

	sigemptyset(&end.sa_mask);
	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		sigaction(ends[i], &end, &before[i]);
}

/* Signals of keys are off too.  Only then is it asked: what is typed at the
   prompt is never seen. */
static bool
type_unseen(int fd, const char *prompt, struct typed *t)
{
	struct sigaction before[ARRAY_SIZE(ends)];
	struct termios during;
	bool ok;

	if (tcgetattr(fd, &unseen.before) != 0)
		return false;
	unseen.fd = fd;
	during = unseen.before;
	during.c_lflag &= ~(tcflag_t)(ECHO | ICANON | ISIG);
	during.c_cc[VMIN] = 1;
	during.c_cc[VTIME] = 0;
	heed_ends(before);
	ok = tcsetattr(fd, TCSAFLUSH, &during) == 0;
	if (ok) {
		write_all(fd, prompt);
		ok = read_word(fd, t);
		tcsetattr(fd, TCSAFLUSH, &unseen.before);
		write_all(fd, "\n");
	}
	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		sigaction(ends[i], &before[i], NULL);
	return ok;
}

static bool
ask_terminal(const struct action *a, const struct option *o, struct typed *t,
	     struct error *err)
{
	int fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
	struct text prompt = {0};
	bool ok;

	if (fd < 0)
		return error_set(err, &PIN_ASKED, NULL);
	text_printf(&prompt, "%s: ", _(o->label));
	ok = type_unseen(fd, text_str(&prompt), t) || ask_left(a->name, err);
	close(fd);
	text_done(&prompt);
	return ok;
}

/* ---------------------------------------------------------------- a handle */

static bool
read_line(const struct cli *cli, struct typed *t, struct error *err)
{
	ssize_t n;
	char byte = '\0';

	t->n = 0;
	while ((n = read(cli->pin_fd, &byte, 1)) != 0 && byte != '\n') {
		if (n < 0 && errno != EINTR)
			break;
		if (n > 0 && t->n + 1 < sizeof(t->word))
			t->word[t->n++] = byte;
	}
	t->word[t->n] = '\0';
	return t->n > 0 ||
	       error_set(err, &PIN_ASKED, _("handle %s has no more lines"),
			 DIGITS(cli->pin_fd));
}

bool
cli_pin_begin(struct cli *cli, struct error *err)
{
	int fd = 0;

	cli->pin_fd = -1;
	if (cli->pin_from == NULL)
		return true;
	if ((strcmp(cli->pin_from, "0") != 0 &&
	     !number_whole(cli->pin_from, &fd)) ||
	    fcntl(fd, F_GETFD) < 0 || (cli->wish.is_remote && fd != 0))
		return error_set(err, &COMMAND_WRONG,
				 _("--pin-fd is the number of an open handle, "
				   "not %.60s"),
				 cli->pin_from);
	cli->pin_fd = fd;
	if (fd == STDIN_FILENO)
		setvbuf(stdin, NULL, _IONBF, 0);
	return true;
}

/* ------------------------------------------------------------ what is asked */

static bool
ask_one(struct cli *cli, const struct option *o, struct arena *a,
	struct request *r, struct error *err)
{
	struct argument *at;
	struct typed t;
	bool ok = cli->pin_fd >= 0 ? read_line(cli, &t, err)
				   : ask_terminal(r->action, o, &t, err);

	if (ok) {
		at = arena_array(a, r->n + 1, sizeof(*at));
		if (r->n > 0)
			memcpy(at, r->at, r->n * sizeof(*at));
		at[r->n++] =
		    (struct argument){o->name, arena_strdup(a, t.word)};
		r->at = at;
	}
	secret_wipe(&t, sizeof(t));
	return ok;
}

bool
cli_pin_ask(struct cli *cli, struct session *s, struct arena *a,
	    struct request *r, struct error *err)
{
	bool asked, ok;

	ok = pin_is_asked(s, r, &asked, err) &&
	     (!asked || ask_one(cli, &pin_option, a, r, err));
	for (const struct option *o = r->action->options; ok && o && o->name;
	     o++)
		if (o->kind == VALUE_SECRET)
			ok = ask_one(cli, o, a, r, err) &&
			     !option_is_wrong(o, request_value(r, o->name),
					      session_now(s), err);
	return ok;
}

void
cli_pin_wipe(const struct request *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (pin_is_secret(r->action, r->at[i].name))
			secret_wipe((char *)(uintptr_t)r->at[i].value,
				    strlen(r->at[i].value));
}

/* --------------------------------------------------------- nobody has typed */

static bool
is_locked(struct cli *cli, moment since, struct pin_lock *lock)
{
	const moment minute = 60 * (moment)1000000;
	moment now = cli->clock.now(cli->clock.ctx);
	struct error err = {0};
	struct session s;
	bool is;

	if (now - since < minute)
		return false;
	session_init(&s, &cli->wish, cli->clock);
	is = session_open(&s, false, &err) && pin_lock_look(&s, lock, &err) &&
	     lock->minutes > 0 && now - since >= lock->minutes * minute;
	session_done(&s);
	return is;
}

bool
cli_pin_unlocks(struct cli *cli, moment since)
{
	enum { TRIES = 3 };
	const char *at[] = {"pin", "check"};
	const struct words check = {at, ARRAY_SIZE(at)};
	struct pin_lock lock;

	if (!is_locked(cli, since, &lock))
		return true;
	fprintf(cli_prose(cli), "%s\n",
		lock.has_pin ? _("Nobody has typed for a while.")
			     : _("Nobody has typed for a while, and you have "
				 "no PIN: come again."));
	for (int i = 0; lock.has_pin && i < TRIES; i++)
		if (cli_run(cli, &check) == EXIT_DONE)
			return true;
	return false;
}
