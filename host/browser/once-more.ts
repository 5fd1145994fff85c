/**
 * A browser on a busy machine now and then misses a frame or a moment: a test that fails is run once more, and
 * what failed is printed either way. What is wrong fails twice.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
