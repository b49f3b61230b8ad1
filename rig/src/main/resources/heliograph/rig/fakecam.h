/* What the files of the shim share: see fakecam.c for what it is. */
#ifndef FAKECAM_H
#define FAKECAM_H
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <linux/videodev2.h>
#include <pthread.h>
#include <stddef.h>

#define MAXCAM 64
#define MAXFD 4096
#define MAXFMT 8
#define MAXSIZE 16
#define MAXFPS 8
#define MAXBUF 16
#define MAXMON 8

enum fault { F_NONE, F_ENODEV, F_EIO, F_STALL, F_BUSY, F_EACCES };
struct size { int w, h, nfps, fps[MAXFPS]; };
struct fmt { __u32 cc; int nsizes; struct size sizes[MAXSIZE]; };
struct cam { int present, meta, noproduct, nosizes, nointervals, range, gen; enum fault fault; char name[32], bus[32]; int nfmts; struct fmt fmts[MAXFMT]; };
struct handle {
	int cam, gen, timer, mem, lock, nonblock, streaming, nbufs, fps;
	__u32 cc; int w, h; size_t bufsize; unsigned char *map, *bg; size_t bglen;
	int queue[MAXBUF], qhead, qlen, state[MAXBUF];
	unsigned seq; char *jpg[64]; size_t jpglen[64]; int njpg;
};
struct udev_monitor { int p[2]; };
struct event { char action[8]; int n; char name[32]; int noproduct; };

/* a program must not find a `get` or a `start` of ours in the place of its own */
#pragma GCC visibility push(hidden)

extern struct cam cams[MAXCAM];
extern struct handle *handles[MAXFD];
extern struct udev_monitor *monitors[MAXMON];
extern pthread_mutex_t mu; /* guards the three */

/* fakecam.c */
const char *dir(void);
void dbg(const char *f, ...) __attribute__((format(printf, 1, 2)));
void start(void); /* before the first use; does nothing after it */
void arm(struct handle *h);
int gone(struct handle *h);
struct handle *get(int fd);
int fail(int e);

/* fakecam_picture.c */
void make_bg(struct handle *h);
void load_jpgs(struct handle *h);
size_t paint(struct handle *h, unsigned char *p);

/* fakecam_v4l2.c */
int cam_open(int n, int flags);
void cam_close(int fd, struct handle *h);
int cam_ioctl(int fd, struct handle *h, unsigned long req, void *arg);

#pragma GCC visibility pop
#endif
