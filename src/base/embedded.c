/* embedded.c -- text files of data/ that the program carries in itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/embedded.h"

#include <string.h>

const struct embedded *
embedded_find(const char *name)
{
	for (size_t i = 0; i < embedded_count; i++)
		if (strcmp(embedded_files[i].name, name) == 0)
			return &embedded_files[i];
	return NULL;
}
