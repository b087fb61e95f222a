# tests/bench/local.mk -- how long it takes
# SPDX-License-Identifier: GPL-3.0-or-later

C_BENCHES +=
SH_BENCHES +=
