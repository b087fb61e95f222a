# build-aux/local.mk -- lint, coverage, tags
# SPDX-License-Identifier: GPL-3.0-or-later

EXTRA_DIST += %D%/sql2c.awk %D%/embed.awk
