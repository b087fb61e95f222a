# tests/bench/local.mk -- how long it takes, and how well it is read
# SPDX-License-Identifier: GPL-3.0-or-later

EXTRA_DIST += %D%/fields.jq
C_BENCHES += \
	%D%/read-bench \
	%D%/register-bench
SH_BENCHES += %D%/read-bench.sh
