/* host.c -- what the machine offers a register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/host.h"

#include <stddef.h>
#include <stdio.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>

#include "base/mem.h"

/* Mended in 3.51.3, and in the lines that go on beside it from these on. */
bool
host_sqlite_is_mended(const char *version)
{
	static const struct {
		int minor, patch;
	} lines[] = {{44, 6}, {50, 7}, {51, 3}};
	int major, minor, patch = 0;

	if (sscanf(version, "%d.%d.%d", &major, &minor, &patch) < 2)
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++)
		if (major == 3 && minor == lines[i].minor)
			return patch >= lines[i].patch;
	return major > 3 || minor > 51;
}

const char *
host_file_system(const char *path, bool *is_network)
{
	/* Numbers of statfs(2). */
	static const struct {
		unsigned long type;
		const char *name;
		bool is_network;
	} known[] = {
	    {0xEF53, "ext", false},         {0x58465342, "xfs", false},
	    {0x9123683E, "btrfs", false},   {0xF2F52010, "f2fs", false},
	    {0x2FC12FC1, "zfs", false},     {0x01021994, "tmpfs", false},
	    {0x794C7630, "overlay", false}, {0x6969, "NFS", true},
	    {0xFF534D42, "CIFS", true},     {0xFE534D42, "SMB", true},
	    {0x65735546, "FUSE", true},     {0x01021997, "9P", true},
	};
	struct statfs fs;

	*is_network = false;
	if (statfs(path, &fs) != 0)
		return NULL;
	for (size_t i = 0; i < ARRAY_SIZE(known); i++)
		if (((unsigned long)fs.f_type & 0xFFFFFFFF) == known[i].type) {
			*is_network = known[i].is_network;
			return known[i].name;
		}
	return NULL;
}

int64_t
host_room(const char *path)
{
	struct statvfs fs;

	return statvfs(path, &fs) == 0
		   ? (int64_t)fs.f_bavail * (int64_t)fs.f_frsize
		   : -1;
}
