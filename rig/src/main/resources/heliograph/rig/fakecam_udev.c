/* As much of libudev as webrtc-java and libwebrtc use. */
#include "fakecam.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

struct udev { int x; };
struct udev_list_entry { struct udev_list_entry *next; char name[64]; };
struct udev_enumerate { int v4l; struct udev_list_entry *list; };
struct udev_device { int n; char action[8], node[32], name[32], sys[64]; int noproduct; };

struct udev *udev_new(void) { start(); return calloc(1, sizeof(struct udev)); }
struct udev *udev_ref(struct udev *u) { return u; }
struct udev *udev_unref(struct udev *u) { return NULL; }
struct udev_enumerate *udev_enumerate_new(struct udev *u) { return calloc(1, sizeof(struct udev_enumerate)); }
int udev_enumerate_add_match_subsystem(struct udev_enumerate *e, const char *s) { e->v4l |= !strcmp(s, "video4linux"); return 0; }
int udev_enumerate_scan_devices(struct udev_enumerate *e)
{
	start(); struct udev_list_entry **tail = &e->list;
	pthread_mutex_lock(&mu);
	for (int n = 0; e->v4l && n < MAXCAM; n++) if (cams[n].present) {
		*tail = calloc(1, sizeof **tail); snprintf((*tail)->name, 64, "/sys/class/video4linux/video%d", n); tail = &(*tail)->next; }
	pthread_mutex_unlock(&mu);
	return 0;
}
struct udev_list_entry *udev_enumerate_get_list_entry(struct udev_enumerate *e) { return e->list; }
struct udev_enumerate *udev_enumerate_unref(struct udev_enumerate *e)
{
	for (struct udev_list_entry *l = e->list, *x; l; l = x) { x = l->next; free(l); }
	free(e); return NULL;
}
struct udev_list_entry *udev_list_entry_get_next(struct udev_list_entry *l) { return l->next; }
const char *udev_list_entry_get_name(struct udev_list_entry *l) { return l->name; }

static struct udev_device *device(int n, const char *action, const char *name, int noproduct)
{
	struct udev_device *d = calloc(1, sizeof *d);
	d->n = n; d->noproduct = noproduct; snprintf(d->action, sizeof d->action, "%s", action); snprintf(d->node, sizeof d->node, "/dev/video%d", n);
	snprintf(d->name, sizeof d->name, "%s", name); snprintf(d->sys, sizeof d->sys, "/sys/class/video4linux/video%d", n);
	return d;
}
struct udev_device *udev_device_new_from_syspath(struct udev *u, const char *p)
{
	int n; if (sscanf(p, "/sys/class/video4linux/video%d", &n) != 1) return NULL;
	return device(n, "", cams[n].name, cams[n].noproduct);
}
const char *udev_device_get_devnode(struct udev_device *d) { return d->node; }
const char *udev_device_get_syspath(struct udev_device *d) { return d->sys; }
const char *udev_device_get_action(struct udev_device *d) { return d->action; }
const char *udev_device_get_subsystem(struct udev_device *d) { return "video4linux"; }
const char *udev_device_get_property_value(struct udev_device *d, const char *k)
{
	if (!strcmp(k, "ID_V4L_PRODUCT") && !d->noproduct) return d->name;
	return !strcmp(k, "DEVNAME") ? d->node : NULL;
}
struct udev_device *udev_device_unref(struct udev_device *d) { free(d); return NULL; }

struct udev_monitor *udev_monitor_new_from_netlink(struct udev *u, const char *name)
{
	start(); struct udev_monitor *m = calloc(1, sizeof *m);
	if (pipe2(m->p, O_CLOEXEC | O_NONBLOCK)) { free(m); return NULL; }
	pthread_mutex_lock(&mu);
	for (int i = 0; i < MAXMON; i++) if (!monitors[i]) { monitors[i] = m; break; }
	pthread_mutex_unlock(&mu);
	return m;
}
int udev_monitor_filter_add_match_subsystem_devtype(struct udev_monitor *m, const char *s, const char *t) { return 0; }
int udev_monitor_enable_receiving(struct udev_monitor *m) { return 0; }
int udev_monitor_get_fd(struct udev_monitor *m) { return m->p[0]; }
struct udev_device *udev_monitor_receive_device(struct udev_monitor *m)
{
	struct event e;
	return read(m->p[0], &e, sizeof e) == sizeof e ? device(e.n, e.action, e.name, e.noproduct) : NULL;
}
struct udev_monitor *udev_monitor_unref(struct udev_monitor *m)
{
	pthread_mutex_lock(&mu);
	for (int i = 0; i < MAXMON; i++) if (monitors[i] == m) monitors[i] = NULL;
	pthread_mutex_unlock(&mu);
	syscall(SYS_close, m->p[0]); syscall(SYS_close, m->p[1]); free(m); return NULL;
}
