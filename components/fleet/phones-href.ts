const path = "/desk/phones";

/** All phones, or those of a unit and everything below it. */
export const phonesHref = (unitId?: string) => (unitId ? `${path}?unit=${unitId}` : path);

/** The phones of one person. */
export const phonesOfHref = (personId: string) => `${path}?person=${personId}`;
