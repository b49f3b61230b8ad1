/* What of libc is replaced. Raw system calls: no dlsym at odd moments. */
#include "fakecam.h"

#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int video_index(const char *path)
{
	int n, off = 0;
	return path && sscanf(path, "/dev/video%d%n", &n, &off) == 1 && !path[off] && n >= 0 && n < MAXCAM ? n : -1;
}

/* what the kernel says of a camera to those who may not open it */
static int name_index(const char *path)
{
	int n, off = 0;
	return path && sscanf(path, "/sys/class/video4linux/video%d/name%n", &n, &off) == 1 && off && !path[off] && n >= 0 && n < MAXCAM ? n : -1;
}
static int name_open(int n)
{
	start();
	if (!cams[n].present) return fail(ENOENT);
	int fd = memfd_create("fakecam-name", MFD_CLOEXEC); dprintf(fd, "%s\n", cams[n].name); lseek(fd, 0, SEEK_SET);
	return fd;
}

static int do_open(int at, const char *path, int flags, mode_t mode)
{
	int n = video_index(path);
	if (name_index(path) >= 0) return name_open(name_index(path));
	return n >= 0 ? cam_open(n, flags) : (int) syscall(SYS_openat, at, path, flags, mode);
}
#define MODE mode_t m = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list a; va_start(a, flags); m = va_arg(a, mode_t); va_end(a); }
int open(const char *p, int flags, ...) { MODE return do_open(AT_FDCWD, p, flags, m); }
int open64(const char *p, int flags, ...) { MODE return do_open(AT_FDCWD, p, flags | O_LARGEFILE, m); }
int openat(int at, const char *p, int flags, ...) { MODE return do_open(at, p, flags, m); }
int openat64(int at, const char *p, int flags, ...) { MODE return do_open(at, p, flags | O_LARGEFILE, m); }
int __open_2(const char *p, int flags) { return do_open(AT_FDCWD, p, flags, 0); }
int __open64_2(const char *p, int flags) { return do_open(AT_FDCWD, p, flags | O_LARGEFILE, 0); }

int close(int fd)
{
	struct handle *h = get(fd);
	if (h) cam_close(fd, h);
	return syscall(SYS_close, fd);
}

int ioctl(int fd, unsigned long req, ...)
{
	va_list a; va_start(a, req); void *arg = va_arg(a, void *); va_end(a);
	struct handle *h = get(fd);
	/* callers that keep the request in an int sign-extend it; the kernel looks at 32 bits only */
	return h ? cam_ioctl(fd, h, req & 0xffffffffUL, arg) : (int) syscall(SYS_ioctl, fd, req, arg);
}

void *mmap64(void *addr, size_t len, int prot, int flags, int fd, off64_t off)
{
	struct handle *h = get(fd);
	if (h) { dbg("mmap fd=%d len=%zu off=%ld", fd, len, (long) off); if (h->mem < 0) { errno = EINVAL; return MAP_FAILED; } fd = h->mem; }
	return (void *) syscall(SYS_mmap, addr, len, prot, flags, fd, off);
}
void *mmap(void *addr, size_t len, int prot, int flags, int fd, off_t off) { return mmap64(addr, len, prot, flags, fd, off); }

int poll(struct pollfd *f, nfds_t n, int timeout)
{
	int r = syscall(SYS_poll, f, n, timeout);
	if (r > 0) for (nfds_t i = 0; i < n; i++) {
		struct handle *h = f[i].revents ? get(f[i].fd) : NULL;
		if (h && gone(h)) f[i].revents = POLLERR | POLLHUP; /* what v4l2_poll() says after an unplug */
	}
	return r;
}

#ifdef __x86_64__ /* kernel and libc agree on struct stat here */
static int cam_stat(int n, struct stat *st)
{
	start();
	if (!cams[n].present) { errno = ENOENT; return -1; }
	memset(st, 0, sizeof *st); st->st_mode = S_IFCHR | 0660; st->st_rdev = (81 << 8) | n; st->st_nlink = 1; return 0;
}
static int do_stat(const char *p, struct stat *st, int flags)
{
	int n = video_index(p);
	return n >= 0 ? cam_stat(n, st) : (int) syscall(SYS_newfstatat, AT_FDCWD, p, st, flags);
}
int stat(const char *p, struct stat *st) { return do_stat(p, st, 0); }
int stat64(const char *p, struct stat64 *st) { return do_stat(p, (struct stat *) st, 0); }
int lstat(const char *p, struct stat *st) { return do_stat(p, st, AT_SYMLINK_NOFOLLOW); }
int lstat64(const char *p, struct stat64 *st) { return do_stat(p, (struct stat *) st, AT_SYMLINK_NOFOLLOW); }
int fstat(int fd, struct stat *st) { struct handle *h = get(fd); return h ? cam_stat(h->cam, st) : (int) syscall(SYS_fstat, fd, st); }
int fstat64(int fd, struct stat64 *st) { return fstat(fd, (struct stat *) st); }
#endif
