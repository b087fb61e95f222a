/* csv-test.c -- cells of any file, and guarded from spreadsheets */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/csv.h"

#include "tests/test.h"

/* Cells with | between them, rows with a line end, ! behind what was doubtful.
 */
static void
read_all(const char *bytes, size_t n, const char *charset, char separator,
	 struct text *out)
{
	FILE *in = fmemopen((void *)(uintptr_t)bytes, n, "r");
	struct csv_row *row = xmalloc(sizeof(*row));
	struct error err = {0};
	struct csv *c = csv_new(in, charset, separator, &err);
	bool more = true;

	assert_non_null(c);
	for (;;) {
		assert_true(csv_next(c, row, &more, &err));
		if (!more)
			break;
		for (size_t i = 0; i < row->n; i++)
			text_printf(out, "%s%s", i > 0 ? "|" : "",
				    row->cells[i]);
		text_add(out, row->is_cut || row->is_open ? "!\n" : "\n");
	}
	csv_free(c);
	fclose(in);
	free(row);
}

/* clang-format off */
static const struct {
	const char *what, *bytes;
	char separator;
	const char *cells;
} files[] = {
	{ "rows and cells", "a,b\nc,d\n", ',', "a|b\nc|d\n" },
	{ "CRLF, and no end of line at the end", "a,b\r\nc,d", ',',
	  "a|b\nc|d\n" },
	{ "CR alone", "a\rb\r", ',', "a\nb\n" },
	{ "empty rows are rows", "a\n\nb\n", ',', "a\n\nb\n" },
	{ "a semicolon", "a;b,c\n", ';', "a|b,c\n" },
	{ "a tab", "a\tb\n", '\t', "a|b\n" },
	{ "quotes", "\"a,\"\"b\"\"\",c\n", ',', "a,\"b\"|c\n" },
	{ "a line end in quotes", "\"a\r\nb\",c\n", ',', "a\nb|c\n" },
	{ "a quote inside is a sign", "5\" x,\"b\" c\n", ',', "5\" x|b c\n" },
	{ "a quote that is not closed swallows nothing", "\"a,b\nc,d\n", ',',
	  "\"a|b!\nc|d\n" },
	{ "a mark of the byte order", "\xEF\xBB\xBF" "a\n", ',', "a\n" },
	{ "CP874", "\xA1\xD2\xC3,\xE0\xC3\xD7\xE8\xCD\xA7\n", ',',
	  "การ|เรื่อง\n" },
	{ "UTF-8", "การ,เรื่อง\n", ',', "การ|เรื่อง\n" },
	{ "an overlong slash stays what it is", "กา\xC0\xAF,ข\n", ',',
	  "กา\xC0\xAF|ข\n" },
};
/* clang-format on */

static void
rows_are_read_as_they_are_written(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(files); i++) {
		struct text out = {0};

		read_all(files[i].bytes, strlen(files[i].bytes), NULL,
			 files[i].separator, &out);
		if (strcmp(text_str(&out), files[i].cells) != 0)
			fail_msg("%s: %s", files[i].what, text_str(&out));
		text_done(&out);
	}
}

static void
utf16_is_read_in_either_order_and_a_nul_is_seen(void **state)
{
	static const char little[] = "\xFF\xFE\x01\x0E,\0a\0\n\0";
	static const char big[] = "\xFE\xFF\x0E\x01\0,\0a\0\n";
	static const char nul[] = "a\0b,c\n";
	struct text out = {0};

	(void)state;
	read_all(little, sizeof(little) - 1, NULL, ',', &out);
	read_all(big, sizeof(big) - 1, NULL, ',', &out);
	read_all(nul, sizeof(nul) - 1, "UTF-8", ',', &out);
	assert_string_equal(text_str(&out), "ก|a\nก|a\na^@b|c\n");
	text_done(&out);
}

