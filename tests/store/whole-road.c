/* whole-road.c -- a register with every kind of event and a row in every table
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/store/whole-road.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

#include "tests/test.h"
#include "tests/unseen.h"

static const char public_key[] =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFad5Hjm9fm7zsnCnsbaBFBqf81mkD5Uds+OB"
    "/THUVIL";

static void
walk_to_the_backup(struct fixture *f)
{
	char *folder = xasprintf("%s/backups", f->directory);

	fixture_must(f, NULL, "backup", folder, NULL);
	fixture_must(f, NULL, "backup drill", folder, NULL);
	free(folder);
}

/* As if it had been restored, with two numbers more on paper. */
static void
walk_past_the_guard(struct fixture *f)
{
	int64_t last = fixture_count(
	    f, "SELECT next - 1 FROM counter WHERE office = 1 AND "
	       "book = 'receive' ORDER BY year DESC LIMIT 1");
	char *paper = xasprintf("%lld", (long long)last + 2);

	fixture_must(f, NULL, "restore admit", "--reason", "x", NULL);
	fixture_must(f, "clerk", "restore confirm", "receive", paper, NULL);
	free(paper);
}

/* A division, three offices and a name are asked; what came goes up without
   the others. */
static void
hand_a_duty_down(struct fixture *f)
{
	fixture_must(f, "clerk", "duty add", "1", "--due", "2026-01-30", NULL);
	fixture_must(f, "clerk", "duty hand", "1", "--duty", "2", "--to",
		     "works", "--to", "offices", "--name", "x", "--figure", "x",
		     "--each", "9", NULL);
}

static void
collect_the_reports(struct fixture *f)
{
	fixture_must(f, "works", "duty report", "1", "--figure", "7", "--note",
		     "x", NULL);
	fixture_must(f, "works", "duty report", "1", "--figure", "8",
		     "--reason", "x", NULL);
	fixture_must(f, "clerk", "duty nudge", "1", NULL);
	fixture_must(f, "nong", "duty report", "1", "--figure", "3", NULL);
	fixture_must(f, "clerk", "duty report", "1", "--for", "x", "--figure",
		     "1", "--how", "telephone", NULL);
	fixture_must(f, "clerk", "send", "--to", "x", "--subject", "x",
		     "--reply-to", "1", "--duty", "2", "--missing-ok", "x",
		     NULL);
}

/* A letter goes from one office to three others: one has it, one refuses it,
   from the third it is taken back. */
static void
walk_between_offices(struct fixture *f)
{
	static const char *const codes[] = {"nong", "ban", "na"};

	fixture_must(f, NULL, "office set", "--prefix", "ชย 1", NULL);
	fixture_must(f, NULL, "office know", "far", "อำเภอไกล", "--key",
		     "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3",
		     "--under", "main", NULL);
	for (size_t i = 0; i < ARRAY_SIZE(codes); i++) {
		fixture_must(f, NULL, "office add", codes[i], "อบต.", "--under",
			     "main", NULL);
		fixture_add_to(f, codes[i], codes[i], "clerk");
	}
	hand_a_duty_down(f);
	fixture_must(f, "clerk", "forward", "1", "--to-all", "--endorse", "x",
		     NULL);
	fixture_must(f, "nong", "accept", "1", NULL);
	collect_the_reports(f);
	fixture_must(f, "ban", "refuse", "1", "--reason", "x", NULL);
	fixture_must(f, "clerk", "withdraw", "1", "--reason", "x", NULL);
}

static void
send_an_answer(struct fixture *f)
{
	fixture_must(f, "clerk", "send", "--to", "x", "--subject", "x",
		     "--reply-to", "1", "--from", "works", NULL);
	fixture_must(f, "clerk", "reserve", "--purpose", "x", "--until",
		     "2026-02-01", "--book", "send", NULL);
	fixture_must(f, "clerk", "send", "--to", "x", "--subject", "x",
		     "--reserved", "send:2", NULL);
	fixture_must(f, "clerk", "sent", "send:1", "--how", "post",
		     "--receiver", "x", NULL);
}

