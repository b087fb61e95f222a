/* pack-zstd.c -- packing by zstd: the only file that knows it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <zstd.h>

#include "base/mem.h"
#include "base/pack.h"

const char *const pack_ending = ".zst";

/* What zstd takes and gives best at once. */
struct pieces {
	char *in, *out;
	size_t in_max, out_max;
};

static struct pieces
pieces_new(void)
{
	struct pieces p = {.in_max = ZSTD_CStreamInSize(),
			   .out_max = ZSTD_CStreamOutSize()};

	if (p.in_max < ZSTD_DStreamInSize())
		p.in_max = ZSTD_DStreamInSize();
	if (p.out_max < ZSTD_DStreamOutSize())
		p.out_max = ZSTD_DStreamOutSize();
	p.in = xcalloc(1, p.in_max);
	p.out = xcalloc(1, p.out_max);
	return p;
}

static void
pieces_free(struct pieces *p)
{
	free(p->in);
	free(p->out);
}

static bool
pack_piece(struct pack_way *w, ZSTD_CCtx *z, const struct pieces *p, size_t n,
	   struct error *err)
{
	ZSTD_EndDirective how = n > 0 ? ZSTD_e_continue : ZSTD_e_end;
	ZSTD_inBuffer in = {p->in, n, 0};
	size_t left;

	do {
		ZSTD_outBuffer out = {p->out, p->out_max, 0};

		left = ZSTD_compressStream2(z, &out, &in, how);
		if (ZSTD_isError(left))
			bug("zstd: %s", ZSTD_getErrorName(left));
		if (!pack_write(w, p->out, out.pos, err))
			return false;
	} while (how == ZSTD_e_end ? left > 0 : in.pos < in.size);
	return true;
}

bool
pack_by_zstd(struct pack_way *w, struct error *err)
{
	struct pieces p = pieces_new();
	ZSTD_CCtx *z = ZSTD_createCCtx();
	ssize_t got = 0;
	bool ok = true;

	if (z == NULL)
		bug("no memory to pack with");
	ZSTD_CCtx_setParameter(z, ZSTD_c_checksumFlag, 1);
	do {
		got = pack_read(w, p.in, p.in_max, err);
		ok = got >= 0 && pack_piece(w, z, &p, (size_t)got, err);
	} while (ok && got > 0);
	ZSTD_freeCCtx(z);
	pieces_free(&p);
	return ok;
}

/* *left is 0 where a frame has just ended. */
static bool
unpack_piece(struct pack_way *w, ZSTD_DCtx *z, const struct pieces *p, size_t n,
	     size_t *left, struct error *err)
{
	ZSTD_inBuffer in = {p->in, n, 0};

	while (in.pos < in.size) {
		ZSTD_outBuffer out = {p->out, p->out_max, 0};

		*left = ZSTD_decompressStream(z, &out, &in);
		if (ZSTD_isError(*left))
			return error_set(err, &PACK_DAMAGED, "%s: %s",
					 w->from_name,
					 ZSTD_getErrorName(*left));
		if (!pack_write(w, p->out, out.pos, err))
			return false;
	}
	return true;
}

bool
unpack_by_zstd(struct pack_way *w, struct error *err)
{
	struct pieces p = pieces_new();
	ZSTD_DCtx *z = ZSTD_createDCtx();
	size_t left = 1;
	ssize_t got = 0;
	bool ok = true;

	if (z == NULL)
		bug("no memory to unpack with");
	do {
		got = pack_read(w, p.in, p.in_max, err);
		ok =
		    got >= 0 && unpack_piece(w, z, &p, (size_t)got, &left, err);
	} while (ok && got > 0);
	if (ok && left != 0)
		ok = error_set(err, &PACK_DAMAGED, "%s", w->from_name);
	ZSTD_freeDCtx(z);
	pieces_free(&p);
	return ok;
}
