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
	{ .name = "stamp", .is_bare = true,
	  .open = print_stamp_open, .write = print_stamp_write },
	{ .name = "receipt", .title = N_("Receipt for a letter"),
	  .corner = N_("Form 17"),
	  .open = print_receipt_open, .write = print_receipt_write },
	{ .name = "slip", .title = N_("Routing slip"),
	  .open = print_letter_open, .write = print_slip_write },
	{ .name = "circulation", .title = N_("Who has noted the letter"),
	  .columns = circulation_columns,
	  .open = print_circulation_open, .write = print_circulation_write },
	{ .name = "borrow", .title = N_("Card of a letter that is borrowed"),
	  .corner = N_("Form 24"), .is_landscape = true,
	  .columns = borrow_columns,
	  .open = print_letter_open, .write = print_borrow_write },
	{ .name = "emergency", .is_bare = true,
	  .open = print_emergency_open, .write = print_emergency_write },
	{ .name = "destruction",
	  .title = N_("List of letters to be destroyed"),
	  .corner = N_("Form 25"), .is_landscape = true,
	  .columns = destruction_columns, .open = print_destruction_open,
	  .write = print_destruction_write },
	{ .name = "delivery", .title = N_("Delivery book"),
	  .corner = N_("Form 16"), .is_landscape = true,
	  .columns = delivery_columns,
	  .open = print_delivery_open, .write = print_delivery_write },
	{ .name = "duties", .title = N_("What is to be done"),
	  .is_landscape = true, .columns = duties_columns,
	  .open = print_duties_open, .write = print_duties_write },
	{ .name = "month", .title = N_("The month"), .is_landscape = true,
	  .columns = month_columns,
	  .open = print_month_open, .write = print_month_write },
	{ .name = NULL },
};

/* clang-format on */
