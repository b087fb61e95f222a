/* replay.c -- a fuzz target without a fuzzer: its corpus, once more */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

#include "tests/fuzz/fuzz.h"

enum { INPUT_MAX = 1 << 20 };

/* What is being read, to be named when it ends badly. */
static const char *reading;

static void
name_it(void)
{
	fprintf(stderr, "# %s\n", reading);
}

/* In memory of its own size, so that a byte too much is seen. */
static void
replay(const char *path)
{
	struct text bytes = {0};
	struct error err = {0};
	uint8_t *copy;

	reading = path;
	if (!file_read(path, INPUT_MAX, &bytes, &err)) {
		fprintf(stderr, "%s: %s\n", path, err.detail);
		exit(1);
	}
	copy = xmalloc(bytes.n + (bytes.n == 0));
	if (bytes.n > 0)
		memcpy(copy, bytes.s, bytes.n);
	LLVMFuzzerTestOneInput(copy, bytes.n);
	free(copy);
	text_done(&bytes);
}

static int
is_shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int
replay_folder(const char *folder)
{
	struct dirent **entries;
	int n = scandir(folder, &entries, is_shown, alphasort);

	for (int i = 0; i < n; i++) {
		char *path = xasprintf("%s/%s", folder, entries[i]->d_name);

		replay(path);
		free(path);
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
	return n;
}

/* "mail" of tests/fuzz/mail-fuzz. */
static char *
target_name(const char *program)
{
	const char *slash = strrchr(program, '/');
	char *name = xstrdup(slash ? slash + 1 : program);
	char *end = strstr(name, "-fuzz");

	if (end != NULL)
		*end = '\0';
	return name;
}

/* The files named, or the corpus of the target. */
int
main(int argc, char **argv)
{
	const char *top = getenv("top_srcdir");
	char *name = target_name(argv[0]), *folder;
	int n = argc - 1;

	bug_set_hook(name_it);
	printf("1..1\n");
	fflush(stdout);
	folder = xasprintf("%s/tests/fuzz/corpus/%s", top ? top : ".", name);
	for (int i = 1; i < argc; i++)
		replay(argv[i]);
	if (argc == 1)
		n = replay_folder(folder);
	printf("%s 1 - no input of the corpus of %s does harm (%d)\n",
	       n > 0 ? "ok" : "not ok", name, n);
	free(name);
	free(folder);
	return n > 0 ? 0 : 1;
}
