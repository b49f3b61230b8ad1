/*
 * hide.c - LD_AUDIT library: the dynamic linker does not find the library named in HIDE_LIBRARY, as if it were not installed.
 *
 *   gcc -shared -fPIC -o libhide.so hide.c
 *   HIDE_LIBRARY=libpulse.so.0 LD_AUDIT=/path/libhide.so java ...
 */
#define _GNU_SOURCE
#include <link.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

unsigned int la_version(unsigned int version) { return version < LAV_CURRENT ? version : LAV_CURRENT; }

char *la_objsearch(const char *name, uintptr_t *cookie, unsigned int flag)
{
	const char *hidden = getenv("HIDE_LIBRARY"), *slash = strrchr(name, '/');
	(void) cookie;
	(void) flag;
	return hidden && !strcmp(slash ? slash + 1 : name, hidden) ? NULL : (char *) name;
}
