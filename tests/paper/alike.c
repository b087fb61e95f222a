/* alike.c -- do two pictures of a page look alike? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * alike ONE.png OTHER.png PERCENT: how grey each square of 8 by 8 dots is, is
 * compared; where more than so many percent of them differ by a tenth, it says
 * how many and fails.  A letter drawn a little otherwise is no difference, a
 * line that moved is.
 */
enum { SQUARE = 8 };
static const double TENTH = 25.5;

static cairo_surface_t *
load(const char *path)
{
	cairo_surface_t *s = cairo_image_surface_create_from_png(path);

	if (cairo_surface_status(s) == CAIRO_STATUS_SUCCESS)
		return s;
	printf("%s is no picture\n", path);
	exit(2);
}

static double
grey(cairo_surface_t *s, int x, int y)
{
	const unsigned char *row = cairo_image_surface_get_data(s) +
				   y * cairo_image_surface_get_stride(s);
	double sum = 0;

	for (int line = 0; line < SQUARE; line++)
		for (int dot = 0; dot < SQUARE; dot++)
			sum += row[line * cairo_image_surface_get_stride(s) +
				   4 * (x + dot)];
	return sum / (SQUARE * SQUARE);
}

int
main(int argc, char **argv)
{
	cairo_surface_t *a, *b;
	int width, height, all = 0, differ = 0;

	if (argc != 4)
		return 2;
	a = load(argv[1]);
	b = load(argv[2]);
	width = cairo_image_surface_get_width(a);
	height = cairo_image_surface_get_height(a);
	if (width != cairo_image_surface_get_width(b) ||
	    height != cairo_image_surface_get_height(b)) {
		printf("one is %d by %d dots, the other is not\n", width,
		       height);
		return 1;
	}
	for (int y = 0; y + SQUARE <= height; y += SQUARE)
		for (int x = 0; x + SQUARE <= width; x += SQUARE, all++)
			differ += fabs(grey(a, x, y) - grey(b, x, y)) > TENTH;
	printf("%d of %d squares differ\n", differ, all);
	cairo_surface_destroy(a);
	cairo_surface_destroy(b);
	return 100.0 * differ / all > atof(argv[3]);
}
