#!/bin/sh
# sheet-test.sh -- a scan fills the form, and nothing is registered unseen
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/e2e/terminal.sh"

new_home
new_register register.db
saraban init อบต.บ้านไร่ --practice >/dev/null
saraban person add clerk "สมหญิง ใจดี" --post clerk >/dev/null

# A scan, and a program that recognises it when the test says so.
mkdir -p .config/saraban scans
printf '\211PNG\r\n\032\n' >scans/หนังสือ.png
cat >letter.txt <<'END'
ที่ พบ ๐๖๑๘/๑๒
ที่ว่าการอำเภอบ้านลาด
๑๖ มกราคม ๒๕๖๙
เรื่อง ประชุมประจำเดือน
เรียน นายก อบต. ทุกแห่ง
END
cat >recognise <<'END'
touch begun
while ! test -f go; do sleep 0.1; done
cat letter.txt
END
printf 'extract-image = sh %s/recognise %%s\n' "$HOME" \
	>.config/saraban/saraban.conf

begin 80 24 "$SARABAN" --lang en --as clerk
sees "the desk is there" 'Nothing waits for you'
keys F2 F7
sees "the chooser stands in the folder of the program" '│ file  ~/'
types 'sc'
keys Tab
sees "Tab completes a folder" '│ file  ~/scans/'
keys Tab
sees "and a Thai name" '│ file  ~/scans/หนังสือ.png'
keys Enter
sees "reading takes its time, and says so" 'Reading the file'
keys F2 Enter F2
touch go
sees "the form is filled" 'พบ 0618/12 *? doubtful'
sees "keys that were pressed meanwhile did nothing" 'Compare, then save'
keys F2
sees "the clerk's own key registers it" 'received as number 1'
sees "with the scan" 'หนังสือ.png'
keys F10
ended "the clerk leaves" 0
