/** Full screen and picture in picture, in the ways of the different browsers. */

/**
 * @typedef {HTMLVideoElement & {webkitEnterFullscreen?: () => void, webkitSupportsPresentationMode?: (mode: string) => boolean,
 *   webkitPresentationMode?: string, webkitSetPresentationMode?: (mode: string) => void}} SafariVideo
 */

/** An iPhone gives the whole screen to a video only; everything else to the stage, which keeps our controls. */
export class FullScreen {
  /** @type {HTMLElement} */ #stage;
  /** @type {SafariVideo} */ #video;

  /** @param {HTMLElement} stage @param {HTMLVideoElement} video @param {() => void} changed */
  constructor(stage, video, changed) {
    this.#stage = stage;
    this.#video = video;
    document.addEventListener('fullscreenchange', changed);
  }

  get supported() {
    return document.fullscreenEnabled || this.#video.webkitEnterFullscreen !== undefined;
  }

  get active() {
    return document.fullscreenElement !== null;
  }

  toggle() {
    if (this.active) document.exitFullscreen();
    else if (document.fullscreenEnabled) this.#stage.requestFullscreen().catch(() => {}); // refused: the page stays
    else this.#video.webkitEnterFullscreen?.();
  }
}

export class PictureInPicture {
  /** @type {SafariVideo} */ #video;

  /** @param {HTMLVideoElement} video */
  constructor(video) {
    this.#video = video;
  }

  get supported() {
    return document.pictureInPictureEnabled
      || this.#video.webkitSupportsPresentationMode?.('picture-in-picture') === true;
  }

  toggle() {
    const video = this.#video;
    if (document.pictureInPictureElement) document.exitPictureInPicture();
    else if (document.pictureInPictureEnabled) video.requestPictureInPicture().catch(() => {}); // no picture yet
    else {
      const inside = video.webkitPresentationMode === 'picture-in-picture';
      video.webkitSetPresentationMode?.(inside ? 'inline' : 'picture-in-picture');
    }
  }
}
