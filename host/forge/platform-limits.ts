/** What Forge allows, as documented in late 2026. Sizes in bytes, durations in milliseconds. */
export const INVOKE_REQUEST_BYTES = 500 * 1024;
export const INVOKE_RESPONSE_BYTES = 5 * 1024 * 1024;
export const INVOKES_PER_USER_PER_MINUTE = 1_200;
export const INVOKES_PER_SECOND = 300;
export const INVOKES_PER_MINUTE = 7_000;

/** Resolvers and product-event triggers: fixed. */
export const INTERACTIVE_TIMEOUT_MS = 25_000;
/** Consumers and scheduled triggers: unless `timeoutSeconds` says more. */
export const BACKGROUND_TIMEOUT_MS = 55_000;
export const BACKGROUND_TIMEOUT_MAX_MS = 900_000;

export const PRODUCT_EVENT_BYTES = 200_000;
/** A trigger may ask this often to be called again with the same event. */
export const PRODUCT_EVENT_RETRIES = 4;

export const QUEUE_EVENTS_PER_PUSH = 50;
export const QUEUE_EVENTS_PER_MINUTE = 500;
export const QUEUE_PUSH_BYTES = 200 * 1024;
/** Where the consumer runs longer than the default timeout. */
export const QUEUE_LONG_RUNNING_EVENT_BYTES = 100 * 1024;
export const QUEUE_DELAY_MAX_SECONDS = 900;
export const QUEUE_RETENTION_MS = 24 * 3_600_000;
export const RETRY_AFTER_MAX_SECONDS = 900;
export const RETRY_DATA_BYTES = 4 * 1024;
/** Pushes that may descend from one invocation through events that push again. */
export const QUEUE_CYCLIC_PUSHES = 1_000;

export const SQL_REQUEST_BYTES = 1024 * 1024;
export const SQL_RESPONSE_BYTES = 4 * 1024 * 1024;
export const SQL_DML_PER_SECOND = 150;
export const SQL_DDL_PER_MINUTE = 25;
export const SQL_SELECT_TIMEOUT_MS = 5_000;
export const SQL_DML_TIMEOUT_MS = 10_000;
export const SQL_DDL_TIMEOUT_MS = 20_000;

export const KVS_KEY_CHARACTERS = 500;
export const KVS_KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
export const KVS_VALUE_BYTES = 240 * 1024;
export const KVS_VALUE_DEPTH = 31;
export const KVS_QUERY_DEFAULT = 10;
export const KVS_QUERY_MAX = 100;
export const KVS_TRANSACTION_OPERATIONS = 25;
export const KVS_TRANSACTION_BYTES = 4 * 1024 * 1024;
export const KVS_BATCH_KEYS = 25;
export const KVS_REQUESTS_PER_SECOND = 1_000;
/** An expired value may still be read for this long. */
export const KVS_EXPIRY_LAG_MS = 48 * 3_600_000;
