# sql2c.awk -- data/sql/*.sql into gen/queries.h and gen/queries.c
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: awk -f sql2c.awk -v make=header|source FILE...
#
# schema.sql          whole, as schema_text
# upgrade/NNNN.sql    whole, as a row of upgrade_texts
# apply.sql, *-apply.sql
#                     blocks under "-- apply KIND": statements, each ended by
#                     ";" at the end of a line; a row of apply_texts.  One
#                     that follows a line "-- index" keeps the search index, one
#                     behind "-- redact" deletes words from the chain, one
#                     behind "-- with KEY" needs that key in the event's words.
#                     "-- apply KIND, KIND" goes on with each of these kinds
# every other file    blocks under "-- name: NAME": one statement, a row of
#                     query_texts; (slow), (once) or (long) may follow
#                     the name
# postgresql/*.sql    the same for that engine: statements in the place of those
#                     of their name, or of its own; before.sql and after.sql
#                     whole, around what it makes of schema.sql
#
# Comments and empty lines are dropped.  A fault is told as FILE:LINE: WHAT.
# The C side is declared in src/store/query-text.h.  POSIX awk.

function fault(what)
{
	printf "%s:%d: %s\n", FILENAME, FNR, what | "cat 1>&2"
	failed = 1
}

# The line without its comment; remembers in `quote' a string left open.
function code_of(line,    i, c, from)
{
	from = 1
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		if (quote != "") {
			if (c == quote)
				quote = ""
		} else if (c == "'" || c == "\"") {
			quote = c
		} else if (substr(line, i, 2) == "--") {
			line = substr(line, from, i - 1)
			break
		}
	}
	if (quote == "")
		sub(/[ \t\r]+$/, "", line)
	return line
}

