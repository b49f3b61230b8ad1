/* What a fake camera sees. */
#include "fakecam.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void yuv_at(int cam, int x, int w, int *y, int *u, int *v)
{
	static const int Y[8] = { 180, 168, 145, 133, 63, 51, 28, 80 }, U[8] = { 128, 44, 147, 63, 193, 109, 212, 128 }, V[8] = { 128, 136, 44, 52, 204, 212, 120, 128 };
	int i = ((x * 8 / w) + cam * 3) & 7;
	*y = Y[i]; *u = U[i]; *v = V[i];
}

void make_bg(struct handle *h)
{
	int w = h->w, hh = h->h, y, u, v; unsigned char *p;
	h->bglen = h->cc == V4L2_PIX_FMT_YUYV || h->cc == V4L2_PIX_FMT_UYVY ? (size_t) w * hh * 2 : (size_t) w * hh * 3 / 2;
	free(h->bg); h->bg = p = malloc(h->bglen);
	if (h->cc == V4L2_PIX_FMT_YUYV || h->cc == V4L2_PIX_FMT_UYVY) {
		int o = h->cc == V4L2_PIX_FMT_UYVY;
		for (int x = 0; x < w; x++) { yuv_at(h->cam, x & ~1, w, &y, &u, &v); p[2 * x + o] = y; p[2 * x + 1 - o] = x & 1 ? v : u; }
		for (int r = 1; r < hh; r++) memcpy(p + (size_t) r * w * 2, p, (size_t) w * 2);
		return;
	}
	for (int x = 0; x < w; x++) { yuv_at(h->cam, x & ~1, w, &y, &u, &v); p[x] = y; }
	for (int r = 1; r < hh; r++) memcpy(p + (size_t) r * w, p, w);
	unsigned char *c = p + (size_t) w * hh;
	if (h->cc == V4L2_PIX_FMT_NV12) {
		for (int x = 0; x < w / 2; x++) { yuv_at(h->cam, 2 * x, w, &y, &u, &v); c[2 * x] = u; c[2 * x + 1] = v; }
		for (int r = 1; r < hh / 2; r++) memcpy(c + (size_t) r * w, c, w);
	} else {
		unsigned char *d = c + (size_t) (w / 2) * (hh / 2);
		for (int x = 0; x < w / 2; x++) { yuv_at(h->cam, 2 * x, w, &y, &u, &v); c[x] = u; d[x] = v; }
		for (int r = 1; r < hh / 2; r++) { memcpy(c + (size_t) r * (w / 2), c, w / 2); memcpy(d + (size_t) r * (w / 2), d, w / 2); }
	}
}

static void rect(struct handle *h, unsigned char *p, int x0, int y0, int rw, int rh, int Y)
{
	int packed = h->cc == V4L2_PIX_FMT_YUYV || h->cc == V4L2_PIX_FMT_UYVY, o = h->cc == V4L2_PIX_FMT_UYVY, w = h->w;
	for (int y = y0; y < y0 + rh && y < h->h; y++) {
		if (!packed) { memset(p + (size_t) y * w + x0, Y, x0 + rw > w ? w - x0 : rw); continue; }
		unsigned char *q = p + (size_t) y * w * 2;
		for (int x = x0; x < x0 + rw && x < w; x++) { q[2 * x + o] = Y; q[2 * x + 1 - o] = 128; }
	}
	if (packed) return;
	unsigned char *c = p + (size_t) w * h->h;
	int cx = x0 / 2, cw = (x0 + rw > w ? w - x0 : rw) / 2;
	for (int y = y0 / 2; y < (y0 + rh) / 2 && y < h->h / 2; y++) {
		if (h->cc == V4L2_PIX_FMT_NV12) memset(c + (size_t) y * w + 2 * cx, 128, 2 * cw);
		else { memset(c + (size_t) y * (w / 2) + cx, 128, cw); memset(c + (size_t) (w / 2) * (h->h / 2) + (size_t) y * (w / 2) + cx, 128, cw); }
	}
}

size_t paint(struct handle *h, unsigned char *p)
{
	unsigned seq = h->seq;
	if (h->cc == V4L2_PIX_FMT_MJPEG) {
		if (!h->njpg) return 0;
		int i = seq % h->njpg; size_t n = h->jpglen[i] < h->bufsize ? h->jpglen[i] : h->bufsize;
		memcpy(p, h->jpg[i], n); return n;
	}
	struct timespec ts; clock_gettime(CLOCK_REALTIME, &ts);
	__u32 row[2] = { (__u32) h->cam << 24 | (seq & 0xffffff), (__u32) (ts.tv_sec * 1000ULL + ts.tv_nsec / 1000000) };
	memcpy(p, h->bg, h->bglen);
	int bw = (h->w / 32) & ~1, bh = (h->h / 16) & ~1;
	rect(h, p, (int) (seq * 8 % (h->w - 16)) & ~1, bh * 2, 16, h->h - bh * 2, 235);
	for (int r = 0; r < 2; r++) for (int i = 0; i < 32; i++) rect(h, p, i * bw, r * bh, bw, bh, row[r] >> (31 - i) & 1 ? 235 : 16);
	return h->bglen;
}

static int cmp(const void *a, const void *b) { return strcmp(*(char *const *) a, *(char *const *) b); }
void load_jpgs(struct handle *h)
{
	char p[512]; char *names[64]; int n = 0; struct dirent *e;
	snprintf(p, sizeof p, "%s/mjpg/%dx%d", dir(), h->w, h->h);
	DIR *d = opendir(p); if (!d) return;
	while ((e = readdir(d)) && n < 64) if (strstr(e->d_name, ".jpg")) names[n++] = strdup(e->d_name);
	closedir(d); qsort(names, n, sizeof *names, cmp);
	for (int i = 0; i < n; i++) {
		char q[900]; snprintf(q, sizeof q, "%s/%s", p, names[i]); free(names[i]);
		FILE *f = fopen(q, "re"); if (!f) continue;
		fseek(f, 0, SEEK_END); long l = ftell(f); rewind(f);
		h->jpg[h->njpg] = malloc(l); h->jpglen[h->njpg] = fread(h->jpg[h->njpg], 1, l, f); h->njpg++; fclose(f);
	}
}
