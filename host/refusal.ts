import type { NextFunction, Request, Response } from 'express';

/** A request that is answered with a status and one sentence. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Answers with the refusal's own status and sentence; anything else is a fault of the server. */
export function sendFailure(
  fault: Error & { status?: number },
  _request: Request,
  response: Response,
  _next: NextFunction,
): void {
  const status = fault.status ?? 500;
  response.status(status).json({ message: fault.message });
}
