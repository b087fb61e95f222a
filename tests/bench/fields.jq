# fields.jq -- how often each field is read right, wrong, or not at all
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: jq -sr -f fields.jq EXPECTED READING EXPECTED READING ...
#
# A field counts where the expected file names it.  Precision: of what was
# read, how much is right; recall: of what stands there, how much was read.
# In a list each element counts for itself.

def fold:
  if type == "string" then gsub("\\s+"; " ") | ltrimstr(" ") | rtrimstr(" ")
  elif type == "array" then map(fold)
  elif type == "object" then map_values(fold)
  else . end;

# The part of the reading that an expected element speaks of.
def like($want):
  . as $have |
  if ($want | type) == "object" and ($have | type) == "object" then
    reduce ($want | keys[]) as $k ({}; .[$k] = ($have[$k] | like($want[$k])))
  elif ($want | type) == "array" and ($have | type) == "array" then
    [range($have | length) as $i | $have[$i] | like($want[$i] // $want[0])]
  else . end;

def elements: if type == "array" then .[] elif . == null then empty else . end;

def pairs:
  .[0] as $want | .[1] as $have |
  (["stamps", "notes", "warnings"][] as $k | select($want | has($k)) |
    {field: $k, want: $want[$k], have: $have[$k]}),
  (range($want.letters | length) as $i |
    $want.letters[$i] | keys[] | select(. != "certainty") | . as $k |
    {field: $k, want: $want.letters[$i][$k], have: $have.letters[$i][$k]});

def row:
  (.want | fold) as $want | (.have | like($want) | fold) as $have |
  ([$want | elements]) as $w | ([$have | elements]) as $h |
  {field, wanted: ($w | length), had: ($h | length),
   right: ([$h[] | select(. as $x | $w | index([$x]) != null)] | length)};

def percent($n; $of):
  if $of == 0 then "-" else "\($n * 1000 / $of | round / 10)" end;

def line: "\(.field)\t\(.wanted)\t\(.had)\t\(.right)\t" +
  "\(percent(.right; .had))\t\(percent(.right; .wanted))";

[_nwise(2) | pairs | row] |
(group_by(.field) | map({field: .[0].field, wanted: map(.wanted) | add,
  had: map(.had) | add, right: map(.right) | add})) as $rows |
"field\tthere\tread\tright\tprecision\trecall",
($rows[] | line),
({field: "all", wanted: $rows | map(.wanted) | add,
  had: $rows | map(.had) | add, right: $rows | map(.right) | add} | line)
