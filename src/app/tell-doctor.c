/* tell-doctor.c -- how program, machine and register are, for people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/json.h"
#include "app/tell.h"

static void
tell_finding(const struct teller *to, const json_t *f)
{
	enum { ABOUT = 12, MARKED = 14 };
	static const struct {
		const char *state, *mark;
	} marks[] = {{"good", " "}, {"look", "!"}, {"bad", "*"}};
	struct text t = {0};

	thai_add_padded(&t, _(answer_word(f, "about")), ABOUT, false);
	for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
		if (strcmp(marks[i].state, answer_word(f, "state")) == 0)
			text_printf(to->out, "%s %s ", marks[i].mark, t.s);
	tell_wrapped(to, answer_word(f, "says"), MARKED + 1);
	if (answer_word(f, "advice")[0] != '\0') {
		text_printf(to->out, "%*s", MARKED + 1, "");
		tell_wrapped(to, answer_word(f, "advice"), MARKED + 1);
	}
	text_done(&t);
}

/* What it comes to: no worse than the worst of them. */
static const char *
sum_of(const json_t *answer, bool is_to_look)
{
	if (!json_is_true(json_object_get(answer, "ok")))
		return _("what has a * wants mending");
	return is_to_look ? _("all works; what has a ! wants a look")
			  : _("all is well");
}

void
tell_doctor(const struct teller *to, const json_t *answer)
{
	bool is_to_look = false;
	size_t i;
	json_t *f;

	json_array_foreach(json_object_get(answer, "findings"), i, f)
	{
		tell_finding(to, f);
		is_to_look |= strcmp(answer_word(f, "state"), "look") == 0;
	}
	text_printf(to->out, "%s\n", sum_of(answer, is_to_look));
}
