import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Width of an element in whole pixels, kept up to date; 0 before it is laid out. */
export function useWidth<T extends Element>(): readonly [RefObject<T>, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void => setWidth(Math.floor(element.getBoundingClientRect().width));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