# One line of SQL as one line of a C string.
function c_line(line)
{
	gsub(/\\/, "&&", line)
	gsub(/"/, "\\\\&", line)
	gsub(/\t/, "\\t", line)
	return "\t\t\"" line "\\n\"\n"
}

function c_text(text)
{
	return text == "" ? "\t\t\"\"" : substr(text, 1, length(text) - 1)
}

# Which kind of file: schema, upgrade, apply or queries.
function begin_file(    parts, n)
{
	n = split(FILENAME, parts, "/")
	base = parts[n]
	sub(/\.sql$/, "", base)
	place = "queries"
	if (base == "schema")
		place = base
	if (base ~ /(^|-)apply$/)
		place = "apply"
	if (n > 1 && parts[n - 1] == "upgrade")
		begin_upgrade()
	is_other = n > 1 && parts[n - 1] == "postgresql"
	if (is_other && (base == "before" || base == "after"))
		place = base
	block = ""
	quote = ""
}

function begin_upgrade()
{
	place = "upgrade"
	if (base !~ /^[0-9][0-9][0-9][0-9]$/)
		fault("an upgrade step is named NNNN.sql")
	step[++steps] = base + 0
	step_sql[steps] = ""
}

function begin_query(line,    name)
{
	name = line
	sub(/^-- name:[ \t]*/, "", name)
	if (sub(/[ \t]+\(slow\)$/, "", name))
		slow[name] = 1
	if (sub(/[ \t]+\(once\)$/, "", name))
		once[name] = 1
	if (sub(/[ \t]+\(long\)$/, "", name))
		long[name] = 1
	if (name !~ /^[a-z][a-z0-9_]*$/)
		fault("a statement's name is lower case with _: " name)
	block = name
	ended = 0
	if (is_other && name in query_seen) {
		if (query_other[query_seen[name]] != "")
			fault("a second statement of the name " name)
		at = query_seen[name]
		return
	}
	if (name in query_seen)
		fault("a second statement of the name " name)
	at = query_seen[name] = ++queries
	query[at] = name
	query_file[at] = base
	query_sql[at] = ""
}

function begin_apply(line,    i)
{
	block = line
	sub(/^-- apply[ \t]+/, "", block)
	n_sharing = split(block, sharing, /,[ \t]*/)
	for (i = 1; i <= n_sharing; i++)
		begin_kind(sharing[i])
	ended = 1
}

# A kind has one block of its own in a file, and a part in those it shares.
function begin_kind(kind,    k)
{
	if (kind !~ /^[a-z][a-z_]*(\.[a-z][a-z_]*)+$/)
		fault("a kind of event is written noun.verb: " kind)
	if (n_sharing == 1 && (base, kind) in has_own)
		fault("a second block for " kind)
	if (n_sharing == 1)
		has_own[base, kind] = 1
	if (kind in statements)
		return
	statements[kind] = 0
	kinds++
	for (k = kinds; k > 1 && apply[k - 1] > kind; k--)
		apply[k] = apply[k - 1]
	apply[k] = kind
}

# The block's last statement must be whole.
function end_block()
{
	if (block == "")
		return
	if (quote != "")
		fault("a string is not closed in " block)
	if (place == "apply" && !ended)
		fault("the last statement of " block " has no ;")
	if (place == "queries" && query_sql[at] == "" && query_other[at] == "")
		fault("no statement under " block)
}

function add_query(code)
{
	if (ended)
		fault("more than one statement under " block)
	ended = quote == "" && sub(/;$/, "", code)
	if (code == "")
		return
	if (is_other)
		query_other[at] = query_other[at] c_line(code)
	else
		query_sql[at] = query_sql[at] c_line(code)
}

function add_apply(code,    begins, i)
{
	begins = ended
	ended = quote == "" && sub(/;$/, "", code)
	for (i = 1; i <= n_sharing; i++)
		add_to_kind(sharing[i], code, begins)
	mark = ""
}

function add_to_kind(kind, code, begins,    n)
{
	if (begins) {
		apply_sql[kind, ++statements[kind]] = ""
		marks[kind, statements[kind]] = mark
	}
	n = statements[kind]
	if (code != "")
		apply_sql[kind, n] = apply_sql[kind, n] c_line(code)
}

FNR == 1 {
	end_block()
	begin_file()
}

quote == "" && place == "queries" && /^-- name:/ {
	end_block()
	begin_query($0)
	next
}

quote == "" && place == "apply" && /^-- apply / {
	end_block()
	begin_apply($0)
	next
}

quote == "" && place == "apply" && /^-- (index|redact)$/ {
	if (!ended)
		fault($0 " inside a statement")
	mark = ".is_" $2 " = true, "
	next
}

quote == "" && place == "apply" && /^-- with [a-z_]+$/ {
	if (!ended)
		fault($0 " inside a statement")
	mark = ".with = \"\\\"" $3 "\\\"\", "
	next
}

{
	line = code_of($0)
	if (line == "" && quote == "")
		next
	if (place == "schema" || place == "before" || place == "after")
		whole[place] = whole[place] c_line(line)
	else if (place == "upgrade")
		step_sql[steps] = step_sql[steps] c_line(line)
	else if (block == "")
		fault("a statement without a name")
	else if (place == "apply")
		add_apply(line)
	else
		add_query(line)
}

function print_header(    i)
{
	print "/* queries.h -- made by sql2c.awk from data/sql */"
	print "#ifndef GEN_QUERIES_H"
	print "#define GEN_QUERIES_H\n"
	print "enum query_id {"
	for (i = 1; i <= queries; i++)
		printf "\tQUERY_%s,\n", toupper(query[i])
	print "\tQUERY_COUNT\n};\n\n#endif"
}

function print_queries(    i)
{
	print "const struct query_text query_texts[QUERY_COUNT + 1] = {"
	for (i = 1; i <= queries; i++) {
		printf "\t[QUERY_%s] = {\n", toupper(query[i])
		printf "\t\t.name = \"%s\",\n", query[i]
		printf "\t\t.file = \"%s\",\n", query_file[i]
		printf "\t\t.slow = %s,\n", query[i] in slow ? "true" : "false"
		printf "\t\t.in_pieces = %s,\n", \
		    query[i] in slow || query[i] in long ? "true" : "false"
		printf "\t\t.once = %s,\n", query[i] in once ? "true" : "false"
		if (query_other[i] != "")
			printf "\t\t.postgresql =\n%s,\n", \
			    c_text(query_other[i])
		if (query_sql[i] != "")
			printf "\t\t.sql =\n%s\n", c_text(query_sql[i])
		print "\t},"
	}
	print "\t[QUERY_COUNT] = { .name = NULL }\n};\n"
}

function print_apply(    i, k, kind)
{
	for (i = 1; i <= kinds; i++) {
		kind = apply[i]
		printf "/* %s */\n", kind
		printf "static const struct apply_statement apply_%d[] = {\n", i
		for (k = 1; k <= statements[kind]; k++)
			printf "\t{ %s.sql =\n%s },\n", marks[kind, k], \
			    c_text(apply_sql[kind, k])
		print "\t{ .sql = NULL }\n};\n"
	}
	print "const struct apply_text apply_texts[] = {"
	for (i = 1; i <= kinds; i++)
		printf "\t{ .kind = \"%s\", .sql = apply_%d, .n = %d },\n", \
		    apply[i], i, statements[apply[i]]
	print "\t{ .kind = NULL }\n};"
	printf "const size_t apply_count = %d;\n\n", kinds
}

function print_upgrades(    i, k, least)
{
	print "const struct upgrade_text upgrade_texts[] = {"
	for (i = 1; i <= steps; i++) {
		least = 0
		for (k = 1; k <= steps; k++)
			if (!(k in done) && (!least || step[k] < step[least]))
				least = k
		done[least] = 1
		printf "\t{ .step = %d, .sql =\n%s },\n", step[least], \
		    c_text(step_sql[least])
	}
	print "\t{ .step = 0 }\n};"
	printf "const size_t upgrade_count = %d;\n\n", steps
}

END {
	end_block()
	if (failed)
		exit 1
	if (make == "header") {
		print_header()
		exit 0
	}
	print "/* queries.c -- made by sql2c.awk from data/sql */"
	print "#include \"config.h\"\n"
	print "#include \"store/query-text.h\"\n"
	print_queries()
	print_apply()
	print_upgrades()
	printf "const char *const schema_text =\n%s;\n", c_text(whole["schema"])
	printf "const char *const postgresql_before =\n%s;\n", \
	    c_text(whole["before"])
	printf "const char *const postgresql_after =\n%s;\n", \
	    c_text(whole["after"])
}
