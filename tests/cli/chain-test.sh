# chain-test.sh -- saraban-register(5) tells truly how the chain is made
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
new_home

# prove REGISTER: as the page's example does it, without saraban.
example()
{
	sed -n '/^cat >chain\.sql/,/^done$/p' "$1"
}
example "$top_srcdir/man/saraban-register.5" >prove.sh
same "the page in Thai proves it in the same way" "$(cat prove.sh)" \
	"$(example "$top_srcdir/man/th/saraban-register.5")"
prove()
{
	cp "$1" register.db && sh prove.sh
}

# change SQL: a copy of the register with its guards taken away.
change()
{
	cp road.db changed.db && sqlite3 changed.db "
		DROP TRIGGER event_stays; DROP TRIGGER event_never_goes;
		DROP TRIGGER payload_stays; $1"
}

saraban --register road.db init อบต.ก >said
saraban --register road.db person add somsri สมศรี --post clerk >said
saraban --register road.db --as somsri receive --subject "น้ำ" >said
saraban --register road.db --as somsri receive --ref 1 --pages 2 >said
saraban --register road.db --as somsri endorse 1 --note "เพื่อโปรดทราบ" >said
sqlite3 road.db "PRAGMA wal_checkpoint(TRUNCATE)" >said

same "a whole chain is proved" "" "$(prove road.db)"
same "... every hash and every word of it" 10 \
	"$(sqlite3 road.db <chain.sql | wc -l)"
change "UPDATE event SET time = time + 1 WHERE seq = 3"
same "a changed event is found" 3 "$(prove changed.db)"
change "UPDATE event SET post = '' WHERE seq = 2"
same "what is nothing is not what is empty" 2 "$(prove changed.db)"
change "UPDATE payload SET body = body || ' ' WHERE seq = 4"
same "changed words are found" 4 "$(prove changed.db)"
change "DELETE FROM event WHERE seq = 3"
same "an event after one that is missing is found" 4 "$(prove changed.db)"
