export function App() {
  return (
    <main>
      <h1>Service levels</h1>
    </main>
  );
}
