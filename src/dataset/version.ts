/**
 * Version of the shape of the dataset, by semantic versioning. 1.x: tables and columns keep their names, types and meanings; new ones may come,
 * at the end, and with them the second number. What breaks that is version 2, in a folder of its own, beside the last of version 1. That
 * holds from 1.2.0 on: before, nothing had been published at an address.
 */
export const DATASET_VERSION = "1.2.0";
export const DATASET_FOLDER = "data/v1/";
