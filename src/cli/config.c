/* config.c -- settings and keys: of the machine, then of the person */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"

#include "cli/globals.h"

enum { CONFIG_MAX_BYTES = 64 << 10 };

/* The file of the machine, or the person's own. */
static const char *
config_path(struct arena *a, bool own, const char *file)
{
	const char *machine = getenv("SARABAN_SYSCONFDIR");

	if (own)
		return home_path(a, "XDG_CONFIG_HOME", ".config", file);
	return arena_printf(a, "%s/saraban/%s",
			    machine != NULL ? machine : SYSCONFDIR, file);
}

/* A file need not exist; one that cannot be read is a fault of the settings,
   and keeps nobody from working. */
static bool
read_config(struct cli *cli, bool own, const char *name, struct conf_file *file)
{
	struct text t = {0};
	struct error err = {0};

	file->name = config_path(&cli->arena, own, name);
	if (access(file->name, F_OK) != 0)
		return false;
	if (file_read(file->name, CONFIG_MAX_BYTES, &t, &err))
		file->text = arena_strdup(&cli->arena, text_str(&t));
	else
		settings_add_fault(&cli->settings, &err);
	text_done(&t);
	return file->text != NULL;
}

void
config_begin(struct cli *cli)
{
	size_t n_keys = 0, n_themes = 0;

	settings_begin(&cli->settings, &cli->arena);
	for (int own = 0; own < CONFIG_FILES; own++) {
		struct conf_file settings = {0}, keys = {0}, themes = {0};

		if (read_config(cli, own, "saraban.conf", &settings))
			settings_add(&cli->settings, &settings);
		if (read_config(cli, own, "keys.conf", &keys))
			cli->keys[n_keys++] = keys;
		if (read_config(cli, own, "themes.conf", &themes))
			cli->themes[n_themes++] = themes;
	}
	cli->wish.settings = &cli->settings;
	cli->on_screen.keys = cli->keys;
	cli->on_screen.themes = cli->themes;
}
