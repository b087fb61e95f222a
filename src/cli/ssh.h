/* ssh.h -- the door for those who come over SSH */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SSH_H
#define CLI_SSH_H

#include "cli/cli.h"

/* `saraban ssh [--register WHERE] [LOGIN]`, as sshd runs it. */
bool ssh_is_asked(const struct words *w);

/*
 * Lets in whom sshd has let in, and shuts the rest behind him: the environment
 * is made anew, who it is stands in cli->wish by the key that sshd says was
 * used ($SSH_USER_AUTH, for which it needs ExposeAuthInfo), by LOGIN where it
 * does not say, by both where they agree; *w becomes what he asked for
 * ($SSH_ORIGINAL_COMMAND), which no shell reads.
 */
bool ssh_let_in(struct cli *cli, struct words *w, struct error *err) MUST_CHECK;

/* Where it stands anywhere but first: an exit status. */
int ssh_misplaced(struct cli *cli, const struct request *r);

#endif
