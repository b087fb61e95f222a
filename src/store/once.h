/* once.h -- what is asked twice in one read transaction is run once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_ONCE_H
#define STORE_ONCE_H

#include "store/internal.h"

/*
 * A read transaction sees one moment, so a statement with the same parameters
 * answers the same as before.  Of those marked (once) in data/sql/, which are
 * short and asked by many, the answers are kept until the transaction ends.
 */
typedef bool (*once_run_fn)(struct store *st, enum query_id q,
			    const struct param *params, row_fn each, void *ctx,
			    struct error *err);
bool once_each(struct once *o, enum query_id q, const struct param *params,
	       once_run_fn run, struct store *st, row_fn each, void *ctx,
	       struct error *err) MUST_CHECK;
void once_forget(struct once *o);

#endif
