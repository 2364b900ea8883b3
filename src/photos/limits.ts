/** Of one photo as it is sent: what a phone makes when nothing on it makes it smaller. */
export const mostBytes = 15 * 1024 * 1024;
/** In one form; a form with script sends each by itself. */
export const mostAtOnce = 6;
/** Of one space or one visit. */
export const mostPhotos = 12;

/** The longer side in pixels, of what a page shows and of what its link opens. */
export const longest = { thumbnail: 480, file: 1600 } as const;

/**
 * What a field for photos asks a phone for. HEIC is not among it, though it is taken: an iPhone then sends a JPEG by itself,
 * which costs the server a hundredth.
 */
export const acceptedPhotos = 'image/jpeg,image/png,.jpg,.jpeg,.png';