static void
what_is_too_long_is_cut_and_stops_nothing(void **state)
{
	struct text in = {0}, out = {0};

	(void)state;
	text_add(&in, "a,");
	for (int i = 0; i < 3 * CSV_ROW_MAX; i++)
		text_add(&in, "x");
	text_add(&in, "\nb\n");
	read_all(in.s, in.n, NULL, ',', &out);
	assert_non_null(strstr(text_str(&out), "x!\nb\n"));
	text_clear(&in);
	text_clear(&out);
	for (int i = 0; i < 2 * CSV_CELLS_MAX; i++)
		text_add(&in, "a,");
	text_add(&in, "\nb\n");
	read_all(in.s, in.n, NULL, ',', &out);
	assert_non_null(strstr(text_str(&out), "!\nb\n"));
	text_done(&in);
	text_done(&out);
}

/* Rows of every length across the pieces in which a file is read. */
static void
pieces_of_a_file_do_not_show(void **state)
{
	enum { ROWS = 9000 };
	struct text in = {0}, out = {0}, should = {0};

	(void)state;
	for (int i = 0; i < ROWS; i++) {
		text_printf(&in, "%d,\"เรื่อง, %d\"\r\n", i, i * i % 977);
		text_printf(&should, "%d|เรื่อง, %d\n", i, i * i % 977);
	}
	read_all(in.s, in.n, NULL, ',', &out);
	assert_string_equal(text_str(&out), text_str(&should));
	text_done(&in);
	text_done(&out);
	text_done(&should);
}

/* clang-format off */
static const struct {
	const char *cell, *written;
} guarded[] = {
	{ "เรื่อง", "เรื่อง" },
	{ "144", "144" },
	{ "1/2", "\"=\"\"1/2\"\"\"" },
	{ "0412/2569", "\"=\"\"0412/2569\"\"\"" },
	{ "0412", "\"=\"\"0412\"\"\"" },
	{ "1234567890123", "\"=\"\"1234567890123\"\"\"" },
	{ "15/01/2569", "\"=\"\"15/01/2569\"\"\"" },
	{ "๑๕ ม.ค. ๖๙", "\"=\"\"๑๕ ม.ค. ๖๙\"\"\"" },
	{ "1-Jan", "\"=\"\"1-Jan\"\"\"" },
	{ "=1+1", "\"=\"\"=1+1\"\"\"" },
	{ "+66", "\"=\"\"+66\"\"\"" },
	{ "-x", "\"=\"\"-x\"\"\"" },
	{ "@SUM(A1)", "\"=\"\"@SUM(A1)\"\"\"" },
	{ "=\"x\"", "\"=\"\"=\"\"\"\"x\"\"\"\"\"\"\"" },
	{ "＝1", "\"=\"\"＝1\"\"\"" },
	{ "＠ก", "\"=\"\"＠ก\"\"\"" },
	{ "\tx", "'\tx" },
	{ "'=x", "''=x" },
	{ "''", "'''" },
	{ "'ก", "'ก" },
	{ "a,b", "\"a,b\"" },
	{ "", "" },
};
/* clang-format on */

static void
cells_are_guarded_and_come_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(guarded); i++) {
		struct text t = {0}, out = {0};

		csv_add_cell(&t, guarded[i].cell, ',');
		assert_string_equal(text_str(&t), guarded[i].written);
		text_add(&t, "\n");
		read_all(t.s, t.n, "UTF-8", ',', &out);
		text_remove(&out, out.n - 1, 1);
		if (out.n > 0)
			csv_unguard(out.s);
		assert_string_equal(text_str(&out), guarded[i].cell);
		text_done(&t);
		text_done(&out);
	}
}

static void
columns_are_named_as_spreadsheets_name_them(void **state)
{
	static const struct {
		size_t column;
		const char *name;
	} names[] = {
	    {0, "A"}, {25, "Z"}, {26, "AA"}, {701, "ZZ"}, {702, "AAA"}};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		struct text t = {0};

		text_add_column(&t, names[i].column);
		assert_string_equal(text_str(&t), names[i].name);
		text_done(&t);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rows_are_read_as_they_are_written),
	    cmocka_unit_test(utf16_is_read_in_either_order_and_a_nul_is_seen),
	    cmocka_unit_test(what_is_too_long_is_cut_and_stops_nothing),
	    cmocka_unit_test(pieces_of_a_file_do_not_show),
	    cmocka_unit_test(cells_are_guarded_and_come_back),
	    cmocka_unit_test(columns_are_named_as_spreadsheets_name_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