static void
settle(struct fixture *f)
{
	fixture_must(f, NULL, "policy set", "correct-days", "5", NULL);
	fixture_must(f, "clerk", "holiday add", "2027-01-01", "ปีใหม่", "--kind",
		     "fixed", "--english", "New Year", "--known-to",
		     "2027-12-31", NULL);
	fixture_must(f, "clerk", "holiday remove", "2027-01-01", "--reason",
		     "x", NULL);
}

static void
set_up_keys(struct fixture *f)
{
	fixture_must(f, NULL, "key new", NULL);
	fixture_must(f, NULL, "key add", "clerk", public_key, NULL);
}

static void
set_up_pins(struct fixture *f)
{
	bool ok = fixture_unseen(f, "clerk", "pin set", NULL, "482915") &&
		  fixture_unseen(f, "head", "pin set", NULL, "482915");

	for (int i = 0; i < 3; i++)
		ok = ok && !fixture_unseen(f, "clerk", "pin check", "x", NULL);
	if (!ok)
		abort();
	fixture_must(f, NULL, "pin end", "head", "--reason", "x", NULL);
}

static void
import_a_letter(struct fixture *f)
{
	static const char row[] = "เลขรับ,วันที่รับ,ลงวันที่,เรื่อง,ข้อสั่งการ,ผู้ปฏิบัติ,"
				  "กำหนดส่ง,การปฏิบัติ,หมายเหตุ\n"
				  "1,5 ม.ค. 67,4 ม.ค. 67,x,x,x,x,x,x\n";
	char *path = xasprintf("%s/old.csv", f->directory);
	FILE *out = fopen(path, "w");

	assert_non_null(out);
	fputs(row, out);
	assert_int_equal(fclose(out), 0);
	fixture_must(f, "clerk", "import", path, "--yes", NULL);
	free(path);
}

static void
walk_in_secret(struct fixture *f)
{
	fixture_clear(f, "palad", "head", NULL);
	fixture_must(f, "clerk", "receive", "--subject", "x", "--secrecy",
		     "secret", "--text", "x", NULL);
	fixture_must(f, "clerk", "endorse", "5", "--note", "x", "--to", "palad",
		     "--reason", "x", NULL);
	fixture_must(f, "palad", "grant", "5", "head", "--reason", "x", NULL);
	fixture_must(f, "palad", "grant", "5", "ผู้อำนวยการกองช่าง", "--reason",
		     "x", NULL);
}

static void
walk_the_road(struct fixture *f)
{
	char *sheet =
	    xasprintf("%s/tests/fixtures/%s", getenv("top_srcdir"),
		      HAVE_GMIME ? "mail/page.eml" : "sheets/police.txt");

	fixture_must(f, "clerk", "receive", sheet, "--subject", "เรื่อง",
		     "--from", "จังหวัด", "--ref", "ที่ มท ๐๘๐๘.๒/ว ๑", "--dated",
		     "2026-01-15", "--urgency", "ด่วน", "--pages", "2",
		     "--enclosure", "แบบ จำนวน ๑ ฉบับ", "--reference", "หนังสือ",
		     "--stamp", "อำเภอ; 5; 16 ม.ค. 69; 9.00", "--link",
		     "https://shorturl.asia/03yA7", "--duty",
		     "รายงาน; 2026-01-30", NULL);
	free(sheet);
	fixture_must(f, "clerk", "endorse", "1", "--note", "x", NULL);
	fixture_must(f, "head", "return", "1", "--reason", "x", NULL);
	fixture_must(f, "clerk", "endorse", "1", "--note", "x", "--to", "palad",
		     "--reason", "x", NULL);
	fixture_must(f, "palad", "open", "1", NULL);
	fixture_must(f, "palad", "endorse", "1", "--note", "x", NULL);
	fixture_must(f, "nayok", "order", "1", "--note", "x", "--assign",
		     "works", "--assign", "finance", NULL);
	fixture_must(f, "works", "acknowledge", "1", NULL);
	fixture_must(f, "works", "done", "1", "--reply", "x", "--note", "x",
		     NULL);
	fixture_must(f, "clerk", "receive", "--subject", "y", NULL);
	fixture_must(f, "clerk", "search save", "mine", "y", NULL);
	fixture_must(f, "clerk", "correct", "2", "subject", "z", "--reason",
		     "x", NULL);
	fixture_must(f, "clerk", "cancel", "2", "--reason", "x", NULL);
	fixture_must(f, "clerk", "receive", "--subject", "z", "--replaces", "2",
		     NULL);
	fixture_must(f, NULL, "policy set", "follow-paper", "1", NULL);
	fixture_must(f, "clerk", "hand", "3", "--to", "head", NULL);
	fixture_must(f, "clerk", "circulate", "3", "--to", "works", "--to",
		     "palad", "--note", "x", "--until", "2026-01-31", NULL);
	fixture_must(f, "works", "acknowledge", "3", NULL);
	fixture_must(f, "clerk", "nudge", "3", NULL);
	send_an_answer(f);
	walk_between_offices(f);
	settle(f);
	set_up_keys(f);
	set_up_pins(f);
	fixture_must(f, NULL, "acting add", "nayok", "palad", "--capacity",
		     "acting", "--order", "1", "--order-date", "2026-01-05",
		     NULL);
	fixture_must(f, "nayok", "absent", "nayok", "--reason", "x", NULL);
	fixture_must(f, "palad", "acting take", "nayok", NULL);
	fixture_must(f, "clerk", "reserve", "--purpose", "x", "--until",
		     "2026-01-31", NULL);
	walk_in_secret(f);
	import_a_letter(f);
	fixture_must(f, "clerk", "day close", NULL);
	walk_to_the_backup(f);
	walk_past_the_guard(f);
}

