/* give-back.c -- the terminal as it was, whatever ends the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/give-back.h"

#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { BYTES_MAX = 512 };

/* What a signal handler may use: written before, only read then. */
struct bytes {
	char at[BYTES_MAX];
	size_t n;
};

static struct termios line_before, line_during;
static bool has_line;
static struct bytes entering, leaving;

static volatile sig_atomic_t is_taken; /* the terminal is ours now */
static volatile sig_atomic_t is_closing;
static volatile sig_atomic_t is_stopping; /* a shell asks for a pause */
static volatile sig_atomic_t was_away;

static void
add_bytes(struct bytes *b, const char *s, size_t n)
{
	if (n > BYTES_MAX - b->n)
		bug("no room to prepare what gives the terminal back");
	memcpy(b->at + b->n, s, n);
	b->n += n;
}

static void
write_bytes(const struct bytes *b)
{
	size_t done = 0;
	ssize_t n = 1;

	while (done < b->n && n > 0) {
		n = write(STDOUT_FILENO, b->at + done, b->n - done);
		done += n > 0 ? (size_t)n : 0;
	}
}

/* Only what a signal handler may do. */
static void
leave(void)
{
	if (!is_taken)
		return;
	is_taken = 0;
	write_bytes(&leaving);
	if (has_line)
		tcsetattr(STDIN_FILENO, TCSADRAIN, &line_before);
}

static void
take_again(void)
{
	if (has_line)
		tcsetattr(STDIN_FILENO, TCSADRAIN, &line_during);
	write_bytes(&entering);
	is_taken = 1;
	was_away = 1;
}

static void
on_close(int signal)
{
	(void)signal;
	is_closing = 1;
}

static void
on_stop(int signal)
{
	(void)signal;
	is_stopping = 1;
}

/* After a SIGSTOP nobody could give the terminal back before. */
static void
on_continue(int signal)
{
	(void)signal;
	if (is_taken && has_line)
		tcsetattr(STDIN_FILENO, TCSADRAIN, &line_during);
	was_away = 1;
}

/* SA_RESETHAND: the second time is the end. */
static void
on_fault(int signal)
{
	leave();
	raise(signal);
}

static struct {
	int signal;
	void (*handler)(int signal);
	int flags;
	struct sigaction before;
} caught[] = {
    {SIGHUP, on_close, 0, {.sa_handler = SIG_DFL}},
    {SIGTERM, on_close, 0, {.sa_handler = SIG_DFL}},
    {SIGINT, on_close, 0, {.sa_handler = SIG_DFL}},
    {SIGQUIT, on_close, 0, {.sa_handler = SIG_DFL}},
    {SIGTSTP, on_stop, 0, {.sa_handler = SIG_DFL}},
    {SIGCONT, on_continue, 0, {.sa_handler = SIG_DFL}},
    {SIGSEGV, on_fault, SA_RESETHAND | SA_ONSTACK, {.sa_handler = SIG_DFL}},
    {SIGBUS, on_fault, SA_RESETHAND | SA_ONSTACK, {.sa_handler = SIG_DFL}},
    {SIGFPE, on_fault, SA_RESETHAND | SA_ONSTACK, {.sa_handler = SIG_DFL}},
    {SIGILL, on_fault, SA_RESETHAND | SA_ONSTACK, {.sa_handler = SIG_DFL}},
    {SIGABRT, on_fault, SA_RESETHAND | SA_ONSTACK, {.sa_handler = SIG_DFL}},
};

/* Where a handler runs when the fault was that the stack is full. */
static char spare_stack[1 << 16];

static void
catch_signals(void)
{
	const stack_t spare = {.ss_sp = spare_stack,
			       .ss_size = sizeof(spare_stack)};

	sigaltstack(&spare, NULL);
	for (size_t i = 0; i < ARRAY_SIZE(caught); i++) {
		struct sigaction action = {.sa_handler = caught[i].handler,
					   .sa_flags = caught[i].flags};

		sigemptyset(&action.sa_mask);
		sigaction(caught[i].signal, &action, NULL);
	}
}

void
give_back_note(void)
{
	has_line = tcgetattr(STDIN_FILENO, &line_before) == 0;
	for (size_t i = 0; i < ARRAY_SIZE(caught); i++)
		sigaction(caught[i].signal, NULL, &caught[i].before);
}

static void
prepare(struct bytes *b, const struct caps *caps, const enum cap *list,
	size_t n)
{
	struct text t = {0};

	for (size_t i = 0; i < n; i++)
		caps_add(caps, &t, list[i], 0, 0);
	b->n = 0;
	add_bytes(b, text_str(&t), t.n);
	text_done(&t);
}

void
give_back_begin(const struct caps *caps)
{
	static const enum cap in[] = {CAP_ENTER, CAP_KEYS};
	static const enum cap out[] = {CAP_PLAIN, CAP_SHOW, CAP_KEYS_OFF,
				       CAP_LEAVE};

	prepare(&entering, caps, in, ARRAY_SIZE(in));
	prepare(&leaving, caps, out, ARRAY_SIZE(out));
	/* without a screen of its own, the shell goes on below */
	if (!caps->at[CAP_LEAVE])
		add_bytes(&leaving, "\r\n", 2);
	has_line = has_line && tcgetattr(STDIN_FILENO, &line_during) == 0;
	is_closing = is_stopping = was_away = 0;
	is_taken = 1;
	catch_signals();
	bug_set_hook(leave);
}

void
give_back_add(const char *on, const char *off)
{
	struct bytes before = leaving;

	add_bytes(&entering, on, strlen(on));
	/* switched off while the screen is still there */
	leaving.n = 0;
	add_bytes(&leaving, off, strlen(off));
	add_bytes(&leaving, before.at, before.n);
}

void
give_back_end(void)
{
	leave();
	bug_set_hook(NULL);
	for (size_t i = 0; i < ARRAY_SIZE(caught); i++)
		sigaction(caught[i].signal, &caught[i].before, NULL);
}

void
give_back_for_a_while(void)
{
	struct sigaction stop = {.sa_handler = SIG_DFL};

	leave();
	is_stopping = 0;
	sigemptyset(&stop.sa_mask);
	sigaction(SIGTSTP, &stop, NULL);
	/* the whole job, as the key would do */
	kill(0, SIGTSTP);
	catch_signals();
	take_again();
}

bool
give_back_is_asked(void)
{
	return is_closing;
}

bool
give_back_was_away(void)
{
	bool was = was_away;

	if (is_stopping) {
		give_back_for_a_while();
		was = true;
	}
	was_away = 0;
	return was;
}
