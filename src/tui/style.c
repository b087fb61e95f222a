/* style.c -- what a cell means to the eye: names of styles */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/style.h"

const struct style_row styles[STYLE_COUNT] = {
    [STYLE_NORMAL] = {"normal", '.'},     [STYLE_DIM] = {"dim", 'd'},
    [STYLE_BAR] = {"bar", 'b'},           [STYLE_KEY] = {"key", 'k'},
    [STYLE_HEAD] = {"head", 'h'},         [STYLE_LABEL] = {"label", 'l'},
    [STYLE_STRONG] = {"strong", 's'},     [STYLE_URGENT] = {"urgent", 'u'},
    [STYLE_MOST] = {"most", 'm'},         [STYLE_SECRET] = {"secret", 'x'},
    [STYLE_STAMP] = {"stamp", 't'},       [STYLE_GOOD] = {"good", 'g'},
    [STYLE_ERROR] = {"error", 'e'},       [STYLE_FIELD] = {"field", 'f'},
    [STYLE_FOCUS] = {"focus", 'c'},       [STYLE_FOUND] = {"found", 'y'},
    [STYLE_PRACTICE] = {"practice", 'p'}, [STYLE_QR] = {"qr", 'q'},
    [STYLE_QR_DARK] = {"qr-dark", 'z'},
};
