/* small.c -- a small register for fuzz targets */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fuzz/small.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"

enum { REGISTER_MAX = 64 << 20 };

static struct fixture f;
static struct text bytes;
static void (*add_more)(struct fixture *f);

static void
end(void)
{
	fixture_done(&f);
	text_done(&bytes);
}

static void
make(void)
{
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "น้ำท่วมที่ทำการ",
		     "--from", "อำเภอเมือง", "--ref", "มท ๐๘๐๘.๒/ว ๑๒๓",
		     "--dated", "15 ม.ค. 69", NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "ขอเชิญประชุม",
		     "--urgency", "urgent", NULL);
	fixture_must(&f, "clerk", "endorse", "1", "--note", "เพื่อโปรดทราบ",
		     NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "ส่งผิด", NULL);
	fixture_must(&f, "clerk", "cancel", "3", "--reason", "ส่งผิดหน่วยงาน",
		     NULL);
	if (add_more != NULL)
		add_more(&f);
	fixture_close(&f);
	atexit(end);
}

void
small_add(void (*add)(struct fixture *f))
{
	add_more = add;
}

struct fixture *
small_register(void)
{
	if (f.path == NULL)
		make();
	return &f;
}

const struct text *
small_bytes(void)
{
	small_register();
	if (bytes.n == 0 && !file_read(f.path, REGISTER_MAX, &bytes, &f.err))
		bug("%s", f.err.detail);
	return &bytes;
}

void
small_put(const char *s, size_t n)
{
	static const char *const beside[] = {"-wal", "-shm", "-journal"};
	int fd;

	for (size_t i = 0; i < ARRAY_SIZE(beside); i++) {
		char *path = xasprintf("%s%s", f.path, beside[i]);

		unlink(path);
		free(path);
	}
	fd = open(f.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (fd < 0 || write(fd, s, n) != (ssize_t)n)
		bug("the register cannot be written");
	close(fd);
}
