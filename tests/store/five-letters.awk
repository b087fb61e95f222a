# five-letters.awk -- what must happen to the duties of the five letters
# SPDX-License-Identifier: GPL-3.0-or-later
#
#	awk -f five-letters.awk holidays five-letters-story.txt
#
# From the days that a person read in the letters, what the office does, and the
# holidays: every due row, reminder and escalation from January 2021 to July
# 2026, one line each.  It shares nothing with the program but the rules of
# saraban-digest(8), as a person reads them.

function days_of(year, month, day,    y, era, of_era, of_year)
{
	y = year - (month <= 2)
	era = int(y / 400)
	of_era = y - era * 400
	of_year = int((153 * ((month + 9) % 12) + 2) / 5) + day - 1
	return era * 146097 + of_era * 365 + int(of_era / 4) - \
	    int(of_era / 100) + of_year - 719468
}

# YYYY-MM-DD in the common era to a number of days, and back.
function number(iso,    p)
{
	split(iso, p, "-")
	return days_of(p[1] + 0, p[2] + 0, p[3] + 0)
}

function iso(n,    z, era, day, year, month, yy)
{
	z = n + 719468
	era = int(z / 146097)
	day = z - era * 146097
	yy = int((day - int(day / 1460) + int(day / 36524) - \
	    int(day / 146096)) / 365)
	day -= 365 * yy + int(yy / 4) - int(yy / 100)
	month = int((5 * day + 2) / 153)
	day -= int((153 * month + 2) / 5) - 1
	month = month < 10 ? month + 3 : month - 9
	year = yy + era * 400 + (month <= 2)
	return sprintf("%04d-%02d-%02d", year, month, day)
}

function buddhist(day,    p)
{
	split(day, p, "-")
	return sprintf("%s %d %s %d", \
	    weekdays[(number(day) + 4) % 7 + 1], p[3], months[p[2] + 0], \
	    p[1] + 543)
}

# ------------------------------------------------------------ working days

function is_workday(n,    weekday)
{
	weekday = (n + 4) % 7
	return weekday != 0 && weekday != 6 && !(n in closed)
}

function workday_up_to(n)
{
	while (!is_workday(n))
		n--
	return n
}

# After a, up to and with b.
function workdays_between(a, b,    n)
{
	for (n = 0; a++ < b; )
		n += is_workday(a)
	return n
}

# -------------------------------------------------------------- their days

function add_row(letter, duty, due, name)
{
	rows++
	row_duty[rows] = letter "/" duty
	row_letter[rows] = letter
	row_due[rows] = number(due)
	row_last[rows] = workday_up_to(number(due))
	row_name[rows] = name
	row_of[letter "/" duty "/" name] = rows
}

# The month before, or the same: a report of the first days is on the month
# that has just ended.
function month_reported(year, month, day)
{
	if (day <= 10 && --month == 0) {
		month = 12
		year--
	}
	return sprintf("%04d-%02d", year + 543, month)
}

function add_months(letter, duty, day, from, to,    p, y, m, due)
{
	split(from, p, "-")
	y = p[1] + 0
	m = p[2] + 0
	for (;;) {
		due = sprintf("%04d-%02d-%02d", y, m, day)
		if (due > to)
			return
		add_row(letter, duty, due, month_reported(y, m, day))
		if (++m > 12) {
			m = 1
			y++
		}
	}
}

# ------------------------------------------------------------------ a day

function say(n, row, what)
{
	printf "%s  %s  %s  %s  %s\n", iso(n), buddhist(iso(n)), \
	    row_duty[row], row_name[row], what
}

# Who hears of it besides the owner: one post for each three working days past
# the day, up the chain.
function heard_by(row, past,    n, i, all, up)
{
	n = split(above[owner[row_letter[row]]], up, " ")
	for (i = 1; i <= n && i <= int(past / 3); i++)
		all = all (i > 1 ? ", " : "; escalated to ") up[i]
	return all
}

function morning(n, row,    last, past, k, from)
{
	last = row_last[row]
	if (n > row_due[row]) {
		from = known[row_letter[row]]
		past = workdays_between(last > from ? last : from, n)
		say(n, row, "overdue by " workdays_between(last, n) ": " \
		    owner[row_letter[row]] heard_by(row, past))
	} else if (n >= last) {
		say(n, row, "last day: " owner[row_letter[row]])
	} else {
		for (k in before)
			if (workday_up_to(last - k) == n) {
				say(n, row, "in " last - n " days: " \
				    owner[row_letter[row]])
				return
			}
	}
}

# Endless duties have rows for 400 days ahead; an act makes more when less than
# 370 are left.
function roll(n,    row, d)
{
	for (d in ahead)
		if (ahead[d] < n + 370)
			ahead[d] = n + 400
	for (row = 1; row <= rows; row++)
		if (!shown[row] && known[row_letter[row]] && \
		    !ended[row_duty[row]] && \
		    (!(row_duty[row] in ahead) || \
		    row_due[row] <= ahead[row_duty[row]])) {
			shown[row] = 1
			say(n, row, "due " iso(row_due[row]) \
			    (row_due[row] == row_last[row] ? "" : \
			    ", last working day " iso(row_last[row])))
		}
}

function act(n, i,    row)
{
	if (act_kind[i] == "receive") {
		known[act_letter[i]] = n
		for (row = 1; row <= rows; row++)
			if (row_letter[row] == act_letter[i] && \
			    row_duty[row] in endless)
				ahead[row_duty[row]] = n + 400
	}
	roll(n)
	if (act_kind[i] == "end") {
		for (row = 1; row <= rows; row++)
			if (row_duty[row] == act_duty[i] && shown[row] && \
			    !settled[row]) {
				settled[row] = 1
				say(n, row, "waived")
			}
		delete ahead[act_duty[i]]
		ended[act_duty[i]] = 1
	} else if (act_kind[i] != "receive") {
		row = row_of[act_duty[i] "/" act_name[i]]
		settled[row] = 1
		say(n, row, said[act_kind[i]])
	}
}

BEGIN {
	split("อา. จ. อ. พ. พฤ. ศ. ส.", weekdays, " ")
	split("มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม " \
	    "สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม", months, " ")
	above["head"] = "deputy palad nayok"
	above["education"] = "palad nayok"
	above["works"] = "palad nayok"
	above["finance"] = "palad nayok"
	said["done"] = "done"
	said["reply"] = "done by a reply"
	said["waive"] = "waived"
	before[7] = before[3] = before[1] = 1
	from = number("2021-01-01")
	to = number("2026-07-31")
}

# Holidays: years are Buddhist.
FILENAME != ARGV[2] && /^25/ {
	closed[days_of(substr($1, 1, 4) - 543, substr($1, 6, 2) + 0, \
	    substr($1, 9, 2) + 0)] = 1
}
FILENAME != ARGV[2] || /^#/ || NF == 0 { next }

$1 == "owner" { owner[$2] = $3; next }
$1 == "once" { add_row($2, $3, $4, $5); next }
$1 == "monthly" {
	endless[$2 "/" $3] = 1
	add_months($2, $3, $4, $5, "2028-12-31")
	next
}
{
	acts++
	act_day[acts] = number($1)
	act_kind[acts] = $2
	act_letter[acts] = $3
	act_duty[acts] = $3 "/" $4
	act_name[acts] = $5
}

END {
	i = 1
	for (n = from; n <= to; n++) {
		if (is_workday(n))
			for (row = 1; row <= rows; row++)
				if (shown[row] && !settled[row])
					morning(n, row)
		for (; act_day[i] == n; i++)
			act(n, i)
	}
}
