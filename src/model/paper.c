/* paper.c -- where the paper of a letter is, and who may hand it over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "model/route.h"

static const struct field paper_fields[] = {
    FIELD(struct paper, post, FIELD_TEXT),
    FIELD(struct paper, post_name, FIELD_TEXT),
    FIELD(struct paper, is_on_way, FIELD_BOOL),
    FIELD(struct paper, since, FIELD_INT64),
    FIELD(struct paper, from_post, FIELD_TEXT),
    FIELD(struct paper, from_name, FIELD_TEXT),
    FIELD(struct paper, by_name, FIELD_TEXT),
    {0}};
const struct row_type paper_row = {sizeof(struct paper), paper_fields};

bool
paper_is_followed(const struct standing *s)
{
	return s->policies.follow_paper != 0 &&
	       text_is_same(s->file.letter.channel, "paper");
}

static bool
may_follow(const struct standing *s, struct error *err)
{
	return paper_is_followed(s) ||
	       error_set(err, &ROUTE_WRONG_STATE,
			 _("its paper is not followed (policy follow-paper, "
			   "letters that came on paper)"));
}

const struct paper *
paper_of(const struct standing *s)
{
	return s->file.n_papers > 0 ? &s->file.papers[0] : NULL;
}

bool
paper_lies_with(const struct standing *s, const char **post, struct error *err)
{
	const struct paper *p = paper_of(s);
	const struct post *clerk = post_first(&s->posts);

	*post = NULL;
	if (!may_follow(s, err))
		return false;
	if (p != NULL && p->is_on_way)
		return error_set(err, &ROUTE_WRONG_STATE,
				 _("its paper is on the way to %s"),
				 p->post_name);
	if (p != NULL)
		*post = p->post;
	else if (s->file.letter.at_post != NULL)
		*post = s->file.letter.at_post;
	else
		*post = clerk ? clerk->code : NULL;
	return true;
}

bool
paper_goes_to(const struct standing *s, const char **post, struct error *err)
{
	const struct paper *p = paper_of(s);

	*post = NULL;
	if (!may_follow(s, err))
		return false;
	if (p == NULL || !p->is_on_way)
		return error_set(err, &ROUTE_WRONG_STATE,
				 _("its paper is not on the way"));
	*post = p->post;
	return true;
}
