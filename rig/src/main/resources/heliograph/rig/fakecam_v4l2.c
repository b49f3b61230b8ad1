/* Fake cameras as V4L2 has them: open, the ioctls, close. */
#include "fakecam.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>


int cam_open(int n, int flags)
{
	start();
	int e0 = errno;
	pthread_mutex_lock(&mu);
	struct cam *c = &cams[n]; int fd = -1;
	if (!c->present) errno = ENOENT;
	else if (c->fault == F_EACCES) errno = EACCES;
	else if (c->fault == F_ENODEV) errno = ENODEV;
	else if ((fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | (flags & O_CLOEXEC ? TFD_CLOEXEC : 0))) >= MAXFD) { syscall(SYS_close, fd); fd = -1; errno = EMFILE; }
	else if (fd >= 0) {
		struct handle *h = calloc(1, sizeof *h);
		h->cam = n; h->gen = c->gen; h->timer = fd; h->mem = h->lock = -1; h->nonblock = !!(flags & O_NONBLOCK); h->fps = 30;
		if (c->nfmts) { h->cc = c->fmts[0].cc; h->w = c->fmts[0].sizes[0].w; h->h = c->fmts[0].sizes[0].h; h->fps = c->fmts[0].sizes[0].fps[0]; }
		handles[fd] = h;
	}
	pthread_mutex_unlock(&mu);
	int e = fd < 0 ? errno : e0;
	dbg("open /dev/video%d flags=%x -> %d (%s)", n, flags, fd, fd < 0 ? strerror(e) : "ok");
	errno = e; return fd;
}


static int between(int v, int least, int most) { return v < least ? least : v > most ? most : v; }

static void set_fmt(struct cam *c, struct v4l2_format *f)
{
	struct size range; struct fmt *best = &c->fmts[0];
	for (int i = 0; i < c->nfmts; i++) if (c->fmts[i].cc == f->fmt.pix.pixelformat) best = &c->fmts[i];
	struct size *s = &best->sizes[0]; long bd = -1;
	for (int i = 0; i < best->nsizes; i++) {
		long d = labs((long) best->sizes[i].w * best->sizes[i].h - (long) f->fmt.pix.width * f->fmt.pix.height);
		if (bd < 0 || d < bd) { bd = d; s = &best->sizes[i]; }
	}
	if (c->range) { /* any even size between */
		struct size *least = &best->sizes[0], *most = &best->sizes[best->nsizes - 1];
		range.w = between(f->fmt.pix.width & ~1, least->w, most->w); range.h = between(f->fmt.pix.height & ~1, least->h, most->h); s = &range;
	}
	f->fmt.pix.pixelformat = best->cc; f->fmt.pix.width = s->w; f->fmt.pix.height = s->h; f->fmt.pix.field = V4L2_FIELD_NONE;
	int packed = best->cc == V4L2_PIX_FMT_YUYV || best->cc == V4L2_PIX_FMT_UYVY, jpg = best->cc == V4L2_PIX_FMT_MJPEG;
	f->fmt.pix.bytesperline = jpg ? 0 : packed ? s->w * 2 : s->w;
	f->fmt.pix.sizeimage = packed || jpg ? s->w * s->h * 2 : s->w * s->h * 3 / 2;
	f->fmt.pix.colorspace = V4L2_COLORSPACE_SRGB;
}

