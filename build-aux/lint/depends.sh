# depends.sh -- the Debian package is built with what bootstrap installs
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Libraries are optional: one that the package lacks would be missed by nobody.
awk '/^library / { print $3 }' bootstrap | while read -r package; do
	grep -Eq "^ $package( |,|\$)" debian/control ||
		echo "debian/control:1: is not built with $package"
done
