#!/bin/sh
# clerks-postgresql-soak.sh -- fifty clerks for ten minutes, in PostgreSQL
# SPDX-License-Identifier: GPL-3.0-or-later
#
#	clerks-postgresql-soak.sh [SECONDS]
. "${top_srcdir:?make soak runs it}/tests/lib.sh"
. "$top_srcdir/tests/postgresql.sh"

postgresql_start || skip_all "$postgresql_why"
SARABAN_TEST_ENGINE=postgresql
export SARABAN_TEST_ENGINE
ok "fifty clerks receive in PostgreSQL" \
	"${top_builddir:?}/tests/fault/clerks-soak" "${1:-600}"
said | sed 's/^/# /'
