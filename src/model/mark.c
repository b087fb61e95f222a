/* mark.c -- how far the register has come, in a file beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/i18n.h"

#include "model/guard.h"
#include "model/ledger.h"
#include "model/manifest.h"

const struct error_kind GUARD_BEHIND = {
    "register-behind", EXIT_REFUSED,
    N_("this file is older than the register that stood here: it lacks what "
       "was written last.  Put the right one back, or have the "
       "administrator admit it with `restore admit'")};

const struct error_kind GUARD_GONE = {
    "register-gone", EXIT_REGISTER,
    N_("the register that stood here is gone; have it restored, see "
       "saraban-restore(8)")};

enum { MARK_MAX = 64 * 1024 };

static const char first_line[] = "saraban-mark-1";

static char *
mark_path(const struct store *st)
{
	return xasprintf("%s-mark", store_beside(st));
}

bool
mark_stands(const char *where)
{
	char *path = xasprintf("%s-mark", where);
	bool stands = access(path, F_OK) == 0;

	free(path);
	return stands;
}

static void
add_line(struct text *t, int64_t office, int64_t seq,
	 const unsigned char hash[DIGEST_SIZE])
{
	char hex[HEX_SIZE];

	hex_of(hash, DIGEST_SIZE, hex);
	text_printf(t, "%" PRId64 " %" PRId64 " %s\n", office, seq, hex);
}

/* One line, whole. */
static bool
line_read(const char *line, int64_t *office, struct mark *mark)
{
	char hex[HEX_SIZE];

	return sscanf(line, "%" SCNd64 " %" SCNd64 " %64[0-9a-f]", office,
		      &mark->seq, hex) == 3 &&
	       hex_read(hex, mark->hash, DIGEST_SIZE);
}

static bool
is_of_register(const char *text, const unsigned char uuid[ID_SIZE])
{
	char hex[2 * ID_SIZE + 1];
	size_t n = strlen(first_line);

	hex_of(uuid, ID_SIZE, hex);
	return strncmp(text, first_line, n) == 0 && text[n] == ' ' &&
	       strncmp(text + n + 1, hex, 2 * ID_SIZE) == 0;
}

/* What each office's line says, with that of one put in; false where a line is
   not whole. */
static bool
add_changed(struct text *t, const char *old, int64_t office,
	    const struct chain_head *head)
{
	const char *line = strchr(old, '\n');
	bool is_put = false;

	if (!line)
		return false;
	text_add_n(t, old, (size_t)(line + 1 - old));
	for (line++; *line != '\0'; line++) {
		const char *end = strchr(line, '\n');
		struct mark mark;
		int64_t of;

		if (!end || !line_read(line, &of, &mark))
			return false;
		is_put = is_put || of == office;
		if (of == office)
			add_line(t, of, head->seq, head->hash);
		else
			add_line(t, of, mark.seq, mark.hash);
		line = end;
	}
	if (!is_put)
		add_line(t, office, head->seq, head->hash);
	return true;
}

static bool
add_one(struct text *t, struct store *st, int64_t office, int fd)
{
	struct chain_head head;
	struct identity id;
	struct error none = {0};
	char old[MARK_MAX];
	ssize_t n = pread(fd, old, sizeof(old), 0);

	if (n < 0 || n == sizeof(old))
		return false;
	old[n] = '\0';
	query_ahead(st, QUERY_REGISTER_IDENTITY, NULL);
	query_ahead(st, QUERY_CHAIN_HEAD, PARAMS(P_INT("office", office)));
	return ledger_identity(st, &id, &none) &&
	       is_of_register(old, id.uuid) &&
	       ledger_head(st, office, &head, &none) &&
	       add_changed(t, old, office, &head);
}

static bool
add_every(struct text *t, struct store *st)
{
	struct arena a = {0};
	struct manifest m;
	struct error none = {0};
	bool ok = manifest_read_store(st, &a, &m, &none);
	char hex[HEX_SIZE];

	if (ok) {
		hex_of(m.uuid, ID_SIZE, hex);
		text_clear(t);
		text_printf(t, "%s %s\n", first_line, hex);
		for (size_t i = 0; i < m.n_heads; i++)
			add_line(t, m.heads[i].office, m.heads[i].seq,
				 m.heads[i].hash);
	}
	arena_done(&a);
	return ok;
}

/* Behind its lock the register is read: so it never goes back. */
static void
write_locked(struct store *st, int64_t office, int fd)
{
	struct text t = {0};

	if (((office != 0 && add_one(&t, st, office, fd)) ||
	     add_every(&t, st)) &&
	    pwrite(fd, t.s, t.n, 0) == (ssize_t)t.n &&
	    ftruncate(fd, (off_t)t.n) != 0)
		t.n = 0;
	text_done(&t);
}

void
mark_write(struct store *st, int64_t office)
{
	char *path;
	int fd;

	if (store_path(st) == NULL)
		return;
	path = mark_path(st);
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	free(path);
	if (fd < 0)
		return;
	if (flock(fd, LOCK_EX) == 0)
		write_locked(st, office, fd);
	close(fd);
}

static bool
find_office(const char *text, int64_t office, struct mark *mark)
{
	int64_t of;

	while ((text = strchr(text, '\n')) != NULL)
		if (line_read(++text, &of, mark) && of == office)
			return true;
	return false;
}

/* While somebody writes it, it may be half of the old and half of the new. */
bool
mark_read(const char *path, const unsigned char uuid[ID_SIZE], int64_t office,
	  struct mark *mark)
{
	char buf[MARK_MAX];
	ssize_t n = -1;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	if (fd < 0)
		return false;
	if (flock(fd, LOCK_SH) == 0)
		n = pread(fd, buf, sizeof(buf) - 1, 0);
	close(fd);
	buf[n > 0 ? n : 0] = '\0';
	return is_of_register(buf, uuid) && find_office(buf, office, mark);
}

static bool
has_event(struct store *st, int64_t office, const struct chain_head *head,
	  const struct mark *mark, struct error *err)
{
	unsigned char hash[DIGEST_SIZE];
	bool found;

	if (mark->seq == head->seq &&
	    memcmp(mark->hash, head->hash, DIGEST_SIZE) == 0)
		return true;
	if (!guard_event_hash(st, office, mark->seq, hash, &found, err))
		return false;
	return (found && memcmp(hash, mark->hash, DIGEST_SIZE) == 0) ||
	       error_set(err, &GUARD_BEHIND, _("event %s is missing"),
			 DIGITS(mark->seq));
}

bool
mark_check(struct store *st, int64_t office, const struct chain_head *head,
	   struct error *err)
{
	struct identity id;
	struct mark mark;
	char *path;
	bool is_marked;

	if (store_path(st) == NULL)
		return true;
	if (!ledger_identity(st, &id, err))
		return false;
	path = mark_path(st);
	is_marked = mark_read(path, id.uuid, office, &mark);
	free(path);
	return !is_marked || has_event(st, office, head, &mark, err);
}
