/* doctor-units.c -- what systemd runs at night: is it on, did it go well */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/run.h"

#include "app/doctor.h"

/* A unit as `systemctl show' tells of it; words of systemd, "" = not told. */
struct unit {
	const char *active, *result, *runs, *triggered;
};

static const struct {
	const char *key;
	size_t at; /* in struct unit */
} properties[] = {
    {"ActiveState=", offsetof(struct unit, active)},
    {"Result=", offsetof(struct unit, result)},
    {"ExecStart=", offsetof(struct unit, runs)},
    {"LastTriggerUSec=", offsetof(struct unit, triggered)},
};

/* In pairs: what comes at a time, and what it starts. */
static const char *const names[] = {
    "saraban-backup.timer", "saraban-backup.service", "saraban-days.timer",
    "saraban-days.service", "saraban-check.timer",    "saraban-check.service",
    "saraban-drill.timer",  "saraban-drill.service",
};
enum { UNITS = ARRAY_SIZE(names) };

static struct unit *
unit_of(struct unit *units, const char *id)
{
	for (size_t i = 0; i < UNITS; i++)
		if (strcmp(names[i], id) == 0)
			return &units[i];
	return NULL;
}

static void
read_property(struct unit *u, const char *line)
{
	for (size_t i = 0; i < ARRAY_SIZE(properties); i++) {
		size_t n = strlen(properties[i].key);

		if (strncmp(line, properties[i].key, n) == 0)
			*(const char **)((char *)u + properties[i].at) =
			    line + n;
	}
}

/* One paragraph for each; the name comes first or last in it, by version. */
static void
read_paragraph(char *paragraph, struct unit *units)
{
	struct unit one = {"", "", "", ""}, *u = NULL;
	char *rest = NULL;

	for (char *line = strtok_r(paragraph, "\n", &rest); line != NULL;
	     line = strtok_r(NULL, "\n", &rest)) {
		if (strncmp(line, "Id=", 3) == 0)
			u = unit_of(units, line + 3);
		read_property(&one, line);
	}
	if (u != NULL)
		*u = one;
}

static void
read_answer(char *answer, struct unit *units)
{
	char *end;

	for (size_t i = 0; i < UNITS; i++)
		units[i] = (struct unit){"", "", "", ""};
	while ((end = strstr(answer, "\n\n")) != NULL) {
		*end = '\0';
		read_paragraph(answer, units);
		answer = end + 2;
	}
	read_paragraph(answer, units);
}

/* Units stand in for one register; that of a person's home has none. */
static bool
serves(struct doctor *d, const struct unit *service)
{
	return strstr(service->runs,
		      arena_printf(&d->a, " %s ", d->s->wish.register_path)) !=
	       NULL;
}

/* The time is told as systemd writes it, with its zone. */
static void
tell_well(struct doctor *d, const char *name, const struct unit *timer)
{
	bool has_come = strchr(timer->triggered, ':') != NULL;

	doctor_find(
	    d, N_("units"), HEALTH_GOOD,
	    has_come ? arena_printf(&d->a, _("%s is on, and came last on %s"),
				    name, timer->triggered)
		     : arena_printf(&d->a, _("%s is on, and has not come yet"),
				    name),
	    NULL);
}

static void
tell_pair(struct doctor *d, size_t i, const struct unit *timer,
	  const struct unit *service)
{
	const char *timer_name = names[i];
	const char *name = names[i + 1];

	if (strcmp(service->active, "failed") == 0)
		doctor_find(d, N_("units"), HEALTH_BAD,
			    arena_printf(&d->a,
					 _("%s failed the last time (%s)"),
					 name, service->result),
			    arena_printf(&d->a, "journalctl -u %s", name));
	else if (strcmp(timer->active, "active") != 0)
		doctor_find(d, N_("units"), HEALTH_LOOK,
			    arena_printf(&d->a, _("%s is off"), timer_name),
			    arena_printf(&d->a, "systemctl enable --now %s",
					 timer_name));
	else
		tell_well(d, timer_name, timer);
}

/* False where no systemd runs: cron does it then, and cannot be asked. */
static bool
ask_systemd(struct doctor *d, struct text *answer)
{
	enum { SECONDS = 10, BYTES_MAX = 64 << 10 };
	static const char *const show[] = {
	    "systemctl", "show",
	    "--property=Id,ActiveState,Result,ExecStart,LastTriggerUSec"};
	char *words[ARRAY_SIZE(show) + UNITS + 1] = {NULL};
	const struct run r = {
	    .words = words,
	    .environment = d->s->wish.environment,
	    .seconds = SECONDS,
	    .bytes = BYTES_MAX,
	};
	struct error none = {0};

	for (size_t i = 0; i < ARRAY_SIZE(show); i++)
		words[i] = arena_strdup(&d->a, show[i]);
	for (size_t i = 0; i < UNITS; i++)
		words[ARRAY_SIZE(show) + i] = arena_strdup(&d->a, names[i]);
	return run_program(&r, answer, &none);
}

void
doctor_look_at_units(struct doctor *d)
{
	struct unit units[UNITS];
	struct text answer = {0};

	if (d->s->store != NULL && !d->s->is_practice &&
	    !d->s->wish.is_remote && ask_systemd(d, &answer)) {
		text_add(&answer, "");
		read_answer(answer.s, units);
		for (size_t i = 0; i < UNITS; i += 2)
			if (serves(d, &units[i + 1]))
				tell_pair(d, i, &units[i], &units[i + 1]);
	}
	text_done(&answer);
}
