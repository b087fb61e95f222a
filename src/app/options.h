/* options.h -- options of the action table in files of their own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include "app/action.h"

/* Offices, and what they send each other. */
extern const struct option office_add_options[];
extern const struct option office_set_options[];
extern const struct option office_know_options[];
extern const struct option forward_options[];
extern const struct option exchange_options[];
extern const struct option withdraw_options[];
extern const struct option refuse_options[];
extern const struct option inbox_options[];

/* Duties handed down to many. */
extern const struct option duty_hand_options[];
extern const struct option duty_report_options[];
extern const struct option duty_nudge_options[];
extern const struct option collected_options[];

/* People, posts and divisions; each ended by { 0 }. */
extern const struct option holding_options[];
extern const struct option person_end_options[];
extern const struct option post_add_options[];
extern const struct option division_add_options[];
extern const struct option acting_add_options[];
extern const struct option end_options[];
extern const struct option absent_options[];
extern const struct option pass_options[];

/* Letters that go out. */
extern const struct option send_options[];
extern const struct option sent_options[];

/* Holidays, and the calendar. */
extern const struct option calendar_options[];
extern const struct option holiday_list_options[];
extern const struct option holiday_add_options[];
extern const struct option holiday_remove_options[];
extern const struct option holiday_import_options[];
extern const struct option holiday_read_options[];
extern const struct option holiday_export_options[];

/* What is printed, and where to. */
extern const struct option print_options[];
extern const struct option print_register_options[];
extern const struct option print_stamp_options[];
extern const struct option print_destruction_options[];
extern const struct option print_duties_options[];

/* Duties. */
extern const struct option duty_add_options[];
extern const struct option duty_change_options[];
extern const struct option duty_done_options[];
extern const struct option duty_reopen_options[];
extern const struct option duty_waive_options[];
extern const struct option duties_options[];

/* Counting. */
extern const struct option stats_options[];

/* Keeping and destroying. */
extern const struct option retain_options[];
extern const struct option destroy_list_options[];
extern const struct option destroy_committee_options[];
extern const struct option destroy_decide_options[];
extern const struct option destroy_send_options[];
extern const struct option destroy_answer_options[];
extern const struct option destroy_do_options[];

#endif
