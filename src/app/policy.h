/* policy.h -- what the office has settled, for those who tell it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_POLICY_H
#define APP_POLICY_H

#include <jansson.h>

#include "model/policy.h"

/* A value of a policy as it is typed: a number, or words.  A new reference. */
json_t *policy_value_json(const struct policy *p, int value);

#endif
