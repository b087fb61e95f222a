/* qr-test.c -- a telephone reads from the cells what was put in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tui/qr.h"

#include "tests/test.h"

enum { PIXELS = 5 }; /* of the edge of a module */

/* How dark the upper and the lower half of a cell are. */
static bool
is_dark(const struct cell *c, bool is_lower)
{
	if (c->style == STYLE_QR_DARK || c->code[0] == 0x2588)
		return true;
	return c->code[0] == (is_lower ? 0x2584u : 0x2580u);
}

/* One row of modules as so many rows of pixels, plain PBM. */
static void
write_modules(FILE *f, const struct grid *g, const struct qr *q, int row)
{
	int width = q->has_halves ? 1 : 2;
	int cell_row = q->has_halves ? row / 2 : row;

	for (int y = 0; y < PIXELS; y++)
		for (int col = 0; col < g->cols; col += width)
			for (int x = 0; x < PIXELS; x++)
				fputs(is_dark(grid_cell(g, cell_row, col),
					      row % 2 == 1 && q->has_halves)
					  ? "1 "
					  : "0 ",
				      f);
}

static void
write_picture(FILE *f, const struct grid *g, const struct qr *q)
{
	int edge = q->code.size + 2 * QR_QUIET;

	fprintf(f, "P1 %d %d\n", edge * PIXELS, edge * PIXELS);
	for (int row = 0; row < edge; row++)
		write_modules(f, g, q, row);
}

/* What the camera's program says of the picture. */
static void
scan(const char *path, char *said, size_t size)
{
	char *command = xasprintf("zbarimg -q --raw %s 2>/dev/null", path);
	FILE *f = popen(command, "r");

	said[0] = '\0';
	if (f && fgets(said, (int)size, f))
		said[strcspn(said, "\n")] = '\0';
	if (f)
		pclose(f);
	free(command);
}

static void
assert_scanned(const char *text, bool has_halves)
{
	char path[] = "/tmp/saraban-qr.XXXXXX", said[512];
	struct qr q = {0};
	struct grid g = {0};
	int fd = mkstemp(path);
	FILE *f = fd >= 0 ? fdopen(fd, "w") : NULL;

	assert_non_null(f);
	assert_true(qr_make(&q, text, has_halves));
	grid_resize(&g, qr_rows(&q), qr_cols(&q));
	qr_draw(&q, area_of(&g));
	write_picture(f, &g, &q);
	fclose(f);
	scan(path, said, sizeof(said));
	unlink(path);
	assert_string_equal(said, text);
	grid_done(&g);
	qr_done(&q);
}

static void
what_is_drawn_is_what_is_scanned(void **state)
{
	static const char *const links[] = {
	    "https://shorturl.asia/03yA7",
	    "www.phetchaburilocal.go.th",
	    "https://docs.google.com/forms/d/e/1FAIpQLSeUx4h0m0aDqPZ0/viewform",
	};

	(void)state;
	if (!qr_is_there() || system("command -v zbarimg >/dev/null") != 0)
		skip();
	for (size_t i = 0; i < ARRAY_SIZE(links); i++) {
		assert_scanned(links[i], true);
		assert_scanned(links[i], false);
	}
}

static void
a_quiet_zone_is_around_it(void **state)
{
	struct qr q = {0};
	struct grid g = {0};

	(void)state;
	if (!qr_is_there())
		skip();
	assert_true(qr_make(&q, "x", true));
	grid_resize(&g, qr_rows(&q), qr_cols(&q));
	qr_draw(&q, area_of(&g));
	assert_int_equal(qr_cols(&q), q.code.size + 8);
	for (int col = 0; col < g.cols; col++) {
		assert_int_equal(grid_cell(&g, 0, col)->style, STYLE_QR);
		assert_int_equal(grid_cell(&g, 1, col)->code[0], ' ');
	}
	for (int row = 0; row < g.rows; row++)
		assert_int_equal(grid_cell(&g, row, 3)->code[0], ' ');
	grid_done(&g);
	qr_done(&q);
}

static void
what_is_too_long_is_refused(void **state)
{
	static char longest[4001];
	struct qr q = {0};

	(void)state;
	memset(longest, 'x', sizeof(longest) - 1);
	assert_false(qr_make(&q, longest, true));
	assert_int_equal(q.code.size, 0);
	qr_done(&q);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_drawn_is_what_is_scanned),
	    cmocka_unit_test(a_quiet_zone_is_around_it),
	    cmocka_unit_test(what_is_too_long_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
