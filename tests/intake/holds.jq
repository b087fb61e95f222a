# holds.jq -- each value that an expected file names and the reading lacks
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: jq -c --slurpfile want EXPECTED.json -f holds.jq READING.json
#
# Keys that are not expected are free; white space is folded.

def fold:
  if type == "string" then gsub("\\s+"; " ") | ltrimstr(" ") | rtrimstr(" ")
  else . end;

def faults($want; $path):
  . as $have |
  if ($want | type) == "object" and type == "object" then
    $want | to_entries[] | .key as $k | .value as $v |
    if $have | has($k) then $have[$k] | faults($v; $path + [$k])
    else {at: ($path + [$k]), want: $v} end
  elif ($want | type) == "array" and type == "array"
       and ($want | length) == length then
    range(length) as $i | $have[$i] | faults($want[$i]; $path + [$i])
  elif ($want | fold) == fold then empty
  else {at: $path, want: $want, have: $have} end;

faults($want[0]; [])