/* What a letter asks for without an end, so that by January there are days to
   come; two offices ask for it, and all is done with it. */
static void
walk_the_duties(struct fixture *f)
{
	fixture_must(f, "clerk", "receive", "--subject", "x", NULL);
	fixture_must(f, "clerk", "duty add", "2", "--when", "ทุกวันที่ 5 ของเดือน",
		     "--report-to", "ระบบ https://a.example", "--form", "x",
		     "--pictures", "3", "--copies", "2", "--unit", "x",
		     "--target", "9", NULL);
	fixture_must(f, "clerk", "duty change", "2", "--asked-by",
		     "อำเภอดงมะไฟ", "--when", "ทุกวันที่ 1 ของเดือน", "--owner",
		     "works", NULL);
	fixture_must(f, "works", "duty done", "2", "--ref", "x", "--note", "x",
		     "--figure", "7", NULL);
	fixture_must(f, "works", "duty reopen", "2", "--reason", "x", NULL);
	fixture_must(f, "palad", "duty waive", "2", "--reason", "x", NULL);
	fixture_must(f, "clerk", "send", "--to", "x", "--subject", "x", NULL);
	fixture_must(f, "works", "duty done", "2", "--reply", "1", NULL);
}

/* A register that is begun in the year before, with a letter of that year. */
static void
begin_in_december(struct fixture *f, fixture_act_fn instead)
{
	moment usual;

	fixture_start(f);
	usual = f->now;
	f->now = moment_at((struct date){2025, 12, 10}, 9, 0, 0);
	fixture_must(f, NULL, "init", "อบต.ดงมะไฟ", NULL);
	fixture_people(f);
	f->instead = instead;
	fixture_must(f, "clerk", "receive", "--subject", "x", NULL);
	fixture_must(f, "clerk", "cancel", "1", "--reason", "x", NULL);
	walk_the_duties(f);
	f->now = usual;
}

/* A list of destruction as far as it goes while its letters are whole. */
static void
draw_up_a_list(struct fixture *f)
{
	fixture_must(f, "clerk", "retain", "1/2568", "law", "--until", "2568",
		     "--reason", "x", NULL);
	fixture_must(f, "clerk", "destroy draw", NULL);
	fixture_must(f, "clerk", "destroy committee", "--order", "x", "--chair",
		     "x", "--member", "x", "--member", "y", NULL);
	fixture_must(f, "clerk", "destroy decide", "destroy", "--rest",
		     "--reason", "x", NULL);
	fixture_must(f, "nayok", "destroy approve", NULL);
	fixture_must(f, "clerk", "destroy send", "--ref", "x", NULL);
	fixture_must(f, "clerk", "destroy answer", "agreed", "--ref", "x",
		     NULL);
}

void
whole_road(struct fixture *f)
{
	whole_road_with(f, NULL);
}

void
whole_road_with(struct fixture *f, fixture_act_fn instead)
{
	begin_in_december(f, instead);
	draw_up_a_list(f);
	walk_the_road(f);
}
