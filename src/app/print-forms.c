/* print-forms.c -- the table of what can be printed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "app/page-row.h"
#include "app/print.h"

/* clang-format off */

/* Forms by the numbers of ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526. */
const struct print_form print_forms[] = {
	{ .name = "register", .is_landscape = true, .columns = entry_columns,
	  .open = print_register_open, .write = print_register_write },
	{ .name = "day", .title = N_("Register of letters: page of the day"),
	  .is_landscape = true, .columns = entry_columns,
	  .open = print_day_open, .write = print_day_write },
	{ .name = NULL },
};

/* clang-format on */
