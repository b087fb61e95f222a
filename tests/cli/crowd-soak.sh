# crowd-soak.sh -- twenty counters receive fifty letters each at once
# SPDX-License-Identifier: GPL-3.0-or-later
CROWD="20 50"
. "${top_srcdir:?make soak runs it}/tests/cli/crowd-test.sh"
