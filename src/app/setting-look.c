/* setting-look.c -- which settings are in force, and who set them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "app/act.h"
#include "app/tell.h"

bool
settings_look(struct session *s, const struct request *r, json_t **answer,
	      struct error *err)
{
	const struct settings *set = s->settings;

	(void)r;
	(void)err;
	*answer = json_array();
	for (int i = 0; i < SETTINGS; i++)
		json_array_append_new(
		    *answer, json_pack("{s:s, s:s, s:s?, s:s}", "name",
				       setting_table[i].name, "value",
				       set->value[i], "from", set->from[i],
				       "help", _(setting_table[i].help)));
	return true;
}

/* "mouse = on", and below it what it is and where it was set. */
static void
tell_setting(const struct teller *to, const json_t *j)
{
	enum { INDENT = 4 };
	struct text t = {0};

	text_printf(&t, "%s = %s", answer_word(j, "name"),
		    answer_word(j, "value"));
	tell_line(to, &t);
	text_clear(&t);
	text_add(&t, answer_word(j, "help"));
	if (*answer_word(j, "from") != '\0')
		text_printf(&t, " (%s)", answer_word(j, "from"));
	text_printf(to->out, "%*s", INDENT, "");
	tell_wrapped(to, t.s, INDENT);
	text_done(&t);
}

void
tell_settings(const struct teller *to, const json_t *answer)
{
	size_t i;
	json_t *j;

	json_array_foreach(answer, i, j) tell_setting(to, j);
}