/* one user at a time, as uvcvideo does it: a lock file, so it also holds between processes */
static int acquire(struct handle *h)
{
	if (h->lock >= 0) return 1;
	char p[512]; snprintf(p, sizeof p, "%s/video%d.lock", dir(), h->cam);
	int fd = syscall(SYS_openat, AT_FDCWD, p, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (fd < 0) return 1;
	if (flock(fd, LOCK_EX | LOCK_NB)) { syscall(SYS_close, fd); return 0; }
	h->lock = fd; return 1;
}
static void unlock(struct handle *h) { if (h->lock >= 0) syscall(SYS_close, h->lock); h->lock = -1; }

static void drop_bufs(struct handle *h)
{
	if (h->map) munmap(h->map, h->bufsize * h->nbufs);
	if (h->mem >= 0) syscall(SYS_close, h->mem);
	h->map = NULL; h->mem = -1; h->nbufs = 0; h->qlen = 0;
}

static int find_rate(struct cam *c, struct handle *h, int want)
{
	int best = 0;
	if (c->range) return between(want, 1, c->fmts[0].sizes[0].fps[0]);
	for (int i = 0; i < c->nfmts; i++) if (c->fmts[i].cc == h->cc)
		for (int j = 0; j < c->fmts[i].nsizes; j++) { struct size *s = &c->fmts[i].sizes[j]; if (s->w == h->w && s->h == h->h)
			for (int k = 0; k < s->nfps; k++) if (!best || abs(s->fps[k] - want) < abs(best - want)) best = s->fps[k]; }
	return best ? best : 30;
}

static int cam_ioctl_locked(struct handle *h, unsigned long req, void *arg)
{
	struct cam *c = &cams[h->cam];
	if (gone(h)) return fail(ENODEV);
	switch (req) {
	case VIDIOC_QUERYCAP: {
		struct v4l2_capability *q = arg; memset(q, 0, sizeof *q);
		strcpy((char *) q->driver, "fakecam"); memcpy(q->card, c->name, sizeof q->card); memcpy(q->bus_info, c->bus, sizeof q->bus_info);
		q->version = 6 << 16; q->device_caps = (c->meta ? V4L2_CAP_META_CAPTURE : V4L2_CAP_VIDEO_CAPTURE) | V4L2_CAP_STREAMING | V4L2_CAP_EXT_PIX_FORMAT;
		q->capabilities = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_META_CAPTURE | V4L2_CAP_STREAMING | V4L2_CAP_EXT_PIX_FORMAT | V4L2_CAP_DEVICE_CAPS;
		return 0; }
	case VIDIOC_ENUM_FMT: {
		struct v4l2_fmtdesc *f = arg;
		if (f->type != V4L2_BUF_TYPE_VIDEO_CAPTURE || c->meta || f->index >= (__u32) c->nfmts) return fail(EINVAL);
		__u32 cc = c->fmts[f->index].cc; f->flags = cc == V4L2_PIX_FMT_MJPEG ? V4L2_FMT_FLAG_COMPRESSED : 0; f->pixelformat = cc;
		snprintf((char *) f->description, sizeof f->description, "%.4s", (char *) &cc); return 0; }
	case VIDIOC_ENUM_FRAMESIZES: {
		struct v4l2_frmsizeenum *f = arg;
		if (c->nosizes) return fail(ENOTTY);
		for (int i = 0; c->range && i < c->nfmts; i++) if (c->fmts[i].cc == f->pixel_format && !f->index) {
			struct size *least = &c->fmts[i].sizes[0], *most = &c->fmts[i].sizes[c->fmts[i].nsizes - 1];
			f->type = V4L2_FRMSIZE_TYPE_STEPWISE; f->stepwise.min_width = least->w; f->stepwise.max_width = most->w; f->stepwise.step_width = 2;
			f->stepwise.min_height = least->h; f->stepwise.max_height = most->h; f->stepwise.step_height = 2; return 0; }
		if (c->range) return fail(EINVAL);
		for (int i = 0; i < c->nfmts; i++) if (c->fmts[i].cc == f->pixel_format && f->index < (__u32) c->fmts[i].nsizes) {
			f->type = V4L2_FRMSIZE_TYPE_DISCRETE; f->discrete.width = c->fmts[i].sizes[f->index].w; f->discrete.height = c->fmts[i].sizes[f->index].h; return 0; }
		return fail(EINVAL); }
	case VIDIOC_ENUM_FRAMEINTERVALS: {
		struct v4l2_frmivalenum *f = arg;
		if (c->nointervals) return fail(EINVAL);
		if (c->range && f->index) return fail(EINVAL);
		if (c->range) {
			f->type = V4L2_FRMIVAL_TYPE_CONTINUOUS; f->stepwise.min = (struct v4l2_fract) { 1, c->fmts[0].sizes[0].fps[0] };
			f->stepwise.max = (struct v4l2_fract) { 1, 1 }; f->stepwise.step = (struct v4l2_fract) { 1, 1 }; return 0; }
		for (int i = 0; i < c->nfmts; i++) if (c->fmts[i].cc == f->pixel_format) for (int j = 0; j < c->fmts[i].nsizes; j++) {
			struct size *s = &c->fmts[i].sizes[j];
			if (s->w == (int) f->width && s->h == (int) f->height && f->index < (__u32) s->nfps) {
				f->type = V4L2_FRMIVAL_TYPE_DISCRETE; f->discrete.numerator = 1; f->discrete.denominator = s->fps[f->index]; return 0; } }
		return fail(EINVAL); }
	case VIDIOC_G_FMT: case VIDIOC_TRY_FMT: case VIDIOC_S_FMT: {
		struct v4l2_format *f = arg;
		if (f->type != V4L2_BUF_TYPE_VIDEO_CAPTURE || !c->nfmts) return fail(EINVAL);
		if (req == VIDIOC_G_FMT) { f->fmt.pix.pixelformat = h->cc; f->fmt.pix.width = h->w; f->fmt.pix.height = h->h; }
		else if (req == VIDIOC_S_FMT && (c->fault == F_BUSY || h->nbufs || !acquire(h))) return fail(EBUSY);
		set_fmt(c, f);
		if (req == VIDIOC_S_FMT) { h->cc = f->fmt.pix.pixelformat; h->w = f->fmt.pix.width; h->h = f->fmt.pix.height; h->fps = find_rate(c, h, 30); }
		return 0; }
	case VIDIOC_G_PARM: case VIDIOC_S_PARM: {
		struct v4l2_streamparm *p = arg;
		if (p->type != V4L2_BUF_TYPE_VIDEO_CAPTURE) return fail(EINVAL);
		if (c->nointervals) return fail(ENOTTY);
		if (req == VIDIOC_S_PARM && p->parm.capture.timeperframe.numerator)
			h->fps = find_rate(c, h, p->parm.capture.timeperframe.denominator / p->parm.capture.timeperframe.numerator);
		memset(&p->parm, 0, sizeof p->parm); p->parm.capture.capability = V4L2_CAP_TIMEPERFRAME;
		p->parm.capture.timeperframe.numerator = 1; p->parm.capture.timeperframe.denominator = h->fps; p->parm.capture.readbuffers = 2; return 0; }
	case VIDIOC_REQBUFS: {
		struct v4l2_requestbuffers *r = arg;
		if (r->memory != V4L2_MEMORY_MMAP) return fail(EINVAL);
		if (r->count && (c->fault == F_BUSY || !acquire(h))) return fail(EBUSY);
		drop_bufs(h);
		if (!r->count) { unlock(h); return 0; }
		if (r->count > MAXBUF) r->count = MAXBUF;
		struct v4l2_format f; memset(&f, 0, sizeof f); f.fmt.pix.pixelformat = h->cc; f.fmt.pix.width = h->w; f.fmt.pix.height = h->h; set_fmt(c, &f);
		h->bufsize = (f.fmt.pix.sizeimage + 4095) & ~4095UL; h->nbufs = r->count;
		h->mem = memfd_create("fakecam", MFD_CLOEXEC); if (ftruncate(h->mem, h->bufsize * h->nbufs)) {}
		h->map = (void *) syscall(SYS_mmap, NULL, h->bufsize * h->nbufs, PROT_READ | PROT_WRITE, MAP_SHARED, h->mem, 0L);
		if (h->cc == V4L2_PIX_FMT_MJPEG) load_jpgs(h); else make_bg(h);
		r->capabilities = V4L2_BUF_CAP_SUPPORTS_MMAP; return 0; }
	case VIDIOC_QUERYBUF: {
		struct v4l2_buffer *b = arg;
		if (b->index >= (__u32) h->nbufs) return fail(EINVAL);
		b->length = h->bufsize; b->m.offset = b->index * h->bufsize; b->flags = V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC; b->memory = V4L2_MEMORY_MMAP; return 0; }
	case VIDIOC_QBUF: {
		struct v4l2_buffer *b = arg;
		if (b->index >= (__u32) h->nbufs || h->qlen >= MAXBUF) return fail(EINVAL);
		h->queue[(h->qhead + h->qlen++) % MAXBUF] = b->index; return 0; }
	case VIDIOC_STREAMON:
		if (c->fault == F_BUSY) return fail(EBUSY);
		h->streaming = 1; arm(h); return 0;
	case VIDIOC_STREAMOFF:
		h->streaming = 0; h->qlen = 0; arm(h); return 0;
	case VIDIOC_DQBUF: {
		struct v4l2_buffer *b = arg; __u64 ticks = 0;
		if (!h->streaming) return fail(EINVAL);
		if (c->fault == F_EIO) { if (read(h->timer, &ticks, 8)) {} return fail(EIO); }
		if (c->fault == F_STALL || !h->qlen || read(h->timer, &ticks, 8) != 8) return fail(EAGAIN);
		h->seq += ticks;
		int i = h->queue[h->qhead]; h->qhead = (h->qhead + 1) % MAXBUF; h->qlen--;
		struct timespec ts; clock_gettime(CLOCK_MONOTONIC, &ts);
		b->index = i; b->bytesused = paint(h, h->map + (size_t) i * h->bufsize); b->flags = V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC; b->field = V4L2_FIELD_NONE;
		b->timestamp.tv_sec = ts.tv_sec; b->timestamp.tv_usec = ts.tv_nsec / 1000; b->sequence = h->seq; b->memory = V4L2_MEMORY_MMAP;
		b->length = h->bufsize; b->m.offset = i * h->bufsize; return 0; }
	case VIDIOC_ENUMINPUT: {
		struct v4l2_input *in = arg; if (in->index) return fail(EINVAL);
		memset(in, 0, sizeof *in); strcpy((char *) in->name, "Camera 1"); in->type = V4L2_INPUT_TYPE_CAMERA; return 0; }
	case VIDIOC_G_INPUT: *(int *) arg = 0; return 0;
	case VIDIOC_S_INPUT: return *(int *) arg ? fail(EINVAL) : 0;
	}
	return fail(ENOTTY);
}

int cam_ioctl(int fd, struct handle *h, unsigned long req, void *arg)
{
	for (;;) {
		pthread_mutex_lock(&mu);
		int e0 = errno, r = cam_ioctl_locked(h, req, arg), e = r < 0 ? errno : e0; /* no stray errno on success: JNA looks at it */
		pthread_mutex_unlock(&mu);
		if (r < 0 && e == EAGAIN && req == VIDIOC_DQBUF && !h->nonblock) { usleep(5000); continue; }
		if (req != VIDIOC_DQBUF && req != VIDIOC_QBUF) dbg("ioctl fd=%d nr=%lu -> %d (%s)", fd, req & 0xff, r, r < 0 ? strerror(e) : "ok");
		else if (r < 0) dbg("ioctl fd=%d %s -> %s", fd, req == VIDIOC_QBUF ? "QBUF" : "DQBUF", strerror(e));
		errno = e; return r;
	}
}

void cam_close(int fd, struct handle *h)
{
	pthread_mutex_lock(&mu);
	handles[fd] = NULL; drop_bufs(h); unlock(h); free(h->bg);
	for (int i = 0; i < h->njpg; i++) free(h->jpg[i]);
	free(h);
	pthread_mutex_unlock(&mu);
	dbg("close fd=%d", fd);
}
