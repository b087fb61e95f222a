/* looks.h -- the looks of the action table, one for each looking row */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_LOOKS_H
#define APP_LOOKS_H

#include "app/action.h"

bool list_each(struct session *s, const struct request *r, answer_row_fn row,
	       void *ctx, struct error *err);
bool list_look(struct session *s, const struct request *r, json_t **answer,
	       struct error *err);
bool search_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err);
bool digest_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err);
bool search_list_look(struct session *s, const struct request *r,
		      json_t **answer, struct error *err);
bool read_look(struct session *s, const struct request *r, json_t **answer,
	       struct error *err);
bool show_look(struct session *s, const struct request *r, json_t **answer,
	       struct error *err);
bool file_look(struct session *s, const struct request *r, json_t **answer,
	       struct error *err);
bool history_look(struct session *s, const struct request *r, json_t **answer,
		  struct error *err);
bool log_each(struct session *s, const struct request *r, answer_row_fn row,
	      void *ctx, struct error *err);
bool log_look(struct session *s, const struct request *r, json_t **answer,
	      struct error *err);
bool check_look(struct session *s, const struct request *r, json_t **answer,
		struct error *err);
bool key_show_look(struct session *s, const struct request *r, json_t **answer,
		   struct error *err);
bool key_list_look(struct session *s, const struct request *r, json_t **answer,
		   struct error *err);
bool key_lines_look(struct session *s, const struct request *r, json_t **answer,
		    struct error *err);
/* How it is written must be said. */
const char *export_lacks(const struct request *r, moment now);
bool export_each(struct session *s, const struct request *r, answer_row_fn row,
		 void *ctx, struct error *err);
bool export_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err);
bool move_look(struct session *s, const struct request *r, json_t **answer,
	       struct error *err);
bool import_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err);
bool page_look(struct session *s, const struct request *r, json_t **answer,
	       struct error *err);
bool day_list_look(struct session *s, const struct request *r, json_t **answer,
		   struct error *err);
bool day_missed_look(struct session *s, const struct request *r,
		     json_t **answer, struct error *err);
bool clock_look(struct session *s, const struct request *r, json_t **answer,
		struct error *err);
bool reserved_look(struct session *s, const struct request *r, json_t **answer,
		   struct error *err);
bool destroy_list_look(struct session *s, const struct request *r,
		       json_t **answer, struct error *err);
bool doctor_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err);
bool settings_look(struct session *s, const struct request *r, json_t **answer,
		   struct error *err);
bool inbox_look(struct session *s, const struct request *r, json_t **answer,
		struct error *err);
bool forwarded_look(struct session *s, const struct request *r, json_t **answer,
		    struct error *err);
bool office_list_look(struct session *s, const struct request *r,
		      json_t **answer, struct error *err);
bool person_list_look(struct session *s, const struct request *r,
		      json_t **answer, struct error *err);
bool clear_list_look(struct session *s, const struct request *r,
		     json_t **answer, struct error *err);
bool post_list_look(struct session *s, const struct request *r, json_t **answer,
		    struct error *err);
bool acting_list_look(struct session *s, const struct request *r,
		      json_t **answer, struct error *err);
bool absent_list_look(struct session *s, const struct request *r,
		      json_t **answer, struct error *err);
bool division_list_look(struct session *s, const struct request *r,
			json_t **answer, struct error *err);
bool why_look(struct session *s, const struct request *r, json_t **answer,
	      struct error *err);
bool backup_list_look(struct session *s, const struct request *r,
		      json_t **answer, struct error *err);
bool papers_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err);
bool circulating_look(struct session *s, const struct request *r,
		      json_t **answer, struct error *err);
bool restore_look(struct session *s, const struct request *r, json_t **answer,
		  struct error *err);
bool asks_look(struct session *s, const struct request *r, json_t **answer,
	       struct error *err);
bool book_list_look(struct session *s, const struct request *r, json_t **answer,
		    struct error *err);
bool holiday_list_look(struct session *s, const struct request *r,
		       json_t **answer, struct error *err);
bool calendar_look(struct session *s, const struct request *r, json_t **answer,
		   struct error *err);
bool holiday_read_look(struct session *s, const struct request *r,
		       json_t **answer, struct error *err);
bool holiday_export_look(struct session *s, const struct request *r,
			 json_t **answer, struct error *err);
bool holiday_export_each(struct session *s, const struct request *r,
			 answer_row_fn row, void *ctx, struct error *err);
bool stats_look(struct session *s, const struct request *r, json_t **answer,
		struct error *err);
bool policy_list_look(struct session *s, const struct request *r,
		      json_t **answer, struct error *err);
bool drafts_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err);
bool drafts_discard_look(struct session *s, const struct request *r,
			 json_t **answer, struct error *err);

#endif
