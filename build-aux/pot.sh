#!/bin/sh
# pot.sh -- every sentence of the sources, for translators, on standard output
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: pot.sh FILE...		in the top of the sources
#
# No date and no line number: they change with every commit.
set -eu
${XGETTEXT:-xgettext} --output=- --language=C --from-code=UTF-8 \
	--add-location=file --no-wrap --sort-by-file \
	--keyword=_ --keyword=N_ --keyword=P_:1,2 \
	--add-comments=TRANSLATORS --package-name=saraban "$@" |
	sed '/^"POT-Creation-Date:/d; s/charset=CHARSET/charset=UTF-8/'
