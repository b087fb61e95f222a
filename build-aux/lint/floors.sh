# floors.sh -- an include goes down, or sideways inside its folder
# SPDX-License-Identifier: GPL-3.0-or-later
grep '^src/.*\.[ch]$' "$FILES" | xargs awk '
function fault(what)
{
	printf "%s:%d: %s\n", FILENAME, FNR, what
}

BEGIN {
	may["base"] = " base "
	may["store"] = " base store "
	may["model"] = " base store model "
	may["intake"] = " base intake "
	may["paper"] = " base paper "
	may["app"] = " base store model intake paper app "
	may["cli"] = " base store model intake paper app cli "
	may["tui"] = " base store model intake paper app tui "
	may["main.c"] = " base store model intake paper app cli tui "
	# What is generated belongs to a floor too.
	floor_of["gen/queries.h"] = "store"
	floor_of["gen/libical-late.h"] = "base"
	floor_of["gen/xlsxwriter-late.h"] = "base"
	floor_of["gen/libpq-late.h"] = "store"
	floor_of["gen/pangocairo-late.h"] = "paper"
	floor_of["gen/gmime-late.h"] = "app"

	only["sqlite3.h"] = "^src/store/"
	only["libpq-fe.h"] = "^src/store/"
	only["gmime/gmime.h"] = "^src/app/mail-gmime[.]c$"
	only["cairo-pdf.h"] = "^src/paper/maker-pdf[.]c$"
	only["pango/pangocairo.h"] = only["cairo-pdf.h"]
	only["pango/pango.h"] = "^src/paper/"
	only["curses.h"] = "^src/tui/(term-curses|caps)[.]c$"
	only["ncurses.h"] = only["curses.h"]
	only["ncursesw/curses.h"] = only["curses.h"]
}

FNR == 1 {
	split(FILENAME, path, "/")
	floor = path[2]
	if (!(floor in may))
		fault("src/" floor " is on no floor")
}

/^#[ \t]*include[ \t]*</ {
	name = $0
	gsub(/^[^<]*<|>.*$/, "", name)
	if (name in only && FILENAME !~ only[name])
		fault("<" name "> is for " only[name] " alone")
}

/^#[ \t]*include[ \t]*"/ {
	name = $0
	gsub(/^[^"]*"|"[^"]*$/, "", name)
	if (name == "config.h")
		next
	if (name in only)
		fault("write <" name ">")
	else if (name !~ "/")
		fault("name " name " by its path under src")
	target = name
	sub("/.*", "", target)
	if (name in floor_of)
		target = floor_of[name]
	if (index(may[floor], " " target " ") == 0)
		fault(floor " does not know " target)
}'
