/** JQL that Jira refuses with 400; `message` is what stands in `errorMessages`. */
export class JqlFault extends Error {}
