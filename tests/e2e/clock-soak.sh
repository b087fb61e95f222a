# clock-soak.sh -- the machine's clock jumps two hundred times
# SPDX-License-Identifier: GPL-3.0-or-later
JUMPS=200
. "${top_srcdir:?make soak runs it}/tests/e2e/clock-test.sh"
