/* draft-fuzz.c -- any file of a draft: the last whole text, or none */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/slots.h"

#include "app/draft-page.h"
#include "app/draft.h"

#include "tests/fuzz/fuzz.h"

static const char earlier[] = "{\"what\":\"was typed first\"}";
static const char later[] = "{\"what\":\"was typed then, and is longer\"}";

/* The bytes of a file with both in it, made once. */
static struct text whole;

static void
make(void)
{
	char *folder = xstrdup("/tmp/saraban-fuzz.XXXXXX"), *path;
	struct slots s = {0};
	struct error err = {0};
	int fd;

	if (!digest_init() || mkdtemp(folder) == NULL)
		bug("no randomness, or no directory");
	path = xasprintf("%s/draft", folder);
	if (!slots_make(&s, path, &err) ||
	    !slots_write(&s, earlier, strlen(earlier), &err) ||
	    !slots_write(&s, later, strlen(later), &err))
		bug("%s", err.detail);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	for (char buf[4096];;) {
		ssize_t n = read(fd, buf, sizeof(buf));

		if (n <= 0)
			break;
		text_add_n(&whole, buf, (size_t)n);
	}
	close(fd);
	slots_remove(&s);
	rmdir(folder);
	free(folder);
	free(path);
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

/* A file without a name on the disk, read under its number. */
static void
check_file(struct input *in)
{
	struct text t = {0}, out = {0};
	struct error err = {0};
	bool in_use;
	int fd = memfd_create("draft", MFD_CLOEXEC);
	char *path = xasprintf("/proc/self/fd/%d", fd);

	text_add_n(&t, whole.s, whole.n);
	for (int i = 0; i < 6 && in->n > 0; i++)
		hurt(in, &t);
	if (t.n > 0 && write(fd, t.s, t.n) != (ssize_t)t.n)
		bug("no memory for a file");
	if (slots_read(path, &out, &in_use, &err) &&
	    strcmp(text_str(&out), earlier) != 0 &&
	    strcmp(text_str(&out), later) != 0)
		bug("nobody typed %s", text_str(&out));
	close(fd);
	free(path);
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
