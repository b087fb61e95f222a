/* draft-fuzz.c -- any file of a draft: the last whole text, or none */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/slots.h"

#include "app/draft-page.h"
#include "app/draft.h"

#include "tests/fuzz/fuzz.h"

enum { WHOLE_MAX = 4 << 20 };

static const char earlier[] = "{\"what\":\"was typed first\"}";
static const char later[] = "{\"what\":\"was typed then, and is longer\"}";

/* The bytes of a file with both in it, made once, and where it was. */
static struct text whole;
static char *folder, *path;

static void
end(void)
{
	unlink(path);
	rmdir(folder);
	free(folder);
	free(path);
	text_done(&whole);
}

static void
make(void)
{
	const char *where = getenv("TMPDIR");
	struct slots s = {0};
	struct error err = {0};

	folder = xasprintf("%s/saraban-fuzz.XXXXXX", where ? where : "/tmp");
	if (!digest_init() || mkdtemp(folder) == NULL)
		bug("no randomness, or no directory");
	path = xasprintf("%s/draft", folder);
	if (!slots_make(&s, path, &err) ||
	    !slots_write(&s, earlier, strlen(earlier), &err) ||
	    !slots_write(&s, later, strlen(later), &err) ||
	    !file_read(path, WHOLE_MAX, &whole, &err))
		bug("%s", err.detail);
	slots_close(&s);
	atexit(end);
}

static void
hurt(struct input *in, struct text *t)
{
	size_t at = (size_t)(input_byte(in) << 16 | input_byte(in) << 8 |
			     input_byte(in));
	uint8_t byte = input_byte(in);

	/* Where the texts are is looked at most. */
	if (byte % 4 != 0)
		at = at % 256 + (byte % 2 ? t->n / 2 : 0);
	if (at >= t->n)
		return;
	if (byte == 255)
		text_remove(t, at, t->n - at);
	else
		t->s[at] = (char)input_byte(in);
}

static void
put(const struct text *t)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (fd < 0 || (t->n > 0 && write(fd, t->s, t->n) != (ssize_t)t->n))
		bug("no file of a draft");
	close(fd);
}

static void
check_file(struct input *in)
{
	struct text t = {0}, out = {0};
	struct error err = {0};
	bool is_read, in_use;

	text_add_n(&t, whole.s, whole.n);
	for (int i = 0; i < 6 && in->n > 0; i++)
		hurt(in, &t);
	put(&t);
	is_read = slots_read(path, &out, &in_use, &err);
	if (is_read && strcmp(text_str(&out), earlier) != 0 &&
	    strcmp(text_str(&out), later) != 0)
		bug("nobody typed %s", text_str(&out));
	if (t.n == whole.n && memcmp(t.s, whole.s, t.n) == 0 &&
	    strcmp(text_str(&out), later) != 0)
		bug("unhurt, and lost: %s", err.detail);
	text_done(&t);
	text_done(&out);
}

/* What is read is an act of the table, with options of its own. */
static void
check_page(const char *json)
{
	struct arena a = {0};
	struct draft_line line = {0};

	if (draft_page_read(json, &a, &line)) {
		const struct request *r = &line.page.request;

		for (size_t i = 0; i < r->n; i++)
			if (r->at[i].name != NULL &&
			    action_option(r->action, r->at[i].name) == NULL)
				bug("no option: %s", r->at[i].name);
	}
	arena_done(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct input in = {data, n};
	struct arena a = {0};

	if (whole.n == 0)
		make();
	if (input_byte(&in) % 2 == 0)
		check_page(input_text(&in, &a));
	else
		check_file(&in);
	arena_done(&a);
	return 0;
}
