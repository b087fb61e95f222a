/* decisions.h -- what the writing rows of the action table call */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_DECISIONS_H
#define APP_DECISIONS_H

#include "app/act.h"

bool init_prepare(struct act *act, struct error *err);
bool init_decide(struct act *act, struct error *err);
bool key_new_decide(struct act *act, struct error *err);
bool key_add_decide(struct act *act, struct error *err);
bool key_end_decide(struct act *act, struct error *err);
bool office_add_decide(struct act *act, struct error *err);
bool day_close_decide(struct act *act, struct error *err);
bool exchange_export_prepare(struct act *act, struct error *err);
bool exchange_export_decide(struct act *act, struct error *err);
bool exchange_import_prepare(struct act *act, struct error *err);
bool exchange_import_decide(struct act *act, struct error *err);
bool office_know_decide(struct act *act, struct error *err);
bool office_set_decide(struct act *act, struct error *err);
bool forward_decide(struct act *act, struct error *err);
/* The endorsement, where there is no covering letter. */
const char *forward_lacks(const struct request *r, moment now);
bool withdraw_decide(struct act *act, struct error *err);
bool accept_prepare(struct act *act, struct error *err);
bool accept_decide(struct act *act, struct error *err);
bool accept_fill(struct session *s, const struct request *r, struct arena *a,
		 struct request *filled, struct error *err);
bool refuse_decide(struct act *act, struct error *err);
bool person_add_decide(struct act *act, struct error *err);
bool person_hold_decide(struct act *act, struct error *err);
bool person_end_decide(struct act *act, struct error *err);
bool post_add_decide(struct act *act, struct error *err);
bool post_end_decide(struct act *act, struct error *err);
bool division_add_decide(struct act *act, struct error *err);
bool division_end_decide(struct act *act, struct error *err);
bool acting_add_decide(struct act *act, struct error *err);
bool acting_take_decide(struct act *act, struct error *err);
bool acting_end_decide(struct act *act, struct error *err);
bool absent_decide(struct act *act, struct error *err);
bool absent_end_decide(struct act *act, struct error *err);
bool receive_prepare(struct act *act, struct error *err);
/* The reason, for a letter of an earlier day. */
const char *receive_lacks(const struct request *r, moment now);
bool receive_decide(struct act *act, struct error *err);
bool send_prepare(struct act *act, struct error *err);
bool send_decide(struct act *act, struct error *err);
bool sent_decide(struct act *act, struct error *err);
bool open_decide(struct act *act, struct error *err);
bool endorse_decide(struct act *act, struct error *err);
bool pass_decide(struct act *act, struct error *err);
bool return_decide(struct act *act, struct error *err);
bool recall_decide(struct act *act, struct error *err);
bool order_decide(struct act *act, struct error *err);
bool acknowledge_decide(struct act *act, struct error *err);
bool done_decide(struct act *act, struct error *err);
bool rebuild_decide(struct act *act, struct error *err);
bool search_save_decide(struct act *act, struct error *err);
bool search_forget_decide(struct act *act, struct error *err);
bool cancel_decide(struct act *act, struct error *err);
bool correct_prepare(struct act *act, struct error *err);
bool correct_decide(struct act *act, struct error *err);
void correct_settle(struct act *act);
bool reserve_decide(struct act *act, struct error *err);
bool void_decide(struct act *act, struct error *err);
bool emergency_decide(struct act *act, struct error *err);
bool emergency_close_decide(struct act *act, struct error *err);
bool backup_prepare(struct act *act, struct error *err);
bool backup_decide(struct act *act, struct error *err);
void backup_untold(struct act *act, struct error *err);
bool backup_tell_before(struct act *act, struct error *err);
bool drill_prepare(struct act *act, struct error *err);
bool drill_decide(struct act *act, struct error *err);
bool view_decide(struct act *act, struct error *err);
bool clear_decide(struct act *act, struct error *err);
bool clear_end_decide(struct act *act, struct error *err);
bool grant_decide(struct act *act, struct error *err);
bool grant_end_decide(struct act *act, struct error *err);
bool hand_decide(struct act *act, struct error *err);
bool take_decide(struct act *act, struct error *err);
bool circulate_decide(struct act *act, struct error *err);
bool nudge_decide(struct act *act, struct error *err);
bool uncirculate_decide(struct act *act, struct error *err);
bool confirm_decide(struct act *act, struct error *err);
bool admit_decide(struct act *act, struct error *err);
bool clock_confirm_decide(struct act *act, struct error *err);
bool retain_decide(struct act *act, struct error *err);
bool destroy_draw_decide(struct act *act, struct error *err);
bool destroy_committee_decide(struct act *act, struct error *err);
bool destroy_decide_decide(struct act *act, struct error *err);
bool destroy_approve_decide(struct act *act, struct error *err);
bool destroy_send_decide(struct act *act, struct error *err);
bool destroy_answer_decide(struct act *act, struct error *err);
bool destroy_do_prepare(struct act *act, struct error *err);
bool destroy_do_decide(struct act *act, struct error *err);
void destroy_do_settle(struct act *act);
bool book_begin_decide(struct act *act, struct error *err);
bool policy_set_decide(struct act *act, struct error *err);

#endif
