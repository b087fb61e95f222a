/* kinds.c -- what may go wrong with a register, in a clerk's words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "store/store.h"

const struct error_kind STORE_MISSING = {
    "store-missing", EXIT_REGISTER,
    N_("there is no register here yet; `saraban init NAME` makes one")};
const struct error_kind STORE_MOVED = {
    "store-moved", EXIT_REGISTER,
    N_("another file was put in the place of the register while it was open; "
       "leave saraban and start it again")};
const struct error_kind STORE_EXISTS = {
    "store-exists", EXIT_REFUSED,
    N_("something is there already, and init never touches what exists")};
const struct error_kind STORE_NOT_OURS = {"store-not-ours", EXIT_REGISTER,
					  N_("this is not a register")};
const struct error_kind STORE_NEWER = {
    "store-newer", EXIT_REGISTER,
    N_("this register was written by a newer saraban; update the program")};
const struct error_kind STORE_BUSY = {
    "store-busy", EXIT_REGISTER,
    N_("another person is writing in the register; try again in a moment")};
const struct error_kind STORE_FULL = {
    "store-full", EXIT_REGISTER, N_("the disk is full; nothing was written")};
const struct error_kind STORE_READ_ONLY = {
    "store-read-only", EXIT_REGISTER,
    N_("the register may only be read here; nothing was written")};
const struct error_kind STORE_DAMAGED = {
    "store-damaged", EXIT_REGISTER,
    N_("the register's file is damaged; do not work on it, restore a "
       "backup")};
const struct error_kind STORE_FAILED = {"store-failed", EXIT_REGISTER,
					N_("the register cannot be used")};
const struct error_kind STORE_AWAY = {
    "store-away", EXIT_REGISTER,
    N_("the database server does not answer; nothing that was not confirmed "
       "counts, try again in a moment")};
const struct error_kind STORE_SHORT = {
    "store-short", EXIT_REGISTER,
    N_("the database server has no room left to work in; nothing was written, "
       "try again in a moment")};
const struct error_kind STORE_CONFLICT = {
    "store-conflict", EXIT_REFUSED, N_("a rule of the register forbids it")};
