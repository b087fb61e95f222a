/* html-test.c -- the words of a page of HTML */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/html.h"

#include "tests/test.h"

/* clang-format off */
static const struct {
	const char *html, *text;
} pages[] = {
	{"", "\n"},
	{"ที่ ๑", "ที่ ๑\n"},
	{"<p>ก</p>\n<p>ข<br/>ค</P>", "ก\nข\nค\n"},
	{"  ก \n <b>ข</b>ค  ", "ก ขค\n"},
	{"<table><tr><td>ที่</td><td>วัน</td></tr><tr><td>๑", "ที่\tวัน\n๑\n"},
	{"<title>x</title><style>p{a:b}</style><SCRIPT>1<2</SCRIPT >ก", "ก\n"},
	{"ก<!-- <p>ข</p> -->ค", "กค\n"},
	{"<a title='>' href=\">\">ก</a>", "ก\n"},
	{"1 &lt; 2 &amp;&nbsp;3 &#3585;&#xE02;", "1 < 2 & 3 กข\n"},
	{"&quot;&ldquo;", "\"“\n"},
	{"R&D &bogus; &#0; & &", "R&D &bogus; &#0; & &\n"},
	{"&#x110000; &#xD800;", "&#x110000; &#xD800;\n"},
	{"a<b", "a\n"},
	{"<", "\n"},
	{"</", "\n"},
	{"<!--", "\n"},
	{"<script>", "\n"},
	{"&", "&\n"},
	{"&#", "&#\n"},
	{"<a href='x", "\n"},
};
/* clang-format on */

static void
words_are_kept_and_lines_begin_where_they_do(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(pages); i++) {
		struct text t = {0};

		html_text(pages[i].html, strlen(pages[i].html), &t);
		assert_string_equal(t.s, pages[i].text);
		text_done(&t);
	}
}

static void
a_page_cut_anywhere_does_no_harm(void **state)
{
	static const char page[] =
	    "<p class='a>b'>ก&nbsp;ข&#3585;<!-- x --><script>y</script>";

	(void)state;
	for (size_t n = 0; n < sizeof(page); n++) {
		/* Of its size, so that reading behind it is seen. */
		char *cut = xstrndup(page, n);
		struct text t = {0};

		html_text(cut, n, &t);
		assert_true(t.n <= n + 1);
		text_done(&t);
		free(cut);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_are_kept_and_lines_begin_where_they_do),
	    cmocka_unit_test(a_page_cut_anywhere_does_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
