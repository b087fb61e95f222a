/* internal.h -- a form while it is written; for src/paper alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PAPER_INTERNAL_H
#define PAPER_INTERNAL_H

#include "base/arena.h"

#include "paper/document.h"
#include "paper/pages.h"
#include "paper/spool.h"

enum { TOP_MOST = 8, TABLE_MOST = 16 };

/* Figures on their way to be a strip. */
struct figures {
	struct figure *at;
	size_t n, max;
};

struct document {
	struct maker *maker;
	struct paper_look look; /* its words in `own` */
	struct arena own;
	struct strip top[TOP_MOST]; /* of each page */
	struct arena top_arena;
	size_t n_top;
	/* What is held together, until all of it is there. */
	struct arena group_arena;
	struct strip *group;
	size_t n_group, max_group;
	int held;
	int waiting; /* holds that the next row ends */
	struct pages count;
	struct spool spool;
	struct paper_column columns[TABLE_MOST];
	size_t n_columns;
	double x[TABLE_MOST], w[TABLE_MOST]; /* of the words in a column */
	double table_width;
	struct error err; /* the first that went wrong */
};

double doc_line_height(const struct document *p, enum paper_style s);
double doc_measure(const struct document *p, enum paper_style s,
		   const char *words);
/* The words are copied; returns the figure. */
struct figure *doc_figure(struct document *p, struct figures *figures,
			  enum figure_kind kind, double x, double y);
void doc_figure_words(struct document *p, struct figures *figures,
		      enum paper_style style, double x, double y,
		      const char *words, size_t n);
/* Where words of that width begin in room. */
double doc_begin(enum paper_place place, double room, double width);
/* Takes the figures. */
void doc_strip(struct document *p, unsigned flags, double height,
	       struct figures *figures);

#endif
