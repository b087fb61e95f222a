/* floors.h -- the same rows by SQLite alone, as one asks it by hand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BENCH_FLOORS_H
#define TESTS_BENCH_FLOORS_H

/*
 * What the sqlite3 shell would be asked for the rows that are shown or weighed:
 * the plainest statement for each, no row twice, no row that we do not read.
 * Days and numbers are those of the registers of big.h.
 */

/* The list of the desk, and the letter under the cursor with all that says who
   may do what with it. */
#define DESK_LETTERS                                                           \
	"SELECT * FROM letter_shown WHERE office = 1 AND at_post = 'clerk' "   \
	"ORDER BY urgency_rank DESC, since LIMIT 11; "                         \
	"SELECT * FROM step JOIN post USING (office, post) WHERE office = 1 "  \
	"AND letter = (" DESK_FIRST "); "                                      \
	"SELECT * FROM assignment WHERE office = 1 AND letter = (" DESK_FIRST  \
	"); "                                                                  \
	"SELECT * FROM paper WHERE office = 1 AND letter = (" DESK_FIRST "); " \
	"SELECT * FROM circulation WHERE office = 1 AND letter = (" DESK_FIRST \
	"); "                                                                  \
	"SELECT * FROM duty WHERE office = 1 AND letter = (" DESK_FIRST "); "
#define DESK_FIRST                                                             \
	"SELECT letter FROM letter WHERE office = 1 AND at_post = 'clerk' "    \
	"ORDER BY urgency_rank DESC, since LIMIT 1"

/* What is counted above the list. */
#define DESK_COUNTS                                                            \
	"SELECT count(*) FROM letter WHERE office = 1 AND at_post = 'clerk'; " \
	"SELECT count(*) FROM circulated WHERE office = 1 AND person = 1 AND " \
	"noted_at IS NULL AND ended_at IS NULL; "                              \
	"SELECT state, count(*) FROM letter WHERE office = 1 AND state IN "    \
	"('received', 'presented', 'ordered', 'numbered', 'sent') "            \
	"GROUP BY state; "                                                     \
	"SELECT count(*) FROM parcel WHERE office = 1 AND state = 'waiting'; " \
	"SELECT next - 1 FROM counter WHERE office = 1 AND book = 'receive' "  \
	"AND year = 2569; "                                                    \
	"SELECT count(*) FROM letter WHERE office = 1 AND book = 'receive' "   \
	"AND imported = 0 AND state NOT IN ('reserved', 'void', 'lost') AND "  \
	"registered_at >= 1768842000000000; "

/* What reminders are weighed by: what lies where and since when, with its
   words; open duties; the days and hours of the office. */
#define DESK_REMINDERS                                                         \
	"SELECT letter, book, year, number, subject, sender, secrecy, "        \
	"urgency, urgency_rank, at_post, since FROM letter WHERE office = 1 "  \
	"AND at_post IS NOT NULL ORDER BY since, letter; "                     \
	"SELECT g.letter, l.book, l.year, l.number, l.subject, l.sender, "     \
	"l.secrecy, l.urgency, l.urgency_rank, d.post, g.ordered_at, "         \
	"g.acknowledged_at FROM division d CROSS JOIN assignment g USING "     \
	"(office, division) CROSS JOIN letter l ON l.office = g.office AND "   \
	"l.letter = g.letter WHERE d.office = 1 AND g.done_at IS NULL; "       \
	"SELECT 1 FROM duty_row WHERE office = 1 AND state = 'open' AND "      \
	"last_day <= '2026-03-11' LIMIT 1; "                                   \
	"SELECT * FROM holiday WHERE office = 1; "                             \
	"SELECT * FROM holiday_table WHERE office = 1; "                       \
	"SELECT name, since, value FROM policy WHERE office = 1; "

/* Who looks, who works there and is away; is the register well kept. */
#define DESK_OFFICE                                                            \
	"SELECT person, login, name FROM person WHERE office = 1 AND "         \
	"login = 'clerk'; "                                                    \
	"SELECT h.post, h.person, o.name, o.position, o.role, p.login, "       \
	"p.name FROM holding h JOIN post o USING (office, post) JOIN person "  \
	"p USING (office, person) WHERE h.office = 1; "                        \
	"SELECT * FROM acting WHERE office = 1; "                              \
	"SELECT * FROM absence WHERE office = 1; "                             \
	"SELECT class FROM clearance WHERE office = 1 AND person = 1; "        \
	"SELECT since FROM pin WHERE office = 1 AND person = 1; "              \
	"SELECT * FROM post WHERE office = 1; "                                \
	"SELECT * FROM division WHERE office = 1; "                            \
	"SELECT * FROM backup; SELECT 1 FROM restored WHERE office = 1; "      \
	"SELECT 1 FROM destruction WHERE office = 1; "                         \
	"SELECT letter FROM letter WHERE office = 1 AND book = 'receive' AND " \
	"year <= 2558 LIMIT 1; "                                               \
	"SELECT seq, time, hash FROM event WHERE office = 1 "                  \
	"ORDER BY seq DESC LIMIT 1; "                                          \
	"SELECT body FROM payload WHERE office = 1 ORDER BY seq DESC LIMIT 1"

#define DESK DESK_LETTERS DESK_COUNTS DESK_REMINDERS DESK_OFFICE

#define LAST_OF_A_YEAR                                                         \
	"SELECT number, ref_no, dated, sender, recipient, subject, state "     \
	"FROM letter WHERE office = 1 AND book = 'receive' AND year = 2568 "   \
	"ORDER BY number DESC LIMIT 21"

#define ONE_LETTER                                                             \
	"SELECT * FROM letter WHERE office = 1 AND letter = 2000; SELECT * "   \
	"FROM step WHERE office = 1 AND letter = 2000; SELECT * FROM note "    \
	"WHERE office = 1 AND letter = 2000"

/* The letters of a year, whose they were, and how long they lay where. */
#define YEAR_OF(letter)                                                        \
	letter ".office = 1 AND " letter ".received_at >= 1735664400000000 "   \
	       "AND " letter ".received_at < 1767200400000000"
#define REPORT                                                                 \
	"SELECT book, year, number, received_at, since, state, urgency, "      \
	"kind, secrecy IS NOT NULL FROM letter l WHERE " YEAR_OF(              \
	    "l") "; "                                                          \
		 "SELECT book, received_at FROM letter WHERE office = 1 AND "  \
		 "state IN "                                                   \
		 "('received', 'presented', 'ordered'); "                      \
		 "SELECT sender, count(*) FROM letter l WHERE " YEAR_OF(       \
		     "l") " GROUP BY sender ORDER BY 2 DESC LIMIT 10; "        \
			  "SELECT s.post, s.arrived_at, s.left_at FROM "       \
			  "letter l CROSS JOIN "                               \
			  "step s USING (office, letter) WHERE " YEAR_OF(      \
			      "l") "; "                                        \
				   "SELECT g.division, g.ordered_at, "         \
				   "g.done_at FROM letter l CROSS JOIN "       \
				   "assignment g USING (office, letter) "      \
				   "WHERE " YEAR_OF("l")

#endif
