/* peek DEVICE: takes the third picture of a camera (YUYV or planar) and prints the two rows of blocks as numbers. */
#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

static int fail(const char *what)
{
	printf("%s: %s\n", what, strerror(errno));
	return 1;
}

static unsigned row(const unsigned char *picture, const struct v4l2_pix_format *format, int number)
{
	int width = format->width, height = format->height, step = format->pixelformat == V4L2_PIX_FMT_YUYV ? 2 : 1;
	int block_width = width / 32, block_height = height / 16, y = number * block_height + block_height / 2;
	unsigned value = 0;
	for (int i = 0; i < 32; i++)
		value = value << 1 | (picture[(y * width + i * block_width + block_width / 2) * step] > 128);
	return value;
}

int main(int argc, char **argv)
{
	int fd = open(argc > 1 ? argv[1] : "/dev/video0", O_RDWR | O_NONBLOCK);
	if (fd < 0) return fail("open");
	struct v4l2_format format = { .type = V4L2_BUF_TYPE_VIDEO_CAPTURE };
	format.fmt.pix.width = 640;
	format.fmt.pix.height = 480;
	format.fmt.pix.pixelformat = V4L2_PIX_FMT_YUYV;
	if (ioctl(fd, VIDIOC_S_FMT, &format)) return fail("format");
	struct v4l2_requestbuffers request = { .count = 2, .type = V4L2_BUF_TYPE_VIDEO_CAPTURE, .memory = V4L2_MEMORY_MMAP };
	if (ioctl(fd, VIDIOC_REQBUFS, &request)) return fail("buffers");
	unsigned char *maps[2];
	for (unsigned i = 0; i < 2; i++) {
		struct v4l2_buffer buffer = { .index = i, .type = V4L2_BUF_TYPE_VIDEO_CAPTURE, .memory = V4L2_MEMORY_MMAP };
		if (ioctl(fd, VIDIOC_QUERYBUF, &buffer)) return fail("buffer");
		maps[i] = mmap(NULL, buffer.length, PROT_READ, MAP_SHARED, fd, buffer.m.offset);
		if (maps[i] == MAP_FAILED) return fail("map");
		if (ioctl(fd, VIDIOC_QBUF, &buffer)) return fail("queue");
	}
	int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
	if (ioctl(fd, VIDIOC_STREAMON, &type)) return fail("stream");
	for (int taken = 0; taken < 3;) {
		struct pollfd poll_fd = { .fd = fd, .events = POLLIN };
		if (poll(&poll_fd, 1, 2000) != 1) return fail("poll");
		struct v4l2_buffer buffer = { .type = V4L2_BUF_TYPE_VIDEO_CAPTURE, .memory = V4L2_MEMORY_MMAP };
		if (ioctl(fd, VIDIOC_DQBUF, &buffer)) {
			if (errno == EAGAIN) continue;
			return fail("dequeue");
		}
		if (++taken == 3)
			printf("%u %u\n", row(maps[buffer.index], &format.fmt.pix, 0), row(maps[buffer.index], &format.fmt.pix, 1));
		if (ioctl(fd, VIDIOC_QBUF, &buffer)) return fail("queue");
	}
	return 0;
}
