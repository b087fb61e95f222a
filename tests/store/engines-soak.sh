# engines-soak.sh -- every test there is, with its registers in PostgreSQL
# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
exec make -s -C "${top_builddir:?make soak runs it}" check-postgresql
