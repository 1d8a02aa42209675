/** Another number when columns, or how they are written, change: copies that programs keep are then no longer right. */
export const EXPORTS_VERSION = 2;
