/* fixture-image.c -- the fixture's register as it was, put back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"

#include "tests/fixture.h"
#include "tests/server.h"

enum { IMAGE_MAX = 64 << 20 };

static void
must(bool ok, const char *what)
{
	if (ok)
		return;
	perror(what);
	abort();
}

void
fixture_take(struct fixture *f, struct fixture_image *image)
{
	fixture_close(f);
	if (server_is_used()) {
		if (image->address != NULL)
			server_drop(image->address);
		free(image->address);
		image->address = server_copy(f->path);
		return;
	}
	text_clear(&image->bytes);
	must(file_read(f->path, IMAGE_MAX, &image->bytes, &f->err), f->path);
}

void
fixture_put(struct fixture *f, const struct fixture_image *image)
{
	static const char *const beside[] = {"-wal", "-shm"};
	FILE *out;

	fixture_close(f);
	if (server_is_used()) {
		server_put_back(f->path, image->address);
		return;
	}
	for (size_t i = 0; i < ARRAY_SIZE(beside); i++) {
		char *path = xasprintf("%s%s", f->path, beside[i]);

		unlink(path);
		free(path);
	}
	out = fopen(f->path, "w");
	must(out != NULL, f->path);
	must(fwrite(image->bytes.s, 1, image->bytes.n, out) == image->bytes.n &&
		 fclose(out) == 0,
	     f->path);
}

void
fixture_image_done(struct fixture_image *image)
{
	if (image->address != NULL)
		server_drop(image->address);
	free(image->address);
	text_done(&image->bytes);
	*image = (struct fixture_image){0};
}
